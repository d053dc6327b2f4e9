"""Periods: the span of days a figure speaks of, written as ISO 8601."""

import calendar
from datetime import date
from functools import lru_cache
from typing import NamedTuple

_KEPT = 1024
"""So many periods of a kind are kept; few are told again and again."""


class Period(NamedTuple):
    """A span of whole days, first and last included. ``iso`` is its shortest ISO 8601 form.

    >>> Period.of_year(2024).iso, Period.of_quarter(2024, 3).iso, Period.of_years(2021, 2025).iso
    ('2024', '2024-Q3', '2021/2025')
    """

    first: date
    last: date
    iso: str

    @classmethod
    @lru_cache(maxsize=_KEPT)
    def of_year(cls, year: int) -> "Period":
        """The whole year."""
        return cls(date(year, 1, 1), date(year, 12, 31), f"{year:04d}")

    @classmethod
    @lru_cache(maxsize=_KEPT)
    def of_years(cls, first: int, last: int) -> "Period":
        """Whole years, first to last included."""
        return cls(date(first, 1, 1), date(last, 12, 31), f"{first:04d}/{last:04d}")

    @classmethod
    @lru_cache(maxsize=_KEPT)
    def of_quarter(cls, year: int, quarter: int) -> "Period":
        """Quarter 1 to 4 of a year."""
        months = cls.of_months(year, 3 * quarter - 2, 3 * quarter)
        return cls(months.first, months.last, f"{year:04d}-Q{quarter}")

    @classmethod
    @lru_cache(maxsize=_KEPT)
    def of_month(cls, year: int, month: int) -> "Period":
        """The whole month, 1 to 12."""
        return cls(
            date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1]), f"{year:04d}-{month:02d}"
        )

    @classmethod
    @lru_cache(maxsize=_KEPT)
    def of_months(cls, year: int, first: int, last: int) -> "Period":
        """Months ``first`` to ``last`` of one year; a single month and a whole year keep their short forms."""
        if first == last:
            return cls.of_month(year, first)
        if (first, last) == (1, 12):
            return cls.of_year(year)
        end = cls.of_month(year, last).last
        return cls(date(year, first, 1), end, f"{year:04d}-{first:02d}/{year:04d}-{last:02d}")

    @classmethod
    def of_days(cls, first: date, last: date) -> "Period":
        """From one day to another, both included."""
        return cls(first, last, first.isoformat() if first == last else f"{first.isoformat()}/{last.isoformat()}")
