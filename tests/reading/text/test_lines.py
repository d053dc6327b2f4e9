"""Lines are typed by what they are: chrome, linked titles and counters yield nothing, short sentences stay body."""

import time
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from camket.reading.document import Place
from camket.reading.structure.lines import Line, LineKind, read_lines
from camket.vocabulary.folding import fold
from camket.vocabulary.furniture import furniture


def read(text: str, places: tuple[Place, ...] = ()) -> list[tuple[str, str]]:
    return [(text[line.start : line.end], line.kind) for line in read_lines(text, fold(text), places)]


def kind_of(line: str) -> str:
    """The kind of a line between two sentences of an article, under a title."""
    before = "Huyện Nậm Mẫu họp giao ban tháng Sáu\nSáng 8/7, Huyện ủy Nậm Mẫu tổ chức họp giao ban công tác tháng 6.\n"
    after = "\nToàn huyện còn 12 thôn chưa có đường cứng đến trung tâm, nhiều nhất là các thôn vùng cao."
    return dict(read(before + line + after))[line]


NEWS = """Thứ hai, 28/11/2022
Trang chủ
Tin tức - Sự kiện
Nậm Mẫu hoàn thành nhiều chỉ tiêu năm
Ngày đăng: 08/07/2024  11:38
Mặc định Cỡ chữ
(BM) - Sáng 8/7, Huyện ủy Nậm Mẫu tổ chức hội nghị đánh giá kết quả nửa nhiệm kỳ.
Quang cảnh hội nghị
Toàn huyện có 24 xã.
Kinh tế nông nghiệp
Giá trị sản xuất ước đạt 1.250 tỷ đồng, bằng 52% kế hoạch; thu ngân sách 41 tỷ đồng, tăng 6,2% so với
cùng kỳ năm trước.
Tin liên quan
Huyện Thượng Mẫu giảm nghèo còn 5%
Phát biểu kết luận hội nghị, Bí thư Huyện ủy yêu cầu các xã hoàn thành giải ngân trước ngày 30/9.
Lò Thị Mẫu
Lượt xem: 1.204
Tin cùng chuyên mục
Xã Hạ Mẫu đạt 19/19 tiêu chí nông thôn mới
<< < 1 2 3 > >>
Tổng truy cập 2.520.829
Đang truy cập:4704"""


def test_a_page_of_news() -> None:
    assert [kind for _, kind in read(NEWS)] == [
        "dateline", "navigation", "navigation", "title", "dateline", "navigation", "body", "caption", "body", "heading",
        "body", "body", "related", "related", "body", "byline", "dateline", "related", "related", "navigation",
        "dateline", "dateline",
    ]  # fmt: skip


REPORT = """UBND TỈNH MẪU
SỞ NÔNG NGHIỆP
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: 112/BC-SNN
Mẫu, ngày 12 tháng 3 năm 2026
BÁO CÁO
Kết quả thực hiện nhiệm vụ quý I,
phương hướng nhiệm vụ quý II năm 2026
Kính gửi: Ủy ban nhân dân tỉnh
Sở báo cáo như sau:
I. KẾT QUẢ
1. Về trồng trọt
- Diện tích lúa đông xuân 9.800 ha, đạt 101% kế hoạch
2. Về chăn nuôi
Tổng đàn gia súc giữ ổn định.
II. KIẾN NGHỊ
1. Hỗ trợ kinh phí nạo vét kênh Nậm Mẫu
2. Bố trí biên chế thú y cấp xã
Lúa | ha | 9.700 | 9.800
Nơi nhận:
- Như trên;
- Lưu: VT.
KT. GIÁM ĐỐC
PHÓ GIÁM ĐỐC
(Đã ký)
Lò Văn Mẫu
PHỤ LỤC
Kênh Nậm Mẫu | 12 km | 5 tỷ đồng"""


def test_an_administrative_report() -> None:
    assert [kind for _, kind in read(REPORT)] == [
        *["header"] * 7, "title", "title", "header", "body", "heading", "heading", "bullet", "heading", "body", "heading",
        "bullet", "bullet", "table", *["signature"] * 7, "heading", "table",
    ]  # fmt: skip


def test_the_header_that_a_table_held_and_the_signature_too() -> None:
    text = (
        "UBND HUYỆN MẪU | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM |\nSố: 5/QĐ-UBND | Mẫu, ngày 2 tháng 9 năm 2019 |\n"
        "QUYẾT ĐỊNH\nVề việc giao chỉ tiêu\nCăn cứ Luật Tổ chức chính quyền địa phương;\n- Như Điều 2; | TM. ỦY BAN NHÂN DÂN |"
    )
    assert [kind for _, kind in read(text)] == ["header", "header", "header", "title", "body", "signature"]


