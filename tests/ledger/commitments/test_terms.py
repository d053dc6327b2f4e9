"""Amending, handing over and linking: always with a reason, by those who may, and with what was before."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from camket.ledger.errors import ConflictError, DeniedError, InvalidError
from camket.ledger.history.writing import SYSTEM, writing
from camket.ledger.models import Account, Commitment, CommitmentLink, Entry, ProjectPart, TargetPart, Update
from camket.ledger.services.amend import amend
from camket.ledger.services.hand_over import hand_over
from camket.ledger.services.link import link, unlink
from camket.ledger.services.news import News

FINANCE, HEALTH, PARTY, ENDED = (
    "11/finance_department@2025",
    "11/health_department",
    "11/party_committee",
    "099/peoples_committee",
)
WHY = News(reason="theo kết luận mới", number="15-TB/TU", day=date(2026, 2, 2))

Person = Callable[..., Account]
Owed = Callable[..., Commitment]


def test_a_deadline_moved_tells_how_it_was_found_and_what_it_was(person: Person, owed: Owed) -> None:
    one = owed(due_on=date(2026, 1, 20), due_kind="date")
    update = amend(person("office", "11", PARTY), one, {"deadline": "2026-Q3"}, WHY)
    kept = Commitment.objects.get()
    assert (kept.due_on, kept.due_kind, kept.due_words) == (date(2026, 9, 30), "period", "2026-Q3")
    assert update.amended["due_on"] == ["2026-01-20", "2026-09-30"]
    assert (update.reason, update.number, update.from_state, update.to_state) == (
        "theo kết luận mới",
        "15-TB/TU",
        "open",
        "open",
    )


def test_a_target_keeps_what_it_was_in_history(person: Person, owed: Owed) -> None:
    one = owed("target")
    with writing(SYSTEM, "test") as made:
        made.add(TargetPart(commitment=one, value=Decimal("7.71"), measure="%", comparator="at_most"))
    update = amend(person("office", "11", PARTY), one, {"value": Decimal("8.5")}, WHY)
    assert TargetPart.objects.get().value == Decimal("8.5")
    assert Update.objects.get(pk=update.pk).amended == {"value": ["7.71", "8.5"]}
    assert any('"value":"7.71"' in (entry.payload or "") for entry in Entry.objects.all())


def test_another_owner_is_named_by_the_register(person: Person, owed: Owed) -> None:
    amend(person("office", "11", PARTY), owed(), {"owner_code": HEALTH}, WHY)
    one = Commitment.objects.get()
    assert one.owner_code == HEALTH
    assert one.owner.startswith("Sở Y tế")


@pytest.mark.parametrize(
    ("terms", "says"),
    [
        ({"deadline": "2026-01-04"}, "sớm hơn ngày giao"),
        ({"deadline": "mai kia mốt nọ"}, "Không hiểu thời hạn"),
        ({"owner_code": ENDED}, "không có cơ quan «099/peoples_committee» vào ngày 02/02/2026"),
        ({"state": "done"}, "không có điều khoản state để sửa"),
        ({"text": "  "}, "không được để trống"),
        ({"text": "bố trí vốn sửa chợ"}, "không có gì để sửa"),
        ({"households_cleared": 9, "land_households": 8}, "households_cleared 9 lớn hơn land_households 8"),
        ({"budget": Decimal("0.5")}, "phải là số nguyên đồng"),
        ({"budget": -1}, "không âm"),
    ],
)
def test_terms_that_cannot_be_are_refused(person: Person, owed: Owed, terms: dict[str, Any], says: str) -> None:
    one = owed("project")
    with writing(SYSTEM, "test") as made:
        made.add(ProjectPart(commitment=one))
    office, before = person("office", "11", PARTY), Entry.objects.count()
    with pytest.raises(InvalidError) as refused:
        amend(office, one, terms, WHY)
    assert says in str(refused.value)
    assert Entry.objects.count() == before


def test_no_change_of_terms_without_a_reason_or_by_the_owner(person: Person, owed: Owed) -> None:
    one = owed()
    with pytest.raises(InvalidError, match="cần lý do"):
        amend(person("office", "11", PARTY), one, {"text": "khác"}, News())
    with pytest.raises(DeniedError):
        amend(person("head", "11", FINANCE), one, {"text": "khác"}, WHY)


def test_what_an_ended_body_owed_is_handed_over_many_at_once(person: Person, owed: Owed) -> None:
    ended = {"owner": "UBND huyện Tuần Giáo", "owner_code": ENDED, "made_on": date(2024, 9, 12)}
    many = [owed(state="in_progress", **ended), owed(**ended)]
    before = Entry.objects.count()
    office = person("office", "11")
    updates = hand_over(office, many, "03253@2025/peoples_committee", WHY)
    assert [one.amended["owner_code"] for one in updates] == [[ENDED, "03253@2025/peoples_committee"]] * 2
    assert sorted(Commitment.objects.values_list("owner_code", "state")) == [
        ("03253@2025/peoples_committee", "in_progress"), ("03253@2025/peoples_committee", "open")
    ]  # fmt: skip
    assert Entry.objects.count() == before + 2


def test_a_living_owner_keeps_what_it_owes_and_then_nothing_is_handed_over(person: Person, owed: Owed) -> None:
    many = [owed(owner_code=ENDED), owed()]
    with pytest.raises(InvalidError, match="vẫn còn vào ngày 02/02/2026"):
        hand_over(person("office", "11"), many, HEALTH, WHY)
    assert Commitment.objects.filter(owner_code=ENDED).count() == 1


@pytest.mark.parametrize(
    ("heir", "news", "says"), [(ENDED, WHY, "không còn"), ("11/nobody", WHY, "không có trong danh mục"), (HEALTH, News(), "cần lý do")]
)  # fmt: skip
def test_an_heir_must_live_and_a_reason_be_given(person: Person, owed: Owed, heir: str, news: News, says: str) -> None:
    with pytest.raises(InvalidError, match=says):
        hand_over(person("office", "11"), [owed(owner_code=ENDED)], heir, news)


def test_what_is_raised_again_joins_the_thread(person: Person, owed: Owed) -> None:
    first, second, third = owed("petition"), owed("petition"), owed("petition")
    office = person("office", "11")
    link(office, CommitmentLink.Kind.RAISED_AGAIN, second, first)
    link(office, CommitmentLink.Kind.RAISED_AGAIN, third, second)
    assert [one.thread_id for one in Commitment.objects.order_by("id")] == [None, first.pk, first.pk]


def test_a_link_is_made_once_and_taken_back_with_a_reason(person: Person, owed: Owed) -> None:
    one, other, office = owed(), owed("petition"), person("office", "11")
    made = link(office, CommitmentLink.Kind.ANSWERS, one, other)
    with pytest.raises(ConflictError):
        link(office, CommitmentLink.Kind.ANSWERS, one, other)
    unlink(office, made, "nối nhầm")
    link(office, CommitmentLink.Kind.ANSWERS, one, other)
    assert [row.withdrawn for row in CommitmentLink.objects.order_by("id")] == [True, False]
    with pytest.raises(InvalidError, match="trùng nhau"):
        link(office, CommitmentLink.Kind.ANSWERS, one, one)
