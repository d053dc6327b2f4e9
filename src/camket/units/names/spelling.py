"""Spelling: when two written names are one name, and how far from each other they are written."""

import re
import unicodedata
from enum import IntEnum
from functools import lru_cache
from typing import NamedTuple

from camket.vocabulary.folding import fold

_TONES = "\u0300\u0301\u0303\u0309\u0323"
_HATS = {"a": "ăâ", "e": "ê", "o": "ôơ", "u": "ư", "i": "", "y": ""}


class Likeness(IntEnum):
    """How a written name is like a known one; the smaller, the liker."""

    EXACT = 0
    OLD_SPELLING = 1
    """Another place of the tone mark, i for y or y for i: "Thuỷ", "Mĩ"."""
    OTHER_FORM = 2
    """Other hyphens, blanks or apostrophes, c for k, o for oo: "Plei Ku", "Đắc Lắc"."""
    NO_DIACRITICS = 3
    SOME_DIACRITICS = 4
    """Some marks are missing, or are there where the known name has none."""


def _with_tones(letter: str) -> dict[str, str]:
    return {unicodedata.normalize("NFC", letter + tone): letter for tone in _TONES}


_TONELESS = {toned: letter for base, hats in _HATS.items() for letter in base + hats for toned in _with_tones(letter)}
_HATLESS = {hat: base for base, hats in _HATS.items() for hat in hats} | {"đ": "d"}
_PLAIN = str.maketrans(
    _HATLESS | {toned: _HATLESS.get(letter, letter) for toned, letter in _TONELESS.items()},
)
_TONE_OF = {toned: tone for base, hats in _HATS.items() for letter in base + hats
            for tone, toned in enumerate(_with_tones(letter), 1)}  # fmt: skip
# What a name keeps of its spelling: letters and digits; y is read as i whichever tone it bears.
_DROPPED = dict.fromkeys(" -'.’`\",_/()", "")
_Y_AS_I = dict(zip("y" + "".join(_with_tones("y")), "i" + "".join(_with_tones("i")), strict=True))
_SHAPED = str.maketrans(_DROPPED | _Y_AS_I)
_O = "".join(
    letter for letter in ("o", "ô", "ơ", *_TONELESS) if _HATLESS.get(base := _TONELESS.get(letter, letter), base) == "o"
)
_HARD_C = re.compile("c(?!h)")
_LONG_O = re.compile(f"[{_O}]+([{_O}])")


def plain(folded: str) -> str:
    """A folded text without diacritics, of the same length."""
    return folded.translate(_PLAIN)


class Spelled(NamedTuple):
    """What a name is compared by."""

    shape: str
    """What all its usual spellings have in common."""
    key: str
    """The shape without diacritics, and a number without leading noughts: under it the name is found."""


def spelled(name: str) -> Spelled:
    """The shape and the key of a name (NFC)."""
    pairs = [_of_syllable(syllable) for syllable in name.split()]
    shape, key = "".join([one for one, _ in pairs]), "".join([one for _, one in pairs])
    return Spelled(shape, key.lstrip("0") or key if key[:1] == "0" else key)


@lru_cache(maxsize=16384)  # names are made of some six thousand syllables
def _of_syllable(syllable: str) -> tuple[str, str]:
    shape = _LONG_O.sub(r"\1", _HARD_C.sub("k", fold(syllable))).translate(_SHAPED)
    return shape, shape.translate(_PLAIN)


@lru_cache(maxsize=32768)
def likeness(written: str, shape: str, known: str, known_shape: str) -> Likeness | None:
    """How ``written`` is like ``known``, both with their shapes; None where the diacritics contradict each other.

    The two are taken to have one key.
    """
    if shape == known_shape:
        if written.casefold() == known.casefold():
            return Likeness.EXACT
        return Likeness.OLD_SPELLING if fold(written) == fold(known) else Likeness.OTHER_FORM
    if shape.isdecimal():
        return Likeness.OTHER_FORM
    if shape.isascii():
        return Likeness.NO_DIACRITICS
    pairs = zip(shape, known_shape, strict=False)
    return Likeness.SOME_DIACRITICS if all(_compatible(*pair) for pair in pairs) else None


@lru_cache(maxsize=8192)
def _compatible(one: str, other: str) -> bool:
    """Whether one letter is the other with its tone, its hat or both left off."""
    if one == other:
        return True
    (hat, tone), (other_hat, other_tone) = _marks(one), _marks(other)
    return (hat == other_hat or not (hat and other_hat)) and (tone == other_tone or not (tone and other_tone))


def _marks(letter: str) -> tuple[str, int]:
    toneless = _TONELESS.get(letter, letter)
    return toneless if toneless in _HATLESS else "", _TONE_OF.get(letter, 0)
