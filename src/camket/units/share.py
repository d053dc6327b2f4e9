"""Shares of a unit's people or land, exact, where some of them are stated by no act.

An unstated share is kept as a named unknown. The last part of a unit is what the others leave, so that the parts of a
split which later meet again in one unit add up to the whole by themselves, whatever their sizes were.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from fractions import Fraction

type Monomial = tuple[Unknown, ...]


class Quantity(StrEnum):
    """Of what a share is one: people, or land."""

    POPULATION = "population"
    AREA = "area"

    @property
    def word(self) -> str:
        """The Vietnamese word: "dân số"."""
        return "dân số" if self is Quantity.POPULATION else "diện tích"


@dataclass(frozen=True, slots=True, order=True)
class Unknown:
    """A share that no act states: of the people or land of ``source`` that went to ``target`` on ``day``."""

    day: date
    source: str
    target: str
    quantity: Quantity
    act: str = ""


@dataclass(frozen=True, slots=True)
class Share:
    """A polynomial in unknown shares with exact coefficients; most often the number 1.

    ``terms`` are in order and without zeros, so that two shares are equal when they are the same polynomial.
    """

    terms: tuple[tuple[Monomial, Fraction], ...]

    @classmethod
    def of(cls, number: Fraction | int) -> "Share":
        """The share that is known to be ``number``."""
        return cls((((), Fraction(number)),) if number else ())

    @classmethod
    def unknown(cls, unknown: Unknown) -> "Share":
        """The share that is not known."""
        return cls((((unknown,), Fraction(1)),))

    @property
    def known(self) -> Fraction | None:
        """The number, None where it depends on what is unknown."""
        if not self.terms:
            return Fraction(0)
        return self.terms[0][1] if len(self.terms) == 1 and not self.terms[0][0] else None

    @property
    def unknowns(self) -> tuple[Unknown, ...]:
        """What would have to be known, in order of time."""
        return tuple(sorted({unknown for monomial, _ in self.terms for unknown in monomial}))

    def __bool__(self) -> bool:
        return bool(self.terms)

    def __add__(self, other: "Share") -> "Share":
        return _collected((*self.terms, *other.terms))

    def __sub__(self, other: "Share") -> "Share":
        return _collected((*self.terms, *((monomial, -factor) for monomial, factor in other.terms)))

    def __mul__(self, other: "Share") -> "Share":
        # nearly every product is with the whole
        if self is ONE:
            return other
        if other is ONE:
            return self
        return _collected(
            (tuple(sorted(one + two)), first * second) for one, first in self.terms for two, second in other.terms
        )

    def times(self, number: Fraction) -> "Share":
        """The share of a figure of this value: what it contributes."""
        return _collected((monomial, factor * number) for monomial, factor in self.terms)


def _collected(terms: Iterable[tuple[Monomial, Fraction]]) -> Share:
    sums: defaultdict[Monomial, Fraction] = defaultdict(Fraction)
    for monomial, factor in terms:
        sums[monomial] += factor
    kept = {monomial: factor for monomial, factor in sums.items() if factor}
    return ONE if kept == {(): 1} else Share(tuple(sorted(kept.items())))


ONE = Share.of(1)
ZERO = Share(())
