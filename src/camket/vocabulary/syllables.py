"""Vietnamese syllables: what a word can look like, for telling Vietnamese from what only resembles it."""

import re
import unicodedata
from functools import cache
from importlib import resources

import yaml

_TONES = "\u0300\u0301\u0303\u0309\u0323"
_BASES = "aăâeêioôơuưy"
_TONELESS = str.maketrans(
    {unicodedata.normalize("NFC", base + tone): base for base in _BASES for tone in _TONES},
)
_PLAIN = str.maketrans("ăâđêôơư", "aadeoou")
_VOWELS = re.compile(r"[aăâeêioôơuưyàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ]")


@cache
def _data() -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    text = resources.files("camket.vocabulary").joinpath("syllables.yml").read_text("utf-8")
    raw = yaml.load(text, Loader=yaml.BaseLoader)  # noqa: S506 -- makes strings, lists and dicts only
    rhymes = [rhyme for group in raw["rhymes"] for rhyme in group]
    syllables = frozenset(onset + rhyme for onset in ("", *raw["onsets"]) for rhyme in rhymes)
    return syllables, frozenset(one.translate(_PLAIN) for one in syllables), frozenset(raw["vowelless"])


def is_syllable(word: str) -> bool:
    """Whether ``word`` (NFC, any case) can be a Vietnamese syllable.

    >>> is_syllable("Nghiêng"), is_syllable("®ång"), is_syllable("strength")
    (True, False, False)
    """
    return word.lower().translate(_TONELESS) in _data()[0]


def is_plain_syllable(word: str) -> bool:
    """Whether ``word`` can be a Vietnamese syllable written without any diacritic ("phuong")."""
    return word.lower() in _data()[1]


def is_vowelless(word: str) -> bool:
    """Whether a lower-case word has no vowel and is no unit or abbreviation: "thng" for "thống"."""
    return _VOWELS.search(word) is None and word not in _data()[2]
