"""Where a figure should be on the way to its target, and how fast it must still go."""

import calendar
import datetime
from collections.abc import Sequence
from decimal import Decimal
from itertools import pairwise

from camket.vocabulary.assessment.comparable import usable_baseline
from camket.vocabulary.assessment.target import ObservedFigure, TargetTerms
from camket.vocabulary.assessment.zone import Zone

_ONE_DAY = datetime.timedelta(days=1)
_PLACES = Decimal("0.0001")

Point = tuple[datetime.date, Decimal]


def expected(target: TargetTerms, day: datetime.date, figures: Sequence[ObservedFigure], zone: Zone) -> Decimal | None:
    """The value that leads to the target when it is reached by ``day``: on straight lines between what is known.

    They run from the baseline, or from zero for a flow, or else from the earliest figure, through the steps to the
    goal. A rate of growth is expected in full at any time. None where nothing is known that comes before ``day``.
    """
    end = zone.low if zone.toward != "down" else zone.high
    if target.measured in {"growth_on_year", "growth_a_year"}:
        return end
    points = [*_start(target, figures), *((step.period.last, step.value) for step in target.steps)]
    if not points or points[-1][0] < target.due.last:
        points.append((target.due.last, end))
    return _on_line(sorted(points, key=lambda point: point[0]), day)


def required_pace(value: Decimal, goal: Decimal, since: datetime.date, until: datetime.date) -> Decimal | None:
    """The change a year that leads from ``value`` to ``goal`` in time, to four places; None when no time is left."""
    months = _months(until) - _months(since)
    return ((goal - value) * 12 / months).quantize(_PLACES) if months > 0 else None


def _start(target: TargetTerms, figures: Sequence[ObservedFigure]) -> list[Point]:
    if target.accrual == "flow":
        return [(target.due.first - _ONE_DAY, Decimal(0))]
    base = usable_baseline(target)
    if base is not None:
        return [(base.period.last, base.value if target.measured == "value" else Decimal(0))]
    if target.measured != "value":
        return []
    return _earliest(target, figures)


def _earliest(target: TargetTerms, figures: Sequence[ObservedFigure]) -> list[Point]:
    """The best figure of the first period that is known, where it comes before the deciding one and every step."""
    until = min([figures[-1].period.last, *(step.period.last for step in target.steps)])
    known = {one.period.last: one.value for one in figures if one.value is not None and one.period.last < until}
    return list(known.items())[:1]


def _on_line(points: Sequence[Point], day: datetime.date) -> Decimal | None:
    for (start, low), (end, high) in pairwise(points):
        if start <= day < end:
            return low + (high - low) * (_months(day) - _months(start)) / (_months(end) - _months(start))
    return next((value for end, value in reversed(points) if end == day), None)


def _months(day: datetime.date) -> Decimal:
    """Months, whole at the end of each: counted so, all years are as long, and half of one is six months."""
    return day.year * 12 + day.month - 1 + Decimal(day.day) / calendar.monthrange(day.year, day.month)[1]
