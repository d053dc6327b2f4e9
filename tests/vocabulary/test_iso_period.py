"""ISO periods are read back as they were written, and nothing else is."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from camket.vocabulary.iso_period import parse_period
from camket.vocabulary.period import Period

YEARS = st.integers(1900, 2100)
MONTHS = st.integers(1, 12)
PERIODS = st.one_of(
    YEARS.map(Period.of_year),
    st.builds(lambda year, more: Period.of_years(year, year + more), YEARS, st.integers(0, 20)),
    st.builds(Period.of_quarter, YEARS, st.integers(1, 4)),
    st.builds(lambda year, one, other: Period.of_months(year, *sorted((one, other))), YEARS, MONTHS, MONTHS),
    st.lists(st.dates(), min_size=2, max_size=2).map(lambda days: Period.of_days(*sorted(days))),
)


@given(PERIODS)
def test_what_is_written_is_read_back(period: Period) -> None:
    assert parse_period(period.iso) == period


@pytest.mark.parametrize(
    "text",
    ["", "24", "2024-13", "2024-Q5", "2024-02-30", "2025/2021", "2024-06/2024-01", "2024-03-02/2024-03-01", "cuối năm",
     "0000", "2024-7", "10 working days", "2024-01-01/2024-01"],
)  # fmt: skip
def test_what_is_no_period_is_none(text: str) -> None:
    assert parse_period(text) is None


def test_months_of_two_years() -> None:
    assert parse_period("2024-11/2025-02") == (date(2024, 11, 1), date(2025, 2, 28), "2024-11/2025-02")
