"""Expunging: nothing of a document is left anywhere, what others built stays, and the history verifies."""

import hashlib
import json
import os
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from django.db import connection

from camket.ledger.errors import DeniedError, InvalidError
from camket.ledger.history.archive import Incoming
from camket.ledger.history.backup import back_up
from camket.ledger.history.verify import verify
from camket.ledger.history.writing import SYSTEM, begin_chain, writing
from camket.ledger.models import (
    Account,
    Citing,
    Commitment,
    CommitmentLink,
    Content,
    Document,
    Entry,
    Finding,
    Head,
    LegalAct,
    Meeting,
    Membership,
    Observation,
    ReadingRun,
    Role,
    Statement,
    Update,
)
from camket.ledger.search.indexing import index
from camket.ledger.search.models import SearchEntry
from camket.ledger.services import decide
from camket.ledger.services.amend import amend
from camket.ledger.services.expunge import expunge
from camket.ledger.services.import_document import Received, import_document
from camket.ledger.services.link import address, link
from camket.ledger.services.news import News
from camket.ledger.services.transition import transition
from camket.reading.document import Document as Text
from camket.reading.document import PageFacts
from camket.reading.read import Reading
from camket.units.bodies.body_type import NATION

UNIT, ACT, WHY = "11", "12/QĐ-UBND", "lộ đời tư của công dân"
# Long enough to stand in no hash by chance.
SECRET, NUMBER = "zorbaquin", "735190264817"
"""A word and a figure that the document alone has."""
SAID: dict[str, dict[str, Any]] = {
    "observation": {"indicator": f"số {SECRET}", "value": NUMBER, "unit": "ha", "baseline_value": NUMBER},
    "loss": {"category": "livestock_dead", "value": NUMBER, "unit": "con", "hazard": f"lũ {SECRET}", "event_date": "2024-07-23"},
    "target": {"value": NUMBER, "unit": "ha", "period": "2024", "indicator": f"chỉ tiêu {SECRET}"},
    "petition": {"sender": f"Ban {SECRET}", "addressee": "UBND tỉnh", "value": NUMBER, "unit": "VND", "citations": [f"Luật {SECRET}"]},
    "directive": {"assignee": f"Phòng {SECRET}", "co_assignees": [f"Đội {SECRET}"], "deadline": "2025-06-30"},
    "own_task": {"owner": f"Tổ {SECRET}"},
    "project": {"name": f"Cầu {SECRET}", "budget": NUMBER},
    "plan": {"level": f"cấp {SECRET}"},
    "finding": {"theme": "poverty"},
    "scoreboard": {"met": 7, "total": 9, "resolution": f"Nghị quyết {SECRET}"},
    "meeting": {"convener": f"Ban {SECRET}", "participants": [f"Ông {SECRET}"], "posts": ["trưởng ban"]},
    "citation": {"type": "Luật", "id": "31/2024/QH15", "issuer": f"Viện {SECRET}", "replaces": f"Luật {SECRET} số 45/2013/QH13"},
}  # fmt: skip
"""One statement a kind, each with the word or the figure in whatever it can hold."""


@pytest.fixture
def lan(account: Callable[..., Account]) -> Account:
    return _with_roles(account())


def _with_roles(one: Account) -> Account:
    with writing(SYSTEM, "test") as made:
        for role in (Role.ADMINISTRATOR, Role.OFFICE, Role.HEAD):
            made.add(Membership(account=one, role=role, unit=NATION, first=date(2020, 1, 1)))
    return one


def kept(lan: Account, text: str, name: str = "tep.txt") -> Document:
    """A document, imported; it has no statements yet."""
    reading = Reading(Text(name=name, text=text), PageFacts(title=text[:20]), None, ())
    record = (("number", name[:10]), ("signer", text[:30]), ("dated", date(2024, 9, 12)))
    received = Received(text.encode(), reading, Document.Way.UPLOAD, declared_no_secret=True, about=UNIT, record=record)
    return import_document(lan, received)


def said(lan: Account, document: Document, kind: str, place: int = 0, **data: Any) -> Statement:
    """A statement of a document as reading proposes it, read in the document's only run."""
    with writing("nạp", "document.import") as made:
        one = Statement(
            document=document, kind=kind, start=place, end=place + 25, text=document.text[place : place + 25], section="other",
            about=UNIT, data=data, proposed=data, run=ReadingRun.objects.get(document=document),
        )  # fmt: skip
        index(made, made.add(one))
    return one


def became(lan: Account, statement: Statement, into: Commitment | None = None) -> Commitment:
    """The commitment that an accepted statement became."""
    decide.accept(lan, statement, into=into.pk if into else None)
    return Commitment.objects.filter(statement=statement).order_by("id").last() or Commitment()


