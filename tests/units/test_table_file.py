"""The files of a table: good rows are taken, bad ones refused by file, line and cell."""

from datetime import date
from pathlib import Path

import pytest

from camket.units.errors import TableError
from camket.units.table import read_register

UNITS = "id\tcode\tname\tkind\tparent\tfirst\tlast\tact"
MOVES = "day\tact\tkind\tfrom\tto\tpart\tpopulation\tarea\tnote"
ACTS = "id\tnumber\tissuer\tsigned\teffective\ttitle\tsource"
SOUND = {
    "units.tsv": [UNITS, "11\t11\tĐiện Biên\tprovince\t\t\t\t", "03127\t03127\tHim Lam\tward\t11\t\t2025-06-30\t"],
    "moves.tsv": [MOVES],
    "acts.tsv": [ACTS],
    "coverage.tsv": ["province\tsince\tnote", "11\t2012-08-25\t"],
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write(tmp_path, {})


def write(folder: Path, changed: dict[str, list[str]]) -> Path:
    for name, lines in (SOUND | changed).items():
        (folder / name).write_text("\n".join(lines) + "\n", "utf-8")
    return folder


def test_a_sound_table_is_read(folder: Path) -> None:
    register = read_register(folder)
    assert len(register) == 2
    assert register["03127"].latest.full_name == "phường Him Lam"
    assert register["03127"].last == date(2025, 6, 30)
    assert register.horizon == {"11": date(2012, 8, 25)}


@pytest.mark.parametrize(
    ("name", "line", "says"),
    [
        ("units.tsv", "1\t1\tA\tvillage\t11\t\t\t", "không có loại đơn vị «village»"),
        ("units.tsv", "1\t1\tA\tward\t11\t2025-02-30\t\t", "«2025-02-30» không phải là một ngày có thật"),
        ("units.tsv", "1\t1\tA\tward\t11\t2025-07-01\t2025-06-30\t", "ngày cuối 2025-06-30 trước ngày đầu 2025-07-01"),
        ("units.tsv", "1\t1\tA\tward\t11", "có 5 ô, cần 8 ô"),
        ("moves.tsv", "2025-07-01\t\tswallow\t03127\t11\twhole\t\t\t", "không có loại thay đổi «swallow»"),
        ("moves.tsv", "\t\tmerge\t03127\t11\twhole\t\t\t", "thiếu ngày có hiệu lực"),
        ("moves.tsv", "2025-07-01\t\tsplit\t03127\t11\tpart\t1.2\t\t", "tỷ lệ 1.2 nằm ngoài khoảng từ 0 đến 1"),
        ("moves.tsv", "2025-07-01\t\tsplit\t03127\t11\tpart\tNaN\t\t", "tỷ lệ NaN nằm ngoài khoảng từ 0 đến 1"),
        ("moves.tsv", "2025-07-01\t\tsplit\t03127\t11\tpart\t\tmột nửa\t", "«một nửa» không phải là một tỷ lệ"),
    ],
)
def test_a_bad_row_is_refused_by_file_and_line(tmp_path: Path, name: str, line: str, says: str) -> None:
    folder = write(tmp_path, {name: [*SOUND[name], line]})
    with pytest.raises(TableError) as refused:
        read_register(folder)
    assert str(refused.value).startswith(f"{name}, dòng {len(SOUND[name]) + 1}: ")
    assert says in str(refused.value)


def test_a_missing_column_is_named(tmp_path: Path) -> None:
    folder = write(tmp_path, {"acts.tsv": ["id\tnumber\tissuer\tsigned\ttitle\tsource"]})
    with pytest.raises(TableError, match="thiếu cột effective"):
        read_register(folder)


def test_a_missing_file_and_one_that_is_no_text_are_named(folder: Path) -> None:
    (folder / "acts.tsv").write_bytes(b"\xff\xfe\x00bad")
    with pytest.raises(TableError, match="không phải là văn bản UTF-8"):
        read_register(folder)
    (folder / "acts.tsv").unlink()
    with pytest.raises(TableError, match="không có tệp"):
        read_register(folder)


def test_columns_may_stand_in_any_order_and_a_byte_order_mark_before_them(folder: Path) -> None:
    (folder / "units.tsv").write_text(
        "\ufeffkind\tid\tcode\tname\tparent\tfirst\tlast\tact\tremark\r\nprovince\t11\t11\tĐiện Biên\t\t\t\t\tx\r\n",
        "utf-8",
    )
    assert read_register(folder)["11"].latest.full_name == "tỉnh Điện Biên"


def test_an_installation_s_own_rows_replace_the_packaged_ones(folder: Path, tmp_path: Path) -> None:
    own = tmp_path / "own"
    own.mkdir()
    (own / "units.tsv").write_text(f"{UNITS}\n03127\t03127\tHim Lam\tward\t11\t2003-09-26\t2025-06-30\t\n", "utf-8")
    (own / "moves.tsv").write_text(f"{MOVES}\n2025-07-01\t\tmerge\t03127\t11\twhole\t\t\tthử\n", "utf-8")
    register = read_register(folder, own)
    assert register["03127"].first == date(2003, 9, 26)
    assert [move.note for move in register.moves_from("03127")] == ["thử"]
    assert len(register) == 2
