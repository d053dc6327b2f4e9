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
        matches = self._automaton.find_matches_as_indexes(key)
        if not matches:
            return Spans((), sort=False)
        entries = self._entries
        found: list[Found[T]] = []
        padded = f"{key} "
        for index, start, end in matches:
            # Most words stand between blanks; of the others one letter after another makes a longer word.
            if padded[end] != " " and key[end].isalnum() and key[end - 1].isalnum():
                continue
            if padded[start - 1] != " " and start and key[start - 1].isalnum() and key[start].isalnum():
                continue
            found.append(Found(start, end, entries[index]))
        return Spans(found, sort=False)
