"""The word index: every word that anybody looks for in whole texts, found in one pass over the text.

Matchers and patterns enlist their words; ``read`` then finds all of them at once, and each asks for its own hits as
long as that text is the one in hand. A hit is one number: its place, then what tells hits of one place apart.
"""

import itertools
import weakref
from collections.abc import Sequence

import msgspec
from ahocorasick_rs import AhoCorasick, Implementation

_LENGTH, PLACE = 16, 28
"""Bits below the length of a hit's word, and below its place."""
_LONGEST = (1 << (PLACE - _LENGTH)) - 1
NUMBER = (1 << _LENGTH) - 1
"""The bits that tell which of its owner's words a hit is."""


class _Compiled(msgspec.Struct, frozen=True):
    """An automaton; for each of its words the slot of its owner, its rank there, and other owners; the slots' numbers."""

    automaton: AhoCorasick
    owners: list[tuple[int, int, list[tuple[int, int]]]]
    slots: dict[int, int]


class _Read(msgspec.Struct, frozen=True):
    """A text and the hits in it; one thing, so that threads cannot mix two texts."""

    key: str | None
    hits: list[list[int]]
    slots: dict[int, int]


class WordIndex:
    """Words of many owners, each list with its number."""

    def __init__(self) -> None:
        self._words: dict[int, tuple[str, ...]] = {}
        self._numbers = itertools.count()
        self._compiled: _Compiled | None = None
        self.last = _Read(None, [], {})

    def enlist(self, owner: object, words: Sequence[str]) -> int:
        """The number under which the hits of ``words``, folded, are kept, as long as their owner lives."""
        number = next(self._numbers)
        self._words[number] = tuple(words)
        self._compiled = None
        weakref.finalize(owner, self._words.pop, number, None).atexit = False
        return number

    def read(self, key: str) -> None:
        """Find all words in ``key``, which is the text in hand from now on."""
        compiled = self._compiled or self._compile()
        hits: list[list[int]] = [[] for _ in compiled.slots]
        owners = compiled.owners
        for word, start, _ in compiled.automaton.find_matches_as_indexes(key, overlapping=True):
            slot, rank, others = owners[word]
            hits[slot].append(start << PLACE | rank)
            for slot, rank in others:
                hits[slot].append(start << PLACE | rank)
        for one in hits:
            one.sort()
        self.last = _Read(key, hits, compiled.slots)

    def hits(self, key: str, number: int) -> list[int] | None:
        """The hits of a list of words in order, of one place the longest first; None where ``key`` is not in hand."""
        last = self.last
        if last.key is not key:
            return None
        slot = last.slots.get(number)
        return None if slot is None else last.hits[slot]

    def _compile(self) -> _Compiled:
        listed = list(self._words.items())
        owners: dict[str, list[tuple[int, int]]] = {}
        for slot, (_, words) in enumerate(listed):
            for index, word in enumerate(words):
                owners.setdefault(word, []).append((slot, _LONGEST - len(word) << _LENGTH | index))
        automaton = AhoCorasick(list(owners) or ["\0"], implementation=Implementation.ContiguousNFA)
        slots = {number: slot for slot, (number, _) in enumerate(listed)}
        self._compiled = _Compiled(automaton, [(*first, others) for first, *others in owners.values()], slots)
        return self._compiled


WORDS = WordIndex()
"""The index of this process."""
