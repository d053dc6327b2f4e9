"""The follow-up workbook, opened again: by a library that reads what is written, and by LibreOffice."""

import shutil
import subprocess
import zipfile
from datetime import date, datetime
from decimal import Decimal
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest
from openpyxl.workbook.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from camket.reading.statements import KINDS
from camket.reports.run import Run
from camket.reports.workbook import write_workbook
from camket.reports.workbook.cells import clean
from camket.reports.workbook.heights import row_height
from camket.reports.workbook.layout import load_book

SHEETS = [
    "Tổng hợp", "Số liệu, chỉ tiêu", "Mức đạt chỉ tiêu", "Kiến nghị, trả lời", "Chỉ đạo", "Nhiệm vụ, tiến độ", "Hạn chế",
    "Thiệt hại", "Dự án, quy hoạch", "Văn bản viện dẫn", "Cuộc họp", "Kiểm tra số liệu", "Danh mục",
]  # fmt: skip
FOLLOWED = {"Chỉ đạo": "Chưa thực hiện", "Nhiệm vụ, tiến độ": "Đang thực hiện", "Kiến nghị, trả lời": "Chưa trả lời",
            "Hạn chế": "Chưa khắc phục", "Kiểm tra số liệu": "Chưa kiểm tra"}  # fmt: skip


@pytest.fixture(scope="module")
def book(run: Run) -> Workbook:
    return openpyxl.load_workbook(BytesIO(write_workbook(run)))


def row_of(sheet: Worksheet, number: int) -> dict[str, object]:
    headings = [cell.value for cell in sheet[1]]
    return dict(zip(map(str, headings), (cell.value for cell in sheet[number + 1]), strict=True))


def test_every_sheet_is_there_and_every_kind_has_one(book: Workbook) -> None:
    assert book.sheetnames == SHEETS
    assert sorted(kind for sheet in load_book().sheets for kind in sheet.kinds) == sorted(KINDS)


def test_every_statement_is_a_row_with_its_sentence_and_place(book: Workbook, run: Run) -> None:
    rows = 0
    for layout in load_book().sheets:
        sheet = book[layout.title]
        for number in range(1, sheet.max_row):
            row = row_of(sheet, number)
            rows += 1
            assert row["Văn bản"] == "an-phu.docx"
            assert "ký tự" in str(row["Vị trí"])
            assert row["Cả câu trong văn bản"]
    assert rows == len(run.readings[0].statements)


def test_a_sentence_holds_what_stands_around_the_statement(book: Workbook) -> None:
    row = row_of(book["Thiệt hại"], 1)
    assert row["Cả câu trong văn bản"] == "Mưa lũ làm 5 nhà sập (bản Na 2 nhà, bản Pá 2 nhà)"
    assert str(row["Vị trí"]).startswith("trang 2, đoạn 4; ký tự ")


def test_figures_are_numbers_to_the_last_digit_with_their_unit(book: Workbook) -> None:
    row = row_of(book["Số liệu, chỉ tiêu"], 1)
    assert row["Giá trị (hoặc từ)"] == float(Decimal("7.71"))
    assert row["Tăng, giảm"] == float(Decimal("-4.17"))
    assert (row["Đơn vị tính"], row["Đơn vị tăng, giảm"]) == ("%", "điểm %")
    assert (row["Kỳ"], row["Mức chính xác"]) == ("quý I/2024", "ước; khoảng")
    aim = row_of(book["Số liệu, chỉ tiêu"], 2)
    assert (aim["Giá trị (hoặc từ)"], aim["Đến"], aim["Kỳ"]) == (4.5, 5, "năm 2025")
    assert row_of(book["Kiến nghị, trả lời"], 1)["Số tiền đề nghị"] == 175_000_000_000
    assert row_of(book["Kiến nghị, trả lời"], 1)["Đơn vị tính"] == "đồng"


def test_number_formats_keep_the_decimals_that_were_printed(book: Workbook) -> None:
    sheet = book["Số liệu, chỉ tiêu"]
    column = [cell.value for cell in sheet[1]].index("Giá trị (hoặc từ)")
    assert sheet[2][column].number_format == "[$-42A]#,##0.00"
    assert sheet[3][column].number_format == "[$-42A]#,##0.0"


def test_a_number_longer_than_a_spreadsheet_keeps_is_text(book: Workbook) -> None:
    assert row_of(book["Số liệu, chỉ tiêu"], 3)["Giá trị (hoặc từ)"] == "123.456.789.012.345,67"


def test_dates_are_dates(book: Workbook) -> None:
    sheet = book["Chỉ đạo"]
    due = sheet[2][[cell.value for cell in sheet[1]].index("Ngày đến hạn")]
    assert isinstance(due.value, datetime)
    assert due.value.date() == date(2024, 9, 30)
    assert due.number_format == "dd/mm/yyyy"
    assert row_of(book["Nhiệm vụ, tiến độ"], 1)["Thời hạn"] == "hết nhiệm kỳ"
    assert row_of(book["Nhiệm vụ, tiến độ"], 1)["Ngày đến hạn"] is None


def test_codes_are_shown_in_vietnamese(book: Workbook) -> None:
    assert row_of(book["Chỉ đạo"], 1)["Mức độ"] == "giao"
    assert row_of(book["Kiến nghị, trả lời"], 2)["Kết quả trả lời"] == "xem xét sau"
    assert row_of(book["Nhiệm vụ, tiến độ"], 2)["Tiến độ theo văn bản"] == "đang thực hiện"
    assert row_of(book["Dự án, quy hoạch"], 2)["Cấp"] == "xã"
    assert row_of(book["Thiệt hại"], 1)["Loại thiên tai"] == "lũ"
    assert row_of(book["Cuộc họp"], 1)["Thành phần"] == "Lý A Sử (Bí thư); Vàng Thị Mai"


