"""Cells of a table of figures: numbers, periods, flags, as people and programs write them."""

import re
from datetime import date
from decimal import Decimal

from camket.units.errors import UnitsError
from camket.units.names.day import read_day
from camket.vocabulary.folding import fold
from camket.vocabulary.period import Period

_PLAIN = re.compile(r"-?[0-9]{1,40}(?:\.[0-9]{1,30})?")
_VIETNAMESE = re.compile(r"-?[0-9]{1,3}(?:\.[0-9]{3}){0,12}(?:,[0-9]{1,30})?|-?[0-9]{1,40},[0-9]{1,30}")
_EITHER = re.compile(r"-?[1-9][0-9]{0,2}\.[0-9]{3}")
_YES, _NO = {"1", "x", "true", "yes", "có", "ước"}, {"", "0", "false", "no", "không"}
_YEAR = re.compile(r"([0-9]{4})")
_QUARTER = re.compile(r"([0-9]{4})-Q([1-4])")
_MONTH = re.compile(r"([0-9]{4})-([0-9]{2})")
_MONTH_FIRST = re.compile(r"([0-9]{1,2})/([0-9]{4})")
_INTERVAL = re.compile(r"([0-9]{4}[^/]{0,6})/([0-9]{4}[^/]{0,6})")


def read_number(cell: str) -> Decimal:
    """A number: 1284.5 as programs write it, 1.284,5 as people do. Raises UnitsError, also for what may be either."""
    text = cell.replace(" ", "").replace("\u00a0", "")
    if _EITHER.fullmatch(text):
        many, few = text.replace(".", ""), text.replace(".", ",")
        raise UnitsError(f"«{cell}» có thể là {many} hoặc {few}; hãy viết {many}, hoặc {few}.")
    if _PLAIN.fullmatch(text):
        return Decimal(text)
    if _VIETNAMESE.fullmatch(text):
        return Decimal(text.replace(".", "").replace(",", "."))
    raise UnitsError(f"«{cell}» không phải là một số; viết như 1284,5 hoặc 1284.5.")


def read_flag(cell: str) -> bool:
    """Yes or no; empty is no. Raises UnitsError."""
    word = fold(cell.strip())
    if word not in _YES | _NO:
        raise UnitsError(f"«{cell}» phải là có hay không; viết x, 1 hoặc để trống.")
    return word in _YES


def read_period(cell: str) -> Period:
    """A period in its ISO 8601 form, or a month or a day as people write them. Raises UnitsError."""
    try:
        return _interval(cell) or _single(cell)
    except ValueError as error:
        forms = "2024, 2024-Q3, 2024-06, 2024-06-30, 2021/2025, 6/2024 hoặc 30/06/2024"
        raise UnitsError(f"«{cell}» không phải là một kỳ; viết như {forms}.") from error


def _interval(cell: str) -> Period | None:
    if not (found := _INTERVAL.fullmatch(cell)):
        return None
    first, last = _single(found[1]), _single(found[2])
    if last.last < first.first:
        raise ValueError(cell)
    return Period(first.first, last.last, f"{first.iso}/{last.iso}")


def _single(cell: str) -> Period:
    if found := _YEAR.fullmatch(cell):
        return Period.of_year(int(found[1]))
    if found := _QUARTER.fullmatch(cell):
        return Period.of_quarter(int(found[1]), int(found[2]))
    if found := _MONTH.fullmatch(cell):
        return _month(int(found[1]), int(found[2]))
    if found := _MONTH_FIRST.fullmatch(cell):
        return _month(int(found[2]), int(found[1]))
    day = read_day(cell)
    return Period.of_days(day, day)


def _month(year: int, month: int) -> Period:
    date(year, month, 1)  # a month that is none would raise another kind of error further on
    return Period.of_month(year, month)
