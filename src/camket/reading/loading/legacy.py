"""Legacy Vietnamese encodings: recognised by the syllables that a conversion gives, converted by viparse.

Text typed in .VnTime (TCVN3) or VNI-Times fonts is made of Latin-1 characters that only the font shows
as Vietnamese; text saved as UTF-8 and read as Windows-1252 looks alike. A line is converted only when its
words are not Vietnamese as they stand and are after conversion, so Unicode Vietnamese, other languages
and numbers are never touched. TCVN3 keeps no case for accented capitals (a "H" font draws them): such
headings come out in lower case.
"""

import re
from collections.abc import Callable, Iterable
from functools import cache
from typing import NamedTuple

from camket.reading.loading.composing import nfc
from camket.vocabulary.syllables import is_syllable

# Characters that neither Vietnamese text nor its usual punctuation holds, but that every legacy text does.
_MARKERS = re.compile(r"[\x80-\x9f¡-¦¨-¯¸-¼¾¿´µ¶ÄÅÆÇËÏÐÑÖØÛÜÞßäåæçëïðñöøûüþÿƒ†‡ˆ‰ŠŒŽ™š›œžŸ]")
_UNICODE_VIETNAMESE = re.compile(r"[ĂăĐđĨĩŨũƠơƯưẠ-ỹ]")
_EDGES = "\"'()[]{}.,;:!?/\\-–—…“”‘’*+|<>=%&0123456789 \u00a0"
_MISREAD = re.compile(r"[\u0080-\u00ff€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]+")
# "à" read amiss is "Ã" and a no-break space, which sites turn into a plain one or drop: "toÃ n", "vÃ  nhÃ".
_PLAIN_SPACE = re.compile(r"Ã (?= |(?:n|ng|nh|m|o|i|u|y)\b)")
_DROPPED_SPACE = re.compile(r"(?<=[^\W\d_])Ã(?=[ .,;:)]|$)", re.MULTILINE)

# viparse has only the letters that its corpus showed, which had no hook over breve.
_HOOK_OVER_BREVE = (("aú", "ẳ"), ("AÚ", "Ẳ"))

_ENOUGH_WORDS = 2
_VIETNAMESE_RATE = 0.75
_FOREIGN_RATE = 0.5


class Conversion(NamedTuple):
    """What became of a text: ``encoding`` is None where nothing was converted."""

    text: str
    encoding: str | None


@cache
def _tables() -> dict[str, Callable[[str], str]]:
    # Slow to import, and few texts need it.
    from viparse.normalize.tables import build_charmap, convert  # noqa: PLC0415 - few files need it
    from viparse.normalize.tcvn3 import TCVN3  # noqa: PLC0415 - few files need it
    from viparse.normalize.vni import VNI  # noqa: PLC0415 - few files need it

    known = dict(VNI.pairs)
    missing = [pair for pair in _HOOK_OVER_BREVE if pair[0] not in known]
    vni = build_charmap("vni", [*VNI.pairs, *missing])
    return {"tcvn3": lambda text: str(convert(text, TCVN3)), "vni": lambda text: str(convert(text, vni))}


def from_tcvn3(text: str) -> str:
    """Return the Unicode of text in TCVN3 (ABC, .Vn fonts) read as Windows-1252."""
    return _tables()["tcvn3"](text)


def from_vni(text: str) -> str:
    """Return the Unicode of text in VNI-Windows read as Windows-1252."""
    return _tables()["vni"](text)


def from_misread(text: str) -> str:
    """Return the text whose UTF-8 bytes were read as Windows-1252 or Latin-1; what does not decode stays."""
    whole = _DROPPED_SPACE.sub("Ã\u00a0", _PLAIN_SPACE.sub("Ã\u00a0", text))
    return _MISREAD.sub(lambda run: _reread(run.group()), whole)


def _reread(run: str) -> str:
    try:
        return b"".join(_byte(letter) for letter in run).decode()
    except UnicodeError:
        return run


def _byte(letter: str) -> bytes:
    try:
        return letter.encode("cp1252")
    except UnicodeEncodeError:
        return letter.encode("latin-1")


_CONVERTERS: dict[str, Callable[[str], str]] = {"utf-8-misread": from_misread, "tcvn3": from_tcvn3, "vni": from_vni}


def repair(text: str) -> Conversion:
    """Convert the lines of ``text`` that stand in a legacy encoding; a text without any comes back as it is."""
    if _MARKERS.search(text) is None:
        return Conversion(text, None)
    lines = text.split("\n")
    suspects = [line for line in lines if not line.isascii() and _UNICODE_VIETNAMESE.search(line) is None]
    encoding = recognise(" ".join(suspects))
    if encoding is None:
        return Conversion(text, None)
    kept = [convert_line(line, encoding) for line in lines]
    return Conversion("\n".join(kept), encoding)


def recognise(text: str) -> str | None:
    """Return the legacy encoding in which ``text`` reads as Vietnamese, or None when it does as it stands or in none.

    Judged by the rate of possible Vietnamese syllables among the words with letters beyond ASCII.
    """
    sample = _sample(text)
    if (
        len(sample) < _ENOUGH_WORDS
        or not any(map(_MARKERS.search, sample))
        or rate_of_syllables(sample) >= _FOREIGN_RATE
    ):
        return None
    joined = " ".join(sample)
    rates = {name: rate_of_syllables(_accented(converter(joined))) for name, converter in _CONVERTERS.items()}
    best = max(rates, key=lambda name: rates[name])
    return best if rates[best] >= _VIETNAMESE_RATE else None


def convert_line(line: str, encoding: str) -> str:
    """Return a line of a text recognised as ``encoding`` in Unicode; a line that is Unicode already stays."""
    if line.isascii() or _UNICODE_VIETNAMESE.search(line) is not None:
        return line
    words = _accented(line)
    if words and rate_of_syllables(words) >= _VIETNAMESE_RATE and not _MARKERS.search(line):
        return line
    return _CONVERTERS[encoding](line)


def _sample(text: str, limit: int = 3000) -> list[str]:
    """Words beyond ASCII of a text, at most ``limit``: enough to judge by, whatever the text's size."""
    return _accented(text[: limit * 40])[:limit]


def _accented(text: str) -> list[str]:
    words = (word.strip(_EDGES) for word in nfc(text).split())
    return [word for word in words if len(word) > 1 and not word.isascii()]


def rate_of_syllables(words: Iterable[str]) -> float:
    """Return the share of ``words`` that can be Vietnamese syllables (1.0 of no words)."""
    judged = [is_syllable(word) for word in words]
    return sum(judged) / len(judged) if judged else 1.0
