"""Days and years that may not exist or have no year written: made into dates, or None."""

import datetime

FIRST_YEAR, LAST_YEAR = 1900, 2100


def day(year: int, month: int, number: int) -> datetime.date | None:
    """The date, or None where the calendar has none ("31/2")."""
    if not (FIRST_YEAR <= year <= LAST_YEAR and 1 <= month <= 12 and 1 <= number <= 31):
        return None
    try:
        return datetime.date(year, month, number)
    except ValueError:
        return None


def past(month: int, number: int, published: datetime.date | None) -> datetime.date | None:
    """The nearest such day not after ``published``; None where that is unknown."""
    if published is None:
        return None
    this = day(published.year, month, number)
    return day(published.year - 1, month, number) if this is None or this > published else this


def coming(month: int, number: int, published: datetime.date | None) -> datetime.date | None:
    """The nearest such day not before ``published``; None where that is unknown."""
    if published is None:
        return None
    this = day(published.year, month, number)
    return day(published.year + 1, month, number) if this is None or this < published else this
