"""Phrases: every wording by which the vocabulary names an indicator, found in one pass over the key."""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Literal, NamedTuple

from camket.reading.figures.same import Same
from camket.reading.matching import Found, PhraseMatcher
from camket.reading.spans import Spans
from camket.vocabulary.folding import fold, fold_all
from camket.vocabulary.indicator import Indicator, VerbHead

PhraseKind = Literal["label", "predicate", "verb"]


class Phrase(NamedTuple):
    """One reading of a wording: as a label before a number, a predicate after it, or a verb that governs it."""

    kind: PhraseKind
    indicator: Indicator
    head: VerbHead | None = None


class Phrases(Spans[Found[tuple[Phrase, ...]]]):
    """The phrases of one key, longest first where two begin together; ``verbs`` is where those begin that may govern a number."""

    __slots__ = ("verbs",)

    def __init__(self, found: Iterable[Found[tuple[Phrase, ...]]]) -> None:
        super().__init__(found, sort=False)
        self.verbs = [one.start for one in self for phrase in one.entry if phrase.head is not None]

    def begins(self, start: int, end: int) -> bool:
        """Whether any begins in [start, end)."""
        index = bisect_left(self._starts, start)
        return index < len(self._starts) and self._starts[index] < end

    def governs(self, start: int, end: int) -> bool:
        """Whether one that may govern a number begins in [start, end)."""
        index = bisect_left(self.verbs, start)
        return index < len(self.verbs) and self.verbs[index] < end


class PhraseFinder:
    """Finds the wordings of all indicators."""

    def __init__(self, indicators: Iterable[Indicator]) -> None:
        readings: dict[str, list[Phrase]] = defaultdict(list)
        wordings = [(words, phrase) for indicator in indicators for words, phrase in _wordings(indicator) if words]
        for key, (_, phrase) in zip(fold_all(words for words, _ in wordings), wordings, strict=True):
            readings[key].append(phrase)
        self._counts = frozenset(
            word.group() for words in readings if words.startswith(_COUNT) and (word := _WORD.match(words, len(_COUNT)))
        )
        self._matcher = PhraseMatcher({words: tuple(phrases) for words, phrases in readings.items()})

    def find(self, key: str) -> Phrases:
        """All phrases of ``key`` in order."""
        return Phrases(self._matcher.find(key))

    def count_of(self, key: str) -> Found[tuple[Phrase, ...]] | None:
        """The phrase that "số" makes of the words that ``key`` begins with; None of most words at once."""
        word = _WORD.match(key)
        if word is None or word.group() not in self._counts:
            return None
        found = self._matcher.find(f"{_COUNT}{key}")
        return found[0] if len(found) and not found[0].start else None


_COUNT = fold("số ")
_WORD = re.compile(r"\w+")


def _wordings(indicator: Indicator) -> Iterable[tuple[str, Phrase]]:
    for words in indicator.labels_vi:
        yield words, Phrase("label", indicator)
    for words in indicator.predicates:
        yield words, Phrase("predicate", indicator)
    for head in indicator.verb_heads:
        for words in head.verbs:
            yield words, Phrase("verb", indicator, head)


def phrase_finder(indicators: Mapping[str, Indicator]) -> PhraseFinder:
    """Return the finder of these indicators; built once for a vocabulary."""
    return _finder(Same(indicators))


@lru_cache(maxsize=4)
def _finder(indicators: Same[Mapping[str, Indicator]]) -> PhraseFinder:
    return PhraseFinder(indicators.thing.values())
