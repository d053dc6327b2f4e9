"""A run made by hand: what reports do must not depend on how well documents are read."""

from datetime import date, datetime
from decimal import Decimal
from typing import TypedDict

import pytest

from camket.reading.checks import Check, Quote
from camket.reading.document import Document, PageFacts, Place
from camket.reading.read import Reading
from camket.reading.statements import (
    Citation,
    Directive,
    Finding,
    Loss,
    Meeting,
    Observation,
    OwnTask,
    Petition,
    Piece,
    Plan,
    Progress,
    Project,
    Response,
    Scoreboard,
    Section,
    Statement,
    Target,
)
from camket.reports.run import Failure, Run

TEXT = """Trang chủ | Liên hệ
Ngày 05/3/2024, Huyện ủy Bình Minh làm việc với xã An Phú <b>& "bạn"</b>.
Toàn xã có 12/17 chỉ tiêu đạt; tỷ lệ hộ nghèo còn 7,71%, giảm 4,17%; phấn đấu đạt 5% năm 2025.
Mưa lũ làm 5 nhà sập (bản Na 2 nhà, bản Pá 2 nhà).
=HYPERLINK("http://x.test";"bấm") là việc phải làm trước ngày 30/9/2024 theo Quyết định số 12/QĐ-UBND.
Xã kiến nghị bổ sung 175 tỷ đồng; Sở Tài chính sẽ xem xét. Công tác giải ngân còn chậm. Xã sẽ trồng 10 ha rừng.
Nhiệm vụ trên đang thực hiện. Dự án đường An Phú đạt 62%. Quy hoạch chung xã đến năm 2030.
"""
MADE = datetime(2024, 12, 1, 8, 30)  # noqa: DTZ001 -- a report bears local time


class Span(TypedDict):
    """What every statement has."""

    text: str
    start: int
    end: int
    rule: str
    section: Section


def _span(words: str) -> Span:
    start = TEXT.index(words)
    return {"text": words, "start": start, "end": start + len(words), "rule": "test.rule", "section": "other"}


def _statements() -> tuple[Statement, ...]:
    poor = _span("tỷ lệ hộ nghèo còn 7,71%, giảm 4,17%")
    found: list[Statement] = [
        Meeting(**_span("Huyện ủy Bình Minh làm việc với xã An Phú"), convener="Huyện ủy Bình Minh", counterpart="xã An Phú",
                date=date(2024, 3, 5), participants=("Lý A Sử", "Vàng Thị Mai"), posts=("Bí thư", "")),
        Scoreboard(**_span("12/17 chỉ tiêu đạt"), met=12, total=17),
        Observation(**poor, indicator="tỷ lệ hộ nghèo", value=Decimal("7.71"), unit="%", change=Decimal("-4.17"), change_unit="điểm %",
                    period="2024-Q1", qualifier=("estimate", "about"), pieces=(Piece("number", poor["start"], poor["end"]),)),
        Target(**_span("phấn đấu đạt 5% năm 2025"), indicator="tỷ lệ hộ nghèo", low=Decimal("4.5"), high=Decimal("5.0"), unit="%", due="2025"),
        Loss(**_span("5 nhà sập"), category="houses_destroyed", value=Decimal(5), unit="nhà", hazard="flood", event_date=date(2024, 2, 29)),
        Directive(**_span('=HYPERLINK("http://x.test";"bấm") là việc phải làm trước ngày 30/9/2024'), owner="@SUM(1+1)", strength="assign",
                  deadline="2024-09-30", issuer="-2+3"),
        Citation(**_span("Quyết định số 12/QĐ-UBND"), type="Quyết định", id="12/QĐ-UBND"),
        Petition(**_span("bổ sung 175 tỷ đồng"), sender="xã An Phú", value=Decimal(175000000000), unit="VND"),
        Response(**_span("Sở Tài chính sẽ xem xét"), responder="Sở Tài chính", status="defer"),
        Finding(**_span("Công tác giải ngân còn chậm"), cause=True),
        OwnTask(**_span("trồng 10 ha rừng"), deadline="end of term"),
        Progress(**_span("Nhiệm vụ trên đang thực hiện"), assessment="in_progress"),
        Project(**_span("Dự án đường An Phú"), name="Dự án đường An Phú"),
        Observation(**_span("62%"), value=Decimal("123456789012345.67"), unit="%"),
        Plan(**_span("Quy hoạch chung xã đến năm 2030"), level="commune", vision="2030"),
    ]  # fmt: skip
    return tuple(found)


def _quote(words: str) -> Quote:
    start = TEXT.index(words)
    return Quote(start, start + len(words), words)


def _reading() -> Reading:
    document = Document(
        "an-phu.docx", TEXT, (Place(0, "navigation", furniture=True), Place(20, "paragraph", page=2, paragraph=4)),
        format="docx", warnings=("=cảnh báo",),
    )  # fmt: skip
    checks = (
        Check(relation="partition", holds=False, arithmetic="2 + 2 = 4 ≠ 5", note="Cần kiểm tra: lệch 1.",
              places=(_quote("5 nhà sập"), _quote("bản Na 2 nhà"), _quote("bản Pá 2 nhà"))),
        Check(relation="scoreboard", holds=True, arithmetic="12 + 5 = 17", places=(_quote("12/17 chỉ tiêu đạt"),)),
    )  # fmt: skip
    facts = PageFacts(title="Làm việc tại An Phú", published=MADE)
    return Reading(document, facts, "xã An Phú", _statements(), checks)


@pytest.fixture(scope="session")
def run() -> Run:
    """One document with a statement of every kind, two checks, hostile words; and one file that failed."""
    return Run((_reading(),), (Failure("=hỏng.pdf", "+tệp bị hỏng"),), MADE)


@pytest.fixture(scope="session")
def two(run: Run) -> Run:
    """The same document twice."""
    return Run(run.readings * 2, (), MADE)