@pytest.mark.parametrize(
    "line",
    [
        "13:40 - Thứ Tư, 08/02/2023 Lượt xem: 4769 In bài viết",
        "Thứ Hai, 02-12-2019, 17:42",
        "24/12/2019 | 09:17 AM (GMT +7)",
        "24/10/2015 - 20:53",
        "04:35 15/03/2016",
        "26/11/2012 13:38 CH",
        "19/10/2012 12:00:00 AM",
        "Cập nhật lúc: 08:53 |01/10/2014",
        "(23/04/2012)",
        "Lượt xem: 7370 | Gửi lúc: 05/12/2013 15:42:27",
        "Chủ nhật, ngày 3 tháng 3 năm 2019",
        "Đã xem: 12",
        "Tổng truy cập 2.520.829",
        "Hôm nay: 1",
    ],
)
def test_dates_and_counters(line: str) -> None:
    assert kind_of(line) == "dateline"


@pytest.mark.parametrize(
    "line",
    [
        "(Đ/c Lò Văn Mẫu, Bí thư Huyện ủy chủ trì, kết luận buổi làm việc)",
        "Đồng chí Lò Văn Mẫu, Bí thư Huyện ủy phát biểu tại hội nghị.",
        "Đồng chí Lò Văn Mẫu trao quà cho hộ nghèo xã Hạ Mẫu",
        "Toàn cảnh kỳ họp thứ 6, HĐND huyện khóa XX",
        "Các đại biểu tham dự buổi làm việc",
        "Nông dân xã Hạ Mẫu gặt lúa (Ảnh: T.M)",
        "Ảnh: Lò Mẫu",
        "Ruộng bậc thang. Ảnh minh họa",
        "DSC00112.jpg",
    ],
)
def test_captions(line: str) -> None:
    assert kind_of(line) == "caption"


@pytest.mark.parametrize(
    "line",
    [
        "Toàn huyện có 24 xã.",
        "Đồng chí Lò Văn Mẫu, Bí thư Huyện ủy đề nghị xã sớm hoàn thành hồ sơ tại hội nghị.",
        "Các đại biểu dự hội nghị đã thông qua 18 chỉ tiêu.",
        "Đồng chí Lò Văn Mẫu kiểm tra tiến độ, dự án đạt 45% khối lượng tại hiện trường.",
        "Ngày 8/7/2024, huyện công bố 3 xã về đích.",
        "Theo báo cáo, 12 xã đã có nước sạch.",
        "Hỗ trợ 200 triệu đồng cho thôn Hạ.",
        "Đã ký kết 5 biên bản ghi nhớ.",
        "Nguồn vốn còn thiếu 3 tỷ đồng.",
        "Tin tưởng rằng huyện sẽ về đích đúng hạn.",
        "12/17 chỉ tiêu đạt kế hoạch.",
        "7 người bị thương.",
        "1.250 hộ được vay vốn",
        "Còn 3 xã chưa đạt",
        "Bài học rút ra là phải sát dân.",
        "Chia sẻ khó khăn với người dân vùng lũ, huyện đã xuất 12 tấn gạo.",
    ],
)
def test_short_sentences_are_body(line: str) -> None:
    assert kind_of(line) == "body"


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Bình luận (0)", "navigation"),
        ("» Bản in | Quay lại", "navigation"),
        ("CHỌN GIỌNG ĐỌC", "navigation"),
        ("TAGS: nông thôn mới, giảm nghèo", "navigation"),
        (">> Huyện bên hoàn thành 24/25 chỉ tiêu", "related"),
        ("Thượng Mẫu hoàn thành 24/25 chỉ tiêu | |", "related"),
        ("- Hỗ trợ 20 con trâu", "bullet"),
        ("Một là, rà soát quy hoạch", "bullet"),
        ("a) Hạ tầng giao thông được quan tâm;", "bullet"),
        ("1.2. Thu ngân sách đạt 41 tỷ đồng", "bullet"),
        ("IV. NHIỆM VỤ TRỌNG TÂM", "heading"),
        ("2. Về văn hóa - xã hội", "heading"),
        ("Chỉ tiêu | ĐVT | 2023", "table"),
        ("Lúa2007200820092010 12,5 13,5", "debris"),
        ("QUJD" * 60, "debris"),
        ("The number of poor households was down by four percent, the report of the province said.", "debris"),
        ("В області виконано план, що був на рік", "debris"),
        ("<div class='x'>", "debris"),
        ("-------", "debris"),
    ],
)
def test_other_kinds(line: str, kind: str) -> None:
    assert kind_of(line) == kind


def test_a_long_item_of_an_answer_that_a_table_left_open_is_body() -> None:
    answer = "Sở đã bố trí 2 tỷ đồng để sửa đoạn đường qua thôn Hạ, hoàn thành trong năm nay. |"
    assert kind_of(answer) == "body"


