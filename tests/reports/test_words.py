"""Words for people: every code has one, periods and numbers read as in Vietnam, places and sentences are found."""

import json
from datetime import date
from decimal import Decimal
from typing import Literal, get_args, get_type_hints

import pytest

from camket.reading.document import Document, Place
from camket.reading.statements import KINDS
from camket.reports.fields import shown_fields
from camket.reports.jsonl import json_lines
from camket.reports.labels import load_labels
from camket.reports.number import number_words, plain
from camket.reports.period import last_day, period_words
from camket.reports.place import Locator
from camket.reports.run import Run
from camket.reports.sentence import Sentences

LABELS = load_labels()


def literals(annotation: object) -> list[str]:
    """The words of every Literal in an annotation."""
    found = [one for one in get_args(annotation) if isinstance(one, str)] if "Literal" in str(annotation) else []
    return found + [word for inner in get_args(annotation) if not isinstance(inner, str) for word in literals(inner)]


def test_every_kind_has_a_label_and_a_sign_of_its_own() -> None:
    assert set(LABELS.kinds) == set(KINDS)
    assert len({label.sign for label in LABELS.kinds.values()}) == len(KINDS)
    assert len({label.hue for label in LABELS.kinds.values()}) == len(KINDS)


@pytest.mark.parametrize("kind", KINDS)
def test_every_field_and_every_code_has_words(kind: str) -> None:
    hints = get_type_hints(KINDS[kind])
    unsaid = {"text", "start", "end", "rule", "section", "pieces"}
    assert [
        name
        for name in hints
        if name not in unsaid and not name.startswith("_") and not name.endswith("_code") and name not in LABELS.fields
    ] == []
    for name, hint in hints.items():
        if name == "section":
            assert set(literals(hint)) <= set(LABELS.sections)
        elif literals(hint):
            assert set(literals(hint)) <= set(LABELS.values[name])


def test_literals_are_found_where_they_are() -> None:
    assert literals(Literal["a", "b"] | None) == ["a", "b"]
    assert literals(str | None) == []


@pytest.mark.parametrize(
    ("iso", "words", "last"),
    [
        ("2024", "năm 2024", date(2024, 12, 31)),
        ("2024-02", "tháng 2/2024", date(2024, 2, 29)),
        ("2024-Q3", "quý III/2024", date(2024, 9, 30)),
        ("2024-01/2024-08", "tháng 1-8/2024", date(2024, 8, 31)),
        ("2021/2025", "2021-2025", date(2025, 12, 31)),
        ("2023-11/2024-03", "tháng 11/2023 - tháng 3/2024", date(2024, 3, 31)),
        ("2024-09-30", "30/09/2024", date(2024, 9, 30)),
        ("end of term", "end of term", None),
        ("2024-13", "tháng 13/2024", None),
        ("2023-02-30", "30/02/2023", None),
        ("", "", None),
    ],
)
def test_periods(iso: str, words: str, last: date | None) -> None:
    assert period_words(iso) == words
    assert last_day(iso) == last


def test_numbers_have_dots_at_thousands_and_a_comma_before_decimals() -> None:
    assert number_words(Decimal("1234567.890")) == "1.234.567,890"
    assert number_words(Decimal("-0.5")) == "-0,5"
    assert number_words(Decimal("1.75E+11")) == "175.000.000.000"
    assert plain(Decimal("1.75E+11")) == "175000000000"


def test_deadlines_in_words() -> None:
    assert LABELS.deadline("10 working days") == "10 ngày làm việc"
    assert LABELS.deadline("end of term") == "hết nhiệm kỳ"
    assert LABELS.deadline("trước mùa mưa") == "trước mùa mưa"


def test_places_tell_page_paragraph_and_cell_else_the_line() -> None:
    text = "một\nhai\nba\n"
    paper = Document(
        "a.docx", text, (Place(0, "heading", page=1, paragraph=1), Place(8, "cell", table=2, row=3, column=1)), "docx"
    )
    assert Locator(paper, LABELS).words(5) == "trang 1, đoạn 1, tiêu đề"
    assert Locator(paper, LABELS).words(8) == "bảng 2, hàng 3, cột 1"
    plain_text = Document("a.txt", text, (Place(0, "paragraph", paragraph=1),))
    assert [Locator(plain_text, LABELS).words(at) for at in (0, 3, 4, 8)] == ["dòng 1", "dòng 1", "dòng 2", "dòng 3"]


def test_a_sentence_is_found_whole_and_a_span_across_two_gives_both() -> None:
    text = "Câu thứ nhất nói một điều. Câu thứ hai nói điều khác. Câu cuối."
    sentences = Sentences(Document("a.txt", text))
    assert sentences.around(text.index("hai"), text.index("hai") + 3).text == "Câu thứ hai nói điều khác"
    start, end = text.index("nhất"), text.index("khác") + 4
    assert sentences.around(start, end).text == "Câu thứ nhất nói một điều. Câu thứ hai nói điều khác"
    assert sentences.around(start, end).itself == text[start:end]


def test_a_sentence_of_megabytes_is_cut_around_the_statement() -> None:
    text = "x " * 500_100 + "5 nhà" + " y" * 500_000
    excerpt = Sentences(Document("a.txt", text)).around(1_000_200, 1_000_205)
    assert excerpt.itself == "5 nhà"
    assert len(excerpt.text) < 1000
    assert excerpt.text.startswith("…")
    assert excerpt.text.endswith("…")


def test_fields_are_told_once_with_unit_and_qualifiers(run: Run) -> None:
    reading = run.readings[0]
    shown = dict(shown_fields(reading.statements[2], LABELS))
    assert shown["Giá trị"] == "ước khoảng 7,71 %"
    assert shown["Tăng, giảm"] == "-4,17 điểm %"
    assert "Kỳ" not in dict(shown_fields(reading.statements[3], LABELS))
    assert dict(shown_fields(reading.statements[7], LABELS))["Giá trị"] == "175.000.000.000 đồng"


def test_json_lines_are_as_the_contract_has_them(run: Run) -> None:
    rows = [json.loads(line) for line in json_lines(run.readings[0])]
    assert len(rows) == len(run.readings[0].statements)
    figure = rows[2]
    assert list(figure)[:4] == ["document", "kind", "text", "start"]
    assert (figure["value"], figure["change"], figure["qualifier"]) == ("7.71", "-4.17", ["estimate", "about"])
    assert rows[0]["date"] == "2024-03-05"
    assert rows[1] == {**rows[1], "met": 12, "total": 17}
    assert not [name for row in rows for name, value in row.items() if value in (None, [], "", False)]
    assert "pieces" not in figure


def test_explained_json_lines_quote_their_pieces(run: Run) -> None:
    text = run.readings[0].document.text
    pieces = [json.loads(line).get("pieces", []) for line in json_lines(run.readings[0], explain=True)]
    assert pieces[2]
    assert all(text[one["start"] : one["end"]] == one["text"] for statement in pieces for one in statement)
