"""TCVN3 (the ABC fonts, .VnTime): one byte a letter, as offices wrote before Unicode (TCVN 6909:2001)."""

from __future__ import annotations

import unicodedata

_LETTERS = (
    "ĂÂÊÔƠƯĐăâêôơưđ", bytes(range(0xA1, 0xAF)),
    "àảãáạ", b"\xb5\xb6\xb7\xb8\xb9",
    "ằẳẵắặ", b"\xbb\xbc\xbd\xbe\xc6",
    "ầẩẫấậ", b"\xc7\xc8\xc9\xca\xcb",
    "èẻẽéẹ", b"\xcc\xce\xcf\xd0\xd1",
    "ềểễếệ", b"\xd2\xd3\xd4\xd5\xd6",
    "ìỉĩíị", b"\xd7\xd8\xdc\xdd\xde",
    "òỏõóọ", b"\xdf\xe1\xe2\xe3\xe4",
    "ồổỗốộ", b"\xe5\xe6\xe7\xe8\xe9",
    "ờởỡớợ", b"\xea\xeb\xec\xed\xee",
    "ùủũúụ", b"\xef\xf1\xf2\xf3\xf4",
    "ừửữứự", b"\xf5\xf6\xf7\xf8\xf9",
    "ỳỷỹýỵ", b"\xfa\xfb\xfc\xfd\xfe",
)  # fmt: skip
TCVN3 = {
    letter: byte
    for letters, codes in zip(_LETTERS[::2], _LETTERS[1::2], strict=True)
    for letter, byte in zip(str(letters), bytes(codes), strict=True)
}


def to_tcvn3(text: str) -> bytes:
    """Encode Vietnamese as TCVN3 bytes.

    The encoding has no capital letters with a tone: their case was carried by the capital font (.VnTimeH),
    so they are written small here too. ``ValueError`` names a letter the encoding does not have.
    """
    return bytes(_byte(letter) for letter in unicodedata.normalize("NFC", text))


def _byte(letter: str) -> int:
    for form in (letter, letter.lower()):
        if form in TCVN3:
            return TCVN3[form]
        if form.isascii():
            return ord(form)
    message = f"TCVN3 không có ký tự {letter!r}"
    raise ValueError(message)
