"""Periods and dates in words people read: "2024-Q3" is "quý III/2024"; and the day on which one ends."""

import calendar
import re
from datetime import date

_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})\Z", re.ASCII)
_MONTH = re.compile(r"(\d{4})-(\d{2})\Z", re.ASCII)
_QUARTER = re.compile(r"(\d{4})-Q([1-4])\Z", re.ASCII)
_YEAR = re.compile(r"(\d{4})\Z", re.ASCII)
_ROMAN = ("", "I", "II", "III", "IV")


def date_words(day: date) -> str:
    """A day as it is written in Vietnam: 30/09/2024."""
    return f"{day.day:02d}/{day.month:02d}/{day.year:04d}"


def period_words(iso: str) -> str:
    """An ISO period or date in words; anything else is returned as it is."""
    first, slash, last = iso.partition("/")
    if not slash:
        return _one(first) or iso
    start, end = _MONTH.match(first), _MONTH.match(last)
    if start and end and start[1] == end[1]:
        return f"tháng {int(start[2])}-{int(end[2])}/{start[1]}"
    if _YEAR.match(first) and _YEAR.match(last):
        return f"{first}-{last}"
    words = _one(first), _one(last)
    return f"{words[0]} - {words[1]}" if all(words) else iso


def last_day(iso: str) -> date | None:
    """The last day of an ISO period or date; None where it is in words or no day of the calendar."""
    last = iso.rpartition("/")[2]
    try:
        if match := _DAY.match(last):
            return date(int(match[1]), int(match[2]), int(match[3]))
        if match := _MONTH.match(last):
            return _end_of_month(int(match[1]), int(match[2]))
        if match := _QUARTER.match(last):
            return _end_of_month(int(match[1]), 3 * int(match[2]))
        return date(int(last), 12, 31) if _YEAR.match(last) else None
    except ValueError:
        return None


def _one(iso: str) -> str | None:
    if match := _DAY.match(iso):
        return f"{match[3]}/{match[2]}/{match[1]}"
    if match := _MONTH.match(iso):
        return f"tháng {int(match[2])}/{match[1]}"
    if match := _QUARTER.match(iso):
        return f"quý {_ROMAN[int(match[2])]}/{match[1]}"
    return f"năm {iso}" if _YEAR.match(iso) else None


def _end_of_month(year: int, month: int) -> date | None:
    if not 1 <= month <= 12:
        return None
    return date(year, month, calendar.monthrange(year, month)[1])
