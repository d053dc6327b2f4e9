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
                if (padded[end] in _BREAKS and padded[start - 1] in _BREAKS) or _is_whole(padded, start, end)
            ],
            sort=False,
        )


class Together:
    """Several matchers asked at once: one pass over a text finds the phrases of all of them."""

    def __init__(self, *matchers: PhraseMatcher[Any]) -> None:
        self._matchers = [list(matcher.phrases.items()) for matcher in matchers]
        owners: dict[str, list[tuple[int, int]]] = {}
        for number, matcher in enumerate(matchers):
            for index, words in enumerate(matcher.phrases):
                owners.setdefault(words, []).append((number, (_LONGEST - len(words)) << _PHRASE | index))
        self._owners = tuple(map(tuple, owners.values()))
        self._automaton = AhoCorasick(list(owners) or ["\0"], implementation=Implementation.ContiguousNFA)

    def find(self, key: str) -> tuple[Spans[Found[Any]], ...]:
        """What each of the matchers finds in ``key``, in the order in which they were given."""
        hits: list[list[int]] = [[] for _ in self._matchers]
        owners = self._owners
        for word, start, _ in self._automaton.find_matches_as_indexes(key, overlapping=True):
            for number, rank in owners[word]:
                hits[number].append(start << _PLACE | rank)
        padded = f"{key} "
        return tuple(_longest(padded, found, phrases) for found, phrases in zip(hits, self._matchers, strict=True))


# A hit is one number: its place, then its length from the longest down, then its phrase; so hits sort as they count.
_PHRASE, _PLACE = 16, 28
_INDEX = (1 << _PHRASE) - 1
_LONGEST = (1 << (_PLACE - _PHRASE)) - 1
_BREAKS = frozenset(' \n,.;:()"/-')


def _longest(padded: str, hits: list[int], phrases: Sequence[tuple[str, Any]]) -> Spans[Found[Any]]:
    """Of all hits of one matcher those that it would find alone: from the left, the longest, none overlapping."""
    hits.sort()
    found: list[Found[Any]] = []
    covered = 0
    for hit in hits:
        start = hit >> _PLACE
        if start >= covered:
            words, entry = phrases[hit & _INDEX]
            covered = start + len(words)
            if (padded[covered] in _BREAKS and padded[start - 1] in _BREAKS) or _is_whole(padded, start, covered):
                found.append(Found(start, covered, entry))
    return Spans(found, sort=False)


def _is_whole(padded: str, start: int, end: int) -> bool:
    """Whether no letter before or after makes a longer word; ``padded`` is the key and a blank."""
    # Most words stand between blanks and stops; those who ask look for that themselves.
    if padded[end].isalnum() and padded[end - 1].isalnum():
        return False
    return not start or not (padded[start - 1].isalnum() and padded[start].isalnum())
