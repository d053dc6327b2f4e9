"""Days off as announced for one year, and working days swapped with days of rest: the data of ``holidays/<year>.yml``."""

import datetime
from collections.abc import Iterator, Mapping
from pathlib import Path

import msgspec
import yaml

from camket.vocabulary.data_file import VocabularyError
from camket.vocabulary.yaml_file import load_yaml

_ONE_DAY = datetime.timedelta(days=1)
_SATURDAY = 5


class DaysOff(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A span of days off, ``last`` included (one day without it); ``act`` is the letter that announced it, where known."""

    first: datetime.date
    last: datetime.date | None = None
    name: str
    act: str | None = None

    def days(self) -> Iterator[datetime.date]:
        """Every day of it, weekends included, as it was announced."""
        span = ((self.last or self.first) - self.first).days
        yield from (self.first + n * _ONE_DAY for n in range(span + 1))


class Swap(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A working day ``given`` off for a day of rest that is ``worked``: hoán đổi ngày làm việc."""

    given: datetime.date
    worked: datetime.date
    act: str | None = None


class Unsure(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A day that may be off: counted as if it were not, and told with its reason (Vietnamese)."""

    day: datetime.date
    reason: str


class HolidayYear(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """All that was announced for a year."""

    holidays: tuple[DaysOff, ...]
    swaps: tuple[Swap, ...] = ()
    unsure: tuple[Unsure, ...] = ()


def read_holiday_years(*folders: Path) -> Mapping[int, HolidayYear]:
    """Return the years of the files in ``folders``; a later folder's file replaces a year. Raise VocabularyError."""
    paths = {path.stem: path for folder in folders for path in sorted(folder.glob("[0-9][0-9][0-9][0-9].yml"))}
    return {int(stem): _read(path, HolidayYear) for stem, path in sorted(paths.items())}


def read_every_year(path: Path) -> Mapping[str, str]:
    """Return the names of the days off of every year by "MM-DD". Raise VocabularyError."""
    return _read(path, dict[str, str])


def holiday_problems(years: Mapping[int, HolidayYear]) -> list[str]:
    """Return what is wrong with the files, in Vietnamese, one line a problem; empty when nothing is."""
    return [f"{year}.yml: {one}" for year, told in years.items() for one in _problems(year, told)]


def _problems(year: int, told: HolidayYear) -> Iterator[str]:
    seen: set[datetime.date] = set()
    for span in told.holidays:
        if span.first.year != year or not list(span.days()):
            yield f"đợt nghỉ «{span.name}» phải bắt đầu trong năm {year} và không kết thúc trước khi bắt đầu"
        for day in span.days():
            if day in seen:
                yield f"ngày {day:%d/%m/%Y} ở trong hai đợt nghỉ; hãy bỏ một"
            seen.add(day)
    for swap in told.swaps:
        if swap.given.weekday() >= _SATURDAY or swap.given in seen or swap.given.year != year:
            yield f"ngày {swap.given:%d/%m/%Y} được hoán đổi phải là một ngày làm việc của năm {year}"
        if swap.worked.weekday() < _SATURDAY or swap.worked in seen:
            yield f"ngày làm bù {swap.worked:%d/%m/%Y} phải là thứ Bảy hoặc Chủ nhật, và không phải ngày lễ"


def _read[T](path: Path, kind: type[T]) -> T:
    try:
        return load_yaml(path, kind)
    except (OSError, UnicodeDecodeError, yaml.YAMLError, ValueError) as error:
        # msgspec's ValidationError is a ValueError, and so is what an impossible date raises
        raise VocabularyError(f"{path.name}: không đọc được lịch nghỉ ({error}); hãy sửa lại tệp") from error