def secret_text(words: str = f"Văn bản {SECRET} ghi {NUMBER} ") -> str:
    return words * 60


@pytest.fixture
def secret(lan: Account) -> Document:
    """A document of which everything was accepted, and some taken back or corrected."""
    document = kept(lan, secret_text(), f"{SECRET}.txt")
    for place, (kind, data) in enumerate(SAID.items()):
        decide.accept(lan, said(lan, document, kind, place * 26, **data))
    decide.reject(lan, said(lan, document, "finding", 700), "trivial", f"không phải {SECRET}")
    corrected = said(lan, document, "observation", 750, indicator="số", value="1", unit="ha")
    decide.correct(lan, corrected, {"value": NUMBER})
    decide.undo(lan, corrected, f"nhầm {SECRET}")
    return document


@pytest.fixture
def other(lan: Account) -> Document:
    return kept(lan, "Báo cáo của một xã khác, không dính dáng gì. " * 20)


def words() -> Iterator[tuple[str, str]]:
    """Every cell of every table as text, the index of the database among them, where it can be read."""
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f'SELECT * FROM "{table}"')  # noqa: S608 - names of our own tables
            for row in cursor.fetchall():
                for cell in row:
                    held = isinstance(cell, bytes | memoryview)
                    yield table, bytes(cell).decode("utf-8", "replace") if held else str(cell)


def found() -> list[tuple[str, str]]:
    return [(table, cell[:80]) for table, cell in words() if SECRET in cell.lower() or NUMBER in cell]


def sound() -> bool:
    verdict = verify()
    assert verdict.sound, str(verdict)
    return True


def test_nothing_of_it_is_left(lan: Account, secret: Document) -> None:
    assert len({table for table, _ in found()}) >= 18
    done = expunge(lan, secret, WHY, ACT)
    assert found() == []
    assert sound()
    assert done.removed > 40
    for noun in (
        Content,
        Statement,
        ReadingRun,
        Commitment,
        Observation,
        Meeting,
        Finding,
        Citing,
        LegalAct,
        SearchEntry,
    ):
        assert not noun._default_manager.exists(), noun


def test_a_tombstone_is_left(lan: Account, secret: Document) -> None:
    hashed = secret.content_hash
    expunge(lan, secret, f" {WHY} ", ACT)
    left = Document.objects.get()
    assert (left.content_hash, left.expunged_reason, left.expunged_act, left.about) == (hashed, WHY, ACT, UNIT)
    assert left.expunged_at is not None
    assert (left.name, left.title, left.signer, left.text, left.text_hash, left.places, left.facts) == (
        "",
        "",
        "",
        "",
        "",
        [],
        {},
    )
    entry = Entry.objects.latest("sequence")
    assert (entry.verb, entry.actor) == ("document.expunge", "lan")
    assert json.loads(entry.payload or "")["reason"] == WHY
    assert json.loads(entry.payload or "")["said"]["act"] == ACT


def test_the_same_bytes_never_come_back(lan: Account, secret: Document) -> None:
    expunge(lan, secret, WHY, ACT)
    before = Head.objects.get().sequence
    with pytest.raises(InvalidError, match="đã bị xóa khỏi sổ theo quyết định; không nạp lại"):
        kept(lan, secret_text())
    assert Head.objects.get().sequence == before


def test_nothing_is_added_to_what_was_read_before_it_went(lan: Account, secret: Document) -> None:
    as_read = Document.objects.get(pk=secret.pk)
    expunge(lan, secret, WHY, ACT)
    with pytest.raises(InvalidError, match="không thêm gì được"):
        decide.add(lan, as_read, "finding", 0, 20, {})
    assert found() == []


def test_no_backup_made_afterwards_has_it(lan: Account, secret: Document, tmp_path: Path) -> None:
    expunge(lan, secret, WHY, ACT)
    path = back_up(tmp_path / "so.backup").path
    with Incoming(path) as archive:
        held = [archive._zip.read(name) for name in archive._zip.namelist()]
    assert not any(SECRET.encode() in one or NUMBER.encode() in one for one in held)


def test_what_has_nothing_to_do_with_it_stays(lan: Account, secret: Document, other: Document) -> None:
    task = became(lan, said(lan, other, "own_task"))
    before = {model: model._default_manager.get(document=other).pk for model in (Statement, Commitment)}
    expunge(lan, secret, WHY, ACT)
    assert {model: model._default_manager.get(document=other).pk for model in before} == before
    task.refresh_from_db()
    assert (task.text, task.withdrawn) == (other.text[:25], False)
    assert Document.objects.get(pk=other.pk).content is not None
    assert sound()


