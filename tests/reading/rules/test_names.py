"""Names of projects and plans in texts that were made to be hard, and what a document's layout does to them."""

import pytest

from camket.reading.document import Document
from camket.reading.read import read
from camket.reading.statements import Plan, Project, Statement
from camket.vocabulary import load_vocabulary


def _named(text: str, kind: type[Statement]) -> list[str]:
    statements = read(Document("invented", text), load_vocabulary()).statements
    return [one.text for one in statements if isinstance(one, kind)]


@pytest.mark.parametrize(
    "text",
    [
        "dự án " * 3000,
        "dự án (" * 3000,
        'dự án "' * 3000,
        "cầu " * 5000,
        "quy hoạch tỉnh Lai " * 1500,
        "dự án " + " " * 50_000,
    ],
    ids=["heads", "brackets", "quotes", "bridges", "plans", "blanks"],
)
def test_repeated_heads_end_without_a_name_longer_than_a_title(text: str) -> None:
    for kind in (Project, Plan):
        assert all(len(name) < 1000 for name in _named(text, kind))


def test_a_long_list_of_projects_gives_each_one() -> None:
    members = "; ".join(f"Dự án đường Nà Bai {number}" for number in range(1, 51))
    assert len(_named(f"Tập trung các dự án như: {members}.", Project)) == 50


def test_a_name_goes_on_over_a_line_break_inside_a_sentence() -> None:
    text = "Sớm hoàn thành dự án đường nối\nquốc lộ 12 với bản Phiêng Lót."
    assert _named(text, Project) == ["dự án đường nối\nquốc lộ 12"]


def test_related_links_name_no_project() -> None:
    text = "Huyện họp bàn giảm nghèo.\nTin khác\nDự án cầu Nà Bai hoàn thành\nDự án kè Nậm Rốm khởi công\n"
    assert _named(text, Project) == []
