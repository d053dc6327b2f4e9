"""Bytes to the one text of a document: decoded, legacy encodings converted, LF line ends, NFC, nothing else changed.

Two things are changed although they are no matter of encoding, both one for one: NUL and lone surrogates
become U+FFFD, because neither can be stored, hashed or written by what follows. Letters that a page lost
and diacritics that nobody typed are reported, never invented.
"""

import codecs
import re
from typing import NamedTuple

from camket.reading.loading.composing import nfc
from camket.reading.loading.legacy import from_tcvn3, from_vni, rate_of_syllables, repair
from camket.vocabulary.syllables import is_plain_syllable, is_vowelless

_BOMS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_NAMES = {
    "tcvn3": "TCVN3 (ABC)", "vni": "VNI", "cp1258": "Windows-1258", "utf-8-misread": "UTF-8 bị đọc nhầm thành Windows-1252",
}  # fmt: skip
_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")
_WORD = re.compile(r"[^\W\d_]+")
_VOWELLESS_WORD = re.compile(r"(?<![^\W_])[bcdđfghjklmnpqrstvwxz]{2,7}(?![\w.])")
_SAMPLE = 200_000
_BROKEN_SHARE = 0.1
_VIETNAMESE_RATE = 0.7
_WORDS_TO_JUDGE = 40
_PLAIN_RATE = 0.65
_ACCENTED_SHARE = 0.02
_LOST_SHARE = 0.01
_LOST_COUNT = 5


class Decoded(NamedTuple):
    """A text as the document keeps it, the encoding it came in, and what a person should know (Vietnamese)."""

    text: str
    encoding: str
    warnings: tuple[str, ...] = ()


class Raw(NamedTuple):
    """A text just decoded: line ends, legacy encodings and composition are still to be settled."""

    text: str
    encoding: str
    warnings: tuple[str, ...] = ()


def decode(data: bytes) -> Decoded:
    """Return the text of ``data``: UTF-8, UTF-16, Windows-1258, TCVN3 or VNI; never raises."""
    return _settled(read_bytes(data))


def text_from(text: str, encoding: str = "utf-8") -> Decoded:
    """Return the document text of a string that came decoded, such as a paragraph typed in a .VnTime font."""
    return _settled(Raw(text, encoding))


def read_bytes(data: bytes) -> Raw:
    """Decode ``data`` by its byte order mark, as UTF-8, or by what reads as Vietnamese."""
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return Raw(data[len(mark) :].decode(encoding, "replace"), encoding)
    try:
        return Raw(data.decode(), "utf-8")
    except UnicodeDecodeError:
        return _decode_broken(data)


def storable(text: str) -> tuple[str, int]:
    """Return the text with NUL and lone surrogates as U+FFFD, and how many there were."""
    return _UNSTORABLE.subn("\ufffd", text)


def conversion_warning(encoding: str) -> str:
    """Say that a text was converted from a legacy encoding."""
    return f"văn bản ở bảng mã {_NAMES.get(encoding, encoding)} đã được chuyển sang Unicode"


def _decode_broken(data: bytes) -> Raw:
    """Not UTF-8: a UTF-8 file with a few broken bytes, or one of the single-byte encodings."""
    lenient = data.decode("utf-8", "replace")
    beyond_ascii = len(lenient) - len(lenient.encode("ascii", "ignore"))
    broken = lenient.count("\ufffd")
    if broken <= beyond_ascii * _BROKEN_SHARE:
        return Raw(lenient, "utf-8", (f"{broken} byte không đúng UTF-8 đã được thay bằng ký hiệu \ufffd",))
    encoding, text, rate = _best_single_byte(data)
    if rate < _VIETNAMESE_RATE:
        return Raw(
            text, encoding, ("không nhận ra bảng mã; văn bản được đọc như Windows-1252, hãy kiểm tra chữ có dấu",)
        )
    return Raw(text, encoding, (conversion_warning(encoding),))


def _best_single_byte(data: bytes) -> tuple[str, str, float]:
    """Return encoding, text and rate of Vietnamese syllables of the reading that gives the most of them."""
    surface = "".join(_windows_letter(byte) for byte in range(256))
    plain = data.decode("latin-1").translate(dict(enumerate(surface)))
    readings = {
        "cp1252": plain,
        "cp1258": nfc(data.decode("cp1258", "replace")),
        "tcvn3": from_tcvn3(plain),
        "vni": from_vni(plain),
    }
    rates = {name: _rate(text) for name, text in readings.items()}
    best = max(rates, key=lambda name: rates[name])
    if rates[best] < _VIETNAMESE_RATE:
        best = "cp1252"
    return best, readings[best], rates[best]


def _windows_letter(byte: int) -> str:
    try:
        return bytes((byte,)).decode("cp1252")
    except UnicodeDecodeError:
        return chr(byte)


def _rate(text: str) -> float:
    words = [word for word in _beyond_ascii(text[:_SAMPLE]) if len(word) > 1]
    return rate_of_syllables(words) if words else 0.0


def _beyond_ascii(text: str) -> list[str]:
    return [word for word in _WORD.findall(text) if not word.isascii()]


def _settled(raw: Raw) -> Decoded:
    """Normalise a decoded text; the conversion of legacy encodings must come before NFC."""
    encoding, warnings = raw.encoding, raw.warnings
    text, unstorable = storable(raw.text)
    text, legacy = repair(text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n"))
    if legacy is not None:
        encoding, warnings = legacy, (*warnings, conversion_warning(legacy))
    if unstorable:
        warnings = (
            *warnings,
            f"{unstorable} ký tự không lưu được (NUL hoặc nửa cặp UTF-16) đã được thay bằng ký hiệu \ufffd",
        )
    text = nfc(text)
    return Decoded(text, encoding, (*warnings, *losses(text)))


def losses(text: str) -> tuple[str, ...]:
    """Say when a text has lost letters or was typed without diacritics."""
    sample = text[:_SAMPLE]
    words = sample.count(" ") + 1
    if words < _WORDS_TO_JUDGE:
        return ()
    # UTF-8 spends more than a byte on every letter with a diacritic, and Vietnamese has one in every second word.
    if len(sample.encode()) - len(sample) < len(sample) * _ACCENTED_SHARE:
        return _bare_of_diacritics(_WORD.findall(sample))
    vowelless = sum(is_vowelless(word) for word in _VOWELLESS_WORD.findall(sample))
    if vowelless >= _LOST_COUNT and vowelless >= words * _LOST_SHARE:
        return (f"văn bản bị mất chữ ({vowelless} từ không có nguyên âm trong {words} từ): cần đối chiếu bản gốc",)
    return ()


def _bare_of_diacritics(words: list[str]) -> tuple[str, ...]:
    plain = sum(is_plain_syllable(word) for word in words)
    if len(words) < _WORDS_TO_JUDGE or plain < len(words) * _PLAIN_RATE:
        return ()
    return ("văn bản không có dấu: số liệu đọc được nhưng từ ngữ có thể hiểu sai",)
