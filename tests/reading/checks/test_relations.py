"""Every relation on invented documents: one whose figures agree, one whose figures do not."""

import datetime

import pytest

from camket.reading.checks import RELATIONS, Check
from camket.reading.document import Document, PageFacts
from camket.reading.read import read
from camket.vocabulary import load_vocabulary

_DAY = datetime.datetime(2024, 8, 1)  # noqa: DTZ001 - a page's own clock


def _checks(text: str, relation: str) -> list[Check]:
    document = Document("invented", text, facts=PageFacts(published=_DAY))
    return [one for one in read(document, load_vocabulary()).checks if one.relation == relation]


HOLDING = [
    ("scoreboard", "Đến nay, 13/15 chỉ tiêu đạt và vượt kế hoạch. Còn 2/15 chỉ tiêu chưa đạt.", "13 + 2 = 15"),
    (
        "scoreboard_fields",
        (
            "Có 14/17 chỉ tiêu đạt kế hoạch. Trong đó, lĩnh vực kinh tế có 8/10 chỉ tiêu đạt kế hoạch; "
            "lĩnh vực xã hội có 6/7 chỉ tiêu đạt kế hoạch."
        ),
        "8/10 + 6/7 = 14/17",
    ),
    ("partition", "Mưa lũ làm 40 nhà bị hư hỏng (xã Nà Sáy 20, xã Mùn Chung 12, xã Pú Xi 8).", "20 + 12 + 8 = 40"),
    (
        "partition",
        "Lũ ống làm 9 người chết (Nà Sáy: 4 người do sập nhà, lũ cuốn; Mùn Chung: 5 người do sạt lở đất).",
        "4 + 5 = 9",
    ),
    (
        "dead_and_missing",
        "Lũ quét tại xã Nà Sáy làm 9 người chết và mất tích; 6 người chết, 3 người mất tích.",
        "6 + 3 = 9",
    ),
    ("part_of_whole", "Toàn huyện có 14/20 xã đạt chuẩn nông thôn mới (70%).", "14 / 20 = 70%"),
    ("actual_of_plan", "Trồng rừng được 612/550 ha, đạt 111,3% kế hoạch.", "612 / 550 = 111,27% ≈ 111,3%"),
    ("share_of_target", "Huyện kết nạp được 59 đảng viên, đạt 118% kế hoạch.", "59 người / 118% ≈ 50 người"),
    (
        "two_authorities",
        "Thu ngân sách nhà nước đạt 24,5 tỷ đồng, bằng 98% dự toán tỉnh giao, bằng 91% dự toán HĐND huyện giao.",
        "24,5 tỷ đồng / 98% ≈ 25 tỷ đồng; 24,5 tỷ đồng / 91% ≈ 26,9 tỷ đồng",
    ),
    ("from_to", "Tỷ lệ hộ nghèo giảm từ 15,5% xuống còn 12,4%.", "12,4 − 15,5 = −3,1 điểm %"),
    ("baseline", "Tỷ lệ hộ nghèo còn 12,4%, giảm 3,1% so với năm 2023.", "12,4 + 3,1 = 15,5 (năm 2023)"),
    (
        "change_and_growth",
        "Thu nhập bình quân đầu người đạt 42 triệu đồng/người/năm, tăng 2 triệu đồng (tăng 5%).",
        "2 triệu đồng / 40 triệu đồng/người/năm = 5%",
    ),
    (
        "structure",
        "Cơ cấu kinh tế: nông, lâm nghiệp chiếm 30,2%; công nghiệp, xây dựng chiếm 28,3%; dịch vụ chiếm 41,5%.",
        "30,2 + 28,3 + 41,5 = 100",
    ),
    ("remaining", "Đã di dời được 45/60 hộ, hiện còn 15 hộ chưa nhận tiền.", "60 − 45 = 15"),
    ("rate_bounds", "Tỷ lệ hộ nghèo còn 12,4%.", "0 ≤ 12,4 ≤ 100"),
    (
        "told_twice",
        "Tỷ lệ hộ nghèo là 12,4%. Sản xuất ổn định. Đến nay, tỷ lệ hộ nghèo là 12,4%.",
        "12,4% = 12,4%",
    ),
    (
        "yield_output",
        "Diện tích lúa đạt 1.200 ha, năng suất lúa đạt 55 tạ/ha, sản lượng lúa đạt 6.600 tấn.",
        "1.200 ha × 55 tạ/ha / 10 = 6.600 tấn",
    ),
    (
        "criteria",
        (
            "Toàn huyện có 5/10 xã đạt chuẩn nông thôn mới; số tiêu chí bình quân đạt 16,5 tiêu chí/xã; "
            "không còn xã dưới 12 tiêu chí."
        ),
        "5 × 19 + 5 × 12 = 155 tiêu chí; 16,5 × 10 → nhiều nhất 165",
    ),
    (
        "deadline",
        "Kết luận buổi làm việc, đồng chí Bí thư Tỉnh ủy yêu cầu UBND huyện báo cáo kết quả thực hiện trước ngày 30/9/2024.",
        "30/9/2024 ≥ 1/8/2024",
    ),
    (
        "anniversary",
        "Huyện chuẩn bị kỷ niệm 70 năm Chiến thắng Điện Biên Phủ (7/5/1954 - 7/5/2024).",
        "7/5/1954 + 70 năm = 7/5/2024",
    ),
    (
        "growth_between",
        "Năm 2022, sản lượng lương thực đạt 20.000 tấn. Năm 2023, sản lượng lương thực đạt 21.000 tấn, tăng 5% so với năm 2022.",
        "21.000 tấn / 20.000 tấn − 1 = 5%",
    ),
    (
        "multiple",
        "Thu ngân sách năm 2015 đạt 40 tỷ đồng. Thu ngân sách năm 2020 đạt 100 tỷ đồng, gấp 2,5 lần so với năm 2015.",
        "100 tỷ đồng / 40 tỷ đồng = 2,5 lần",
    ),
    (
        "multiple",
        "Thu ngân sách năm 2020 đạt 100 tỷ đồng, gấp 2,5 lần so với năm 2015.",
        "100 tỷ đồng / 2,5 ≈ 40 tỷ đồng",
    ),
    (
        "part_of_whole",
        "Đã có 12 xã về đích trong tổng số 18 xã (66,7%).",
        "12 / 18 = 66,67% ≈ 66,7%",
    ),
    (
        "stock_after_flow",
        "Nông dân thu được 9.000 tấn thóc và 3.000 tấn ngô, đưa tổng sản lượng lương thực lên 12.000 tấn.",
        "9.000 tấn + 3.000 tấn = 12.000 tấn",
    ),
    (
        "baseline",
        "Thu nhập bình quân đầu người đạt 46,8 triệu đồng/người/năm, tăng 4,3 triệu đồng so với năm 2022.",
        "46,8 triệu đồng/người/năm − 4,3 triệu đồng/người/năm = 42,5 triệu đồng/người/năm (năm 2022)",
    ),
    (
        "baseline",
        "Tỷ lệ hộ nghèo cuối năm 2023 giảm 5,9% so với cuối năm 2022 (51,2%), còn 45,3%.",
        "45,3 + 5,9 = 51,2",
    ),
    (
        "from_to",
        "Tỷ lệ hộ nghèo giảm từ 20% năm 2020 xuống còn 12% năm 2023, giảm 8%.",
        "12 − 20 = −8 điểm %",
    ),
    (
        "share_of_total",
        "Thu ngân sách nhà nước đạt 80 tỷ đồng, trong đó thu nội địa đạt 60 tỷ đồng, chiếm 75%.",
        "60 tỷ đồng / 80 tỷ đồng = 75%",
    ),
    (
        "stock_after_flow",
        "Đảng bộ kết nạp được 40 đảng viên, nâng tổng số đảng viên lên 1.540 đảng viên.",
        "1.540 − 40 = 1.500",
    ),
]

