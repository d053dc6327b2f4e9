"""A web page keeps all its text, in order, with its furniture marked; hostile pages cost little and break nothing."""

import time
from datetime import datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from camket.reading.document import Document
from camket.reading.loading.html import load_html
from camket.reading.structure.facts import page_facts
from camket.reading.structure.lines import read_lines
from camket.vocabulary.folding import fold

ARTICLE = """<!DOCTYPE html><html><head><title>Huyện Nậm Mẫu họp giao ban | Báo Mẫu</title>
<meta property="article:published_time" content="2024-07-08T11:38:00+07:00"><style>p{color:red}</style>
<script>document.write("<p>99/99 chỉ tiêu</p>")</script></head>
<body class="no-sidebar"><div id="header"><ul class="menu"><li><a href="/">Trang chủ</a></li></ul></div>
<div class="content"><h1>Huyện Nậm Mẫu họp giao ban</h1><div class="ngay-dang">08/07/2024 11:38</div>
<p><b>(BM) -</b> Sáng 8/7, Huyện ủy Nậm M&#7851;u họp giao ban th&aacute;ng 6.<br>Dòng sau có <a href="x">liên kết</a> ở giữa câu.</p>
<figure><img src="data:image/png;base64,AAAA" alt=""><figcaption>Quang cảnh cuộc họp</figcaption></figure>
<table><tr><th>Chỉ tiêu</th><th>Đơn vị</th><th>Thực hiện</th></tr>
<tr><td><p>Lúa</p><p>mùa</p></td><td>ha</td><td>1.200</td></tr><tr><td>Ngô</td><td></td><td>300</td></tr></table>
<ol><li>Hỗ trợ giống</li><li>Làm đường vào bản</li></ol>
<p style="text-align:right"><strong>Lò Thị Mẫu</strong></p></div>
<div class="tin-lien-quan"><ul><li><a href="1">Huyện khác hoàn thành 24/25 chỉ tiêu của năm</a></li></ul></div>
<ul><li><a href="/1">Xã bên đạt 19/19 tiêu chí nông thôn mới</a></li></ul>
<div id="footer">Bản quyền thuộc Báo Mẫu</div></body></html>"""

VOTERS = """<html><body><table width=100%><tr><td>
<table><tr><td>Cổng thông tin</td></tr></table>
<b>Cử tri xã Nậm Mẫu đề nghị:</b> Sửa đường vào bản Tin Tốc.<br><br><b>TRẢ LỜI:</b><br>
Sở đã bố trí 2,5 tỷ đồng; sẽ khởi công trong quý III.</td></tr></table></body></html>"""


def lines_of(page: str | bytes) -> list[str]:
    data = page.encode() if isinstance(page, str) else page
    return load_html(data, "trang.html").text.splitlines()


def kinds_of(document: Document) -> dict[str, str]:
    lines = read_lines(document.text, fold(document.text), document.places)
    return {document.text[line.start : line.end]: line.kind for line in lines}


def test_everything_is_kept_in_document_order() -> None:
    assert lines_of(ARTICLE) == [
        "Trang chủ",
        "Huyện Nậm Mẫu họp giao ban",
        "08/07/2024 11:38",
        "(BM) - Sáng 8/7, Huyện ủy Nậm Mẫu họp giao ban tháng 6.",
        "Dòng sau có liên kết ở giữa câu.",
        "Quang cảnh cuộc họp",
        "Chỉ tiêu | Đơn vị | Thực hiện",
        "Lúa mùa | ha | 1.200",
        "Ngô |  | 300",
        "1. Hỗ trợ giống",
        "2. Làm đường vào bản",
        "Lò Thị Mẫu",
        "Huyện khác hoàn thành 24/25 chỉ tiêu của năm",
        "Xã bên đạt 19/19 tiêu chí nông thôn mới",
        "Bản quyền thuộc Báo Mẫu",
    ]


def test_furniture_is_marked_and_content_is_not() -> None:
    document = load_html(ARTICLE.encode(), "trang.html")
    texts = document.text.splitlines()
    furniture = {texts[at]: place.kind for at, place in enumerate(document.places) if place.furniture}
    assert furniture == {
        "Trang chủ": "navigation",
        "08/07/2024 11:38": "dateline",
        "Quang cảnh cuộc họp": "caption",
        "Huyện khác hoàn thành 24/25 chỉ tiêu của năm": "related",
        "Xã bên đạt 19/19 tiêu chí nông thôn mới": "related",
        "Bản quyền thuộc Báo Mẫu": "navigation",
    }


def test_lines_follow_the_marks() -> None:
    kinds = kinds_of(load_html(ARTICLE.encode(), "trang.html"))
    assert kinds["Huyện Nậm Mẫu họp giao ban"] == "title"
    assert kinds["Lúa mùa | ha | 1.200"] == "table"
    assert kinds["1. Hỗ trợ giống"] == "bullet"
    assert kinds["Lò Thị Mẫu"] == "byline"
    assert kinds["Dòng sau có liên kết ở giữa câu."] == "body"