def test_nothing_of_a_document_becomes_a_formula(book: Workbook) -> None:
    ours = {"COUNTIF", "COUNTIFS"}
    for sheet in book:
        for cells in sheet.iter_rows():
            for cell in cells:
                if cell.data_type == "f":
                    assert sheet.title == "Tổng hợp"
                    assert str(cell.value).lstrip("=").partition("(")[0] in ours
    row = row_of(book["Chỉ đạo"], 1)
    assert str(row["Việc phải làm"]).startswith("=HYPERLINK")
    assert (row["Bên thực hiện"], row["Bên giao"]) == ("@SUM(1+1)", "-2+3")


def test_what_looks_like_a_formula_stays_text_when_it_is_edited(book: Workbook) -> None:
    sheet = book["Chỉ đạo"]
    owner = sheet[2][[cell.value for cell in sheet[1]].index("Bên thực hiện")]
    assert owner.data_type == "s"
    assert owner.quotePrefix


@pytest.mark.parametrize("title", FOLLOWED)
def test_states_are_chosen_from_a_list(book: Workbook, title: str) -> None:
    validation = book[title].data_validations.dataValidation[0]
    assert validation.type == "list"
    assert "2" in str(validation.sqref)
    column = str(validation.formula1).split("$")[1]
    words = [cell.value for cell in book["Danh mục"][column][1:] if cell.value]
    assert words[0] in FOLLOWED.values()
    assert FOLLOWED[title] in words


def test_a_day_that_passed_undone_is_marked(book: Workbook) -> None:
    rules = [rule for rules in book["Chỉ đạo"].conditional_formatting for rule in rules.rules]
    assert any("TODAY()" in rule.formula[0] and "Đã hoàn thành" in rule.formula[0] for rule in rules)


def test_every_sheet_prints_on_a4_and_keeps_its_head(book: Workbook) -> None:
    for sheet in book:
        assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)
        assert (sheet.page_setup.fitToWidth or 1, sheet.page_setup.fitToHeight) == (
            1,
            0,
        )  # one page wide is the default
        assert sheet.sheet_properties.pageSetUpPr is not None
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
        footer = sheet.oddFooter
        assert footer is not None
        assert footer.right is not None
        assert footer.left is not None
        assert "&P" in str(footer.right.text)
        assert "&F" in str(footer.left.text)
    for title in SHEETS[1:-1]:
        assert book[title].print_title_rows == "$1:$1"
        assert book[title].freeze_panes == "C2"
        assert book[title].auto_filter.ref


def test_the_summary_tells_what_was_read_and_what_was_not(book: Workbook) -> None:
    values = [cell.value for cells in book["Tổng hợp"].iter_rows() for cell in cells if cell.value is not None]
    assert "Đọc được 1 văn bản, không đọc được 1" in str(values[1])
    assert {"an-phu.docx", "Làm việc tại An Phú", "=cảnh báo", "=hỏng.pdf", "+tệp bị hỏng"} <= set(map(str, values))


def test_checks_stand_with_their_arithmetic_the_doubtful_first(book: Workbook) -> None:
    first, second = row_of(book["Kiểm tra số liệu"], 1), row_of(book["Kiểm tra số liệu"], 2)
    assert (first["Kết quả"], first["Phép tính"]) == ("Cần kiểm tra", "2 + 2 = 4 ≠ 5")
    assert str(first["Vị trí"]).count("ký tự") == 3
    assert second["Kết quả"] == "Khớp"


def test_the_same_run_gives_the_same_bytes(run: Run) -> None:
    assert write_workbook(run) == write_workbook(run)


def test_a_run_without_statements_is_a_workbook_too(run: Run) -> None:
    empty = openpyxl.load_workbook(BytesIO(write_workbook(Run((), (), run.made))))
    assert empty["Chỉ đạo"]["B2"].value == "Không đọc thấy nội dung loại này trong các văn bản."


def test_text_that_a_cell_cannot_hold_is_made_to_fit() -> None:
    assert clean("a\x00b\x1bc\ufffe") == "a b c "
    assert len(clean("x" * 100_000)) < 32_767


def test_a_row_grows_with_its_text_up_to_what_is_allowed() -> None:
    assert row_height([("ngắn", 20)]) < row_height([("một câu dài hơn nhiều so với bề rộng của cột", 20)])
    assert row_height([("x" * 100_000, 10)]) == 409


def test_no_part_of_the_file_names_an_address_outside(run: Run) -> None:
    with zipfile.ZipFile(BytesIO(write_workbook(run))) as parts:
        links = [parts.read(name).decode() for name in parts.namelist() if name.endswith(".rels")]
    assert not any("TargetMode" in part for part in links)


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice (soffice) is not installed")
def test_libreoffice_opens_and_prints_it(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "so.xlsx"
    path.write_bytes(write_workbook(run))
    subprocess.run(
        ["soffice", f"-env:UserInstallation=file://{tmp_path}/profile", "--headless", "--convert-to", "pdf", "--outdir",
         tmp_path, path], check=True, capture_output=True, timeout=120,
    )  # fmt: skip
    text = subprocess.run(
        ["pdftotext", "-layout", tmp_path / "so.pdf", "-"], check=True, capture_output=True, text=True
    ).stdout
    assert "7,71" in text
    assert "175.000.000.000" in text
    assert "30/09/2024" in text
    assert text.count("\f") == len(SHEETS)  # each sheet of this small run fits on one page