FAILING = [
    ("scoreboard", "Đến nay, 13/15 chỉ tiêu đạt và vượt kế hoạch. Còn 3/15 chỉ tiêu chưa đạt.", "13 + 3 = 16 ≠ 15"),
    (
        "scoreboard_fields",
        (
            "Có 15/17 chỉ tiêu đạt kế hoạch. Trong đó, lĩnh vực kinh tế có 8/10 chỉ tiêu đạt kế hoạch; "
            "lĩnh vực xã hội có 6/7 chỉ tiêu đạt kế hoạch."
        ),
        "8/10 + 6/7 = 14/17 ≠ 15/17",
    ),
    ("partition", "Mưa lũ làm 41 nhà bị hư hỏng (xã Nà Sáy 20, xã Mùn Chung 12, xã Pú Xi 8).", "20 + 12 + 8 = 40 ≠ 41"),
    (
        "dead_and_missing",
        "Lũ quét tại xã Nà Sáy làm 9 người chết và mất tích; 6 người chết, 4 người mất tích.",
        "6 + 4 = 10 ≠ 9",
    ),
    ("part_of_whole", "Toàn huyện có 14/20 xã đạt chuẩn nông thôn mới (75%).", "14 / 20 = 70% ≠ 75%"),
    ("actual_of_plan", "Trồng rừng được 612/550 ha, đạt 113% kế hoạch.", "612 / 550 = 111,27% ≠ 113%"),
    ("share_of_target", "Huyện có 5 xã đạt chuẩn nông thôn mới, đạt 90% kế hoạch.", "5 xã / 90% ≈ 6 xã"),
    (
        "two_authorities",
        "Thu ngân sách nhà nước đạt 24,5 tỷ đồng, bằng 98% dự toán tỉnh giao, bằng 91% dự toán tỉnh giao.",
        "24,5 tỷ đồng / 98% ≈ 25 tỷ đồng; 24,5 tỷ đồng / 91% ≈ 26,9 tỷ đồng",
    ),
    (
        "change_and_growth",
        "Thu nhập bình quân đầu người đạt 42 triệu đồng/người/năm, tăng 2 triệu đồng (tăng 9%).",
        "2 triệu đồng / 40 triệu đồng/người/năm = 5% ≠ 9%",
    ),
    (
        "structure",
        "Cơ cấu kinh tế: nông, lâm nghiệp chiếm 30,2%; công nghiệp, xây dựng chiếm 28,3%; dịch vụ chiếm 43,5%.",
        "30,2 + 28,3 + 43,5 = 102 ≠ 100",
    ),
    ("remaining", "Đã di dời được 45/60 hộ, hiện còn 18 hộ chưa nhận tiền.", "60 − 45 = 15 ≠ 18"),
    ("rate_bounds", "Tỷ lệ hộ nghèo còn 124%.", "0 ≤ 124 ≤ 100: không"),
    (
        "told_twice",
        "Tỷ lệ hộ nghèo là 12,4%. Sản xuất ổn định. Đến nay, tỷ lệ hộ nghèo là 14,2%.",
        "12,4% ≠ 14,2%",
    ),
    (
        "yield_output",
        "Diện tích lúa đạt 1.200 ha, năng suất lúa đạt 55 tạ/ha, sản lượng lúa đạt 7.600 tấn.",
        "1.200 ha × 55 tạ/ha / 10 = 6.600 tấn ≠ 7.600 tấn",
    ),
    (
        "criteria",
        (
            "Toàn huyện có 9/10 xã đạt chuẩn nông thôn mới; số tiêu chí bình quân đạt 16,5 tiêu chí/xã; "
            "không còn xã dưới 12 tiêu chí."
        ),
        "9 × 19 + 1 × 12 = 183 tiêu chí; 16,5 × 10 → nhiều nhất 165",
    ),
    (
        "deadline",
        "Kết luận buổi làm việc, đồng chí Bí thư Tỉnh ủy yêu cầu UBND huyện báo cáo kết quả thực hiện trước ngày 30/9/2022.",
        "30/9/2022 < 1/8/2024",
    ),
    (
        "anniversary",
        "Huyện chuẩn bị kỷ niệm 71 năm Chiến thắng Điện Biên Phủ (7/5/1954 - 7/5/2024).",
        "7/5/1954 + 71 năm = 7/5/2025; 2024 − 1954 ≠ 71",
    ),
    (
        "growth_between",
        "Năm 2022, sản lượng lương thực đạt 20.000 tấn. Năm 2023, sản lượng lương thực đạt 21.000 tấn, tăng 8% so với năm 2022.",
        "21.000 tấn / 20.000 tấn − 1 = 5% ≠ 8%",
    ),
    (
        "multiple",
        "Thu ngân sách năm 2015 đạt 40 tỷ đồng. Thu ngân sách năm 2020 đạt 100 tỷ đồng, gấp 4 lần so với năm 2015.",
        "100 tỷ đồng / 40 tỷ đồng = 2,5 lần ≠ 4 lần",
    ),
    ("part_of_whole", "Đã có 12 xã về đích trong tổng số 18 xã (70%).", "12 / 18 = 66,67% ≠ 70%"),
    ("part_of_whole", "Có 31 hộ nhận tiền trong số 28 hộ bị thiệt hại.", "31 > 28"),
    (
        "baseline",
        "Tỷ lệ hộ nghèo cuối năm 2023 giảm 6,9% so với cuối năm 2022 (51,2%), còn 45,3%.",
        "45,3 + 6,9 = 52,2 ≠ 51,2",
    ),
    (
        "from_to",
        "Tỷ lệ hộ nghèo giảm từ 20% năm 2020 xuống còn 12% năm 2023, giảm 11%.",
        "12 − 20 = −8 điểm % ≠ 11",
    ),
    (
        "share_of_total",
        "Thu ngân sách nhà nước đạt 80 tỷ đồng, trong đó thu nội địa đạt 60 tỷ đồng, chiếm 85%.",
        "60 tỷ đồng / 80 tỷ đồng = 75% ≠ 85%",
    ),
    (
        "stock_after_flow",
        "Đảng bộ kết nạp được 1.600 đảng viên, nâng tổng số đảng viên lên 1.540 đảng viên.",
        "1.540 − 1.600 = -60",
    ),
    (
        "from_to",
        "Thu nhập bình quân đầu người tăng từ 40 triệu đồng lên 42 triệu đồng/người/năm, tăng 9%.",
        "42 triệu đồng/người/năm / 40 triệu đồng/người/năm − 1 = 5% ≠ 9%",
    ),
    (
        "baseline",
        "Năm 2022, tỷ lệ hộ nghèo là 18,2%. Năm 2023, tỷ lệ hộ nghèo còn 12,4%, giảm 3,1% so với năm 2022.",
        "12,4 + 3,1 = 15,5 (năm 2022)",
    ),
    (
        "period_end",
        "Tính đến ngày 30/9/2024, tổng thu ngân sách nhà nước đạt 20 tỷ đồng.",
        "30/9/2024 > 1/8/2024",
    ),
]