def test_other_news_above_the_article_does_not_swallow_it() -> None:
    text = (
        "Tin khác\nHuyện Mẫu hoàn thành 24/25 chỉ tiêu\n"
        + "Toàn huyện gieo cấy được 4.512 ha lúa mùa, đúng khung thời vụ. " * 5
    )
    assert read(text)[-1][1] == "body"


def test_sentences_cut_by_line_breaks_are_joined() -> None:
    text = (
        "Căn cứ kết luận của Ban Thường vụ Huyện ủy tại hội nghị\nngày 12/3/2024;\nXét đề nghị của Trưởng phòng,\n"
        "Tổng thu ngân sách năm\n2023 đạt 41 tỷ đồng.\nCác xã khẩn trương triển khai"
    )
    lines = read_lines(text, fold(text))
    assert [line.joins_next for line in lines] == [True, False, False, True, False, False]
    assert {line.kind for line in lines} == {"body"}


def test_a_page_set_to_a_width_joins_full_lines_before_names_too() -> None:
    cut = "toàn huyện tiếp tục rà soát các tiêu chí nông thôn mới ở\nmười hai xã vùng cao và những thôn còn nhiều hộ nghèo của\n"
    text = (
        "Năm qua " + cut * 4 + "hai xã giáp ranh là xã Thượng và xã Hạ thuộc địa bàn huyện\nNậm Mẫu cũng được bổ sung."
    )
    lines = read_lines(text, fold(text))
    assert all(line.joins_next for line in lines[:-1])
    assert not lines[-1].joins_next


def test_places_decide_over_words() -> None:
    lines = ["Trang chung của huyện Mẫu", "Toàn huyện có 24 xã.", "Họp giao ban", "Huyện họp.", "Bảng số 1", "Lúa"]
    kinds = [
        ("page", True),
        ("caption", False),
        ("heading", False),
        ("paragraph", False),
        ("heading", False),
        ("cell", False),
    ]
    starts = [sum(len(line) + 1 for line in lines[:at]) for at in range(len(lines))]
    places = tuple(
        Place(start, kind, furniture=furniture, table=1 if kind == "cell" else None)
        for start, (kind, furniture) in zip(starts, kinds, strict=True)
    )
    found = [kind for _, kind in read("\n".join(lines), places)]
    assert found == ["navigation", "caption", "title", "body", "heading", "table"]


def test_every_kind_in_the_data_is_a_kind_of_line() -> None:
    kinds = set(get_args(LineKind))
    words = furniture()
    named = {*words.whole.values(), *words.endings, *(one.kind for group in words.openings.values() for one in group)}
    marked = {*words.markup.tags.values(), *words.markup.names.values(), *words.markup.parts.values()}
    assert named | marked <= kinds


@given(st.text(st.characters(codec="utf-8"), max_size=300))
def test_lines_are_true_stretches_in_order(text: str) -> None:
    lines = read_lines(text, fold(text))
    end = 0
    for line in lines:
        assert end <= line.start < line.end
        assert text[line.start : line.end].strip() == text[line.start : line.end]
        assert "\n" not in text[line.start : line.end]
        end = line.end
    covered = "".join(text[line.start : line.end] for line in lines)
    assert sum(not letter.isspace() for letter in covered) <= sum(not letter.isspace() for letter in text)


@given(st.lists(st.sampled_from(NEWS.split("\n") + REPORT.split("\n")), max_size=40))
def test_any_mixture_of_lines_is_read(mixed: list[str]) -> None:
    assert [words for words, _ in read("\n".join(mixed))] == mixed


@pytest.mark.parametrize(
    "piece", ["1", "1 ", "1.", "12/3/2024 ", "ngày ", "( ", "| ", "- ", "a", "A ", "…", "ảnh: ", ">>", "1.2.3 ", "thứ "]
)
def test_hostile_repetitions_take_linear_time(piece: str) -> None:
    text = "\n".join((piece * 60_000, *(piece * count for count in range(1, 200))))
    started = time.perf_counter()
    assert read_lines(text, fold(text))
    assert time.perf_counter() - started < 2


@pytest.mark.parametrize(
    "line", ["Xem thêm", "Tin khác", "Nơi nhận:", "Lò Mẫu", "1. Về đất đai", "Thứ hai, 28/11/2022", "a", "Đất - rừng"]
)
def test_hostile_pages_of_one_line_take_linear_time(line: str) -> None:
    text = "\n".join([line] * 30_000)
    started = time.perf_counter()
    assert len(read_lines(text, fold(text))) == 30_000
    assert time.perf_counter() - started < 8


def test_no_text_has_no_lines() -> None:
    assert read_lines("", "") == ()
    assert read_lines(" \n\n\t\n", fold(" \n\n\t\n")) == ()
    assert Line(0, 1, "body").joins_next is False
