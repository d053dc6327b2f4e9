"""Words typed in a font of the time before Unicode, whose letters are stored as other letters.

A font named ``.Vn...`` is TCVN3 (ABC), one named ``VNI-...`` is VNI; a TCVN3 font whose name ends in H draws capitals.
"""

from collections.abc import Iterable
from itertools import groupby

from camket.reading.loading.legacy import from_tcvn3, from_vni

_UNICODE, _TCVN3, _VNI = "", "tcvn3", "vni"
# Quotation marks, dashes and the like that Word puts in whatever the font.
_PUNCTUATION = ("\u2000", "\u20ff")


def written_in(pieces: Iterable[tuple[str, str]]) -> str:
    """Join (font, text) pieces into Unicode; neighbours in one encoding are converted together."""
    text = []
    for (encoding, capitals), run in groupby(pieces, key=lambda piece: _encoding(piece[0])):
        joined = "".join(part for _, part in run)
        text.append(_convert(joined, encoding, capitals=capitals))
    return "".join(text)


def _encoding(font: str) -> tuple[str, bool]:
    name = font.lower()
    if name.startswith(".vn"):
        return _TCVN3, name.endswith("h")
    return (_VNI, False) if name.startswith("vni-") else (_UNICODE, False)


def _convert(text: str, encoding: str, *, capitals: bool) -> str:
    # A letter beyond Latin-1 shows that the words were typed in Unicode whatever the font says.
    if encoding == _UNICODE or any(sign > "\xff" and not _is_punctuation(sign) for sign in text):
        return text
    converted = from_tcvn3(text) if encoding == _TCVN3 else from_vni(text)
    return converted.upper() if capitals else converted


def _is_punctuation(sign: str) -> bool:
    # Code page 1252 has letters of its own here and there (Œ, Š, Ÿ, ƒ, ˆ, ˜), which legacy text uses.
    return _PUNCTUATION[0] <= sign <= _PUNCTUATION[1] or sign in "ŒœŠšŸŽžƒˆ˜™"
