"""Patterns that are looked for again and again in stretches of one text, told in advance from where they cannot be.

A pattern that may begin only with certain words (``Sought``) is tried only where one of them stands: all such words of
all such patterns are found in a text in one pass. One that must end where a number begins (``Tail``) is tried only
where the letters before the number are those it can end with. What is found is what ``re`` finds, only sooner.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from sys import maxsize

from ahocorasick_rs import AhoCorasick, Implementation

from camket.reading.lexing.affixes import endings, openings
from camket.reading.lexing.patterns import folded

_SHORT = 256
"""A text shorter than this is searched at once."""
_TOLD_BY = 3
"""So many letters are asked before a pattern that begins or ends there."""


class _Openings:
    """The words that patterns begin with, of all of them together, and where these stand in the text last looked at."""

    def __init__(self) -> None:
        self._words: list[frozenset[str]] = []
        self._automaton: AhoCorasick | None = None
        self._owners: tuple[tuple[int, ...], ...] = ()
        self.last: tuple[str | None, list[list[int]]] = (None, [])
        """A text, and for each pattern where it may begin there; one pair, so that threads cannot mix two texts."""

    def add(self, words: frozenset[str]) -> int:
        """The number of a pattern that begins with one of ``words``."""
        self._words.append(words)
        self._automaton = None
        self.last = (None, [])
        return len(self._words) - 1

    def look(self, key: str) -> list[list[int]]:
        """Where each pattern may begin in ``key``."""
        automaton = self._automaton or self._compiled()
        places: list[list[int]] = [[] for _ in self._words]
        owners = self._owners
        for index, start, _ in automaton.find_matches_as_indexes(key, overlapping=True):
            for owner in owners[index]:
                places[owner].append(start)
        for one in places:
            one.sort()
        self.last = (key, places)
        return places

    def _compiled(self) -> AhoCorasick:
        owners: dict[str, list[int]] = {}
        for number, words in enumerate(self._words):
            for word in words:
                owners.setdefault(word, []).append(number)
        self._owners = tuple(map(tuple, owners.values()))
        self._automaton = AhoCorasick(list(owners), implementation=Implementation.ContiguousNFA)
        return self._automaton


_OPENINGS = _Openings()


class Sought:
    """A pattern, folded, and searched as ``re.Pattern`` is in stretches of a key."""

    def __init__(self, pattern: str) -> None:
        self.pattern = folded(pattern)
        words = openings(self.pattern.pattern)
        # Where it may begin with any one letter, nothing is gained by looking for that.
        self._number = _OPENINGS.add(words) if min(map(len, words)) > 1 else None

    def places(self, key: str) -> list[int] | range:
        """Where in ``key`` it may begin; everywhere, where nothing tells."""
        if self._number is None:
            return range(len(key))
        text, every = _OPENINGS.last
        return (every if text is key else _OPENINGS.look(key))[self._number]

    def search(self, key: str, start: int = 0, end: int = maxsize) -> re.Match[str] | None:
        """The first match in key[start:end]."""
        text, every = _OPENINGS.last
        if text is not key:
            if len(key) < _SHORT:
                return self.pattern.search(key, start, end)
            every = _OPENINGS.look(key)
        if self._number is None:
            return self.pattern.search(key, start, end)
        places = every[self._number]
        if not places or places[-1] < start:
            return None
        at = bisect_left(places, start)
        while at < len(places) and places[at] < end:
            match = self.pattern.match(key, places[at], end)
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


class Ends:
    """Words told by their last letters from most others."""

    def __init__(self, words: Iterable[str]) -> None:
        """``words`` are folded and not empty."""
        last = {one[-_TOLD_BY:] for one in words}
        self._last = frozenset(last)
        self._lengths = tuple(sorted({len(one) for one in last}, reverse=True))

    def may_end(self, key: str, end: int) -> bool:
        """Whether one of the words may end at ``end``; where it is false, none does."""
        for length in self._lengths:  # noqa: SIM110 -- asked for every number: a generator would take twice as long
            if key[end - length if end > length else 0 : end] in self._last:
                return True
        return False


class Tail:
    """A folded pattern that ends right before a place, but for ``past``, blanks and signs that may stand between."""

    def __init__(self, body: str, past: str = " ?") -> None:
        self.pattern = folded(rf"(?:{body}){past}\Z")
        words = endings(folded(body).pattern)
        self._past = "".join(sign for sign in " :.,(" if re.fullmatch(past, sign))
        told = all(one and one[-1] not in self._past for one in words)
        self._ends = Ends(words) if told else None

    def search(self, key: str, start: int, end: int) -> re.Match[str] | None:
        """The match in key[start:end] that reaches its end."""
        if self._ends is not None:
            last = end
            while last > start and key[last - 1] in self._past:
                last -= 1
            if not self._ends.may_end(key, last):
                return None
        return self.pattern.search(key, start, end)