def test_an_update_of_another_document_keeps_the_commitment_without_its_words(
    lan: Account, secret: Document, other: Document
) -> None:
    petition = Commitment.objects.get(kind="petition")
    became(lan, said(lan, other, "response", author="Sở Tài chính", decision="accept"), petition)
    expunge(lan, secret, WHY, ACT)
    left = Commitment.objects.get(document=secret)
    assert (left.pk, left.text, left.owner, left.withdrawn, left.statement) == (petition.pk, "", "", True, None)
    assert ACT in left.withdrawn_reason
    assert Update.objects.get(document=other).commitment_id == petition.pk
    assert found() == []
    assert sound()


def test_what_people_did_to_its_commitments_goes_with_them(lan: Account, secret: Document) -> None:
    task = Commitment.objects.get(kind="own_task")
    transition(lan, task, "start", News(text=f"bắt đầu {SECRET}", reason=f"vì {SECRET}"))
    amend(lan, task, {"text": f"sửa {SECRET}"}, News(reason=f"theo {SECRET}"))
    expunge(lan, secret, WHY, ACT)
    assert not Update.objects.exists()
    assert found() == []
    assert sound()


def test_links_that_people_made_to_it_stay_without_a_word(lan: Account, secret: Document, other: Document) -> None:
    task = became(lan, said(lan, other, "own_task"))
    directive, finding = Commitment.objects.get(kind="directive"), Finding.objects.get()
    of_people = link(lan, CommitmentLink.Kind.RAISED_AGAIN, task, directive, f"nhắc lại {SECRET}")
    address(lan, finding, task)
    within = link(
        lan, CommitmentLink.Kind.ADDRESSES, Commitment.objects.get(kind="own_task", document=secret), directive
    )
    expunge(lan, secret, WHY, ACT)
    of_people.refresh_from_db()
    assert (of_people.withdrawn, of_people.note) == (True, "")
    assert Finding.objects.get().text == ""
    assert [one.pk for one in Commitment.objects.filter(document=secret)] == [directive.pk]
    assert not CommitmentLink.objects.filter(pk=within.pk).exists()
    assert found() == []
    assert sound()


def test_a_step_that_it_brought_about_is_taken_back(lan: Account, secret: Document, other: Document) -> None:
    petition = became(lan, said(lan, other, "petition", sender="UBND xã", addressee="UBND tỉnh"))
    became(lan, said(lan, secret, "response", 800, author=f"Sở {SECRET}", decision="accept"), petition)
    petition.refresh_from_db()
    assert petition.state == "answered"
    expunge(lan, secret, WHY, ACT)
    petition.refresh_from_db()
    assert (petition.state, petition.withdrawn) == ("open", False)
    assert not Update.objects.exists()
    assert found() == []
    assert sound()


def test_a_step_that_a_person_took_upon_it_stays_taken(lan: Account, secret: Document, other: Document) -> None:
    task = became(lan, said(lan, other, "own_task"))
    transition(lan, task, "start", News(text=f"theo {SECRET}", reason=SECRET, document=secret, number=SECRET))
    expunge(lan, secret, WHY, ACT)
    task.refresh_from_db()
    left = Update.objects.get()
    assert (task.state, left.to_state, left.text, left.withdrawn) == ("in_progress", "in_progress", "", False)
    assert left.entered_by == lan
    assert left.document_id == secret.pk
    assert found() == []
    assert sound()


def test_terms_amended_upon_it_go_back(lan: Account, secret: Document, other: Document) -> None:
    target = became(lan, said(lan, other, "target", value="50", unit="ha", indicator="chè", period="2024"))
    amend(lan, target, {"text": f"theo {SECRET}", "value": int(NUMBER)}, News(reason="điều chỉnh", document=secret))
    amend(lan, target, {"text": "sau đó"}, News(reason="sửa lại"))
    expunge(lan, secret, WHY, ACT)
    target = Commitment.objects.get(pk=target.pk)
    assert (target.text, target.target.value) == ("sau đó", 50)
    assert [one.amended for one in Update.objects.order_by("id")] == [{}, {"text": [None, "sau đó"]}]
    assert found() == []
    assert sound()


def test_an_act_that_others_cite_is_told_by_these(lan: Account, secret: Document, other: Document) -> None:
    decide.accept(lan, said(lan, other, "citation", 30, type="Luật", id="31/2024/QH15", issuer="Quốc hội"))
    assert LegalAct.objects.get().document == secret
    expunge(lan, secret, WHY, ACT)
    act = LegalAct.objects.get()
    assert (act.number, act.issuer, act.replaces) == ("31/2024/QH15", "Quốc hội", "")
    assert (act.title, act.document, act.withdrawn) == (other.text[30:55], other, False)
    assert found() == []
    assert sound()


