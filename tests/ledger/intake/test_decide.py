"""Deciding: what the machine proposed and what the person said stand side by side, and every step can be told."""

from collections.abc import Callable

import pytest

from camket.ledger.errors import ConflictError, InvalidError, LedgerError
from camket.ledger.history.verify import verify
from camket.ledger.models import Account, Commitment, Document, Observation, Statement
from camket.ledger.queries.documents import decisions, documents, statements
from camket.ledger.queries.history import history_of
from camket.ledger.queries.misses import misses
from camket.ledger.services import decide
from camket.ledger.services.accept_by_rule import accept_by_rule

type Import = Callable[..., Document]


@pytest.fixture
def document(imported: Import) -> Document:
    return imported()


def of_kind(document: Document, kind: str) -> Statement:
    return document.statements.filter(kind=kind).order_by("start")[0]


def test_an_accepted_petition_becomes_a_commitment_with_the_words_of_its_sentence(
    document: Document, office: Account
) -> None:
    petition = of_kind(document, "petition")
    decide.accept(office, petition)
    commitment = Commitment.objects.get(statement=petition)
    assert commitment.text == document.text[petition.start : petition.end]
    assert commitment.state == "open"
    assert verify().sound


def test_a_correction_keeps_the_machine_s_value_beside_the_person_s(document: Document, office: Account) -> None:
    observation = of_kind(document, "observation")
    decide.correct(office, observation, {"value": "26.5"})
    assert observation.data["value"] == "26.5"
    assert observation.proposed["value"] == "27.5"
    assert str(Observation.objects.get(statement=observation).value.normalize()) == "26.5"
    (decision,) = decisions(office, observation.pk)
    assert (decision.verb, decision.fields, decision.account) == ("correct", {"value": "26.5"}, office)


def test_a_rejected_statement_becomes_nothing(document: Document, office: Account) -> None:
    petition = of_kind(document, "petition")
    decide.reject(office, petition, "not_ours")
    assert not Commitment.objects.exists()
    with pytest.raises(InvalidError, match="đã bỏ; hãy rút lại"):
        decide.accept(office, petition)


def test_a_decision_taken_back_withdraws_what_it_made(document: Document, office: Account) -> None:
    petition = of_kind(document, "petition")
    decide.accept(office, petition)
    decide.undo(office, petition, "nhầm")
    assert Commitment.objects.get(statement=petition).withdrawn
    assert petition.state == "proposed"
    decide.accept(office, petition)
    assert Commitment.objects.filter(statement=petition, withdrawn=False).count() == 1
    assert verify().sound


def test_a_statement_added_by_hand_has_its_place(document: Document, office: Account) -> None:
    start = document.text.index("báo cáo kết quả")
    added = decide.add(
        office, document, "own_task", start, start + 15, {"owner": "huyện Mường Ảng", "owner_code": "102"}
    )
    assert added.text == "báo cáo kết quả"
    assert added.run is None
    assert Commitment.objects.get(statement=added).text == "báo cáo kết quả"


@pytest.mark.parametrize(
    ("kind", "start", "end", "fields", "says"),
    [
        ("rumour", 0, 4, {}, "«rumour» không phải là một loại nội dung"),
        ("petition", 5, 5, {}, "đoạn 5-5 nằm ngoài văn bản"),
        ("petition", 0, 10**6, {}, "nằm ngoài văn bản"),
        ("petition", 0, 4, {"colour": "đỏ"}, "không có trường colour"),
        ("petition", 0, 4, {"value": "nhiều"}, "giá trị không hợp lệ"),
    ],
)
def test_what_cannot_be_added_is_refused_and_nothing_written(
    document: Document, office: Account, kind: str, start: int, end: int, fields: dict[str, str], says: str
) -> None:
    before = Statement.objects.count()
    with pytest.raises(InvalidError, match=says):
        decide.add(office, document, kind, start, end, fields)
    assert Statement.objects.count() == before


def test_a_reason_that_is_none_is_refused(document: Document, office: Account) -> None:
    with pytest.raises(InvalidError, match="các lý do: not_said, wrong_kind"):
        decide.reject(office, of_kind(document, "petition"), "boring")


def test_the_second_of_two_is_told_what_the_first_did(document: Document, office: Account) -> None:
    first, second = of_kind(document, "petition"), of_kind(document, "petition")
    decide.reject(office, first, "repeated")
    with pytest.raises(ConflictError, match="vanphong"):
        decide.accept(office, second)
    assert Statement.objects.get(pk=first.pk).state == "rejected"


def test_trusted_rules_accept_in_one_change_that_says_so(document: Document, office: Account) -> None:
    count = accept_by_rule(office, document, ["*"])
    assert count == document.statements.count()
    assert not document.statements.filter(state="proposed").exists()
    assert {one.note for one in decisions(office, of_kind(document, "petition").pk)} == {"theo quy tắc: *"}


def test_the_history_of_a_statement_tells_every_state(document: Document, office: Account) -> None:
    petition = of_kind(document, "petition")
    decide.correct(office, petition, {"value": "5000000000"})
    decide.undo(office, petition)
    past = list(history_of(office, Statement.objects.get(pk=petition.pk)))
    assert [one.entry.verb for one in past] == ["statement.undo", "statement.correct", "document.import"]
    assert [one.row["state"] for one in past if one.row] == ["proposed", "corrected", "proposed"]


def test_misses_are_examples_without_the_names_of_persons(imported: Import, office: Account) -> None:
    text = "Ngày 12/9/2024, huyện Mường Ảng họp. Ông Lò Văn Thành đề nghị UBND tỉnh bố trí 3 tỷ đồng làm đường vào xã Búng Lao.\n"
    petition = of_kind(imported(text), "petition")
    decide.correct(office, petition, {"value": "4000000000"})
    (miss,) = (one for one in misses(office) if one.kind == "petition")
    assert "Lò Văn Thành" not in miss.text
    assert "Nguyễn Văn A" in miss.text
    assert [one["value"] for one in miss.expect] == ["4000000000"]
    assert all(one["text"] in miss.text for one in miss.expect)


@pytest.mark.django_db
def test_lists_are_bounded_in_sql(
    document: Document, office: Account, django_assert_max_num_queries: Callable[..., object]
) -> None:
    with django_assert_max_num_queries(4):  # type: ignore[attr-defined]  # a context manager
        assert [one.waiting for one in documents(office)] == [document.statements.filter(state="proposed").count()]
    with django_assert_max_num_queries(3):  # type: ignore[attr-defined]  # a context manager
        assert all(one.document.name for one in statements(office, document.pk))


def test_one_who_may_not_see_a_unit_sees_none_of_its_statements(
    document: Document, account: Callable[..., Account]
) -> None:
    nobody = account("khach", "Lò Văn Khách")
    assert not documents(nobody).exists()
    assert not statements(nobody).exists()
    with pytest.raises(LedgerError):
        decide.accept(nobody, of_kind(document, "petition"))
