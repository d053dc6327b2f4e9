"""Qualifiers: the words right before or after a number that say how exact it is."""

from collections.abc import Iterable, Mapping

from camket.reading.lexing.endings import Endings, last_word
from camket.reading.lexing.patterns import any_of, folded
from camket.vocabulary.folding import fold
from camket.vocabulary.term import Qualifier

# Words that may stand between a qualifier and its number: "ước đạt gần 123 ha".
_FILLERS = Endings(
    fold(word) for word in ("đạt", "được", "là", "có", "tính", "thực hiện", "cả", "ở mức", "mức", "lên", "đến", "tới")
)

Qualified = tuple[tuple[str, ...], int]
"""Codes in the order written, and where the first of them starts."""


class Qualifiers:
    """Finds the qualifiers of the number at a position."""

    def __init__(self, qualifiers: Mapping[str, Qualifier]) -> None:
        self._codes = _by_words((one.code, one.words) for one in qualifiers.values())
        self._words = Endings(self._codes)
        self._last_words = self._words.last_words | _FILLERS.last_words
        after = _by_words((one.code, one.words_after) for one in qualifiers.values())
        self._after_codes = after
        self._initials = frozenset(words[0] for words in after)
        self._after = folded(rf" ?\(?({any_of(tuple(after))})(?!\w)") if after else None

    def before(self, last: str, key: str, start: int) -> Qualified:
        """Return the qualifiers that lead up to ``start``; ``last`` is the word before it."""
        if last not in self._last_words:
            return (), start
        codes: tuple[str, ...] = ()
        for _ in range(3):
            found = self._words.after(last, key, start)
            if found is None and (filler := _FILLERS.after(last, key, start)) is not None:
                found = self._words.ending(key, filler.start)
            if found is None:
                break
            codes = (self._codes[found.words], *codes)
            start = found.start
            last = last_word(key, start)
        return codes, start

    def after(self, key: str, end: int) -> tuple[str | None, int | None]:
        """Return the code of a qualifier that follows ("trở lên") and where it ends; None without one."""
        if self._initials.isdisjoint(key[end : end + 3]) or self._after is None:
            return None, None
        match = self._after.match(key, end)
        return (self._after_codes[match.group(1)], match.end()) if match else (None, None)


def _by_words(pairs: Iterable[tuple[str, tuple[str, ...]]]) -> dict[str, str]:
    return {fold(word): code for code, words in pairs for word in words}
