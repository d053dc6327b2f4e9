"""What is owed again and again: the last days of weeks, months, quarters and years."""

import datetime
from collections.abc import Iterator

from camket.vocabulary.due.due import Frequency
from camket.vocabulary.period import Period

_ONE_DAY = datetime.timedelta(days=1)


def period_end(frequency: Frequency, day: datetime.date) -> datetime.date:
    """The last day of the week (Sunday), month, quarter or year in which ``day`` is."""
    match frequency:
        case "weekly":
            return day + (6 - day.weekday()) * _ONE_DAY
        case "monthly":
            return Period.of_month(day.year, day.month).last
        case "quarterly":
            return Period.of_quarter(day.year, (day.month + 2) // 3).last
        case "yearly":
            return Period.of_year(day.year).last


def period_ends(frequency: Frequency, day: datetime.date) -> Iterator[datetime.date]:
    """The days on which it is owed, from the one of the period of ``day`` on; without end, take as many as are needed."""
    while True:
        end = period_end(frequency, day)
        yield end
        day = end + _ONE_DAY
