"""Words: a text parted into words, each with the two keys by which it is found."""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from camket.vocabulary.folding import fold

LONGEST = 64
"""Of a longer run of letters only so many are looked at: it is no word, and databases limit what they index."""
# Composed or not: combining marks belong to the letter before them.
_WORD = re.compile("[^\\W_](?:[^\\W_]|[\u0300-\u036f])*")
# i and y are one letter at the end of an open syllable (kỹ, kĩ); not after a vowel (thúy is not thúi), but for qu.
_OPEN = re.compile("(?:[bcdđghklmnprstvx]|[cgkpt]h|n[gh]|ngh|tr|qu)[yỳýỷỹỵ]")
_I = str.maketrans("yỳýỷỹỵ", "iìíỉĩị")


class Word(NamedTuple):
    """A word from ``start`` to ``end`` of its text. ``exact`` is one spelling of it, ``bare`` that without diacritics."""

    start: int
    end: int
    bare: str
    exact: str


def words(text: str) -> Iterator[Word]:
    """The words of a text, in order; punctuation parts words and is none."""
    for found in _WORD.finditer(text):
        yield Word(*found.span(), *keys(found[0]))


@lru_cache(maxsize=65536)
def keys(word: str) -> tuple[str, str]:
    """The bare and the exact key of a word: whole syllables, so that i and y can be told."""
    exact = beginning(word)
    if _OPEN.fullmatch(exact):
        exact = exact[:-1] + exact[-1].translate(_I)
    return bare(exact), exact


def beginning(word: str) -> str:
    """The exact key of letters that more may follow: ``quy`` may become quyết, so its y stays."""
    return fold(unicodedata.normalize("NFC", word[:LONGEST]))


def bare(key: str) -> str:
    """A key without diacritics, đ as d."""
    parts = unicodedata.normalize("NFD", key.replace("đ", "d"))
    return unicodedata.normalize("NFC", "".join(one for one in parts if unicodedata.category(one) != "Mn")) or key
