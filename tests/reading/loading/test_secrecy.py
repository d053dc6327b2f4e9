"""Marks of state secrecy are seen wherever an office puts them, and the word alone is not taken for one."""

import pytest

from camket.reading.loading.errors import SecretDocumentError
from camket.reading.loading.secrecy import refuse_secret

HEADER = ["ỦY BAN NHÂN DÂN", "TỈNH ĐIỆN BIÊN", "Số: 15/BC-UBND", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"]
BODY = ["BÁO CÁO", *(f"{number}. Kết quả của lĩnh vực thứ {number} trong năm." for number in range(1, 40))]

MARKED_LETTERHEADS = [
    ["MẬT"], ["TỐI MẬT"], ["TUYỆT MẬT"], ["  MẬT  "], ["(MẬT)"], ["[TỐI MẬT]"], ["“MẬT”"], ["* MẬT *"], ["- MẬT -"],
    ["M Ậ T"], ["T Ố I  M Ậ T"], ["TỐI  MẬT"], ["Mật"], ["Tối mật"], ["tuyệt mật"], ["MẬT."], ["|  MẬT  |"],
    ["MAT"], ["TOI MAT"], ["TUYET MAT"],
    ["Độ mật: MẬT"], ["Độ mật: Tối mật"], ["ĐỘ MẬT: TUYỆT MẬT"], ["Độ mật: mật"], ["Mức độ mật: Mật"], ["Độ mật Tối mật"],
    ["Độ mật:", "Mật"], ["Độ mật: (Mật)"],
    ["Số: 15/BC-UBND (Mật)"], ["Số: 15/BC-UBND MẬT"], ["Số: 07-BC/HU TỐI MẬT"],
    ["MẬT\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"], ["TỐI MẬT          Điện Biên, ngày 3 tháng 5 năm 2024"],
    ["MẬT CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"], ["MẬT Điện Biên, ngày 3 tháng 5 năm 2024"],
    ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM MẬT"], ["Số: 15/BC-UBND | MẬT"],
    ["MẬ\u0302T".replace("Ậ\u0302", "A\u0323\u0302")],
]  # fmt: skip

PLAIN_LETTERHEADS = [
    ["Về công tác bảo vệ bí mật nhà nước"], ["V/v tăng cường công tác bảo vệ bí", "mật"], ["VỀ CÔNG TÁC BẢO VỆ BÍ", "MẬT"],
    ["VỀ CÔNG TÁC BẢO VỆ BÍ MẬT NHÀ NƯỚC"], ["BÍ MẬT"], ["Bí mật"], ["MẬT ONG"], ["Mật ong rừng Mường Nhé"], ["MẬT ĐỘ DÂN SỐ"],
    ["Mật độ dân số 60 người/km2"], ["Nghề nuôi ong lấy", "mật"], ["CỤC QUẢN LÝ MẬT MÃ DÂN SỰ"], ["Ban Cơ yếu, mật mã"],
    ["Đồng chí Nguyễn Thị Mật"], ["NGUYỄN THỊ MẬT"], ["Đồng chí LÒ THỊ MẬT, Chủ tịch UBND xã"], ["Lò Văn Mật"], ["Mật, Lò Thị"],
    ["Bảo mật thông tin"], ["BẢO MẬT"], ["Tài liệu mật thiết"], ["quan hệ mật thiết"], ["mật khẩu"], ["MẬT KHẨU"],
    ["DANH MỤC BÍ MẬT NHÀ NƯỚC ĐỘ TỐI MẬT, ĐỘ MẬT"], ["Danh mục bí mật nhà nước độ Tối mật và độ Mật của ngành"],
    ["Độ mật: Không"], ["Độ mật: Thường"], ["Độ mật:"], ["Độ mật: Không", "Độ khẩn: Khẩn"], ["KHẨN"], ["HỎA TỐC"],
    ["Văn bản được đóng dấu “MẬT” hoặc “TỐI MẬT” theo quy định"], ["Đóng dấu MẬT vào hồ sơ"], ["MẶT TRẬN TỔ QUỐC VIỆT NAM"],
    ["MẤT MÙA"], ["MÁT"], ["thân mật"], ["túi mật"], ["SỎI MẬT"], ["Giải mật tài liệu"],
]  # fmt: skip


@pytest.mark.parametrize("lines", MARKED_LETTERHEADS, ids=" / ".join)
def test_a_mark_in_the_letterhead_is_refused(lines: list[str]) -> None:
    for place in range(len(HEADER) + 1):
        with pytest.raises(SecretDocumentError, match="MẬT"):
            refuse_secret("bao-cao.docx", [*HEADER[:place], *lines, *HEADER[place:], *BODY])


@pytest.mark.parametrize("lines", PLAIN_LETTERHEADS, ids=" / ".join)
def test_the_word_in_a_letterhead_is_no_mark(lines: list[str]) -> None:
    for place in range(len(HEADER) + 1):
        refuse_secret("bao-cao.docx", [*HEADER[:place], *lines, *HEADER[place:], *BODY])


@pytest.mark.parametrize("line", ["MẬT", "TỐI MẬT", "TUYỆT MẬT", "(MẬT)", "M Ậ T", "Độ mật: Tối mật"])
def test_a_mark_alone_on_a_line_is_refused_anywhere(line: str) -> None:
    with pytest.raises(SecretDocumentError):
        refuse_secret("bao-cao.txt", [*HEADER, *BODY, line, *BODY])


@pytest.mark.parametrize(
    "lines",
    [
        ["mật"], ["Mật"], ["Tối mật"], ["sản lượng ong lấy", "MẬT"], ["bí", "MẬT"], ["Mật | 12 | lít"], ["MẬT | 12 | lít"],
        ["Tuyệt mật | Tối mật | Mật"], ["Số: 3/QĐ (Mật)"], ["MAT"], ["Người dân thu được 300 lít mật", "Mật bán được giá."],
        ["Độ mật: Mật, tối mật hoặc tuyệt mật do người soạn thảo đề xuất"],
    ],
    ids=" / ".join,
)  # fmt: skip
def test_the_word_in_the_body_is_no_mark(lines: list[str]) -> None:
    refuse_secret("bao-cao.txt", [*HEADER, *BODY, *lines, *BODY])


@pytest.mark.parametrize("line", ["MẬT", "TỐI MẬT", "(Mật)", "MAT"])
def test_page_headers_boxes_and_watermarks_count_as_letterhead(line: str) -> None:
    with pytest.raises(SecretDocumentError):
        refuse_secret("bao-cao.docx", [*HEADER, *BODY], ["Trang 2", line])


@pytest.mark.parametrize("line", ["MẠT", "MÂT", "MẤT", "TỒI MẬT", "TUYẾT MẬT", "MẬT"])
def test_a_scan_may_have_changed_the_diacritics_of_a_mark(line: str) -> None:
    with pytest.raises(SecretDocumentError):
        refuse_secret("quet.png", [*HEADER, line, *BODY], scanned=True)


def test_the_message_says_which_file_what_and_what_to_do_and_quotes_nothing() -> None:
    with pytest.raises(SecretDocumentError) as refusal:
        refuse_secret("ke-hoach.docx", ["MẬT", "Nội dung không được lộ"])
    message = str(refusal.value)
    assert "ke-hoach.docx" in message
    assert "không được đọc" in message
    assert "Hãy" in message
    assert "không được lộ" not in message
    assert refusal.value.__cause__ is None


def test_long_and_strange_lines_take_no_time() -> None:
    refuse_secret(
        "a.txt", ["M " * 1_000_000, " " * 5_000_000, "MẬT" * 1_000_000, "Độ mật" + ":" * 1_000_000, "(" * 1_000_000]
    )
