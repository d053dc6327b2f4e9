"""Periods and days as tables write them: 2024, 2024-Q3, quý III/2024, 6 tháng đầu năm 2024, 2021-2025, 30/6/2024."""

import re
from collections.abc import Callable
from datetime import date

from camket.units.errors import UnitsError
from camket.units.restatement.heading import plain
from camket.vocabulary.period import Period

_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
_FORMS: tuple[tuple[str, Callable[[re.Match[str]], Period]], ...] = (
    (r"(?:nam )?(\d{4})", lambda found: Period.of_year(int(found[1]))),
    (r"(?:giai doan )?(\d{4}) ?[-–/] ?(\d{4})", lambda found: _years(int(found[1]), int(found[2]))),
    (r"(\d{4})-?q([1-4])", lambda found: Period.of_quarter(int(found[1]), int(found[2]))),
    (r"(?:quy |q)(i{1,3}|iv|[1-4])(?:/| nam | )(\d{4})", lambda found: _quarter(found[2], found[1])),
    (r"(\d{4})-(\d{2})", lambda found: Period.of_month(int(found[1]), int(found[2]))),
    (r"(?:thang )?(\d{1,2})(?:/| nam )(\d{4})", lambda found: Period.of_month(int(found[2]), int(found[1]))),
    (r"(\d{1,2}) thang(?: dau)?(?: nam)? (\d{4})", lambda found: Period.of_months(int(found[2]), 1, int(found[1]))),
)
_PERIODS = [(re.compile(form), make) for form, make in _FORMS]
_DAY = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})|(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})")


def read_period(cell: str) -> Period:
    """The period that a cell names. Raises UnitsError where it names none."""
    text = plain(cell)
    try:
        for form, make in _PERIODS:
            found = form.fullmatch(text)
            if found:
                return make(found)
        if _DAY.fullmatch(text):
            day = read_day(text)
            return Period.of_days(day, day)
    except ValueError:
        pass
    message = f"«{cell}» không phải là một kỳ; viết như 2024, 2024-Q3, 9/2024, 6 tháng 2024, 2021-2025 hoặc 30/6/2024"
    raise UnitsError(message)


def read_day(cell: str) -> date:
    """The day that a cell names, 2025-07-01 or 1/7/2025. Raises UnitsError where there is no such day."""
    found = _DAY.fullmatch(cell.strip())
    try:
        if found:
            year, month, day = found.group(1, 2, 3) if found[1] else found.group(6, 5, 4)
            return date(int(year), int(month), int(day))
    except ValueError:
        pass
    message = f"«{cell}» không phải là một ngày có thật; viết như 2025-07-01 hoặc 1/7/2025"
    raise UnitsError(message)


def _years(first: int, last: int) -> Period:
    if last < first:
        raise ValueError(last)
    return Period.of_years(first, last)


def _quarter(year: str, quarter: str) -> Period:
    return Period.of_quarter(int(year), _ROMAN.get(quarter) or int(quarter))
