"""Reading back what ``Period.iso`` writes: the ISO 8601 dates and periods of statements."""

import datetime
import re
from collections.abc import Callable

from camket.vocabulary.period import Period

_YEAR = r"(\d{4})"
_FORMS: tuple[tuple[re.Pattern[str], Callable[..., Period]], ...] = (
    (re.compile(_YEAR), Period.of_year),
    (re.compile(rf"{_YEAR}/{_YEAR}"), Period.of_years),
    (re.compile(rf"{_YEAR}-Q([1-4])"), Period.of_quarter),
    (re.compile(rf"{_YEAR}-(\d\d)"), Period.of_month),
)
_MONTHS = re.compile(r"(\d{4}-\d\d)/(\d{4}-\d\d)")
_DAYS = re.compile(r"(\d{4}-\d\d-\d\d)(?:/(\d{4}-\d\d-\d\d))?")


def parse_period(iso: str) -> Period | None:
    """The period that ``iso`` writes ("2024", "2021/2025", "2024-Q3", "2024-07", "2024-01/2024-06", "2024-07-01").

    None of anything else, of days that do not exist and of periods that end before they begin.

    >>> parse_period("2024-Q3") == Period.of_quarter(2024, 3), parse_period("cuối năm")
    (True, None)
    """
    try:
        period = _parse(iso)
    except ValueError:
        return None
    return period if period and period.first <= period.last else None


def _parse(iso: str) -> Period | None:
    for form, make in _FORMS:
        if found := form.fullmatch(iso):
            return make(*map(int, found.groups()))
    if found := _DAYS.fullmatch(iso):
        first = datetime.date.fromisoformat(found[1])
        return Period.of_days(first, datetime.date.fromisoformat(found[2]) if found[2] else first)
    if found := _MONTHS.fullmatch(iso):
        months = [Period.of_month(*map(int, one.split("-"))) for one in found.groups()]
        return Period(months[0].first, months[1].last, iso)
    return None
