"""Printed numbers: a value with the rounding that its last printed digit allows."""

import re
from decimal import Decimal

from msgspec import Struct

VAGUE = frozenset({"about", "nearly", "over", "below", "at_least", "at_most", "vague", "basically"})
"""Qualifiers after which a number is no figure to calculate with exactly."""

LARGEST = 24
"""Numbers of more digits than this are no figures of a document; nothing is calculated with them."""

_NO_DIGITS = re.compile(r"\D+")


class Printed(Struct, frozen=True, gc=False):
    """``half`` is half a unit of the last printed digit, 0 of a counted number; ``exact`` is false after "gần", "hơn"."""

    value: Decimal
    half: Decimal
    exact: bool
    start: int
    end: int

    @property
    def low(self) -> Decimal:
        """The least the number may have been before rounding."""
        return self.value - self.half

    @property
    def high(self) -> Decimal:
        """The most the number may have been before rounding."""
        return self.value + self.half


def last_digit(value: Decimal, digits: str) -> int:
    """The power of ten of the last digit printed: "1,2 tỷ" is exact to 10^8.

    >>> last_digit(Decimal("1200000000"), "1,2"), last_digit(Decimal("17.1"), "17,1"), last_digit(Decimal(1500), "1.500")
    (8, -1, 0)
    """
    shown = _NO_DIGITS.sub("", digits)
    plain = str(value)
    if shown == plain.replace(".", ""):  # nearly all numbers: printed digit by digit as they are
        point = plain.find(".")
        return 0 if point < 0 else point + 1 - len(plain)
    if not shown or len(shown) > LARGEST or not value:
        return _own(value)
    whole = Decimal(int(shown))
    if not whole:
        return _own(value)
    power = value.adjusted() - whole.adjusted()
    return power if whole.scaleb(power) == abs(value) else _own(value)


def sane(value: Decimal | None) -> bool:
    """Whether ``value`` is one to calculate with."""
    if value is None:
        return False
    plain = str(value)
    if len(plain) <= LARGEST and plain.replace(".", "").isdigit():
        return True  # nearly all numbers
    return value.is_finite() and value.adjusted() < LARGEST and len(value.as_tuple().digits) <= LARGEST


def _own(value: Decimal) -> int:
    exponent = value.as_tuple().exponent
    return min(0, exponent) if isinstance(exponent, int) else 0
