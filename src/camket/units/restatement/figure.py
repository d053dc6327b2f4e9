"""Figures as reported: a value of an indicator for a unit and a period, on the map of a day."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from camket.vocabulary.period import Period


class Key(NamedTuple):
    """What must be the same for figures of several units to be put together."""

    indicator: str
    first: date
    last: date
    role: str

    def of(self, indicator: str) -> "Key":
        """The key of another indicator's figures of the same period and role."""
        return self._replace(indicator=indicator)


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure as reported.

    ``unit`` is an id of the register; ``indicator`` the code of an indicator or measure; ``value`` is in ``measure``, the
    code of a unit of measure, empty for the indicator's own. ``as_of`` is the day on whose map it was reported, None for
    the last day of the period. ``weight`` is that of a mean, None where it is a figure of its own. Figures of different
    ``role`` (actual, target, baseline) are never put together. ``line`` says where it was read, for messages.
    """

    unit: str
    indicator: str
    period: Period
    value: Decimal
    as_of: date | None = None
    measure: str = ""
    estimated: bool = False
    weight: Decimal | None = None
    role: str = "actual"
    line: int | None = None

    @property
    def key(self) -> Key:
        """Indicator, period and role; a period is its days, however it is written."""
        return Key(self.indicator, self.period.first, self.period.last, self.role)

    @property
    def day(self) -> date:
        """The day on whose map it was reported."""
        return self.as_of or self.period.last
