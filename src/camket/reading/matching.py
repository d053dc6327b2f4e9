"""Matching: thousands of phrases found in one pass, whole words only, longest first."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

from camket.reading.spans import Spans
from camket.vocabulary.folding import fold_all


class Found[T](NamedTuple):
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
        self._entries = tuple(folded.values())
        self._automaton = AhoCorasick(
            list(folded) or ["\0"], matchkind=MatchKind.LeftmostLongest, implementation=Implementation.ContiguousNFA
        )

    def find(self, key: str) -> Spans[Found[T]]:
        """All whole-word matches in ``key``, in order."""
        entries = self._entries
        length = len(key)
        make = Found[T]._make
        return Spans(
            [
                make((start, end, entries[index]))
                for index, start, end in self._automaton.find_matches_as_indexes(key)
                if not (start and key[start - 1].isalnum() and key[start].isalnum())
                and not (end < length and key[end].isalnum() and key[end - 1].isalnum())
            ],
            sort=False,
        )