@pytest.mark.parametrize(("relation", "text", "arithmetic"), HOLDING)
def test_figures_that_agree_hold(relation: str, text: str, arithmetic: str) -> None:
    found = [one for one in _checks(text, relation) if one.arithmetic == arithmetic]
    assert found, [one.arithmetic for one in _checks(text, relation)]
    assert found[0].holds


@pytest.mark.parametrize(("relation", "text", "arithmetic"), FAILING)
def test_figures_that_disagree_ask_for_a_look(relation: str, text: str, arithmetic: str) -> None:
    found = [one for one in _checks(text, relation) if one.arithmetic == arithmetic]
    assert found, [one.arithmetic for one in _checks(text, relation)]
    assert not found[0].holds
    assert "Cần kiểm tra" in (found[0].note or "")


@pytest.mark.parametrize(("relation", "text", "arithmetic"), [*HOLDING, *FAILING])
def test_places_are_the_documents_own_words(relation: str, text: str, arithmetic: str) -> None:
    for one in _checks(text, relation):
        assert one.places, arithmetic
        assert all(text[place.start : place.end] == place.text for place in one.places)


def test_results_of_months_to_come_ask_for_a_look() -> None:
    (one,) = _checks("Huyện đã thu ngân sách nhà nước 11 tháng năm 2024 được 20 tỷ đồng.", "period_end")
    assert (one.holds, one.arithmetic) == (False, "1/11/2024 > 1/8/2024")


