"""Dates, periods and deadlines: as printed, and with the year that the document's own date gives."""

import datetime
from collections.abc import Callable

import pytest

from camket.reading.lexing.deadlines import deadline
from camket.reading.lexing.scanner import Tokens
from camket.vocabulary.folding import fold

Read = Callable[..., Tokens]


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("ngày 8/2", "2024-02-08", "2024-02-08"),
        ("Sáng 25-7", "2024-07-25", "2024-07-25"),
        ("ngày 9.9", "2023-09-09", "2023-09-09"),  # the nearest past to 10/8/2024
        ("ngày27/4", "2024-04-27", "2024-04-27"),
        ("16 – 9", None, None),
        ("ngày 16 – 9", "2023-09-16", "2023-09-16"),
        ("25/7/2024", "2024-07-25", "2024-07-25"),
        ("20.11.2014", "2014-11-20", "2014-11-20"),
        ("ngày 24 tháng 10 năm 2022", "2022-10-24", "2022-10-24"),
        ("ngày 7-8/9", "2023-09-07", "2023-09-08"),
        ("20-21/12/2012", "2012-12-20", "2012-12-21"),
        ("9,10/6/2020", "2020-06-09", "2020-06-10"),
        ("từ ngày 28/7 đến ngày 2/8", "2024-07-28", "2024-08-02"),
        ("hôm nay", "2024-08-10", "2024-08-10"),
        ("sáng nay (25/6)", "2024-06-25", "2024-06-25"),
        ("16h30 ngày 5/8", "2024-08-05", "2024-08-05"),
        ("dịp 30/4", "2024-04-30", "2024-04-30"),
        ("12/17 chỉ tiêu", None, None),
        ("ngày 31/2", None, None),
    ],
)
def test_date(tokens: Read, text: str, first: str | None, last: str | None) -> None:
    found = [(one.first and one.first.isoformat(), one.last and one.last.isoformat()) for one in tokens(text).dates]
    assert found == ([(first, last)] if first else [])


def test_year_stays_open_without_a_day_of_publication(tokens: Read) -> None:
    (found,) = tokens("ngày 8/2", None).dates
    assert (found.first, found.year_written) == (None, False)


@pytest.mark.parametrize(
    ("text", "iso", "role"),
    [
        ("năm 2024", "2024", "period"),
        ("quý III/2023", "2023-Q3", "period"),
        ("quý I", "2024-Q1", "period"),
        ("6 tháng đầu năm", "2024-01/2024-06", "period"),
        ("9 tháng năm 2023", "2023-01/2023-09", "period"),
        ("6 tháng cuối năm 2023", "2023-07/2023-12", "period"),
        ("6 tháng cuối năm 2025", "2025-07/2025-12", "future"),
        ("tháng 9.2012", "2012-09", "period"),
        ("tháng 6 năm 2024", "2024-06", "period"),
        ("T6/2023", "2023-06", "period"),
        ("giai đoạn 2021 - 2025", "2021/2025", "span"),
        ("giai đoạn 20112020", "2011/2020", "span"),
        ("nhiệm kỳ 2020-2025", "2020/2025", "term"),
        ("từ đầu nhiệm kỳ đến nay", None, "term"),
        ("tầm nhìn đến năm 2050", "2050", "vision"),
        ("đến năm 2030", "2030", "future"),
        ("vụ Đông Xuân 2022-2023", "2022/2023", "span"),
        ("cùng kỳ năm trước", "2023", "baseline"),
        ("so với năm 2020", "2020", "baseline"),
        ("so với kế hoạch năm 2024", "2024", "period"),
        ("tính đến 30/9/2022", "2022-09-30", "as_of"),
        ("đến hết tháng 6", "2024-06", "as_of"),
        ("năm nay", "2024", "period"),
        ("năm ngoái", "2023", "period"),
    ],
)
def test_period(tokens: Read, text: str, iso: str | None, role: str) -> None:
    (found,) = tokens(text).periods
    assert (found.period.iso if found.period else None, found.role) == (iso, role)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("báo cáo trước ngày 30/9/2024", "2024-09-30"),
        ("hoàn thành trước ngày 20/9", "2024-09-20"),
        ("hoàn thành trước ngày 20/5", "2025-05-20"),
        ("trước 17 giờ ngày 12/3/2025", "2025-03-12"),
        ("chậm nhất là ngày 15 tháng 10 năm 2024", "2024-10-15"),
        ("trong tháng 9", "2024-09"),
        ("trong quý III/2025", "2025-Q3"),
        ("trong 10 ngày làm việc", "10 working days"),
        ("trong thời hạn 05 ngày", "5 days"),
        ("trong hai tuần", "2 weeks"),
        ("hoàn thành trong năm 2025", "2025"),
        ("cuối năm", "end of year"),
        ("đến cuối năm 2025", "2025-12-31"),
        ("trong thời gian còn lại của nhiệm kỳ", "end of term"),
        ("đến hết nhiệm kỳ", "end of term"),
        ("báo cáo hằng tháng", "monthly"),
        ("định kỳ hằng quý", "quarterly"),
        ("hàng năm", "yearly"),
        ("Ngay sau hội nghị này, rà soát", "Ngay sau hội nghị này"),
        ("trước kỳ họp thứ 15", "trước kỳ họp thứ 15"),
        ("phục vụ kỷ niệm 70 năm Chiến thắng Điện Biên Phủ", "2024-05-07"),
        ("chào mừng kỷ niệm 80 năm Quốc khánh", "2025-09-02"),
        ("nhiệm vụ 6 tháng cuối năm", None),
        ("trước ngày 31/2/2024", None),
        ("khẩn trương rà soát", None),
    ],
)
def test_deadline(published: datetime.date, text: str, expected: str | None) -> None:
    found = deadline(fold(text), 0, len(text), published, text)
    assert (found.iso_or_words if found else None) == expected


def test_deadline_without_a_day_of_publication_keeps_its_words() -> None:
    text = "Nộp trước ngày 20/5 tới"
    found = deadline(fold(text), 0, len(text), None, text)
    assert found is not None
    assert (found.iso_or_words, text[found.start : found.end]) == ("trước ngày 20/5", "trước ngày 20/5")


def test_deadline_looks_only_where_asked() -> None:
    text = "trước ngày 1/9/2024; rà soát trước ngày 2/9/2024"
    found = deadline(fold(text), text.index(";"), len(text), datetime.date(2024, 1, 1), text)
    assert found is not None
    assert found.iso_or_words == "2024-09-02"
