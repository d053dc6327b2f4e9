"""What is assessed: the terms of a target, and the figures that were observed of its indicator."""

import datetime
from decimal import Decimal
from typing import Literal

import msgspec

from camket.vocabulary.indicator import Break, Direction
from camket.vocabulary.period import Period

Comparator = Literal["at_least", "at_most", "equal"]
Measured = Literal["value", "growth_on_year", "growth_over_baseline", "growth_a_year"]
Accrual = Literal["level", "flow"]


class Baseline(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The figure that a target starts from."""

    period: Period
    value: Decimal


class Step(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What is to be reached on the way, by the end of ``period``: a yearly step."""

    period: Period
    value: Decimal


class TargetTerms(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A target as it stood on the day of the assessment: ``value``, or ``low`` and ``high``, by the end of ``due``.

    ``comparator`` None is read as "equal". Equal to a value, for an indicator with a good ``direction``, means at least
    (or at most) that value, as plans mean "đạt 40 triệu đồng"; in a neutral one it means just that value.
    ``measured``: the value itself, or its growth in percent: on the year before, over the baseline, or a year on average
    since the baseline. ``accrual`` "flow" is what adds up from the first day of ``due`` on (revenue of a year, trees planted
    in five): its figures must be cumulative from that day; "level" is all else, yearly totals compared year by year too.
    ``breaks`` are the indicator's; ``standard`` is the year whose standard the target is meant in, by default that of
    the baseline, else the year in which it was set, else the year it is due. Raise ValueError on terms that contradict.
    """

    indicator: str
    unit: str
    due: Period
    value: Decimal | None = None
    low: Decimal | None = None
    high: Decimal | None = None
    comparator: Comparator | None = None
    direction: Direction = "neutral"
    measured: Measured = "value"
    accrual: Accrual = "level"
    set_on: datetime.date | None = None
    baseline: Baseline | None = None
    steps: tuple[Step, ...] = ()
    breaks: tuple[Break, ...] = ()
    standard: int | None = None

    def __post_init__(self) -> None:
        """Refuse what no figure could be compared with."""
        if (self.value is None) == (self.low is None or self.high is None):
            raise ValueError("Chỉ tiêu cần một giá trị, hoặc một khoảng có cả mức thấp và mức cao")
        if self.low is not None and self.high is not None and self.low > self.high:
            raise ValueError("Mức thấp của chỉ tiêu không được lớn hơn mức cao")
        if not all(one.is_finite() for one in (self.value, self.low, self.high) if one is not None):
            raise ValueError("Giá trị của chỉ tiêu phải là một số")
        ends = [step.period.last for step in self.steps]
        if ends != sorted(set(ends)) or (ends and ends[-1] > self.due.last):
            raise ValueError("Các bước hằng năm phải theo thứ tự thời gian và không sau thời hạn của chỉ tiêu")
        if self.measured in {"growth_over_baseline", "growth_a_year"} and self.baseline is None:
            raise ValueError("Chỉ tiêu tăng trưởng so với gốc cần có số liệu gốc")

    @property
    def standard_year(self) -> int:
        """The year whose standard the target is meant in."""
        if self.standard is not None:
            return self.standard
        if self.baseline is not None:
            return self.baseline.period.last.year
        return self.set_on.year if self.set_on else self.due.last.year


class ObservedFigure(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A figure of an indicator for a period, and when it was known.

    ``value``, or ``low`` and ``high``, in ``unit``; ``growth`` in percent on the year before, where the report gives it.
    ``estimate``: ước. ``known_on``: the first day on which it was known; ``superseded_on``: the day from which another
    took its place; ``recommended_on``: the day from which a person holds it for the one to use among several.
    """

    id: str
    indicator: str
    unit: str
    period: Period
    known_on: datetime.date
    value: Decimal | None = None
    low: Decimal | None = None
    high: Decimal | None = None
    growth: Decimal | None = None
    estimate: bool = False
    superseded_on: datetime.date | None = None
    recommended_on: datetime.date | None = None

    def stands_on(self, day: datetime.date) -> bool:
        """Whether it was known, and not yet superseded, on ``day``."""
        return self.known_on <= day and (self.superseded_on is None or day < self.superseded_on)
