"""Patterns that are looked for again and again in stretches of one text, told in advance from where they cannot be.

A pattern that may begin only with certain words (``Sought``) is tried only where one of them stands: all such words of
all such patterns are found in a text in one pass. What is found is what ``re`` finds, only sooner.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from sys import maxsize

from camket.reading.lexing.affixes import openings
from camket.reading.lexing.patterns import folded
from camket.reading.word_index import PLACE, WORDS

_TOLD_BY = 3
"""So many letters are asked before a pattern that begins or ends there."""


class Sought:
    """A pattern, folded, and searched as ``re.Pattern`` is in stretches of a key."""

    def __init__(self, pattern: str) -> None:
        self.pattern = folded(pattern)
        words = openings(self.pattern.pattern)
        # Where it may begin with any one letter, nothing is gained by looking for that.
        self._number = WORDS.enlist(self, tuple({one.rstrip() for one in words})) if min(map(len, words)) > 1 else -1

    def places(self, key: str) -> Iterable[int]:
        """Where in ``key`` it may begin; everywhere, where nothing tells."""
        if self._number < 0:
            return range(len(key))
        if WORDS.last.key is not key:
            WORDS.read(key)
        return [hit >> PLACE for hit in WORDS.hits(key, self._number) or ()]

    def search(self, key: str, start: int = 0, end: int = maxsize) -> re.Match[str] | None:
        """The first match in key[start:end]."""
        last = WORDS.last
        slot = last.slots.get(self._number) if last.key is key else None
        if slot is None:
            return self.pattern.search(key, start, end)
        hits = last.hits[slot]
        if not hits or hits[-1] < (first := start << PLACE):
            return None
        at = bisect_left(hits, first)
        while at < len(hits) and (place := hits[at] >> PLACE) < end:
            match = self.pattern.match(key, place, end)
            if match is not None:
                return match
            at += 1
        return None

    def finditer(self, key: str, start: int = 0, end: int = maxsize) -> Iterator[re.Match[str]]:
        """All matches in key[start:end] that do not overlap, in order."""
        while (match := self.search(key, start, end)) is not None:
            yield match
            start = match.end()


class Head:
    """A folded pattern that begins right at a place, told by its first letters from what most places begin with."""

    def __init__(self, pattern: str, words: Iterable[str] = ()) -> None:
        """``words`` are what a match begins with, where the pattern is too long to tell."""
        self.pattern = re.compile(pattern)
        begins = frozenset(words) or openings(pattern)
        self._length = min(_TOLD_BY, *map(len, begins))
        self._first = frozenset(one[: self._length] for one in begins)

    def match(self, key: str, start: int, end: int = maxsize) -> re.Match[str] | None:
        """The match that begins at ``start``."""
        return self.pattern.match(key, start, end) if key[start : start + self._length] in self._first else None
