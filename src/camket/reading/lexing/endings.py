"""Phrases looked for right before a position: most positions cost one look-up of their last word."""

from collections.abc import Iterable
from typing import NamedTuple

_WINDOW = 40


class Ending(NamedTuple):
    """A phrase, and where it starts."""

    words: str
    start: int


class Endings:
    """A set of phrases, each folded, kept by its last word."""

    def __init__(self, phrases: Iterable[str]) -> None:
        self._by_last: dict[str, list[str]] = {}
        for phrase in sorted(phrases, key=len, reverse=True):
            self._by_last.setdefault(phrase.rpartition(" ")[2], []).append(phrase)

    def ending(self, key: str, end: int) -> Ending | None:
        """The longest of the phrases that ends right before ``end``, spaces left out."""
        while end and key[end - 1] == " ":
            end -= 1
        last = key[max(0, end - _WINDOW) : end].rpartition(" ")[2].lstrip("(,;:")
        for phrase in self._by_last.get(last, ()):
            start = end - len(phrase)
            if key.startswith(phrase, start) and not (start > 0 and key[start - 1].isalnum()) and start >= 0:
                return Ending(phrase, start)
        return None
