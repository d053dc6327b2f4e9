"""Numbers as Vietnamese prose writes them: "1.234,5", and money in the unit that is spoken of."""

from decimal import Decimal

_BILLION = Decimal(10**9)
_MILLION = Decimal(10**6)


def number(value: Decimal) -> str:
    """Decimal comma, dots between thousands, no needless zeros.

    >>> number(Decimal("1234.50"))
    '1.234,5'
    """
    digits = f"{value:,f}"
    whole, _, part = digits.partition(".")
    part = part.rstrip("0")
    return whole.replace(",", ".") + (f",{part}" if part else "")


def short(value: Decimal, places: int = 2) -> str:
    """As ``number``, rounded for reading.

    >>> short(Decimal("111.2727"))
    '111,27'
    """
    return number(round(value, places))


def amount(value: Decimal, unit: str | None) -> str:
    """A value with its unit; money in tỷ or triệu đồng.

    >>> amount(Decimal("24500000000"), "VND"), amount(Decimal(21), "xã"), amount(Decimal("7.5"), "%")
    ('24,5 tỷ đồng', '21 xã', '7,5%')
    """
    if unit is None:
        return short(value, 3)
    if unit.startswith("VND"):
        rest = unit.removeprefix("VND")
        scale, word = _scale(abs(value))
        return f"{short(value / scale, 3)} {word}{rest}"
    return f"{short(value, 3)}%" if unit == "%" else f"{short(value, 3)} {unit}"


def _scale(value: Decimal) -> tuple[Decimal, str]:
    if value >= _BILLION:
        return _BILLION, "tỷ đồng"
    return (_MILLION, "triệu đồng") if value >= _MILLION else (Decimal(1), "đồng")
