"""The words of the field: data files and small value types. Imports nothing of ours."""

from camket.vocabulary.data_file import VocabularyError
from camket.vocabulary.indicator import Aggregation, Break, Indicator, Measure, VerbHead
from camket.vocabulary.institution import Body, DocumentType, Post
from camket.vocabulary.loss import Hazard, LossCategory
from camket.vocabulary.term import Abbreviation, Qualifier, Theme
from camket.vocabulary.unit import Unit
from camket.vocabulary.vocabulary import Vocabulary, load_vocabulary, read_vocabulary

__all__ = [
    "Abbreviation", "Aggregation", "Body", "Break", "DocumentType", "Hazard", "Indicator", "LossCategory", "Measure",
    "Post", "Qualifier", "Theme", "Unit", "VerbHead", "Vocabulary", "VocabularyError", "load_vocabulary",
    "read_vocabulary",
]  # fmt: skip
