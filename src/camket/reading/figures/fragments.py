"""Fragments of patterns that several parts of the grammar share."""

from camket.reading.figures.words import load_words
from camket.reading.lexing.patterns import any_of

_WORDS = load_words()

PLAN = any_of(_WORDS.plans)
OWNER = any_of(_WORDS.owners)
# Adverbs and qualifiers that may stand between a verb and its number: "ước đạt khoảng gần 20 tỷ".
SMALL = any_of(_WORDS.small)
