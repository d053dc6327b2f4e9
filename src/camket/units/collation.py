"""Collation: the order in which a Vietnamese reader looks for names in a list."""

import re
from unicodedata import normalize

_ALPHABET = {letter: place for place, letter in enumerate("aăâbcdđeêfghijklmnoôơpqrstuưvwxyz")}
_TONES = {mark: place for place, mark in enumerate("\u0300\u0309\u0303\u0301\u0323", start=1)}
"""The order of dictionaries: level, huyền, hỏi, ngã, sắc, nặng."""
_SYLLABLE = re.compile(r"[0-9]{1,18}|[^\W\d_]+")

type SortKey = tuple[tuple[int, tuple[int, ...], int], ...]


def sort_key(name: str) -> SortKey:
    """The key by which to sort: syllable by syllable, its letters before its tone; numbers by size and before letters.

    "Ba, Bà, Bá, Bản, Băng, Bình": a syllable's tone counts only where its letters are the same.
    """
    return tuple(_syllable(found) for found in _SYLLABLE.findall(normalize("NFC", name).lower()))


def _syllable(text: str) -> tuple[int, tuple[int, ...], int]:
    if text.isdecimal():
        return 0, (int(text),), 0
    marks = normalize("NFD", text)
    letters = normalize("NFC", "".join(mark for mark in marks if mark not in _TONES))
    tone = next((_TONES[mark] for mark in marks if mark in _TONES), 0)
    return 1, tuple(_ALPHABET.get(letter, len(_ALPHABET) + ord(letter)) for letter in letters), tone
