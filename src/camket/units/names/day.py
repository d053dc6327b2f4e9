"""Days on which a name can be asked for."""

from datetime import date, datetime
from functools import lru_cache

from camket.units.errors import NoSuchDayError

EARLIEST = date(1945, 9, 2)
"""The first day of the state whose units these are."""
_LATEST = date(2100, 1, 1)
_WRITTEN = ("%Y-%m-%d", "%d/%m/%Y", "%d-%m-%Y", "%d.%m.%Y")


def read_day(day: object) -> date:
    """The day, from a date or from one of its usual spellings. Raises NoSuchDayError."""
    if isinstance(day, str):
        return _read(day.strip())
    if isinstance(day, datetime):
        return read_day(day.date())
    if not isinstance(day, date):
        raise NoSuchDayError(f"«{day}» không phải là một ngày; viết theo mẫu 2025-07-01 hoặc 01/07/2025.")
    if not EARLIEST <= day < _LATEST:
        raise NoSuchDayError(f"Ngày {day:%d/%m/%Y} nằm ngoài thời gian của danh mục (từ {EARLIEST:%d/%m/%Y}).")
    return day


@lru_cache(maxsize=4096)
def _read(written: str) -> date:
    for form in _WRITTEN:
        try:
            return read_day(datetime.strptime(written, form).date())  # noqa: DTZ007 - a day has no time zone
        except NoSuchDayError:
            raise
        except ValueError:
            continue
    raise NoSuchDayError(f"«{written}» không phải là một ngày có thật; viết theo mẫu 2025-07-01 hoặc 01/07/2025.")
