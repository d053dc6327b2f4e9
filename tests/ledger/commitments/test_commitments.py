"""Asking for commitments: what is seen, what a day makes of them, and in how many SQL statements."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest

from camket.ledger.models import Account, Commitment, CommitmentLink
from camket.ledger.queries import commitments as asking
from camket.ledger.queries.commitments import Asked, Standing, commitment, commitments, counted, due_of, thread_of
from camket.ledger.services.link import link
from camket.ledger.services.news import News
from camket.ledger.services.transition import transition
from camket.vocabulary.commitment import load_commitment_kinds
from camket.vocabulary.due import due_soon, overdue

COMMUNE, OTHER, DISTRICT = "03253@2025", "03301@2025", "099"
FINANCE, HEALTH, ENDED = "11/finance_department@2025", "11/health_department", "099/peoples_committee"
DAY = date(2026, 3, 10)

Person = Callable[..., Account]
Owed = Callable[..., Commitment]


def test_an_account_sees_what_it_may(person: Person, owed: Owed) -> None:
    here, there = owed(unit=COMMUNE), owed(unit=OTHER, owner_code=HEALTH)
    assert list(commitments(person("reporter", COMMUNE))) == [here]
    assert list(commitments(person("responder", "11", HEALTH))) == [there]
    assert set(commitments(person("leader", "11"))) == {here, there}
    assert commitment(person("reporter", COMMUNE), there.pk) is None


def test_the_sooner_due_comes_first_and_what_has_no_day_last(person: Person, owed: Owed) -> None:
    never, late, soon = owed(), owed(due_on=date(2026, 5, 1)), owed(due_on=date(2026, 4, 1))
    assert list(commitments(person("leader", "11"))) == [soon, late, never]


def test_a_subtree_is_all_that_ever_lay_in_it(person: Person, owed: Owed) -> None:
    old, new = owed(unit=DISTRICT), owed(unit=COMMUNE)
    leader = person("leader", "vn")
    assert set(commitments(leader, Asked(unit="11"))) == {old, new}
    assert list(commitments(leader, Asked(unit=DISTRICT))) == [old]


def test_an_owner_is_a_body_or_a_unit_with_its_bodies(person: Person, owed: Owed) -> None:
    finance, health, unit, district = (owed(owner_code=code) for code in (FINANCE, HEALTH, "11", "110/x"))
    leader = person("leader", "11")
    assert list(commitments(leader, Asked(owner=FINANCE))) == [finance]
    assert set(commitments(leader, Asked(owner="11"))) == {finance, health, unit}
    assert district in commitments(leader)


@pytest.mark.parametrize("kind", sorted(load_commitment_kinds()))
def test_late_and_due_soon_are_what_the_vocabulary_says(person: Person, owed: Owed, kind: str) -> None:
    days = [None, *(DAY + timedelta(days=number) for number in (-1, 0, 7, 8))]
    states = load_commitment_kinds()[kind].states
    rows = [
        owed(kind, state=state, due_on=day, strength=strength, due_kind="date" if day else "none")
        for state in states for day in days for strength in ("", "suggest")
    ]  # fmt: skip
    leader = person("leader", "11")
    for standing, says in ((Standing.OVERDUE, overdue), (Standing.DUE_SOON, due_soon)):
        found = set(commitments(leader, Asked(standing=standing, day=DAY)))
        assert found == {one for one in rows if says(due_of(one), DAY, states[one.state], one.strength or None)}
        assert found


def test_the_queue_of_what_nobody_left_owes(person: Person, owed: Owed) -> None:
    orphan = owed(owner_code=ENDED, made_on=date(2024, 9, 12))
    owed(owner_code=ENDED, state="done", made_on=date(2024, 9, 12))
    owed()
    nobody = owed(owner_code="")
    leader = person("leader", "vn")
    assert list(commitments(leader, Asked(standing=Standing.NO_LIVING_OWNER))) == [orphan]
    assert list(commitments(leader, Asked(standing=Standing.NO_LIVING_OWNER, day=date(2025, 6, 30)))) == []
    assert list(commitments(leader, Asked(standing=Standing.NO_OWNER))) == [nobody]


@pytest.mark.parametrize("standing", [None, *Standing])
@pytest.mark.parametrize("rows", [1, 30])
def test_however_many_there_are_the_statements_are_few(
    person: Person, owed: Owed, django_assert_max_num_queries: Any, standing: Standing | None, rows: int
) -> None:
    for number in range(rows):
        owed(due_on=DAY + timedelta(days=number - 15), owner_code=ENDED if number % 2 else FINANCE)
    leader = person("leader", "11")
    with django_assert_max_num_queries(3):
        list(commitments(leader, Asked(standing=standing, unit="11", day=DAY)))


@pytest.mark.parametrize("news", [1, 12])
def test_one_with_all_that_hangs_on_it_takes_few_statements(
    person: Person, owed: Owed, django_assert_max_num_queries: Any, news: int
) -> None:
    one, office, head = owed("petition"), person("office", "11"), person("head", "11", FINANCE)
    for _ in range(news):
        transition(office, one, "suspend", News(reason="chờ"))
        transition(office, one, "lift", News(reason="tiếp"))
        link(office, CommitmentLink.Kind.ANSWERS, owed(), one)
    with django_assert_max_num_queries(16):
        found = commitment(head, one.pk)
        assert found is not None
        told = [(row.account.name, row.approved_by) for row in found.updates.all()]
        assert (len(told), len([row.source.text for row in found.linked.all()])) == (2 * news, news)
        assert found.petition.sender_code


def test_counting_stops_at_a_cap(person: Person, owed: Owed, monkeypatch: pytest.MonkeyPatch) -> None:
    for _ in range(4):
        owed()
    rows = commitments(person("leader", "11"))
    assert counted(rows) == (4, False)
    monkeypatch.setattr(asking, "MOST", 3)
    assert counted(rows) == (3, True)


def test_a_thread_is_told_in_its_order(person: Person, owed: Owed) -> None:
    later, first = owed("petition", made_on=date(2026, 2, 2)), owed("petition", made_on=date(2026, 1, 1))
    office = person("office", "11")
    link(office, CommitmentLink.Kind.RAISED_AGAIN, later, first)
    assert list(thread_of(office, later)) == list(thread_of(office, first)) == [first, later]
