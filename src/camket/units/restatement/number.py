"""Numbers in tables: 1.234,5 and 1234.5 are one; which marks a table uses is told by its own cells."""

import re
from collections.abc import Iterable
from decimal import Decimal

from camket.units.errors import UnitsError

_SPACES = re.compile(r"[\s\u00a0\u202f]")
_GROUPED = {mark: re.compile(rf"[+-]?[1-9]\d{{0,2}}(?:{re.escape(mark)}\d{{3}})+") for mark in ".,"}
_PLAIN = re.compile(r"[+-]?\d{1,40}(?:([.,])(\d{1,20}))?")


def decimal_mark(cells: Iterable[str]) -> str | None:
    """The decimal mark that the cells use, None where none of them tells.

    "7,71", "1.234,5" and "1.234.567" tell a comma; "7.71" and "1,234.5" a point; "1.234" may be either. Raises
    UnitsError, naming both, where one cell tells a comma and another a point.
    """
    told: dict[str, str] = {}
    for cell in cells:
        mark = _told(_SPACES.sub("", cell))
        if mark:
            told.setdefault(mark, cell)
    if len(told) > 1:
        message = (
            f"«{told[',']}» dùng dấu phẩy thập phân mà «{told['.']}» dùng dấu chấm; hãy viết cả bảng theo một cách"
        )
        raise UnitsError(message)
    return next(iter(told), None)


def read_number(cell: str, mark: str | None) -> Decimal:
    """The number in a cell, by the table's decimal mark. Raises UnitsError where it is none, or could be two."""
    text = _SPACES.sub("", cell)
    own = _told(text) or mark
    if own is None and any(_GROUPED[thousands].fullmatch(text) for thousands in ".,"):
        digits = re.sub(r"[.,]", "", text)
        message = f"«{cell}» có thể là {digits} hoặc một số lẻ; hãy viết {digits} hoặc thêm số 0 sau dấu phẩy"
        raise UnitsError(message)
    digits = text if own is None else _pointed(text, own)
    if not _PLAIN.fullmatch(digits):
        message = f"«{cell}» không phải là một số; viết như 1234,5 hoặc 1.234,5"
        raise UnitsError(message)
    return Decimal(digits.replace(",", "."))


def _pointed(text: str, mark: str) -> str:
    """With a point before decimals and nothing at thousands; as it is where its groups are not of three digits."""
    whole, point, decimals = text.partition(mark)
    thousands = "." if mark == "," else ","
    if thousands in whole and not _GROUPED[thousands].fullmatch(whole):
        return text
    return whole.replace(thousands, "") + (f".{decimals}" if point else "")


def _told(text: str) -> str | None:
    """The decimal mark that one number alone tells."""
    if "." in text and "," in text:
        return max(".,", key=text.rfind)
    for thousands, mark in ((".", ","), (",", ".")):
        if text.count(thousands) > 1 and _GROUPED[thousands].fullmatch(text):
            return mark
    plain = _PLAIN.fullmatch(text)
    if plain is None or plain[1] is None or _GROUPED[plain[1]].fullmatch(text):
        return None
    return plain[1]
