"""Matching: thousands of phrases found in one pass, whole words only, longest first."""

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from typing import Any

import msgspec
from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

from camket.reading.spans import Spans
from camket.vocabulary.folding import fold_all


class Found[T](msgspec.Struct, frozen=True, gc=False):
    """A phrase found in the key, and what it stands for."""

    start: int
    end: int
    entry: T


class PhraseMatcher[T]:
    """Finds phrases in a folded key. Of phrases that start at one place the longest wins, and no two overlap."""

    def __init__(self, phrases: Mapping[str, T] | Iterable[tuple[str, T]]) -> None:
        """``phrases`` lead from surface words, folded here, to what they mean."""
        pairs = list(phrases.items() if isinstance(phrases, Mapping) else phrases)
        folded = dict(zip(fold_all(words for words, _ in pairs), (entry for _, entry in pairs), strict=True))
        self.phrases = folded
        self._entries = tuple(folded.values())

    @cached_property
    def _automaton(self) -> AhoCorasick:
        words = list(self.phrases) or ["\0"]
        return AhoCorasick(words, matchkind=MatchKind.LeftmostLongest, implementation=Implementation.ContiguousNFA)

    def find(self, key: str) -> Spans[Found[T]]:
        """All whole-word matches in ``key``, in order."""
        matches = self._automaton.find_matches_as_indexes(key)
        if not matches:
            return Spans((), sort=False)
        entries = self._entries
        padded = f"{key} "
        return Spans(
            [
                Found(start, end, entries[index])
                for index, start, end in matches
                if (padded[end] == " " == padded[start - 1]) or _is_whole(padded, start, end)
            ],
            sort=False,
        )


class Together:
    """Several matchers asked at once: one pass over a text finds the phrases of all of them."""

    def __init__(self, *matchers: PhraseMatcher[Any]) -> None:
        self._entries = [tuple(matcher.phrases.values()) for matcher in matchers]
        owners: dict[str, list[tuple[int, int]]] = {}
        for number, matcher in enumerate(matchers):
            for index, words in enumerate(matcher.phrases):
                owners.setdefault(words, []).append((number, index))
        self._owners = tuple(map(tuple, owners.values()))
        self._automaton = AhoCorasick(list(owners) or ["\0"], implementation=Implementation.ContiguousNFA)

    def find(self, key: str) -> tuple[Spans[Found[Any]], ...]:
        """What each of the matchers finds in ``key``, in the order in which they were given."""
        hits: list[list[tuple[int, int, int]]] = [[] for _ in self._entries]
        owners = self._owners
        for word, start, end in self._automaton.find_matches_as_indexes(key, overlapping=True):
            for number, index in owners[word]:
                hits[number].append((start, -end, index))
        padded = f"{key} "
        return tuple(_longest(padded, found, entries) for found, entries in zip(hits, self._entries, strict=True))


def _longest(padded: str, hits: list[tuple[int, int, int]], entries: Sequence[Any]) -> Spans[Found[Any]]:
    """Of all hits of one matcher those that it would find alone: from the left, the longest, none overlapping."""
    hits.sort()
    found: list[Found[Any]] = []
    covered = 0
    for start, negative, index in hits:
        if start >= covered:
            covered = -negative
            if (padded[covered] == " " == padded[start - 1]) or _is_whole(padded, start, covered):
                found.append(Found(start, covered, entries[index]))
    return Spans(found, sort=False)


def _is_whole(padded: str, start: int, end: int) -> bool:
    """Whether no letter before or after makes a longer word; ``padded`` is the key and a blank."""
    # Most words stand between blanks; those who ask look for that themselves.
    if padded[end].isalnum() and padded[end - 1].isalnum():
        return False
    return not start or not (padded[start - 1].isalnum() and padded[start].isalnum())
