"""Lines of printed pages: which belong to one sentence, and which to none."""

import pytest

from camket.reading.loading.assembly import Assembly
from camket.reading.loading.pages import flow_pages

LONG = "Trong sáu tháng đầu năm, Ủy ban nhân dân huyện đã chỉ đạo các phòng chuyên môn của huyện"


def flow(*pages: list[str]) -> list[str]:
    assembly = Assembly()
    flow_pages(pages, assembly)
    return assembly.text().splitlines()


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (LONG, "Điện Biên khẩn trương rà soát."),
        (LONG, "phần việc còn lại và mục tiêu của năm."),
        (LONG, "điều chỉnh quy hoạch sử dụng đất."),
        ("đạt mục tiêu của giai đoạn 2021", "- 2025 theo nghị quyết."),
        ("Tăng cường phòng,", "Chống thiên tai."),
        (LONG, "25 tỷ đồng cho ba dự án."),
        (LONG, "12.345 tấn lương thực."),
    ],
)
def test_a_sentence_goes_on(first: str, second: str) -> None:
    assert flow([LONG + ".", first, second])[1:] == [f"{first} {second}"]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (LONG + ".", "Huyện Điện Biên có 21 xã."),
        (LONG + ";", "tiếp tục rà soát."),
        (LONG, "- Rà soát quy hoạch"),
        (LONG, "+ Rà soát quy hoạch"),
        (LONG, "2. Về văn hóa, xã hội"),
        (LONG, "2.1. Về giáo dục"),
        (LONG, "13.Về giáo dục"),
        (LONG, "• Về giáo dục"),
        (LONG, "b) Về y tế"),
        (LONG, "IV. TỔ CHỨC THỰC HIỆN"),
        (LONG, "Điều 2. Hiệu lực"),
        (LONG, "Nơi nhận:"),
        ("BÁO CÁO", "Kết quả thực hiện nhiệm vụ"),
        (
            "VỀ KẾT QUẢ THỰC HIỆN CÁC CHỈ TIÊU PHÁT TRIỂN KINH TẾ, XÃ HỘI CỦA TOÀN HUYỆN ĐIỆN BIÊN",
            "Kính thưa các đồng chí",
        ),
        ("1 Xã Mường Phăng 120 45,5 30,2 12 1.200 35 70 90", "2 Xã Nà Tấu 110 40,5 30,2 12 1.100 35 71 92"),
        (LONG, "2 Xã Nà Tấu 110 40,5 30,2 12 1.100"),
    ],
)
def test_a_new_paragraph_begins(first: str, second: str) -> None:
    assert flow([LONG + ".", first, second])[1:] == [first, second]


def test_a_blank_line_parts_what_a_capital_begins_and_joins_what_a_small_letter_goes_on_with() -> None:
    assert flow([LONG, "", "Huyện có 21 xã."]) == [LONG, "Huyện có 21 xã."]
    assert flow([LONG, "", "khẩn trương rà soát."]) == [f"{LONG} khẩn trương rà soát."]


def test_a_compound_broken_at_its_hyphen_is_joined_without_a_space() -> None:
    assert flow(["phát triển kinh tế-", "xã hội"]) == ["phát triển kinh tế-xã hội"]


def test_page_numbers_of_every_style_are_furniture() -> None:
    for style in ("{}", "- {} -", "Trang {}", "Trang {}/3", "{}/3"):
        assembly = Assembly()
        flow_pages([[f"Nội dung {word}.", style.format(number)] for number, word in enumerate("abc", 4)], assembly)
        assert [place.kind for place in assembly.places] == ["paragraph", "footer"] * 3
