"""Tables of figures: what is read, and what is said of what cannot be."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from small_maps import commune, move
from small_maps import register as made_register

from camket.units.errors import UnitsError
from camket.units.register import Register
from camket.units.restatement.file import Table, read_table
from camket.units.restatement.number import decimal_mark, read_number
from camket.units.restatement.period_text import read_day, read_period
from camket.vocabulary.vocabulary import Vocabulary

REGISTER = made_register([move("C1", "N", whole=True), move("C2", "N", whole=True)], also=[commune("C9")])


def resolve(name: str, on: date) -> str:
    known = {"xã Mây": "C1", "xã Gió": "C2"}
    if name not in known:
        message = f"không có đơn vị nào tên «{name}» ngày {on:%d/%m/%Y}"
        raise UnitsError(message)
    return known[name]


@pytest.fixture
def read(tmp_path: Path, vocabulary: Vocabulary) -> Callable[..., Table]:
    def reading(text: str, name: str = "bảng.csv", register: Register = REGISTER, as_of: date | None = None) -> Table:
        path = tmp_path / name
        path.write_bytes(text.encode("utf-8"))
        return read_table(path, register, vocabulary, resolve, as_of)

    return reading


def test_a_table_of_figures_is_read(read: Callable[..., Table]) -> None:
    table = read(
        "\ufeffĐơn vị;Chỉ tiêu;Kỳ;Giá trị;Quyền số;Ghi chú;Ước\r\n"
        'xã Mây;Tỷ lệ hộ nghèo;2024;"7,71";1.200;gì đó;x\r\n'
        "C2;poor_households;quý III/2024;1.234;;;\r\n"
    )
    assert not table.failures
    first, second = table.figures
    assert (first.unit, first.indicator, str(first.value), str(first.weight)) == ("C1", "poverty_rate", "7.71", "1200")
    assert (first.estimated, first.line, first.day) == (True, 2, date(2024, 12, 31))
    assert (second.unit, second.period.iso, str(second.value), second.estimated) == ("C2", "2024-Q3", "1234", False)


def test_what_cannot_be_read_stands_beside_the_rest(read: Callable[..., Table]) -> None:
    table = read(
        "don vi\tchi tieu\tnam\tgia tri\n"
        "xã Lạ\tpopulation\t2024\t5\n"
        "xã Mây\tchiều cao\t2024\t5\n"
        "xã Mây\tpopulation\t2024\tnhiều\n"
        "xã Mây\tpopulation\t31/2/2024\t5\n"
        "xã Mây\tpopulation\t2024\n"
        "\n"
        "xã Gió\tpopulation\t2024\t5\n",
        "bảng.tsv",
    )
    assert [one.unit for one in table.figures] == ["C2"]
    assert [(one.line, one.column) for one in table.failures] == [
        (2, "don vi"), (3, "chi tieu"), (4, "gia tri"), (5, "nam"), (6, "gia tri"),
    ]  # fmt: skip
    assert str(table.failures[0]) == "dòng 2, cột «don vi»: không có đơn vị nào tên «xã Lạ» ngày 31/12/2024"


def test_a_decimal_comma_among_commas_is_no_cell_to_be_dropped(read: Callable[..., Table]) -> None:
    table = read("unit,indicator,period,value\nC1,poverty_rate,2024,7,71\nC2,population,2024,12\n")
    assert [one.unit for one in table.figures] == ["C2"]
    (failure,) = table.failures
    assert failure.line == 2
    assert "có 5 ô mà bảng chỉ có 4 cột" in failure.reason


def test_two_rows_for_one_figure_are_both_failures(read: Callable[..., Table]) -> None:
    table = read("unit,indicator,period,value\nC1,population,2024,5\nxã Mây,population,2024,6\nC2,population,2024,7\n")
    assert [one.unit for one in table.figures] == ["C2"]
    assert [one.line for one in table.failures] == [2, 3]
    assert "dòng 3" in table.failures[0].reason


def test_a_unit_of_measure_is_turned_into_the_indicators_own(read: Callable[..., Table]) -> None:
    table = read("unit;indicator;period;value;đvt\nC1;sown_area;2024;2,5;nghìn ha\nC2;sown_area;2024;3;con\n")
    assert [one.value for one in table.figures] == [2500]
    assert "con" in table.failures[0].reason
    assert table.failures[0].column == "đvt"


def test_the_map_of_a_row_goes_before_that_of_the_table(read: Callable[..., Table]) -> None:
    text = "unit;indicator;period;value;as_of\nC1;population;2024;2;1/7/2023\nC2;population;2024;3;\n"
    assert [one.day for one in read(text, as_of=date(2024, 6, 30)).figures] == [date(2023, 7, 1), date(2024, 6, 30)]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "tệp trống"),
        ("unit;indicator;value\nC1;population;5\n", "thiếu cột kỳ"),
        ("unit;đơn vị;indicator;period;value\n", "cùng một nghĩa"),
        ("unit;indicator;period;value\nC1;population;2024;7,71\nC2;population;2024;7.71\n", "theo một cách"),
        ('unit;indicator;period;value\nC1;"population;2024;7\n', "dấu ngoặc kép"),
    ],
)
def test_what_is_no_table_is_refused_by_its_name(read: Callable[..., Table], text: str, said: str) -> None:
    with pytest.raises(UnitsError, match=said) as error:
        read(text)
    assert "bảng.csv" in str(error.value)


def test_a_file_that_is_no_text_or_not_there(tmp_path: Path, vocabulary: Vocabulary) -> None:
    path = tmp_path / "bảng.csv"
    with pytest.raises(UnitsError, match="không mở được"):
        read_table(path, REGISTER, vocabulary, resolve)
    path.write_bytes(b"\xff\xfe\x00unit")
    with pytest.raises(UnitsError, match="UTF-8"):
        read_table(path, REGISTER, vocabulary, resolve)


@pytest.mark.parametrize(
    ("cell", "mark", "number"),
    [
        ("1.234,5", None, "1234.5"), ("1,234.5", None, "1234.5"), ("1234.5", None, "1234.5"), ("7,71", None, "7.71"),
        ("1.234", ",", "1234"), ("1.234", ".", "1.234"), ("1.234.567", None, "1234567"), ("1 234", None, "1234"),
        ("-0,5", None, "-0.5"), ("12", None, "12"), ("0,2340", None, "0.2340"), ("1,234", ",", "1.234"),
        ("0.125", ",", "0.125"), ("0,125", None, "0.125"), ("-0.125", ",", "-0.125"),
    ],
)  # fmt: skip
def test_numbers(cell: str, mark: str | None, number: str) -> None:
    assert read_number(cell, mark) == Decimal(number)


@pytest.mark.parametrize(
    "cell", ["", "abc", "1.23.4", "1,2,3", "1.234", "--5", "1e5", "NaN", "½", "12,", "1.23,4,5", "9" * 5000]
)
def test_what_is_no_number_or_two(cell: str) -> None:
    with pytest.raises(UnitsError):
        read_number(cell, None)


def test_the_mark_of_a_table_is_told_by_its_cells() -> None:
    assert decimal_mark(["1.234", "7,71", "12"]) == ","
    assert decimal_mark(["1,234", "7.71"]) == "."
    assert decimal_mark(["1.234", "15", "", "không"]) is None


@pytest.mark.parametrize(
    ("cell", "iso"),
    [
        ("2024", "2024"), ("Năm 2024", "2024"), ("quý III/2024", "2024-Q3"), ("Q2/2024", "2024-Q2"),
        ("2024-Q4", "2024-Q4"), ("quý 1 năm 2024", "2024-Q1"), ("9/2024", "2024-09"), ("2024-09", "2024-09"),
        ("tháng 9 năm 2024", "2024-09"), ("6 tháng đầu năm 2024", "2024-01/2024-06"), ("9 tháng 2024", "2024-01/2024-09"),
        ("2021-2025", "2021/2025"), ("giai đoạn 2021 - 2025", "2021/2025"), ("30/6/2024", "2024-06-30"),
    ],
)  # fmt: skip
def test_periods(cell: str, iso: str) -> None:
    assert read_period(cell).iso == iso


@pytest.mark.parametrize("cell", ["", "13/2024", "2025-2021", "quý V/2024", "hôm qua", "30/2/2024", "0 tháng 2024"])
def test_what_is_no_period(cell: str) -> None:
    with pytest.raises(UnitsError, match="không phải"):
        read_period(cell)


def test_days() -> None:
    assert read_day("1/7/2025") == read_day("2025-07-01") == date(2025, 7, 1)
    with pytest.raises(UnitsError, match="30/2/2025"):
        read_day("30/2/2025")