def test_every_relation_is_shown_to_fail() -> None:
    assert {one.name for one in RELATIONS} == {relation for relation, _, _ in FAILING}


@pytest.mark.parametrize(
    "text",
    [
        "Mưa lũ làm gần 41 nhà bị hư hỏng (xã Nà Sáy 20, xã Mùn Chung 12, xã Pú Xi 8).",
        "Trồng rừng được 30 ha (tăng 12 ha so với năm trước, đạt 95% kế hoạch).",
        "Mưa lũ làm 41 nhà bị hư hỏng (trong đó xã Nà Sáy 20, xã Pú Xi 8).",
    ],
)
def test_no_sum_is_asked_of_what_is_no_partition(text: str) -> None:
    assert all(one.holds for one in _checks(text, "partition"))


@pytest.mark.parametrize(
    "text",
    [
        # the change of the last year, or of each year, is not that between the two ends
        "Tỷ lệ hộ nghèo giảm từ 20% xuống còn 12%, giảm 2% so với năm 2022.",
        "Tỷ lệ hộ nghèo giảm từ 20% xuống còn 12%, giảm bình quân 2,7%/năm.",
        # of the rate before
        "Tỷ lệ hộ nghèo giảm từ 20% năm 2020 xuống còn 10% năm 2023, giảm 50%.",
    ],
)
def test_a_change_of_another_span_is_not_compared_with_the_two_ends(text: str) -> None:
    assert all(one.holds for one in _checks(text, "from_to"))


