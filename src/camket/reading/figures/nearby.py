"""Nearby: patterns that must end right before a place, or begin right after it, told by the few letters that stand there.

The letters next to a number are looked at once, for all such patterns together: a bit for each that they allow. Only
those are tried. The letters are told from the patterns themselves, so that the two can never disagree.
"""

import re
from collections.abc import Iterable, Sequence

from camket.reading.lexing.affixes import endings, openings
from camket.reading.lexing.patterns import folded

_APART = " :.,(-"
"""Signs that may stand between a place and the letters that are asked."""
_FAR = 6
"""So many signs are passed over, and so many letters asked, at the most."""
_KEPT = 1 << 15
"""So many different letters are remembered; beyond that, which no language reaches, they are worked out again."""


class _Letters(dict[str, int]):
    """The bits of the patterns that may end, or begin, with certain letters."""

    def __init__(self, *, backwards: bool) -> None:
        self._backwards = backwards
        self._bits: dict[str, int] = {}
        self._always = self._next = 0

    def add(self, words: Iterable[str]) -> int:
        """The bit of a pattern that begins or ends with one of ``words``."""
        bit = 1 << self._next
        self._next += 1
        for word in words:
            if word and (word[-1] if self._backwards else word[0]) not in _APART:
                letters = self._cut(word, _FAR)
                self._bits[letters] = self._bits.get(letters, 0) | bit
            else:
                self._always |= bit
        self.clear()
        return bit

    def _cut(self, letters: str, length: int) -> str:
        return letters[-length:] if self._backwards else letters[:length]

    def __missing__(self, letters: str) -> int:
        bits = self._always
        for length in range(1, len(letters) + 1):
            bits |= self._bits.get(self._cut(letters, length), 0)
        if len(self) < _KEPT:
            self[letters] = bits
        return bits


_LAST = _Letters(backwards=True)
_FIRST = _Letters(backwards=False)


class Tail:
    """A folded pattern that ends right before a place, but for ``past``, blanks and signs that may stand between."""

    def __init__(self, body: str, past: str = " ?") -> None:
        self.pattern = folded(rf"(?:{body}){past}\Z")
        self.bit = _LAST.add(endings(folded(body).pattern))

    def search(self, key: str, start: int, end: int) -> re.Match[str] | None:
        """The match in key[start:end] that reaches its end; to be asked where ``before`` has its bit."""
        return self.pattern.search(key, start, end)


class Head:
    """A folded pattern that begins right after a place, but for ``past``, blanks and signs that may stand between.

    ``leads`` are words that may each stand before ``body``.
    """

    def __init__(self, body: str, past: str = " ?", leads: Sequence[str] = ()) -> None:
        before = "".join(f"(?:{words})?" for words in leads)
        self.match = folded(f"{past}{before}{body}").match
        # Told apart, for together they could begin in too many ways.
        self.bit = _FIRST.add(opening for part in (*leads, body) for opening in openings(folded(part).pattern))


def ending(words: Iterable[str]) -> int:
    """A bit of ``before`` for folded words that may end at a place."""
    return _LAST.add(words)


def beginning(words: Iterable[str]) -> int:
    """A bit of ``after`` for folded words that may begin at a place."""
    return _FIRST.add(words)


def tails_before(key: str, at: int) -> int:
    """The bits of the tails that may end at ``at``."""
    floor = at - _FAR if at > _FAR else 0
    while at > floor and key[at - 1] in _APART:
        at -= 1
    if at == floor and floor:
        return -1  # too far to tell
    return _LAST[key[at - _FAR if at > _FAR else 0 : at]]


def heads_after(key: str, at: int) -> int:
    """The bits of the heads that may begin at ``at``."""
    limit = at + _FAR
    while at < limit and key[at : at + 1] in _SIGNS:
        at += 1
    return _FIRST[key[at : at + _FAR]]


_SIGNS = frozenset(_APART)
