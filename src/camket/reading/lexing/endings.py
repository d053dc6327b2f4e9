"""Phrases looked for right before a position: most positions cost one look-up of their last word."""

from collections.abc import Iterable

import msgspec

_WINDOW = 40


class Ending(msgspec.Struct, frozen=True, gc=False):
    """A phrase, and where it starts."""

    words: str
    start: int


def last_word(key: str, end: int) -> str:
    """The word before ``end``, whatever blanks lie between."""
    while end and key[end - 1] == " ":
        end -= 1
    floor = end - _WINDOW if end > _WINDOW else 0
    blank = key.rfind(" ", floor, end)
    word = key[floor if blank < 0 else blank + 1 : end]
    return word.lstrip("(,;:") if word[:1] in "(,;:" else word


class Endings:
    """A set of phrases, each folded, kept by its last word."""

    def __init__(self, phrases: Iterable[str]) -> None:
        self._by_last: dict[str, list[str]] = {}
        for phrase in sorted(phrases, key=len, reverse=True):
            self._by_last.setdefault(phrase.rpartition(" ")[2], []).append(phrase)

    @property
    def last_words(self) -> frozenset[str]:
        """The words that the phrases end in; where another stands, none of them does."""
        return frozenset(self._by_last)

    def ending(self, key: str, end: int) -> Ending | None:
        """The longest of the phrases that ends right before ``end``, spaces left out."""
        return self.after(last_word(key, end), key, end)

    def after(self, last: str, key: str, end: int) -> Ending | None:
        """The same, where the last word before ``end`` is known already."""
        phrases = self._by_last.get(last)
        if phrases is None:
            return None
        while end and key[end - 1] == " ":
            end -= 1
        for phrase in phrases:
            start = end - len(phrase)
            if key.startswith(phrase, start) and not (start > 0 and key[start - 1].isalnum()) and start >= 0:
                return Ending(phrase, start)
        return None
