"""The folded key: one spelling for comparing, of the same length as the text it stands for.

Vietnamese local-government prose writes one word in several ways (uỷ/ủy, tỷ/tỉ, Ð for Đ, a Cyrillic
letter inside a Latin word, any dash for a hyphen). Everything that is matched, words of the
vocabulary and document alike, is folded first, and because folding never changes the length, an
offset in the key is an offset in the text.
"""

import re
from collections.abc import Iterable
from functools import lru_cache

_LOOK_ALIKES = {
    # eth and African D, which old newspaper pages print for the Vietnamese letter
    "Ð": "đ", "ð": "đ", "Ɖ": "đ", "ɖ": "đ",
    # Greek, Cyrillic and Armenian letters that anti-copy scripts put into Latin words
    "Α": "a", "α": "a", "Β": "b", "Ε": "e", "Η": "h", "Ι": "i", "Κ": "k", "Μ": "m", "Ν": "n", "Ο": "o", "ο": "o",
    "Ρ": "p", "Τ": "t", "Υ": "y", "Χ": "x", "ν": "v", "а": "a", "А": "a", "В": "b", "е": "e", "Е": "e", "К": "k",
    "М": "m", "Н": "h", "о": "o", "О": "o", "р": "p", "Р": "p", "с": "c", "С": "c", "Т": "t", "у": "y", "х": "x",
    "Х": "x", "і": "i", "І": "i", "հ": "h", "ս": "u", "օ": "o",
    # spaces, dashes and quotation marks of every kind
    "\u00a0": " ", "\u2002": " ", "\u2003": " ", "\u2007": " ", "\u2009": " ", "\u202f": " ", "\u3000": " ",
    "\t": " ", "\u200b": " ", "\ufeff": " ", "\f": "\n", "\u2028": "\n", "\u2029": "\n", "\v": "\n", "\x85": "\n",
    "‐": "-", "‑": "-", "‒": "-", "–": "-", "—": "-", "―": "-", "−": "-", "\u00ad": "-", "\uf02d": "-",
    "“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "‘": "'", "’": "'", "´": "'", "²": "2", "³": "3",
    "İ": "i",  # the one letter whose lower case is two code points
}  # fmt: skip

_ODD = re.compile("[" + re.escape("".join(_LOOK_ALIKES)) + "]")

# The tone mark of an open oa, oe, uy stands on either vowel; i and y alternate at the end of these syllables.
_TONES = dict(
    pair.split(">")
    for pair in "òa>oà óa>oá ỏa>oả õa>oã ọa>oạ òe>oè óe>oé ỏe>oẻ õe>oẽ ọe>oẹ ùy>uỳ úy>uý ủy>uỷ ũy>uỹ ụy>uỵ".split()
)
_ENDINGS = dict(
    pair.split(">")
    for pair in (
        "tỷ>tỉ kỳ>kì kỷ>kỉ kỹ>kĩ ký>kí lý>lí mỹ>mĩ mỵ>mị sỹ>sĩ quý>quí quỹ>quĩ quỳ>quì hỷ>hỉ vỹ>vĩ tỵ>tị"
    ).split()
)
_SPELLED = re.compile("[òóỏõọùúủũụỳýỷỹỵ][aey]?")
_ENDINGS_BY_LETTER = {
    letter: [(written, kept) for written, kept in _ENDINGS.items() if written[-1] == letter] for letter in "ỳýỷỹỵ"
}


def fold(text: str) -> str:
    """Return the key of ``text`` (NFC): lower case, one spelling; ``len(fold(t)) == len(t)`` always."""
    return _of_words(text) if len(text) <= _WORDS else _of_text(text)


def _of_text(text: str) -> str:
    # Few of the odd characters and spellings stand in one text: to replace those few beats a table for all.
    for odd in set(_ODD.findall(text)):
        text = text.replace(odd, _LOOK_ALIKES[odd])
    key = text.lower()
    spelled = set(_SPELLED.findall(key))
    letters = {written[0] for written in spelled}
    for written in _TONES.keys() & spelled:
        key = key.replace(written, _TONES[written])
        letters.add(_TONES[written][-1])
    for letter in _ENDINGS_BY_LETTER.keys() & letters:
        for written, kept in _ENDINGS_BY_LETTER[letter]:
            key = key.replace(written, kept)
    return key


_WORDS = 48
"""So short a text is a label or a name, and asked for again and again."""
_of_words = lru_cache(maxsize=4096)(_of_text)


def fold_all(texts: Iterable[str]) -> list[str]:
    """The keys of many short texts without line breaks, folded together, which is much faster."""
    listed = list(texts)
    return fold("\n".join(listed)).split("\n") if listed else []