def test_two_counts_of_one_sentence_are_not_one_figure_told_twice() -> None:
    text = "Có 16/30 chỉ tiêu đạt và vượt, 12/30 chỉ tiêu có khả năng sẽ đạt vào cuối nhiệm kỳ."
    assert _checks(text, "told_twice") == []


def test_what_is_told_of_a_plan_by_a_fraction_is_asked_about_once() -> None:
    text = "Giải ngân vốn đầu tư công đạt 58,4/173,2 tỷ đồng, đạt 37,3% kế hoạch."
    failing = [one for one in read(Document("invented", text), load_vocabulary()).checks if not one.holds]
    assert [one.relation for one in failing] == ["actual_of_plan"]


def test_a_period_that_is_only_inherited_is_not_one_yet_to_come() -> None:
    text = "Phương hướng 6 tháng cuối năm 2024\nHuyện có trên 90% dân số là đồng bào dân tộc, thu ngân sách đạt 20 tỷ đồng."
    assert _checks(text, "period_end") == []


def test_a_baseline_across_a_break_of_the_series_says_so() -> None:
    (one,) = _checks("Năm 2024, tỷ lệ hộ nghèo còn 8,2%, giảm 6,1% so với năm 2020.", "baseline")
    assert one.derived is not None
    assert (str(one.derived.value), one.derived.period, one.derived.role) == ("14.3", "2020", "baseline")
    assert "đổi chuẩn" in (one.note or "")
