"""The lexicon: the vocabulary made ready for finding its words in a folded key. Built once, then only read."""

import re
from collections import Counter
from collections.abc import Callable, Iterable
from functools import cached_property

from camket.reading.lexing.citation_numbers import CitationNumbers
from camket.reading.lexing.endings import Endings
from camket.reading.lexing.measures import Measures
from camket.reading.lexing.qualifiers import Qualifiers
from camket.reading.matching import PhraseMatcher
from camket.reading.structure.answers import AnswerReader
from camket.vocabulary.discourse import load_discourse
from camket.vocabulary.folding import fold
from camket.vocabulary.loss import LossCategory
from camket.vocabulary.vocabulary import Vocabulary


class Lexicon:
    """Matchers for the words of a vocabulary, each compiled when first asked for."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self.vocabulary = vocabulary

    @cached_property
    def measures(self) -> Measures:
        """Units after a number."""
        return Measures(self.vocabulary.units)

    @cached_property
    def qualifiers(self) -> Qualifiers:
        """Qualifiers around a number."""
        return Qualifiers(self.vocabulary.qualifiers)

    @cached_property
    def citation_numbers(self) -> CitationNumbers:
        """Numbers of legal and Party documents."""
        types = (mark for one in self.vocabulary.document_types.values() for mark in one.marks)
        return CitationNumbers({*types, *(code for code in self.vocabulary.abbreviations if code.isalpha())})

    @cached_property
    def document_types(self) -> PhraseMatcher[str]:
        """Words for types of documents, to the type's code."""
        types = self.vocabulary.document_types.values()
        return PhraseMatcher((words, one.code) for one in types for words in one.words)

    @cached_property
    def type_endings(self) -> Endings:
        """Words for types of documents, looked for right before a number."""
        return Endings(fold(words) for one in self.vocabulary.document_types.values() for words in one.words)

    @cached_property
    def hazards(self) -> PhraseMatcher[str]:
        """Words for natural hazards, to the hazard's code."""
        hazards = self.vocabulary.hazards.values()
        return PhraseMatcher((words, one.code) for one in hazards for words in one.words)

    @cached_property
    def themes(self) -> PhraseMatcher[str]:
        """Words that tell a field of government, to the theme's code."""
        themes = self.vocabulary.themes.values()
        return PhraseMatcher((words, one.code) for one in themes for words in one.words)

    def theme(self, key: str, start: int, end: int) -> str | None:
        """The theme most often told in ``key[start:end]``, the first of equals; None where no word tells."""
        counts = Counter(found.entry for found in self.themes.find(key[start:end]))
        return max(counts, key=counts.__getitem__) if counts else None

    @cached_property
    def answers(self) -> AnswerReader:
        """Statuses of replies and states of progress."""
        return AnswerReader(load_discourse())

    @cached_property
    def loss_nouns(self) -> PhraseMatcher[frozenset[str]]:
        """What a disaster hits, to the categories of loss it may be."""
        return _by_category(self.vocabulary, _nouns)

    @cached_property
    def loss_states(self) -> PhraseMatcher[frozenset[str]]:
        """What happened to it, to the categories of loss that it makes."""
        return _by_category(self.vocabulary, lambda category: category.states)

    @cached_property
    def loss_order(self) -> dict[str, int]:
        """The categories of loss, worst first among those of one noun."""
        return {code: number for number, code in enumerate(self.vocabulary.loss_categories)}


def _by_category(
    vocabulary: Vocabulary, words_of: Callable[[LossCategory], Iterable[str]]
) -> PhraseMatcher[frozenset[str]]:
    categories: dict[str, set[str]] = {}
    for category in vocabulary.loss_categories.values():
        for words in words_of(category):
            categories.setdefault(fold(words), set()).add(category.code)
    return PhraseMatcher({words: frozenset(_with_parts(words, categories)) for words in categories})


def _with_parts(words: str, categories: dict[str, set[str]]) -> set[str]:
    """The categories of "tốc mái, hư hỏng" are those of either, unless both together are one of their own."""
    parts = [categories.get(part, set()) for part in _COORDINATED.split(words)]
    own = categories[words]
    return own.union(*parts) if len(parts) > 1 and any(own & part for part in parts) else own


def _nouns(category: LossCategory) -> Iterable[str]:
    """Nouns of what is lost; animals are also counted as "con trâu", "con gia súc, gia cầm"."""
    counted = category.nouns if category.units[0] == "con" else ()
    return (*category.nouns, *(f"con {noun}" for noun in counted if not noun.startswith("con")))


_COORDINATED = re.compile(r", và |, | và ")
