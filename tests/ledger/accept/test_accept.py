"""Accepting: what each kind of statement becomes, each entry with its sentence."""

import json
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from camket.ledger.accept.dispatch import KINDS
from camket.ledger.models import (
    Citing,
    Claim,
    Commitment,
    CommitmentLink,
    Document,
    Entry,
    Event,
    Finding,
    LegalAct,
    Meeting,
    Observation,
    Statement,
    Update,
)
from camket.ledger.models.kept import Kept
from camket.reading import statements as told

DAY = date(2024, 9, 12)
Said = Callable[..., Statement]
Become = Callable[..., list[Kept]]
PETITION: dict[str, Any] = {
    "sender": "UBND huyện Tuần Giáo", "sender_code": "099/peoples_committee", "addressee": "UBND tỉnh",
    "addressee_code": "11/peoples_committee",
}  # fmt: skip


def test_every_kind_of_statement_is_accepted_by_a_file_of_its_name() -> None:
    assert set(KINDS) == set(told.KINDS)


def test_an_observation_keeps_figure_period_role_and_sentence(said: Said, become: Become) -> None:
    one = said(
        "observation", "Tỷ lệ hộ nghèo ước còn gần 7,71%, giảm 4,17%", about_code="099", period="2024", indicator="Tỷ lệ hộ nghèo",
        code="poverty_rate", value="7.71", unit="%", qualifier=["estimate", "nearly"], change="-4.17", change_unit="điểm %",
    )  # fmt: skip
    (row,) = become(one)
    kept = Observation.objects.get(pk=row.pk)
    assert (kept.unit, kept.indicator, kept.value, kept.measure) == ("099", "poverty_rate", Decimal("7.71"), "%")
    assert (kept.first, kept.last, kept.as_of) == (date(2024, 1, 1), date(2024, 12, 31), DAY)
    assert (kept.role, kept.qualifiers, kept.difference) == ("estimate", ["estimate", "nearly"], Decimal("-4.17"))
    assert kept.text == one.document.text[one.start : one.end]
    assert kept.statement_id == one.pk


def test_a_single_qualifier_may_be_a_plain_string(said: Said, become: Become) -> None:
    (row,) = become(said("observation", "ước 12 ha", value="12", unit="ha", qualifier="estimate"))
    assert Observation.objects.get(pk=row.pk).role == "estimate"


def test_what_a_figure_is_compared_with_is_a_baseline_of_its_own(said: Said, become: Become) -> None:
    text = "Diện tích chè 120 ha (năm 2020: 95,5 ha)"
    become(
        said("observation", text, period="2024", value="120", unit="ha", baseline_value="95.5", baseline_period="2020")
    )
    assert list(Observation.objects.order_by("id").values_list("role", "value", "period")) == [
        ("actual", Decimal(120), "2024"),
        ("baseline", Decimal("95.5"), "2020"),
    ]


@pytest.mark.parametrize(
    "value", ["123456789012345678901234.123456", "0.000001", "-99999999999999999.5", "2100000000000001"]
)
def test_figures_are_kept_to_their_last_digit(said: Said, become: Become, value: str) -> None:
    (row,) = become(said("observation", "một số rất dài", value=value, unit="ha"))
    assert Observation.objects.get(pk=row.pk).value == Decimal(value)


def test_losses_of_one_document_day_and_hazard_are_of_one_event(said: Said, become: Become, paper: Any) -> None:
    text = "12 con trâu bị chết. 30 nhà tốc mái. Rét hại làm 5 con bò chết."
    document = paper(text)
    flood = {"event_date": "2024-07-23", "hazard": "lũ quét"}
    first = become(
        said("loss", "12 con trâu bị chết", document, category="livestock_dead", value="12", unit="con", **flood)
    )
    second = become(
        said("loss", "30 nhà tốc mái", document, category="houses_unroofed", value="30", unit="nhà", **flood)
    )
    become(said("loss", "5 con bò chết", document, category="livestock_dead", value="5", unit="con", hazard="rét hại"))
    assert [type(one) for one in first] == [Event, Observation]
    assert [type(one) for one in second] == [Observation]
    assert sorted(len(one.losses.all()) for one in Event.objects.all()) == [1, 2]
    assert Event.objects.get(hazard="lũ quét").date == date(2024, 7, 23)


def test_a_target_keeps_the_figure_to_be_reached_and_its_due_day(said: Said, become: Become) -> None:
    become(
        said(
            "target", "phấn đấu thu nhập đạt 50 - 52 triệu đồng/người trở lên", about_code="099", low="50000000",
            high="52000000", unit="VND", comparator="at_least", due="2025", period="2024",
        )
    )  # fmt: skip
    one = Commitment.objects.get()
    assert (one.kind, one.state, one.owner_code, one.due_on) == ("target", "open", "099", date(2025, 12, 31))
    assert (one.target.low, one.target.high, one.target.comparator) == (
        Decimal(50000000),
        Decimal(52000000),
        "at_least",
    )
    assert (one.made_on, one.due_kind) == (DAY, "period")
    assert any("31/12/2025" in step for step in one.due_how)