def test_every_place_starts_a_line_of_the_text() -> None:
    document = load_html(ARTICLE.encode(), "trang.html")
    assert [document.text[place.start :].split("\n", 1)[0] for place in document.places] == document.text.splitlines()
    rows = [(place.table, place.row) for place in document.places if place.kind == "cell"]
    assert rows == [(1, 1), (1, 2), (1, 3)]


def test_page_facts_come_from_what_the_page_declares() -> None:
    facts = load_html(ARTICLE.encode(), "trang.html").facts
    assert facts.title == "Huyện Nậm Mẫu họp giao ban"
    assert facts.published == datetime(2024, 7, 8, 11, 38)  # noqa: DTZ001 -- local time


def test_a_voter_page_laid_out_in_tables_keeps_its_text() -> None:
    assert lines_of(VOTERS) == [
        "Cổng thông tin",
        "Cử tri xã Nậm Mẫu đề nghị: Sửa đường vào bản Tin Tốc.",
        "TRẢ LỜI:",
        "Sở đã bố trí 2,5 tỷ đồng; sẽ khởi công trong quý III.",
    ]


def test_an_element_that_holds_most_of_the_text_is_no_furniture() -> None:
    page = f"<form class='header'><div class='sidebar'><p>{'Toàn xã đã gieo cấy xong lúa mùa đúng lịch. ' * 9}</p></div></form>"
    document = load_html(page.encode(), "trang.html")
    assert not any(place.furniture for place in document.places)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-8-sig"])
def test_encodings_of_pages(encoding: str) -> None:
    assert lines_of("<p>Xã Nậm Mẫu đạt 15 tiêu chí</p>".encode(encoding)) == ["Xã Nậm Mẫu đạt 15 tiêu chí"]


def test_a_page_in_legacy_letters_is_converted_block_by_block() -> None:
    # "Tổng đàn gia súc đạt kế hoạch" and "đồng bào" in TCVN3, one of them behind entities.
    page = "<p>Tæng ®µn gia sóc ®¹t kÕ ho¹ch</p><p>&#174;&#229;ng b&#181;o</p><p>2.500 con</p>"
    document = load_html(page.encode(), "trang.html")
    assert document.text.splitlines() == ["Tổng đàn gia súc đạt kế hoạch", "đồng bào", "2.500 con"]
    assert document.encoding == "tcvn3"
    assert "TCVN3" in document.warnings[0]


def test_what_nests_too_deep_for_the_parser_is_read_without_tags() -> None:
    page = "<div>" * 5000 + "<p>Huyện còn 7 xã khó khăn</p>" + "</div>" * 5000 + "<p>Hết</p>"
    document = load_html(page.encode(), "trang.html")
    assert document.text.splitlines() == ["Huyện còn 7 xã khó khăn", "Hết"]
    assert "lồng quá nhiều lớp" in document.warnings[0]


HOSTILE = {
    "entity bomb": b"<!DOCTYPE html [<!ENTITY a 'bb'><!ENTITY b '&a;&a;&a;'>]><p>&b;</p>",
    "many attributes": b"<p " + b" ".join(b"a%d=1" % number for number in range(20_000)) + b">x</p>",
    "unclosed tags": b"<b>" * 30_000 + b"x",
    "nested tables": b"<table><tr><td>" * 5_000 + b"x",
    "open angles": b"<" * 300_000,
    "embedded bytes": b"<p>" + b"QUJD" * 100_000 + b"</p>",
    "digits": b"<p>" + b"1" * 500_000,
    "numbers": b"<p>" + b"1.2,3 " * 100_000,
    "spaces": b"<p>" + b" " * 500_000,
    "script left open": b"<script>" * 30_000 + b"<p>x</p>",
    "comments": b"<!--" * 100_000,
    "every byte": bytes(range(256)) * 500,
    "nul": b"\x00" * 200_000,
    "nothing": b"",
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_pages_cost_little_and_raise_nothing(name: str) -> None:
    started = time.perf_counter()
    document = load_html(HOSTILE[name], name)
    lines = read_lines(document.text, fold(document.text), document.places)
    page_facts(document.text, fold(document.text), lines)
    document.text.encode()
    assert time.perf_counter() - started < 5


@settings(max_examples=60)
@given(st.lists(st.sampled_from(
    ["<p>", "</p>", "<table>", "<tr>", "<td>", "</table>", "</tr>", "<li>", "<ul>", "</ul>", "<pre>", "</pre>", "<br>", "<a href=x>", "</a>",
     "<h1>", "</h1>", "đạt 5%", " ", "\n", "&nbsp;", "<div class=menu>", "</div>", "\x00", "|"],
), max_size=40))  # fmt: skip
def test_any_nesting_is_read(pieces: list[str]) -> None:
    page = "".join(pieces)
    document = load_html(page.encode(), "trang.html")
    words = "".join(document.text.split())
    assert words.count("đạt5%") == page.count("đạt 5%")
    assert len(document.places) == len(document.text.splitlines())
