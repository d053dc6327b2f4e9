"""Working days of Vietnam's offices: Monday to Friday, without the days off, with the days worked in their stead.

Labour Code 45/2019/QH14, articles 111 and 112, and what is announced every year. Counting follows the Civil Code
91/2015/QH13, article 147, clause 2: the day from which a term runs is not counted.
"""

import datetime
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType

import msgspec

from camket.vocabulary.holiday_year import HolidayYear, read_every_year, read_holiday_years

HOLIDAYS = Path(__file__).parent / "holidays"

_ONE_DAY = datetime.timedelta(days=1)
_SATURDAY = 5


class WorkingCalendar(msgspec.Struct, frozen=True, kw_only=True):
    """Which days are worked. ``off`` and ``unsure`` tell why, by day; ``every_year`` by "MM-DD"; ``years`` are those known."""

    off: Mapping[datetime.date, str]
    worked: frozenset[datetime.date]
    unsure: Mapping[datetime.date, str]
    every_year: Mapping[str, str]
    years: frozenset[int]

    def day_off(self, day: datetime.date) -> str | None:
        """The name of the holiday that ``day`` is; None of all others, weekends too."""
        return self.off.get(day) or self.every_year.get(f"{day:%m-%d}")

    def is_working(self, day: datetime.date) -> bool:
        """Whether offices work on ``day``."""
        return day in self.worked or (day.weekday() < _SATURDAY and self.day_off(day) is None)

    def add(self, day: datetime.date, count: int) -> datetime.date:
        """The ``count``-th working day after ``day``; ``day`` itself for 0. Raise ValueError when negative.

        Raise OverflowError beyond the year 9999.
        """
        if count < 0:
            raise ValueError(f"Số ngày làm việc phải từ 0 trở lên, không phải {count}")
        while count:
            day += _ONE_DAY
            count -= self.is_working(day)
        return day

    def count(self, after: datetime.date, until: datetime.date) -> int:
        """How many working days there are after ``after``, up to ``until`` included; none when ``until`` is earlier."""
        return sum(map(self.is_working, _days(after, until)))

    def next_working(self, day: datetime.date) -> datetime.date:
        """``day`` itself when it is worked, else the first working day after it."""
        return day if self.is_working(day) else self.add(day, 1)

    def holidays_between(self, after: datetime.date, until: datetime.date) -> Mapping[datetime.date, str]:
        """The holidays that fall on what would else be working days, after ``after`` up to ``until``."""
        named = ((day, self.day_off(day)) for day in _days(after, until) if day.weekday() < _SATURDAY)
        return {day: name for day, name in named if name is not None}

    def worked_between(self, after: datetime.date, until: datetime.date) -> tuple[datetime.date, ...]:
        """The days of rest that are worked, after ``after`` up to ``until``."""
        return tuple(day for day in sorted(self.worked) if after < day <= until)

    def unsure_between(self, after: datetime.date, until: datetime.date) -> Mapping[datetime.date, str]:
        """The days that may be off, with the reason of the doubt, after ``after`` up to ``until``."""
        return {day: reason for day, reason in self.unsure.items() if after < day <= until}


def working_calendar(years: Mapping[int, HolidayYear], every_year: Mapping[str, str]) -> WorkingCalendar:
    """Return the calendar of the years that are told."""
    off = {day: span.name for year in years.values() for span in year.holidays for day in span.days()}
    swapped = {
        swap.given: f"hoán đổi, làm bù ngày {swap.worked:%d/%m/%Y}" for year in years.values() for swap in year.swaps
    }
    return WorkingCalendar(
        off=MappingProxyType(off | swapped),
        worked=frozenset(swap.worked for year in years.values() for swap in year.swaps),
        unsure=MappingProxyType({one.day: one.reason for year in years.values() for one in year.unsure}),
        every_year=MappingProxyType(dict(every_year)),
        years=frozenset(years),
    )


def read_working_calendar(*folders: Path) -> WorkingCalendar:
    """Return the packaged calendar with the years that ``folders`` (an installation's own) replace. Raise VocabularyError."""
    return working_calendar(read_holiday_years(HOLIDAYS, *folders), read_every_year(HOLIDAYS / "every_year.yml"))


@cache
def load_working_calendar() -> WorkingCalendar:
    """Return the packaged calendar; read once a process."""
    return read_working_calendar()


def _days(after: datetime.date, until: datetime.date) -> Iterator[datetime.date]:
    yield from (after + n * _ONE_DAY for n in range(1, (until - after).days + 1))
