"""Numerals: from the digits or words as printed to a Decimal."""

import re
from decimal import Decimal
from functools import lru_cache

import msgspec

from camket.reading.lexing.patterns import any_of, folded
from camket.vocabulary.folding import fold

# Dots part thousands and a comma is the decimal mark; the other notations are misprints and older pages'.
# Bounded everywhere: a megabyte of digits is no number and must cost no more than its length.
AFTER_FIRST = (
    r"(?:\d{0,14}(?![\d.,])"
    r"|\d{0,2}(?:\.\d{3}){1,5}(?:,\d{1,6}(?!\d)|\.\d{1,2}(?![\d.]))?(?![\d])"
    r"|\d{0,2}(?:,\d{3}){2,5}(?!\d)"
    r"|\d{0,14}\.\d{1,2}(?![\d.])"
    r"|\d{0,14},\d{1,6}(?!\d)"
    r"|\d{0,14}(?!\d))"
)
"""What makes a numeral of its first digit."""
NUMERAL = re.compile(rf"\d{AFTER_FIRST}")
_UNITS = {"một": 1, "hai": 2, "ba": 3, "bốn": 4, "năm": 5, "sáu": 6, "bảy": 7, "tám": 8, "chín": 9}
_AFTER_TEN = {**_UNITS, "mốt": 1, "tư": 4, "lăm": 5, "bẩy": 7}
SPELLED = folded(
    rf"(?P<tens>{any_of(tuple(_UNITS))}) mươi(?: (?P<rest>{any_of(tuple(_AFTER_TEN))}))?(?!\w)"
    rf"|mười(?: (?P<teen>{any_of(tuple(_AFTER_TEN))}))?(?!\w)"
    rf"|(?P<one>{any_of(tuple(_UNITS))})(?!\w)"
)
SPELLED_STARTS = (*_UNITS, "mười")


class Numeral(msgspec.Struct, frozen=True, gc=False):
    """A numeral as printed and the values it may have; ``other`` is the second reading of "2,700"."""

    start: int
    end: int
    value: Decimal
    other: Decimal | None


def numeral(key: str, start: int) -> Numeral | None:
    """Return the numeral in digits that starts at ``start``, read with a decimal comma unless it cannot be one."""
    match = NUMERAL.match(key, start)
    return as_printed(match) if match else None


def as_printed(match: re.Match[str]) -> Numeral:
    """The numeral that a match of ``NUMERAL`` holds."""
    start, end = match.span()
    value, other = _values(match.group())
    return Numeral(start, end, value, other)


@lru_cache(maxsize=4096)
def _values(printed: str) -> tuple[Decimal, Decimal | None]:
    """The values of a numeral, tidy; few numerals make up most of those in print."""
    value, other = _read(printed)
    return tidy(value), other


def _read(printed: str) -> tuple[Decimal, Decimal | None]:
    if printed.isdigit():
        return Decimal(printed), None
    if "," in printed:
        head, _, tail = printed.rpartition(",")
        if "," in head:
            return Decimal(printed.replace(",", "")), None
        whole = head.replace(".", "")
        other = Decimal(whole + tail) if len(tail) == 3 and len(head) <= 3 and head != "0" else None
        return Decimal(f"{whole}.{tail}"), other
    return _dotted(printed)


def _dotted(printed: str) -> tuple[Decimal, Decimal | None]:
    head, _, tail = printed.rpartition(".")
    if len(tail) < 3:
        return Decimal(f"{head.replace('.', '')}.{tail}"), None
    if head == "0":
        return Decimal(printed), None
    return Decimal(printed.replace(".", "")), Decimal(printed) if "." not in head else None


def spelled(key: str, start: int) -> Numeral | None:
    """Return the number in words that starts at ``start``: "hai", "mười lăm", "ba mươi mốt"."""
    match = SPELLED.match(key, start)
    if match is None:
        return None
    if match["one"]:
        value = _UNITS[match["one"]]
    elif match["tens"]:
        value = 10 * _UNITS[match["tens"]] + _AFTER_TEN.get(match["rest"], 0)
    else:
        value = 10 + _AFTER_TEN.get(match["teen"], 0)
    return Numeral(start, match.end(), Decimal(value), None)


def tidy(value: Decimal) -> Decimal:
    """The same value without trailing zeros and without an exponent."""
    whole = value.to_integral_value()
    return Decimal(int(whole)) if value == whole else value.normalize()


assert all(fold(word) == word for word in _AFTER_TEN)  # noqa: S101  (the tables above are keyed by folded words)
