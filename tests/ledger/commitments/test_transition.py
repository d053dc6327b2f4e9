"""Steps of commitments: who may, on what condition, and what becomes of them."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from django.utils import timezone

from camket.ledger.errors import ConflictError, DeniedError, InvalidError
from camket.ledger.history.writing import SYSTEM, writing
from camket.ledger.models import Account, Commitment, CommitmentLink, Entry, Update
from camket.ledger.permissions import visible_to
from camket.ledger.services.approve import approve, discard, pass_on
from camket.ledger.services.news import News
from camket.ledger.services.transition import transition
from camket.vocabulary.commitment import load_commitment_kinds

COMMUNE, OTHER = "03253@2025", "03301@2025"
FINANCE, HEALTH, PARTY = "11/finance_department@2025", "11/health_department", "11/party_committee"
KINDS = load_commitment_kinds()
STEPS = [
    (kind.code, step.code, state, role)
    for kind in KINDS.values()
    for step in kind.transitions.values()
    for state in step.from_
    for role in step.by
]
FULL = {
    "reason": "theo cuộc họp",
    "evidence": "biên bản",
    "number": "12/BC-STC",
    "day": date(2026, 3, 1),
    "owner_code": HEALTH,
}

Person = Callable[..., Account]
Owed = Callable[..., Commitment]


@pytest.mark.parametrize(("kind", "code", "state", "role"), STEPS)
def test_every_step_can_be_taken_by_everyone_it_names(
    person: Person, owed: Owed, kind: str, code: str, state: str, role: str
) -> None:
    step = KINDS[kind].transitions[code]
    due = date(2026, 2, 1) if step.timing == "late" else date(2026, 4, 1)
    one = owed(kind, state=state, due_on=due, **({"issuer_code": FINANCE} if kind == "own_task" else {}))
    where = {
        "owner": ("11", FINANCE), "assigner": ("11", FINANCE if kind == "own_task" else PARTY),
        "sender": (COMMUNE, f"{COMMUNE}/peoples_committee"), "any": (COMMUNE, ""),
    }[step.by[role]]  # type: ignore[index]  # a key that the data has  # fmt: skip
    update = transition(person(role, *where), one, code, News(**FULL))  # type: ignore[arg-type]  # fields of many types by name
    if update.draft:
        assert Commitment.objects.get().state == state
        update = approve(person("head", *where), update)
    one = Commitment.objects.get()
    assert (one.state, update.from_state, update.to_state, update.transition) == (step.to, state, step.to, code)
    assert one.owner_code == (HEALTH if step.service == "reassign" else FINANCE)


def test_a_step_that_is_not_there_names_those_that_are(person: Person, owed: Owed) -> None:
    with pytest.raises(InvalidError, match=r"đang «mới giao», không có bước «confirm»; .*acknowledge \(Nhận việc\)"):
        transition(person("office", "11", PARTY), owed(), "confirm")


@pytest.mark.parametrize(("role", "body"), [("responder", HEALTH), ("office", PARTY)])
def test_who_does_not_owe_it_cannot_begin_it(person: Person, owed: Owed, role: str, body: str) -> None:
    one, before = owed(), Entry.objects.count()
    account = person(role, "11", body)
    with pytest.raises(DeniedError):
        transition(account, one, "start")
    assert Commitment.objects.get().state == "open"
    assert Entry.objects.count() == before + 1


def test_a_specialists_report_waits_for_the_head_and_shows_to_nobody_outside(person: Person, owed: Owed) -> None:
    one, outside = owed(), [person("office", "11", PARTY), person("reporter", COMMUNE), person("leader", OTHER)]
    draft = transition(
        person("responder", "11", FINANCE), one, "report_done", News(evidence="ảnh chợ", text="Đã bố trí")
    )
    assert (draft.draft, Commitment.objects.get().state) == (True, "open")
    assert not any(visible_to(who, Update).exists() for who in outside)
    pass_on(person("responder", "11", FINANCE), draft)
    head = person("head", "11", FINANCE)
    approve(head, draft, number="77/BC-STC")
    update, one = Update.objects.get(), Commitment.objects.get()
    assert (update.draft, update.approved_by, update.number, one.state) == (False, head, "77/BC-STC", "reported_done")
    assert visible_to(outside[0], Update).exists()
    assert visible_to(outside[1], Update).exists()


def test_nobody_but_the_owners_head_approves(person: Person, owed: Owed) -> None:
    draft = transition(person("responder", "11", FINANCE), owed(), "report_done", News(evidence="ảnh chợ"))
    for other in (person("head", "11", HEALTH), person("responder", "11", FINANCE), person("head", COMMUNE)):
        with pytest.raises(DeniedError):
            approve(other, draft)
    assert Commitment.objects.get().state == "open"


def test_nobody_checks_their_own_draft(person: Person, owed: Owed) -> None:
    specialist = person("responder", "11", FINANCE)
    draft = transition(specialist, owed(), "report_done", News(evidence="ảnh chợ"))
    with pytest.raises(InvalidError, match="cần người khác kiểm tra"):
        pass_on(specialist, draft)


def test_a_draft_given_up_stays_with_the_reason(person: Person, owed: Owed) -> None:
    specialist = person("responder", "11", FINANCE)
    draft = transition(specialist, owed(), "report_done", News(evidence="ảnh chợ"))
    discard(specialist, draft, "soạn nhầm")
    assert (Update.objects.get().withdrawn, Update.objects.get().withdrawn_reason) == (True, "soạn nhầm")
    with pytest.raises(InvalidError, match="không phải là dự thảo"):
        approve(person("head", "11", FINANCE), draft)


def test_a_draft_that_was_overtaken_is_not_approved(person: Person, owed: Owed) -> None:
    one, head = owed(), person("head", "11", FINANCE)
    draft = transition(person("responder", "11", FINANCE), one, "report_done", News(evidence="ảnh chợ"))
    transition(head, Commitment.objects.get(), "acknowledge")
    with pytest.raises(ConflictError, match="nay «đã nhận việc», không còn «mới giao»"):
        approve(head, Update.objects.get(pk=draft.pk))


@pytest.mark.parametrize(("reported", "state"), [(date(2026, 1, 20), "done"), (date(2026, 1, 21), "done_late")])
def test_late_is_what_was_reported_late_however_late_it_is_confirmed(
    person: Person, owed: Owed, reported: date, state: str
) -> None:
    one = owed(due_on=date(2026, 1, 20))
    transition(person("head", "11", FINANCE), one, "report_done", News(evidence="ảnh", day=reported))
    transition(person("office", "11", PARTY), one, "confirm", News(day=date(2026, 5, 1)))
    assert Commitment.objects.get().state == state


def test_a_suggestion_is_never_late(person: Person, owed: Owed) -> None:
    one = owed(due_on=date(2026, 1, 20), strength="suggest")
    transition(person("head", "11", FINANCE), one, "report_done", News(evidence="ảnh", day=date(2026, 3, 1)))
    transition(person("office", "11", PARTY), one, "confirm", News(day=date(2026, 3, 1)))
    assert Commitment.objects.get().state == "done"


@pytest.mark.parametrize(
    ("kind", "state", "code", "who", "lacks", "says"),
    [
        ("directive", "open", "report_done", FINANCE, "evidence", "cần minh chứng"),
        ("directive", "reported_done", "return", PARTY, "reason", "cần lý do"),
        ("directive", "open", "decline", PARTY, "number", "cần văn bản"),
        ("directive", "transferred", "reassign", PARTY, "owner_code", "nhận việc"),
        ("petition", "open", "answer", FINANCE, "number", "cần văn bản"),
    ],
)
def test_what_a_step_needs_must_come_with_it(
    person: Person, owed: Owed, kind: str, state: str, code: str, who: str, lacks: str, says: str
) -> None:
    one = owed(kind, state=state)
    with pytest.raises(InvalidError, match=says):
        transition(person("head", "11", who), one, code, News(**(FULL | {lacks: ""})))  # type: ignore[arg-type]  # fields of many types by name
    assert (Commitment.objects.get().state, one.state) == (state, state)


def test_a_petition_lives_until_every_promise_in_its_answer_is_kept(person: Person, owed: Owed) -> None:
    petition, promise = owed("petition", state="answered"), owed("own_task", issuer_code=FINANCE)
    with writing(SYSTEM, "test") as made:
        made.add(CommitmentLink(kind="promises", source=promise, target=petition, entered_by=petition.entered_by))
    sender, head = person("reporter", COMMUNE), person("head", "11", FINANCE)
    with pytest.raises(InvalidError, match=f"lời hứa số {promise.pk} .chưa làm. chưa xong"):
        transition(sender, petition, "resolve", News(reason="đã có vốn"))
    transition(head, promise, "report_done", News(evidence="quyết định"))
    transition(head, promise, "confirm")
    transition(sender, petition, "resolve", News(reason="đã có vốn"))
    assert Commitment.objects.get(pk=petition.pk).state == "done"


def test_what_replaces_it_is_linked(person: Person, owed: Owed) -> None:
    old, new = owed(), owed(text="bố trí vốn sửa chợ và bến xe")
    transition(person("office", "11", PARTY), old, "supersede", News(reason="gộp", replaced_by=new))
    link = CommitmentLink.objects.get()
    assert (link.kind, link.source, link.target) == ("supersedes", new, old)


@pytest.mark.parametrize(
    ("day", "says"), [(date(2026, 1, 4), "sớm hơn ngày giao"), (timezone.localdate() + timedelta(days=1), "chưa tới")]
)
def test_days_that_cannot_be_are_refused(person: Person, owed: Owed, day: date, says: str) -> None:
    with pytest.raises(InvalidError, match=says):
        transition(person("head", "11", FINANCE), owed(), "start", News(day=day))


def test_the_second_of_two_is_told_what_the_first_did(person: Person, owed: Owed) -> None:
    owed()
    mine, theirs = Commitment.objects.get(), Commitment.objects.get()
    first, second = person("responder", "11", FINANCE), person("responder", "11", FINANCE)
    transition(first, theirs, "start")
    with pytest.raises(ConflictError, match=f"{first.name} đã sửa lúc .*open → in_progress"):
        transition(second, mine, "acknowledge")
    assert Update.objects.count() == 1


def test_what_has_ended_goes_nowhere(person: Person, owed: Owed) -> None:
    with pytest.raises(InvalidError, match="việc đã khép lại"):
        transition(person("head", "11", FINANCE), owed(state="done"), "start")


def test_each_step_is_an_entry_with_its_reason(person: Person, owed: Owed) -> None:
    update: Any = transition(person("office", "11", PARTY), owed(), "suspend", News(reason="chờ vốn"))
    entry = Entry.objects.get(change=update.change)
    assert entry.verb == "commitment.suspend"
    assert '"reason":"chờ vốn"' in (entry.payload or "")
