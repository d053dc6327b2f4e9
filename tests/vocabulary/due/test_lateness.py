"""Late and soon due: computed from the due date, the day, the state and the strength alone."""

from datetime import date
from itertools import islice

import pytest
from hypothesis import given
from hypothesis import strategies as st

from camket.vocabulary.commitment import load_commitment_kinds
from camket.vocabulary.due import Due, Frequency, days_late, due_soon, overdue, period_end, period_ends

STATES = load_commitment_kinds()["directive"].states
OPEN = STATES["open"]
DUE = Due(kind="date", day=date(2024, 9, 30))
DAYS = st.dates(date(2020, 1, 1), date(2030, 12, 31))
FREQUENCIES: tuple[Frequency, ...] = ("weekly", "monthly", "quarterly", "yearly")


@pytest.mark.parametrize(
    ("day", "late", "soon", "days"),
    [
        (date(2024, 9, 22), False, False, 0),
        (date(2024, 9, 23), False, True, 0),
        (date(2024, 9, 30), False, True, 0),
        (date(2024, 10, 1), True, False, 1),
        (date(2024, 10, 31), True, False, 31),
    ],
)
def test_late_begins_the_day_after(day: date, late: bool, soon: bool, days: int) -> None:
    assert overdue(DUE, day, OPEN) is late
    assert due_soon(DUE, day, OPEN) is soon
    assert days_late(DUE, day, OPEN) == days


@given(DAYS, DAYS)
def test_a_suggestion_is_never_late(due: date, day: date) -> None:
    assert not overdue(Due(kind="date", day=due), day, OPEN, "suggest")
    assert not due_soon(Due(kind="date", day=due), day, OPEN, "suggest")


@pytest.mark.parametrize("strength", [None, "assign", "require", "request", "advise"])
def test_all_others_are(strength: str | None) -> None:
    assert overdue(DUE, date(2024, 10, 1), OPEN, strength)


@pytest.mark.parametrize(
    ("state", "late"),
    [
        ("open", True),
        ("acknowledged", True),
        ("in_progress", True),
        ("returned", True),
        ("reported_done", False),
        ("transferred", False),
        ("suspended", False),
        ("done", False),
        ("done_late", False),
        ("declined", False),
        ("superseded", False),
    ],
)
def test_the_clock_rests_where_others_must_act_and_where_nothing_is_owed(state: str, late: bool) -> None:
    assert overdue(DUE, date(2025, 1, 1), STATES[state]) is late


@pytest.mark.parametrize("kind", ["event", "standing", "none", "term_end"])
def test_what_has_no_day_is_never_late(kind: str) -> None:
    due = Due(kind=kind)  # type: ignore[arg-type]  # one of the kinds, from a table of cases
    assert not overdue(due, date(2090, 1, 1), OPEN)
    assert not due_soon(due, date(2090, 1, 1), OPEN)


@given(DAYS, DAYS, st.sampled_from(sorted(STATES)), st.sampled_from([None, "assign", "suggest"]))
def test_late_and_soon_exclude_each_other_and_late_stays_late(
    due: date, day: date, state: str, strength: str | None
) -> None:
    one = Due(kind="date", day=due)
    late = overdue(one, day, STATES[state], strength)
    assert not (late and due_soon(one, day, STATES[state], strength))
    assert not late or overdue(one, date(2031, 1, 1), STATES[state], strength)


def test_what_is_periodic_is_owed_again_after_each_report() -> None:
    monthly = Due(kind="periodic", frequency="monthly", day=date(2024, 4, 30))
    assert overdue(monthly, date(2024, 5, 1), OPEN)
    assert not overdue(monthly, date(2024, 5, 1), OPEN, reported=date(2024, 4, 30))
    assert due_soon(monthly, date(2024, 5, 28), OPEN, reported=date(2024, 4, 30))
    assert overdue(monthly, date(2024, 6, 1), OPEN, reported=date(2024, 4, 30))
    assert overdue(monthly, date(2024, 5, 1), OPEN, reported=date(2024, 3, 31))


def test_the_ends_of_periods() -> None:
    assert list(islice(period_ends("quarterly", date(2024, 5, 5)), 3)) == [
        date(2024, 6, 30), date(2024, 9, 30), date(2024, 12, 31),
    ]  # fmt: skip


@given(st.sampled_from(FREQUENCIES), DAYS)
def test_a_period_ends_on_or_after_its_days_and_is_its_own_end(frequency: Frequency, day: date) -> None:
    end = period_end(frequency, day)
    assert end >= day
    assert period_end(frequency, end) == end
    first, second = islice(period_ends(frequency, day), 2)
    assert first == end < second
