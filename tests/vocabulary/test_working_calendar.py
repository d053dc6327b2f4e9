"""Working days: as announced, swapped days included; adding and counting are each other's inverse."""

import datetime
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from camket.vocabulary import VocabularyError
from camket.vocabulary.holiday_year import DaysOff, HolidayYear, Swap, holiday_problems, read_holiday_years
from camket.vocabulary.working_calendar import HOLIDAYS, load_working_calendar, read_working_calendar

CALENDAR = load_working_calendar()
DAYS = st.dates(date(2019, 1, 1), date(2029, 12, 31))
COUNTS = st.integers(0, 400)


def test_the_packaged_files_are_clean() -> None:
    assert holiday_problems(read_holiday_years(HOLIDAYS)) == []


@pytest.mark.parametrize(
    ("day", "worked"),
    [
        (date(2024, 10, 14), True),
        (date(2024, 10, 13), False),
        (date(2024, 4, 18), False),
        (date(2024, 4, 29), False),
        (date(2024, 5, 4), True),
        (date(2025, 4, 26), True),
        (date(2025, 5, 2), False),
        (date(2025, 9, 1), False),
        (date(2026, 1, 2), False),
        (date(2026, 1, 10), True),
        (date(2026, 8, 22), True),
        (date(2026, 8, 31), False),
        (date(2026, 4, 27), False),
        (date(2026, 11, 24), True),
    ],
)
def test_days_as_announced(day: date, worked: bool) -> None:
    assert CALENDAR.is_working(day) is worked


@pytest.mark.parametrize("year", range(2021, 2027))
def test_every_known_year_has_the_eleven_days_of_the_law(year: int) -> None:
    """Labour Code 2019, article 112: 1 + 5 + 1 + 1 + 2 + 1 days, those on a weekend made good on a weekday."""
    weekdays = CALENDAR.holidays_between(date(year - 1, 12, 31), date(year, 12, 31))
    assert len([name for name in weekdays.values() if "hoán đổi" not in name]) == 11


def test_a_swap_neither_makes_nor_takes_a_working_day() -> None:
    swapped = [day for day, name in CALENDAR.off.items() if "hoán đổi" in name]
    assert len(swapped) == len(CALENDAR.worked) == 4


def test_a_year_without_a_file_knows_the_fixed_days_only() -> None:
    assert 2028 not in CALENDAR.years
    assert not CALENDAR.is_working(date(2029, 4, 30))
    assert CALENDAR.day_off(date(2029, 9, 3)) is None


@given(DAYS, COUNTS)
def test_counting_undoes_adding(day: date, count: int) -> None:
    assert CALENDAR.count(day, CALENDAR.add(day, count)) == count


@given(DAYS, st.integers(0, 500))
def test_adding_undoes_counting_up_to_a_working_day(day: date, span: int) -> None:
    until = day + datetime.timedelta(days=span)
    reached = CALENDAR.add(day, CALENDAR.count(day, until))
    assert reached <= until
    assert reached == until or not CALENDAR.is_working(until)


@given(DAYS, DAYS, COUNTS, COUNTS)
def test_adding_is_monotone(one: date, other: date, few: int, many: int) -> None:
    first, last = sorted((one, other))
    less, more = sorted((few, many))
    assert CALENDAR.add(first, less) <= CALENDAR.add(last, more)
    assert CALENDAR.add(one, less + few) == CALENDAR.add(CALENDAR.add(one, less), few)


@given(DAYS, st.integers(1, 400))
def test_what_is_reached_is_worked(day: date, count: int) -> None:
    assert CALENDAR.is_working(CALENDAR.add(day, count))
    assert CALENDAR.is_working(CALENDAR.next_working(day))


def test_nothing_is_counted_backwards() -> None:
    assert CALENDAR.count(date(2024, 5, 5), date(2024, 5, 1)) == 0
    with pytest.raises(ValueError, match="từ 0 trở lên, không phải -1"):
        CALENDAR.add(date(2024, 5, 5), -1)


def test_what_lies_between_is_told_by_name() -> None:
    first, last = date(2024, 4, 26), date(2024, 5, 6)
    assert list(CALENDAR.holidays_between(first, last)) == [date(2024, 4, 29), date(2024, 4, 30), date(2024, 5, 1)]
    assert CALENDAR.worked_between(first, last) == (date(2024, 5, 4),)
    assert list(CALENDAR.unsure_between(date(2026, 11, 1), date(2026, 11, 30))) == [date(2026, 11, 24)]
    assert CALENDAR.unsure_between(date(2026, 11, 24), date(2026, 11, 30)) == {}


def test_an_installation_replaces_a_year_and_adds_one(tmp_path: Path) -> None:
    (tmp_path / "2026.yml").write_text("holidays: [{first: 2026-11-24, name: Ngày Văn hóa Việt Nam}]\n", "utf-8")
    (tmp_path / "2027.yml").write_text(
        "holidays: []\nswaps: [{given: 2027-01-04, worked: 2027-01-09, act: 1/TB}]\n", "utf-8"
    )
    own = read_working_calendar(tmp_path)
    assert not own.is_working(date(2026, 11, 24))
    assert own.is_working(date(2026, 2, 16))
    assert own.is_working(date(2027, 1, 9))
    assert own.day_off(date(2027, 1, 4)) == "hoán đổi, làm bù ngày 09/01/2027"
    assert own.is_working(date(2024, 5, 4))
    assert {2024, 2027} <= own.years


@pytest.mark.parametrize(
    ("year", "says"),
    [
        (HolidayYear(holidays=(DaysOff(first=date(2023, 1, 1), name="Tết"),)), "phải bắt đầu trong năm 2024"),
        (
            HolidayYear(holidays=(DaysOff(first=date(2024, 1, 3), last=date(2024, 1, 1), name="Tết"),)),
            "không kết thúc trước khi bắt đầu",
        ),
        (HolidayYear(holidays=(DaysOff(first=date(2024, 1, 1), name="Tết"),) * 2), "ở trong hai đợt nghỉ"),
        (
            HolidayYear(holidays=(), swaps=(Swap(given=date(2024, 4, 27), worked=date(2024, 5, 4)),)),
            "27/04/2024 được hoán đổi phải là một ngày làm việc",
        ),
        (
            HolidayYear(holidays=(), swaps=(Swap(given=date(2024, 4, 29), worked=date(2024, 5, 3)),)),
            "ngày làm bù 03/05/2024 phải là thứ Bảy",
        ),
    ],
)
def test_each_planted_fault_is_named(year: HolidayYear, says: str) -> None:
    (problem,) = holiday_problems({2024: year})
    assert problem.startswith("2024.yml: ")
    assert says in problem


@pytest.mark.parametrize(
    "text",
    [
        "off: []",
        "holidays: [{first: 2024-02-30, name: Tết}]",
        "holidays: [{first: mai, name: Tết}]",
        "holidays: [",
        "holidays: [{first: 2024-01-01, name: Tết, color: đỏ}]",
    ],
)
def test_a_broken_file_is_refused_by_name(tmp_path: Path, text: str) -> None:
    (tmp_path / "2024.yml").write_text(text, "utf-8")
    with pytest.raises(VocabularyError, match=r"2024\.yml: không đọc được lịch nghỉ"):
        read_working_calendar(tmp_path)
