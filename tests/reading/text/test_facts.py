"""What a page says of itself; its day of publication only where there is no doubt."""

from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from camket.reading.document import PageFacts
from camket.reading.structure.facts import lede_start, page_facts
from camket.reading.structure.lines import read_lines
from camket.reading.structure.stamps import moment_in
from camket.vocabulary.folding import fold

TITLE = "Huyện Nậm Mẫu họp giao ban tháng"
LEDE = "Sáng 8/7, Huyện ủy Nậm Mẫu tổ chức họp giao ban, bàn việc khắc phục hậu quả lũ quét ở ba xã."
ENDING = "Toàn huyện còn 12 thôn chưa có đường cứng đến trung tâm xã, cần 45 tỷ đồng để làm."


def facts_of(*lines: str) -> PageFacts:
    text = "\n".join(lines)
    key = fold(text)
    return page_facts(text, key, read_lines(text, key))


def day(*parts: int) -> datetime:
    return datetime(*parts)  # type: ignore[arg-type]  # noqa: DTZ001 -- pages print local time


@pytest.mark.parametrize(
    ("stamp", "moment"),
    [
        ("13:40 - Thứ Hai, 08/07/2024 Lượt xem: 4.769 In bài viết", day(2024, 7, 8, 13, 40)),
        ("Thứ Hai, 08-07-2024, 17:42", day(2024, 7, 8, 17, 42)),
        ("08/07/2024 | 09:17 PM (GMT +7)", day(2024, 7, 8, 21, 17)),
        ("08/07/2024 - 20:53", day(2024, 7, 8, 20, 53)),
        ("04:35 08/07/2024", day(2024, 7, 8, 4, 35)),
        ("08/07/2024 13:38 CH", day(2024, 7, 8, 13, 38)),
        ("08/07/2024 1:38 CH", day(2024, 7, 8, 13, 38)),
        ("08/07/2024 12:00:00 AM", day(2024, 7, 8)),
        ("Cập nhật lúc: 08:53 |08/07/2024", day(2024, 7, 8, 8, 53)),
        ("Ngày đăng: 08/07/2024  11:38", day(2024, 7, 8, 11, 38)),
        ("(08/07/2024)", day(2024, 7, 8)),
        ("8.7.2024", day(2024, 7, 8)),
        ("Thứ hai, ngày 8 tháng 7 năm 2024 | 10:31", day(2024, 7, 8, 10, 31)),
        ("Chính trị 08-07-2024", day(2024, 7, 8)),
    ],
)
def test_the_date_under_the_title(stamp: str, moment: datetime) -> None:
    assert facts_of(TITLE, stamp, LEDE, ENDING).published == moment


def test_a_label_beats_the_banner_above_the_title() -> None:
    page = ("Thứ hai, 28/11/2022", TITLE, "Tác giả: Lò Mẫu", "Ngày đăng: 08/07/2012", LEDE, ENDING)
    assert facts_of(*page).published == day(2012, 7, 8)


def test_the_day_of_posting_beats_the_day_of_change() -> None:
    page = (TITLE, "Cập nhật lúc: 10:00 09/09/2024", "Đăng ngày 08/07/2024", LEDE, ENDING)
    assert facts_of(*page).published == day(2024, 7, 8)


def test_a_banner_that_the_text_does_not_bear_out_is_no_date() -> None:
    assert facts_of("Thứ hai, 28/11/2022", "Trang chủ", TITLE, LEDE, ENDING).published is None
    assert facts_of("Thứ hai, 28/11/2022", "Trang chủ", TITLE, ENDING).published is None


def test_a_banner_within_days_of_the_event_is_the_date() -> None:
    assert facts_of("Thứ tư, 10/07/2024", "Trang chủ", TITLE, LEDE, ENDING).published == day(2024, 7, 10)


def test_a_banner_of_another_year_than_the_lede_is_no_date() -> None:
    lede = "Ngày 24/10/2012, Huyện ủy Nậm Mẫu tổ chức họp giao ban công tác xây dựng Đảng quý ba."
    assert facts_of("Thứ hai, 28/11/2022", TITLE, lede, ENDING).published is None


def test_a_date_before_years_that_the_text_looks_back_on_is_none() -> None:
    ending = "Thu ngân sách tăng 12% so với cùng kỳ năm 2023, thu nhập của người dân tăng khá."
    assert facts_of(TITLE, "23/08/2019", LEDE, ending).published is None
    assert facts_of(TITLE, "23/08/2024", LEDE, ending).published == day(2024, 8, 23)


