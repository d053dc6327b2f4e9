"""Lists of parts and counts of targets: which ones must make up their whole, and which ones need not."""

import pytest

from camket.reading.checks import Check
from camket.reading.document import Document
from camket.reading.read import read
from camket.vocabulary import load_vocabulary


def _checks(text: str, relation: str) -> list[Check]:
    return [one for one in read(Document("invented", text), load_vocabulary()).checks if one.relation == relation]


HOLDING = [
    ("Huyện có 18 bản, gồm 11 bản vùng thấp và 7 bản vùng cao.", "11 + 7 = 18"),
    ("Đã hỗ trợ 72 hộ, trong đó: hộ nghèo 51 hộ, hộ cận nghèo 21 hộ; bàn giao 38 nhà.", "51 + 21 = 72"),
    ("Xã được giao 14 nội dung, trong đó: hoàn thành 8 nội dung, đang làm 6 nội dung.", "8 + 6 = 14"),
    ("Lũ làm 10 người chết. Trong đó, Nà Sáy 6 người, Pú Xi 3 người và Ta Ma 1 người.", "6 + 3 + 1 = 10"),
    ("Lũ làm 9 người chết (Nà Sáy 5, Pú Xi 4) (sập nhà 2, lũ cuốn 7).", "5 + 4 = 9"),
    ("Lũ làm 9 người chết (Nà Sáy 5, Pú Xi 4; sập nhà 2, lũ cuốn 7).", "2 + 7 = 9"),
    ("Gió làm hỏng 30 nhà, gồm: Nà Sáy (12), Pú Xi (10), Ta Ma (8).", "12 + 10 + 8 = 30"),
    (
        "Tổng vốn 120 tỷ đồng, gồm: vốn đầu tư 80 tỷ đồng (đã giải ngân 40 tỷ đồng), vốn sự nghiệp 40 tỷ đồng.",
        "80 tỷ đồng + 40 tỷ đồng = 120 tỷ đồng",
    ),
    (
        "Sản lượng đạt 38,5 nghìn tấn, tăng 6,8% so với năm 2016; trong đó, lúa đạt 32 nghìn tấn, tăng 8,7%; ngô đạt 6,5 nghìn tấn.",
        "32.000 + 6.500 = 38.500",
    ),
    ("Có 20 người chết do bão số 12, trong đó, Nà Sáy: 5 người (2 người do sập nhà); Pú Xi: 15 người.", "5 + 15 = 20"),
    ("Có khoảng 1.800 hộ (Nà Sáy 1.000 hộ, Pú Xi 800 hộ) thiếu nước.", "1.000 + 800 = 1.800"),
]

FAILING = [
    ("Huyện có 18 bản, gồm 11 bản vùng thấp và 8 bản vùng cao.", "11 + 8 = 19 ≠ 18"),
    ("Xã được giao 14 nội dung, trong đó: hoàn thành 7 nội dung, đang làm 6 nội dung.", "7 + 6 = 13 ≠ 14"),
    (
        "Tổng đàn có 60.500 con, trong đó: trâu 12.000 con, bò 18.000 con; lợn 30.000 con, tăng 2%.",
        "12.000 + 18.000 + 30.000 = 60.000 ≠ 60.500",
    ),
    (
        "Huyện huy động 2.315 học sinh, trong đó có 1.190 học sinh tiểu học, 905 học sinh THCS và 210 học sinh THPT.",
        "1.190 + 905 + 210 = 2.305 ≠ 2.315",
    ),
    ("Gió làm hỏng 31 nhà, gồm: Nà Sáy (12), Pú Xi (10), Ta Ma (8).", "12 + 10 + 8 = 30 ≠ 31"),
]

NOT_ASKED = [
    # the list says that it goes on, or tells only the worst places
    "Gió làm hỏng 70 nhà, trong đó nhiều nhất là Pú Xi 50 nhà, Nà Sáy 15 nhà.",
    "Gió làm hỏng 70 nhà (Pú Xi 50 nhà, Nà Sáy 15 nhà...).",
    "Gió làm hỏng 70 nhà, chủ yếu ở các xã (Pú Xi 50 nhà, Nà Sáy 15 nhà, chưa tính xã Ta Ma).",
    "Toàn xã có 1.200 hộ, trong đó hộ Thái 700 hộ, hộ Mông 450 hộ.",
    "Tổng vốn 98 tỷ đồng (trung ương 70 tỷ đồng, tỉnh 20 tỷ đồng, còn lại ngân sách huyện).",
    # its parts share members
    "Đảng bộ có 540 đảng viên, gồm 210 đảng viên nữ, 390 đảng viên là người dân tộc thiểu số.",
    "Xã có 1.200 hộ, trong đó có 300 hộ nghèo, 950 hộ dân tộc thiểu số và 120 hộ cận nghèo.",
    "Huyện có 15 xã, gồm 3 xã biên giới, 10 xã đặc biệt khó khăn.",
    # it compares, or tells what one of them gets
    "Thu ngân sách đạt 31,5 tỷ đồng (năm 2022: 40 tỷ đồng; năm 2021: 35 tỷ đồng).",
    "Xã chi 500 triệu đồng (mỗi hộ 50 triệu đồng, mỗi nhà 20 triệu đồng).",
    "Lũ làm 59 người chết. Trong đó, Nà Sáy 40 người, Pú Xi 15 người, hai xã khác đều có 1 người.",
    # it counts other things
    "Hỗ trợ 120 triệu đồng cho 12 hộ, gồm 70 triệu đồng làm nhà và 45 triệu đồng mua giống.",
    "Xã thành lập 3 tổ gồm 12 người.",
]


