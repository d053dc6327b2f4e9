"""Withdrawing: nothing of a decision that was taken back counts, and nothing is deleted."""

from collections.abc import Callable
from typing import Any

import pytest

from camket.ledger.accept import withdraw_statement
from camket.ledger.accept.withdraw import entries_of
from camket.ledger.errors import InvalidError
from camket.ledger.history.writing import writing
from camket.ledger.models import (
    Account,
    Commitment,
    CommitmentLink,
    Event,
    LegalAct,
    Meeting,
    Observation,
    Statement,
    Update,
)
from camket.ledger.models.kept import Kept

Said = Callable[..., Statement]
Become = Callable[..., list[Kept]]


@pytest.fixture
def take_back(lan: Account) -> Callable[[Statement], list[Any]]:
    def withdraw(statement: Statement) -> list[Any]:
        with writing("lan", "statement.undo") as made:
            return list(withdraw_statement(made, statement, lan, "đọc nhầm"))

    return withdraw


def test_the_entry_stays_and_says_why(said: Said, become: Become, take_back: Any) -> None:
    one = said("finding", "đường hỏng")
    (finding,) = become(one)
    (gone,) = take_back(one)
    assert (gone.pk, gone.withdrawn, gone.withdrawn_reason) == (finding.pk, True, "đọc nhầm")
    assert list(entries_of(one)) == []


def test_an_event_goes_with_its_last_loss(said: Said, become: Become, take_back: Any, paper: Any) -> None:
    document = paper("12 con trâu chết. 30 nhà tốc mái.")
    losses = [
        said("loss", words, document, category="houses_unroofed", hazard="lốc")
        for words in ("12 con trâu chết", "30 nhà tốc mái")
    ]
    for one in losses:
        become(one)
    take_back(losses[0])
    assert not Event.objects.get().withdrawn
    take_back(losses[1])
    assert Event.objects.get().withdrawn
    assert not Observation.objects.filter(withdrawn=False).exists()


def test_an_act_goes_with_its_last_place(said: Said, become: Become, take_back: Any) -> None:
    places = [
        said("citation", words, type="Luật", id="72/2025/QH15")
        for words in ("Luật 72/2025/QH15", "Luật số 72/2025/QH15")
    ]
    for one in places:
        become(one)
    take_back(places[0])
    assert not LegalAct.objects.get().withdrawn
    take_back(places[1])
    assert LegalAct.objects.get().withdrawn


def test_an_answer_taken_back_takes_its_promise_and_its_state_with_it(
    said: Said, become: Become, take_back: Any
) -> None:
    become(said("petition", "bố trí vốn"))
    petition = Commitment.objects.get()
    answer = said("response", "Sở nhất trí bố trí", status="accept")
    become(answer, into=petition.pk)
    take_back(answer)
    petition.refresh_from_db()
    assert petition.state == "open"
    assert [one.withdrawn for one in (Update.objects.get(), CommitmentLink.objects.get())] == [True, True]
    assert list(Commitment.objects.filter(withdrawn=False)) == [petition]


def test_what_more_was_built_on_is_not_taken_from_under_it(said: Said, become: Become, take_back: Any) -> None:
    directive = said("directive", "sửa chợ")
    become(directive)
    number = Commitment.objects.get().pk
    started, done = (
        said("progress", "đang sửa", assessment="in_progress"),
        said("progress", "đã sửa", assessment="done"),
    )
    become(started, into=number)
    become(done, into=number)
    for one in (directive, started):
        with pytest.raises(InvalidError, match=f"việc số {number} đã có diễn biến"):
            take_back(one)
    for one in (done, started, directive):
        take_back(one)
    assert Commitment.objects.get().withdrawn
    assert Commitment.objects.get().state == "open"


def test_a_meeting_taken_back_lets_go_of_what_it_gathered(
    said: Said, become: Become, take_back: Any, paper: Any
) -> None:
    document = paper("Hội nghị huyện. Giao sửa chợ.")
    meeting = said("meeting", "Hội nghị huyện", document)
    become(meeting)
    become(said("directive", "Giao sửa chợ", document))
    take_back(meeting)
    assert Meeting.objects.get().withdrawn
    assert Commitment.objects.get().meeting is None
    become(meeting)
    assert Commitment.objects.get().meeting == Meeting.objects.get(withdrawn=False)
