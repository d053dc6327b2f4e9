"""Qualifiers: the words right before or after a number that say how exact it is."""

from collections.abc import Iterable, Mapping

import msgspec

from camket.reading.lexing.endings import Ending, Endings, last_word
from camket.reading.lexing.patterns import any_of, folded
from camket.vocabulary.folding import fold
from camket.vocabulary.term import Qualifier

# Words that may stand between a qualifier and its number: "ước đạt gần 123 ha".
_FILLERS = Endings(
    fold(word) for word in ("đạt", "được", "là", "có", "tính", "thực hiện", "cả", "ở mức", "mức", "lên", "đến", "tới")
)


class Qualified(msgspec.Struct, frozen=True, gc=False):
    """The codes in the order written, and where the first of them starts."""

    codes: tuple[str, ...]
    start: int


class Qualifiers:
    """Finds the qualifiers of the number at a position."""

    def __init__(self, qualifiers: Mapping[str, Qualifier]) -> None:
        self._codes = _by_words((one.code, one.words) for one in qualifiers.values())
        self._words = Endings(self._codes)
        self._last_words = self._words.last_words | _FILLERS.last_words
        after = _by_words((one.code, one.words_after) for one in qualifiers.values())
        self._after_codes = after
        self._after_initials = frozenset(words[0] for words in after)
        self._after = folded(rf" ?\(?({any_of(tuple(after))})(?!\w)") if after else None

    def before(self, key: str, start: int) -> Qualified:
        """Return the qualifiers that lead up to ``start`` without anything else between."""
        if last_word(key, start) not in self._last_words:
            return Qualified((), start)
        codes: list[str] = []
        first = start
        for _ in range(3):
            found = self._last(key, first)
            if found is None:
                break
            codes.insert(0, self._codes[found.words])
            first = found.start
        return Qualified(tuple(codes), first)

    def _last(self, key: str, end: int) -> Ending | None:
        """The qualifier that ends right before ``end``, but for spaces and one filler."""
        found = self._words.ending(key, end)
        if found is not None:
            return found
        filler = _FILLERS.ending(key, end)
        return self._words.ending(key, filler.start) if filler else None

    def after(self, key: str, end: int) -> tuple[str | None, int]:
        """Return the code of a qualifier that follows ("trở lên") and where it ends; None and ``end`` without one."""
        if key[end : end + 3].lstrip(" (")[:1] not in self._after_initials:
            return None, end
        match = self._after.match(key, end) if self._after else None
        return (self._after_codes[match.group(1)], match.end()) if match else (None, end)


def _by_words(pairs: Iterable[tuple[str, tuple[str, ...]]]) -> dict[str, str]:
    return {fold(word): code for code, words in pairs for word in words}