@pytest.mark.parametrize(("text", "arithmetic"), HOLDING)
def test_parts_that_make_up_their_whole_hold(text: str, arithmetic: str) -> None:
    checks = _checks(text, "partition")
    assert arithmetic in [one.arithmetic for one in checks]
    assert all(one.holds for one in checks)


@pytest.mark.parametrize(("text", "arithmetic"), FAILING)
def test_parts_that_do_not_are_asked_about(text: str, arithmetic: str) -> None:
    assert [(one.holds, one.arithmetic) for one in _checks(text, "partition")] == [(False, arithmetic)]


@pytest.mark.parametrize("text", NOT_ASKED)
def test_a_list_that_need_not_be_complete_is_not_asked_about(text: str) -> None:
    assert [one.arithmetic for one in _checks(text, "partition") if not one.holds] == []


TARGETS_HOLDING = [
    ("Nghị quyết đề ra 21 chỉ tiêu: 15 chỉ tiêu đạt và 4 chỉ tiêu vượt, 2 chỉ tiêu không đạt.", "15 + 4 + 2 = 21"),
    ("Huyện hoàn thành 12/14 chỉ tiêu, 1 chỉ tiêu cơ bản hoàn thành, 1 chỉ tiêu chưa hoàn thành.", "12 + 1 + 1 = 14"),
    ("Có 15/18 chỉ tiêu đạt (trong đó 6 chỉ tiêu vượt), còn 3 chỉ tiêu chưa đạt.", "15 + 3 = 18"),
    ("Năm 2023, có 15/18 chỉ tiêu đạt. Có 3 chỉ tiêu không đạt kế hoạch.", "15 + 3 = 18"),
]

TARGETS_FAILING = [
    ("Huyện thực hiện 24 chỉ tiêu, trong đó 21 chỉ tiêu đạt và vượt, 4 chỉ tiêu không đạt.", "21 + 4 = 25 ≠ 24"),
    ("Có 19/22 chỉ tiêu hoàn thành và vượt kế hoạch, 2 chỉ tiêu không đạt là tỷ lệ che phủ rừng.", "19 + 2 = 21 ≠ 22"),
    ("Có 15/18 chỉ tiêu đạt, trong đó 6 chỉ tiêu vượt, còn 2 chỉ tiêu chưa đạt.", "15 + 2 = 17 ≠ 18"),
]

TARGETS_NOT_ASKED = [
    "Có 16/30 chỉ tiêu đạt và vượt, 12/30 chỉ tiêu có khả năng sẽ đạt vào cuối nhiệm kỳ.",
    "Có 12/16 chỉ tiêu đạt, 2 chỉ tiêu chưa đạt và 1 chỉ tiêu chưa có số liệu.",
    "Năm 2022 có 15/17 chỉ tiêu đạt; năm 2023 có 3 chỉ tiêu không đạt.",
    "Lĩnh vực kinh tế có 9/10 chỉ tiêu đạt; lĩnh vực xã hội có 2 chỉ tiêu không đạt.",
]


@pytest.mark.parametrize(("text", "arithmetic"), TARGETS_HOLDING)
def test_targets_met_and_missed_that_make_up_all_hold(text: str, arithmetic: str) -> None:
    checks = _checks(text, "scoreboard")
    assert arithmetic in [one.arithmetic for one in checks]
    assert all(one.holds for one in checks)


@pytest.mark.parametrize(("text", "arithmetic"), TARGETS_FAILING)
def test_targets_that_do_not_make_up_all_are_asked_about(text: str, arithmetic: str) -> None:
    assert [(one.holds, one.arithmetic) for one in _checks(text, "scoreboard")] == [(False, arithmetic)]


@pytest.mark.parametrize("text", TARGETS_NOT_ASKED)
def test_counts_that_leave_some_open_are_not_asked_about(text: str) -> None:
    assert [one.arithmetic for one in _checks(text, "scoreboard") if not one.holds] == []
