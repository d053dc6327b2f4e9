"""Numbers as Vietnamese documents print them: 1.284,5."""

from decimal import Decimal

_TO_VIETNAMESE = str.maketrans(",.", ".,")


def plain(value: Decimal) -> str:
    """A Decimal as digits with a point, never with an exponent: the contract's form."""
    return format(value, "f")


def number_words(value: Decimal) -> str:
    """A Decimal with a dot at thousands and a comma before decimals."""
    return format(value, ",f").translate(_TO_VIETNAMESE)
