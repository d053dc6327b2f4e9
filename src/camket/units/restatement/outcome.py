"""What becomes of a figure on another map: a value with its parts, or a refusal with its reason."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Context, Decimal, Inexact
from enum import StrEnum
from fractions import Fraction
from typing import Literal

from camket.units.restatement.figure import Figure
from camket.vocabulary.period import Period

Side = Literal["value", "numerator", "denominator"]


class Cause(StrEnum):
    """Why a figure is not re-stated."""

    UNKNOWN_UNIT = "unknown_unit"
    UNKNOWN_INDICATOR = "unknown_indicator"
    NOT_ON_MAP = "not_on_map"
    LATER_MAP = "later_map"
    NO_SUCCESSOR = "no_successor"
    OVERLAP = "overlap"
    BREAK = "break"
    NO_RULE = "no_rule"
    MEASURE = "measure"
    MISSING_PART = "missing_part"
    MISSING_BASE = "missing_base"
    UNKNOWN_SHARE = "unknown_share"
    ZERO_BASE = "zero_base"


@dataclass(frozen=True, slots=True)
class Part:
    """What one reported figure gives to a re-stated one.

    ``contribution`` is value times share, for a mean value times weight times share; ``weight`` is then the weight that
    came with it (weight times share). ``side`` tells the parts of a ratio's numerator from those of its denominator.
    ``acts`` are those by which the territory came, in order of time.
    """

    figure: Figure
    share: Fraction
    contribution: Fraction
    weight: Fraction | None = None
    side: Side = "value"
    acts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class RestatedFigure:
    """A figure on the map of ``day``; its period is the one it was reported for.

    ``exact`` is the value without rounding; ``weight`` what a mean weighs, so that it can be re-stated again.
    ``estimated``: a part came by share, or was itself an estimate. ``unchanged``: the unit passed whole and alone,
    and the figure is as reported. ``scale`` is what a ratio of its parts is multiplied by. ``caution``: why the figure
    may yet be wrong, in Vietnamese, where the table is not complete for the day of a part's map; empty elsewhere.
    """

    unit: str
    indicator: str
    period: Period
    role: str
    day: date
    exact: Fraction
    parts: tuple[Part, ...]
    weight: Fraction | None = None
    scale: int = 1
    estimated: bool = False
    unchanged: bool = False
    caution: str = ""

    @property
    def value(self) -> Decimal:
        """The value; exact where it is a decimal number of at most 50 digits, else rounded to 28."""
        return decimal(self.exact)

    def recomputed(self) -> Fraction:
        """The value anew from the parts alone; always ``exact``."""
        value, below = _summed(self.parts, ("value", "numerator")), _summed(self.parts, ("denominator",))
        if below:
            return self.scale * value / below
        weights = [part.weight for part in self.parts if part.weight is not None]
        return value / sum(weights, Fraction(0)) if weights else value

    def as_figure(self) -> Figure:
        """The figure as one reported on the map of ``day``, to be re-stated from there or written down."""
        weight = None if self.weight is None else decimal(self.weight)
        return Figure(
            self.unit, self.indicator, self.period, self.value, self.day,
            estimated=self.estimated, weight=weight, role=self.role,
        )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Refusal:
    """A figure that cannot be honestly had on the map of ``day``: the cause, and the reason in Vietnamese.

    ``unit`` is one of that map, or the reported one where nothing of it is there; ``figures`` are those reported.
    """

    unit: str
    indicator: str
    period: Period
    role: str
    day: date
    cause: Cause
    reason: str
    figures: tuple[Figure, ...] = ()


def decimal(number: Fraction) -> Decimal:
    """The number as a decimal: exact up to 50 digits, else rounded to 28."""
    context = Context(prec=50)
    quotient = context.divide(Decimal(number.numerator), Decimal(number.denominator))
    return Context(prec=28).plus(quotient) if context.flags[Inexact] else quotient


def _summed(parts: Iterable[Part], sides: tuple[Side, ...]) -> Fraction:
    return sum((part.contribution for part in parts if part.side in sides), Fraction(0))