def test_a_target_whose_time_is_over_was_set_before_the_document(said: Said, become: Become) -> None:
    become(said("target", "kế hoạch là 12%", value="12", unit="%", due="2023", period="2023"))
    one = Commitment.objects.get()
    assert (one.made_on, one.due_on) == (None, date(2023, 12, 31))


def test_a_petition_is_owed_by_its_addressee_to_its_sender(said: Said, become: Become) -> None:
    become(
        said(
            "petition",
            "bố trí 42 tỷ đồng kéo điện về bản",
            value="42000000000",
            unit="VND",
            citations=["Luật Điện lực"],
            **PETITION,
        )
    )
    one = Commitment.objects.get()
    assert (one.issuer_code, one.owner_code) == ("099/peoples_committee", "11/peoples_committee")
    assert (one.petition.amount, one.petition.legal_basis) == (42_000_000_000, ["Luật Điện lực"])
    assert (one.due_kind, one.due_on) == ("none", None)


def test_a_directive_keeps_strength_co_owners_and_how_its_due_day_was_found(said: Said, become: Become) -> None:
    become(
        said(
            "directive", "giao Sở Tài chính chủ trì, phối hợp với Sở Y tế tham mưu trong 10 ngày làm việc", issuer="Tỉnh ủy",
            owner="Sở Tài chính", owner_code="11/finance_department", co_owners=["Sở Y tế", "Sở Nội vụ"], strength="assign",
            deadline="10 working days",
        )
    )  # fmt: skip
    one = Commitment.objects.get()
    assert (one.strength, one.due_on, one.due_words) == ("assign", date(2024, 9, 26), "10 working days")
    assert any("Ngày làm việc thứ 10" in step for step in one.due_how)
    assert [(co.position, co.name) for co in one.co_owners.all()] == [(1, "Sở Y tế"), (2, "Sở Nội vụ")]


def test_an_own_task_is_owed_by_the_unit_to_itself(said: Said, become: Become) -> None:
    become(
        said(
            "own_task",
            "rà soát quy hoạch chợ",
            about_code="099",
            owner="UBND huyện",
            owner_code="099/peoples_committee",
        )
    )
    one = Commitment.objects.get()
    assert one.owner_code == one.issuer_code == "099/peoples_committee"


def test_a_project_and_a_plan_have_their_parts(said: Said, become: Become) -> None:
    become(
        said("project", "Dự án hồ Nậm Là", name="Dự án hồ Nậm Là", value="175000000000", unit="VND", progress="chậm")
    )
    become(said("plan", "quy hoạch chung thị trấn đến năm 2035", level="urban", period="2021/2035", vision="2050"))
    project, plan = Commitment.objects.order_by("id")
    assert (project.project.budget, project.project.progress) == (175_000_000_000, "chậm")
    assert (plan.plan.level, plan.plan.last, plan.plan.vision) == ("urban", date(2035, 12, 31), "2050")


def test_told_again_it_is_an_update_and_no_second_commitment(said: Said, become: Become) -> None:
    become(said("project", "Dự án hồ Nậm Là"))
    one = Commitment.objects.get()
    become(said("project", "Dự án hồ Nậm Là đã đắp đập"), into=one.pk)
    update = Update.objects.get()
    assert Commitment.objects.count() == 1
    assert (update.commitment, update.from_state, update.to_state) == (one, "open", "open")


def test_an_answer_answers_and_what_it_agrees_to_is_a_promise(said: Said, become: Become) -> None:
    become(said("petition", "bố trí 42 tỷ đồng kéo điện về bản", **PETITION))
    petition = Commitment.objects.get()
    answer = "Sở Công Thương nhất trí, sẽ trình dự án trong quý IV/2024"
    update, promise, link = become(
        said("response", answer, status="accept", responder="Sở Công Thương"), into=petition.pk
    )
    petition.refresh_from_db()
    assert petition.state == "answered"
    assert isinstance(update, Update)
    assert (update.from_state, update.to_state, update.transition) == ("open", "answered", "answer")
    assert isinstance(promise, Commitment)
    assert (promise.text, promise.due_on, promise.thread) == (answer, date(2024, 12, 31), petition)
    assert isinstance(link, CommitmentLink)
    assert (link.kind, link.source, link.target) == ("promises", promise, petition)


@pytest.mark.parametrize("status", ["done", "delegate", "defer", "refuse", "generic"])
def test_an_answer_that_agrees_to_nothing_promises_nothing(said: Said, become: Become, status: str) -> None:
    become(said("petition", "bố trí vốn", **PETITION))
    petition = Commitment.objects.get()
    become(said("response", "Sở Tài chính đã trả lời", status=status), into=petition.pk)
    assert Commitment.objects.get().state == "answered"


def test_an_answer_to_what_nobody_named_waits(said: Said, become: Become) -> None:
    become(said("response", "Sở Tài chính đã trả lời", status="accept"))
    assert Update.objects.get().commitment is None
    assert not Commitment.objects.exists()