def test_what_it_taught_of_an_act_of_others_is_forgotten(lan: Account, secret: Document, other: Document) -> None:
    decide.accept(lan, said(lan, other, "citation", type="Luật", id="72/2020/QH14"))
    learnt = said(lan, secret, "citation", 800, type="Luật", id="72/2020/QH14", replaces=f"{SECRET} 55/2014/QH13")
    decide.accept(lan, learnt)
    assert SECRET in LegalAct.objects.get(number="72/2020/QH14").replaces
    expunge(lan, secret, WHY, ACT)
    act = LegalAct.objects.get()
    assert (act.replaces, act.replaces_key, act.title, act.withdrawn) == ("", "", other.text[:25], False)
    assert found() == []
    assert sound()


def test_meetings_and_bulletins_of_others_no_longer_hold_to_it(lan: Account, secret: Document, other: Document) -> None:
    meeting = Meeting.objects.get()
    decide.accept(lan, said(lan, other, "observation", indicator="chè", value="5", unit="ha"))
    with writing(SYSTEM, "test") as made:
        before, after = (made.add(Meeting(text="phiên", entered_by=lan, unit=UNIT)) for _ in range(2))
        made.alter(meeting, previous=before)
        made.alter(after, previous=meeting)
        figure = made.alter(
            Observation.objects.get(document=other), superseded_by=Observation.objects.filter(document=secret).first()
        )
    expunge(lan, secret, WHY, ACT)
    figure.refresh_from_db()
    after.refresh_from_db()
    assert (figure.superseded_by, after.previous) == (None, before)
    assert sound()


def test_the_second_of_two_that_touch_each_other_goes_as_well(lan: Account, secret: Document) -> None:
    # The entries that the first clears say again what still stands of the second, so its trail is broken there.
    second = kept(lan, secret_text(f"Bản thứ hai {SECRET} và {NUMBER} "), "hai.txt")
    petition = Commitment.objects.get(kind="petition")
    became(lan, said(lan, second, "response", author=f"Sở {SECRET}", decision="accept"), petition)
    with writing(SYSTEM, "test") as made:
        made.alter(second, title=f"cùng lúc {SECRET}")
        made.alter(secret, title=f"cùng lúc {SECRET}")
    expunge(lan, secret, WHY, ACT)
    assert sound()
    expunge(lan, Document.objects.get(pk=second.pk), WHY, ACT)
    assert found() == []
    assert sound()


def test_it_is_asked_for_with_a_reason_and_an_act_and_once(lan: Account, secret: Document) -> None:
    before = Head.objects.get().sequence
    for reason, act in ((" ", ACT), (WHY, "")):
        with pytest.raises(InvalidError, match="cần lý do và văn bản cho phép xóa"):
            expunge(lan, secret, reason, act)
    assert Head.objects.get().sequence == before
    expunge(lan, secret, WHY, ACT)
    with pytest.raises(InvalidError, match="đã bị xóa ngày"):
        expunge(lan, Document.objects.get(), WHY, ACT)


@pytest.mark.parametrize("role", [role for role in Role if role is not Role.ADMINISTRATOR])
def test_only_administrators_may(role: Role, account: Callable[..., Account], secret: Document) -> None:
    hoa = account("hoa")
    with writing(SYSTEM, "test") as made:
        made.add(Membership(account=hoa, role=role, unit=NATION, first=date(2020, 1, 1)))
    with pytest.raises(DeniedError):
        expunge(hoa, secret, WHY, ACT)
    assert Document.objects.get().text == secret.text


def test_an_administrator_of_elsewhere_may_not(account: Callable[..., Account], secret: Document) -> None:
    hoa = account("hoa")
    with writing(SYSTEM, "test") as made:
        made.add(Membership(account=hoa, role=Role.ADMINISTRATOR, unit="12", first=date(2020, 1, 1)))
    with pytest.raises(DeniedError):
        expunge(hoa, secret, WHY, ACT)


# The files of a server are its own; of its tables the other tests ask.
if os.environ.get("CAMKET_TEST_DATABASE") != "postgresql":

    @pytest.mark.django_db(transaction=True)
    def test_the_files_of_the_database_hold_nothing_of_it() -> None:
        begin_chain()
        with writing(SYSTEM, "test") as made:
            lan = made.add(Account(name="lan", full_name="Lò Thị Lan"))
        _with_roles(lan)
        document = kept(lan, secret_text())
        decide.accept(lan, said(lan, document, "own_task", owner=SECRET))
        name = str(connection.settings_dict["NAME"])
        assert SECRET.encode() in _files(name)
        expunge(lan, document, WHY, ACT)
        assert SECRET.encode() not in _files(name)
        assert hashlib.sha256(secret_text().encode()).hexdigest().encode() in _files(name)
        assert sound()


def _files(name: str) -> bytes:
    return b"".join(Path(name + end).read_bytes() for end in ("", "-wal") if Path(name + end).exists()).lower()
