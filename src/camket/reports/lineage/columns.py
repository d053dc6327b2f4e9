"""Columns: the days of change part the time of a lineage; a unit stands in those columns in which it existed."""

from bisect import bisect_right
from dataclasses import dataclass
from datetime import date, timedelta

from camket.reports.lineage.wording import day_words
from camket.units.lineage import Lineage
from camket.units.org_unit import OrgUnit

_EVE = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Span:
    """From which column to which a unit stands, both included."""

    first: int
    last: int

    def meets(self, other: "Span") -> bool:
        """Whether they have a column in common."""
        return self.first <= other.last and other.first <= self.last


@dataclass(frozen=True, slots=True)
class Columns:
    """The days on which anything changed, in order; column 0 is before the first of them."""

    days: tuple[date, ...]

    @classmethod
    def of(cls, lineage: Lineage) -> "Columns":
        """The columns of a lineage."""
        return cls(tuple(sorted({move.day for move in lineage.moves})))

    def __len__(self) -> int:
        return len(self.days) + 1

    def span(self, unit: OrgUnit) -> Span:
        """Where the unit stands."""
        first = bisect_right(self.days, unit.first) if unit.first else 0
        last = bisect_right(self.days, unit.last) if unit.last else len(self.days)
        return Span(first, max(first, last))

    def beginning(self, column: int) -> date:
        """A day at the beginning of the column: its first; of the first column, the eve of the first change."""
        if column:
            return self.days[column - 1]
        return self.days[0] - _EVE if self.days else date.max

    def heading(self, column: int) -> str:
        """What time the column is."""
        after = self.days[column - 1] if column else None
        until = self.days[column] - _EVE if column < len(self.days) else None
        if after is None:
            return f"đến {day_words(until)}" if until else ""
        return f"{day_words(after)} – {day_words(until)}" if until else f"từ {day_words(after)}"
