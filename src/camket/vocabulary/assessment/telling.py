"""How numbers are told in the notes of an assessment."""

from decimal import Decimal


def told(number: Decimal) -> str:
    """The number as Vietnamese reports print it: 1.234,5."""
    plain = number.normalize() if number else Decimal(0)
    return f"{plain:,f}".translate(str.maketrans(",.", ".,"))
