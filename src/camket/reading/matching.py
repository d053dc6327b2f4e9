"""Matching: thousands of phrases found in one pass, whole words only, longest first."""

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from typing import Self

import msgspec
from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

from camket.reading.spans import Spans
from camket.reading.word_index import NUMBER, PLACE, WORDS
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
        self._phrases = tuple(folded.items())
        self._number = -1

    @cached_property
    def _automaton(self) -> AhoCorasick:
        words = list(self.phrases) or ["\0"]
        return AhoCorasick(words, matchkind=MatchKind.LeftmostLongest, implementation=Implementation.ContiguousNFA)

    def enlist(self) -> Self:
        """Have the phrases found in every text that is read, in the one pass over all of it."""
        if self._number < 0:
            self._number = WORDS.enlist(self, tuple(self.phrases))
        return self

    def find(self, key: str) -> Spans[Found[T]]:
        """All whole-word matches in ``key``, in order."""
        hits = WORDS.hits(key, self._number)
        if hits is not None:
            return _longest(f"{key} ", hits, self._phrases)
        if key is WORDS.last.key and len(self._phrases) < _MANY:
            self.enlist()
        matches = self._automaton.find_matches_as_indexes(key)
        if not matches:
            return Spans((), sort=False)
        phrases = self._phrases
        padded = f"{key} "
        return Spans(
            [
                Found(start, end, phrases[index][1])
                for index, start, end in matches
                if (padded[end] in _BREAKS and padded[start - 1] in _BREAKS) or _is_whole(padded, start, end)
            ],
            sort=False,
        )


_MANY = 4096
"""So many phrases are better looked for alone: an automaton of them with all others leaves the processor's cache."""
_BREAKS = frozenset(' \n,.;:()"/-')


def _longest[T](padded: str, hits: Sequence[int], phrases: Sequence[tuple[str, T]]) -> Spans[Found[T]]:
    """Of all hits of a matcher those that it would find alone: from the left, the longest, none overlapping."""
    found: list[Found[T]] = []
    covered = 0
    for hit in hits:
        start = hit >> PLACE
        if start >= covered:
            words, entry = phrases[hit & NUMBER]
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