def test_dates_of_related_links_are_not_the_page_s() -> None:
    page = (TITLE, LEDE, ENDING, "Tin khác", "Hội thi nấu ăn (12/06/2024)", "Ngày đăng: 01/02/2020")
    assert facts_of(*page).published is None


def test_the_date_of_an_administrative_head() -> None:
    head = ("UBND HUYỆN MẪU", "Số: 12/BC-UBND", "Mẫu, ngày 12 tháng 3 năm 2024", "BÁO CÁO", "Kết quả quý I năm 2024")
    facts = facts_of(*head, "Ủy ban nhân dân huyện báo cáo như sau:", ENDING)
    assert facts.published == day(2024, 3, 12)
    assert facts.title == "Kết quả quý I năm 2024"


def test_a_date_left_blank_is_none() -> None:
    head = ("UBND HUYỆN MẪU", "Số:     /BC-UBND", "Mẫu, ngày    tháng 3 năm 2024", "BÁO CÁO", "Kết quả quý I")
    assert facts_of(*head, "Ủy ban nhân dân huyện báo cáo như sau:", ENDING).published is None


def test_the_stamp_of_a_crawl() -> None:
    assert facts_of(" date 2024-07-10 " + LEDE, ENDING).published == day(2024, 7, 10)
    assert facts_of(" date 2024-07 " + LEDE, ENDING).published == day(2024, 7, 31)
    assert facts_of(" date 2024-17 " + LEDE, ENDING).published is None


def test_impossible_dates_are_none() -> None:
    assert moment_in("31/02/2024 10:00") is None
    assert moment_in("10:00") is None
    assert moment_in("08/07/2024 99:99") == day(2024, 7, 8)


def test_views_byline_and_title() -> None:
    page = (TITLE, "08/07/2024 Lượt xem: 1.204", LEDE, ENDING, "Tin, ảnh: Lò Mẫu", "Tin khác", "Đã xem: 9")
    facts = facts_of(*page)
    assert (facts.title, facts.views, facts.byline) == (TITLE, 1204, "Lò Mẫu")
    assert facts_of(TITLE, LEDE, ENDING, "LÒ MẪU", "Tổng truy cập 2.520.829").views is None
    assert facts_of(TITLE, LEDE, ENDING, "LÒ MẪU").byline == "LÒ MẪU"
    assert facts_of(TITLE, LEDE, ENDING, "Theo TTXVN").byline == "Theo TTXVN"


@pytest.mark.parametrize(
    ("tag", "source"),
    [
        ("ĐBP - ", "ĐBP"),
        ("LSO-", "LSO"),
        ("(QNO) - ", "QNO"),
        ("(GLO)- ", "GLO"),
        ("TTH.VN - ", "TTH.VN"),
        ("(Baonghean.vn) - ", "Baonghean.vn"),
        ("(Quang Binh Portal) - ", "Quang Binh Portal"),
        ("Điện Biên TV – ", "Điện Biên TV"),
        ("Laocaitv.vn - ", "Laocaitv.vn"),
        ("(QLNN) – ", "QLNN"),
        ("", None),
        ("UBND - HĐND: ", None),
    ],
)
def test_the_source_tag_before_the_lede(tag: str, source: str | None) -> None:
    text = f"{TITLE}\n08/07/2024\n{tag}{LEDE}\n{ENDING}"
    key = fold(text)
    lines = read_lines(text, key)
    assert page_facts(text, key, lines).source == source
    start = lede_start(text, key, lines)
    assert start is not None
    assert text[start:].startswith(LEDE if source or not tag else tag)


def test_hyphenated_openings_are_no_source() -> None:
    text = "Sáng 8-7, Huyện ủy Nậm Mẫu họp giao ban.\n" + ENDING
    assert lede_start(text, fold(text), read_lines(text, fold(text))) == 0


def test_a_text_without_lines_says_nothing() -> None:
    assert facts_of("") == PageFacts()
    assert lede_start("", "", ()) is None


@given(
    st.lists(
        st.sampled_from(
            [
                TITLE,
                LEDE,
                ENDING,
                "Tin khác",
                "08/07/2024",
                "Lượt xem: ",
                "99/99/9999",
                "Tin:",
                "date 0000-00",
                "(",
                "Số: 1/BC",
                "BÁO CÁO",
            ]
        )
    )
)
def test_no_mixture_breaks_it(lines: list[str]) -> None:
    facts_of(*lines)