@pytest.mark.parametrize(
    ("assessment", "state"), [("done", "reported_done"), ("in_progress", "in_progress"), ("late", "open"), ("not_started", "open")]
)  # fmt: skip
def test_progress_moves_a_task_but_never_closes_it(said: Said, become: Become, assessment: str, state: str) -> None:
    become(said("directive", "sửa chợ"))
    become(said("progress", "Chợ đã làm", assessment=assessment, refers_to="sửa chợ"), into=Commitment.objects.get().pk)
    assert Commitment.objects.get().state == state


def test_news_of_a_draft_changes_nothing_yet(said: Said, become: Become, paper: Any) -> None:
    become(said("petition", "bố trí vốn", **PETITION))
    draft = paper("Sở nhất trí.", standing=Document.Standing.DRAFT)
    become(said("response", "Sở nhất trí", draft, status="accept"), into=Commitment.objects.get().pk)
    assert Commitment.objects.get().state == "open"
    assert Update.objects.get().draft


def test_a_finding_is_linked_to_what_addresses_it(said: Said, become: Become) -> None:
    become(said("directive", "sửa chợ"))
    become(said("finding", "chợ xuống cấp", theme="trade", cause=True), into=Commitment.objects.get().pk)
    finding = Finding.objects.get()
    assert (finding.cause, finding.found_on, finding.links.get().commitment) == (True, DAY, Commitment.objects.get())


def test_a_scoreboard_is_kept_as_reported_even_where_it_does_not_add_up(said: Said, become: Become) -> None:
    become(said("scoreboard", "13/18 chỉ tiêu đạt, 6 chưa đạt", met=13, not_met=6, total=18, period="2024"))
    claim = Claim.objects.get()
    assert (claim.met, claim.not_met, claim.exceeded, claim.total) == (13, 6, None, 18)


def test_a_meeting_gathers_what_its_document_holds(said: Said, become: Become, paper: Any) -> None:
    document = paper("Ngày 12/9 Tỉnh ủy làm việc với huyện. Giao sửa chợ. Giao sửa cầu.", way=Document.Way.PRESS)
    become(said("directive", "Giao sửa chợ", document))
    become(
        said(
            "meeting", "Ngày 12/9 Tỉnh ủy làm việc với huyện", document, date="2024-09-12", convener="Tỉnh ủy",
            convener_code="11/party_committee", participants=["Lò Văn Inh", "Vừ A Chông"], posts=["Bí thư Huyện ủy"],
        )
    )  # fmt: skip
    become(said("directive", "Giao sửa cầu", document))
    meeting = Meeting.objects.get()
    assert meeting.commitments.count() == 2
    assert [(one.name, one.post) for one in meeting.participants.all()] == [
        ("Lò Văn Inh", "Bí thư Huyện ủy"),
        ("Vừ A Chông", ""),
    ]
    assert meeting.papers.get().part == "press"


def test_an_act_is_kept_once_with_each_place_that_cites_it(said: Said, become: Become) -> None:
    number = {"type": "Quyết định", "id": "12/2024/QĐ-UBND"}
    become(said("citation", "Quyết định số 12/2024/QĐ-UBND", **number))
    become(
        said(
            "citation",
            "Quyết định 12/2024/QĐ-UBND ngày 05/3/2024",
            date="2024-03-05",
            replaces="Quyết định số 07/2019/QĐ-UBND",
            **number,
        )
    )
    act = LegalAct.objects.get()
    assert act.date == date(2024, 3, 5)
    assert act.citings.count() == 2
    become(said("citation", "Quyết định số 07/2019/QĐ-UBND", type="Quyết định", id="07/2019/QĐ-UBND"))
    assert LegalAct.objects.get(key=act.replaces_key).number == "07/2019/QĐ-UBND"


def test_the_same_number_of_another_day_is_another_act(said: Said, become: Become) -> None:
    for day in ("2023-02-20", "2024-02-20"):
        become(said("citation", f"Thông báo số 5-TB/TU ({day})", type="Thông báo", id="5-TB/TU", date=day))
    assert LegalAct.objects.count() == 2


def test_a_citation_knows_the_statement_around_it(said: Said, become: Become, paper: Any) -> None:
    document = paper("Giao sửa chợ theo Thông báo số 5-TB/TU.")
    around = said("directive", "Giao sửa chợ theo Thông báo số 5-TB/TU", document)
    become(said("citation", "Thông báo số 5-TB/TU", document, type="Thông báo", id="5-TB/TU"))
    assert Citing.objects.get().within == around


def test_the_entry_of_an_acceptance_tells_every_row(said: Said, become: Become) -> None:
    become(said("petition", "bố trí vốn", **PETITION))
    rows = json.loads(Entry.objects.order_by("sequence").last().payload or "")["rows"]  # type: ignore[union-attr]  # it is there: made just above
    assert [one["noun"] for one in rows] == ["commitment", "petitionpart"]
