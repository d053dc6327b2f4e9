"""``camket units restate`` as a user meets it."""

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from camket.cli import main

HEAD = "unit,indicator,period,value"


def run(path: Path, *args: object) -> Result:
    return CliRunner().invoke(main, ["units", "restate", str(path), *map(str, args)], prog_name="camket")


def answer(path: Path, *args: object) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(run(path, *args, "--format", "json").stdout)
    return found


@pytest.fixture
def table(tmp_path: Path) -> Path:
    return tmp_path / "so-lieu.csv"


def whole_of_thanh_nua(indicator: str = "population") -> list[str]:
    names = ("Thanh Nưa", "Hua Thanh", "Thanh Luông", "Thanh Hưng", "Thanh Chăn")
    return [f'"xã {name}, huyện Điện Biên",{indicator},2024,{number}00' for number, name in enumerate(names, 11)]


def test_a_merger_adds_up_and_lists_what_it_is_made_of(table: Path) -> None:
    table.write_text("\n".join([HEAD, *whole_of_thanh_nua()]), "utf-8")
    result = run(table, "--to", "2026-01-01")
    assert result.exit_code == 0, result.output
    assert "6.500 người" in result.stdout
    assert "xã Thanh Luông: 1.300 [1661/NQ-UBTVQH15]" in result.stdout
    assert "5 số liệu đã báo cáo; theo bản đồ 01/01/2026: 1 tính được, 0 không tính được" in result.stderr
    (row,) = answer(table, "--to", "2026-01-01")["rows"]
    assert (row["restated"]["unit"], row["restated"]["value"], row["restated"]["estimated"]) == (
        "03328@2025",
        "6500",
        False,
    )
    assert {part["line"] for part in row["restated"]["parts"]} == {2, 3, 4, 5, 6}
    assert sum(int(part["contribution"]) for part in row["restated"]["parts"]) == 6500
    assert len(row["reported"]) == 5


def test_onto_a_day_of_the_same_map_nothing_changes(table: Path) -> None:
    table.write_text("\n".join([HEAD, *whole_of_thanh_nua()]), "utf-8")
    rows = answer(table, "--to", "30/06/2025")["rows"]
    assert [row["restated"]["unchanged"] for row in rows] == [True] * 5
    assert "như đã báo cáo" in run(table, "--to", "30/06/2025").stdout


def test_a_ratio_comes_from_its_numerator_and_denominator(table: Path) -> None:
    lines = [
        HEAD,
        *whole_of_thanh_nua("households"),
        *whole_of_thanh_nua("poor_households"),
        *whole_of_thanh_nua("poverty_rate"),
    ]
    table.write_text("\n".join(lines), "utf-8")
    (rate,) = (
        row["restated"]
        for row in answer(table, "--to", "2026-01-01")["rows"]
        if row["restated"]["indicator"] == "poverty_rate"
    )
    assert (rate["value"], rate["measure"]) == ("100", "%")
    assert {part["side"] for part in rate["parts"]} == {"numerator", "denominator"}
    assert "mẫu số xã Thanh Chăn: 1.500" in run(table, "--to", "2026-01-01").stdout


def test_what_cannot_be_had_is_refused_with_the_reason(table: Path) -> None:
    table.write_text("\n".join([HEAD, *whole_of_thanh_nua()[1:], '100,poverty_rate,2024,"7,71"']), "utf-8")
    result = run(table, "--to", "2026-01-01")
    assert result.exit_code == 1
    assert "chưa có số" in result.stdout
    refusals = {row["refusal"]["cause"] for row in answer(table, "--to", "2026-01-01")["rows"]}
    assert refusals == {"missing_part", "no_successor"}
    assert "7,71" in result.stdout  # as reported, beside the refusal


def test_rows_that_cannot_be_read_are_told_beside_the_rest(table: Path) -> None:
    rows = [
        "xã Bịađặt,population,2024,1", "xã Thanh Minh,population,2024,1", "03328,population,2024,1.234",
        "03328,population,2024,nhiều", "03328,population,2024-13,1", "03328,population,,1", "03328,population,2024,",
        "03328,chiều cao,2024,1", "03319,population,2024,1", "03319,population,2024,2",
    ]  # fmt: skip
    table.write_text("\n".join([HEAD, *rows, *whole_of_thanh_nua()]), "utf-8")
    result = run(table, "--to", "2026-01-01")
    assert result.exit_code == 1
    assert "6.500 người" in result.stdout
    failures = {one["line"]: one for one in answer(table, "--to", "2026-01-01")["unread"]}
    for line, words in {
        2: "không có đơn vị nào là «xã Bịađặt»", 3: "03145@2020: xã Thanh Minh, thành phố Điện Biên Phủ", 4: "«1.234» có thể là 1234",
        5: "«nhiều» không phải là một số", 6: "«2024-13» không phải là một kỳ", 7: "ô trống", 8: "ô trống",
        9: "không có chỉ tiêu «chiều cao»", 10: "dòng 11", 11: "dòng 10",
    }.items():  # fmt: skip
        assert words in failures[line]["reason"]
        assert f"✗ dòng {line}" in result.stdout
    assert len(failures) == 10
    assert failures[5]["column"] == "value"


def test_headings_numbers_and_periods_as_people_write_them(table: Path) -> None:
    table.write_text(
        "Đơn vị;Chỉ tiêu;Kỳ;Giá trị;Ước;Theo bản đồ ngày\n"
        "xã Thanh Luông;Dân số;6/2024;7.001,5;x;\n"
        "03328;population;30/06/2023;1.234.567;;01/01/2024\n"
        "03328;population;2021/2022;0,125;không;\n",
        "utf-8",
    )
    found = answer(table, "--to", "2024-12-31", "--within", "tỉnh Điện Biên")
    assert found["unread"] == []
    reported = sorted(
        (one["period"], one["value"], one["estimated"], one["as_of"])
        for row in found["rows"]
        for one in row["reported"]
    )
    assert reported == [
        ("2021/2022", "0.125", False, "2022-12-31"),
        ("2023-06-30", "1234567", False, "2024-01-01"),
        ("2024-06", "7001.5", True, "2024-06-30"),
    ]
    assert "(ước)" in run(table, "--to", "2024-12-31", "--within", "tỉnh Điện Biên").stdout


def test_a_name_is_read_on_the_day_of_its_figure(table: Path) -> None:
    table.write_text(
        f'{HEAD}\n"phường Mường Thanh, tỉnh Điện Biên",population,2024,5\n"phường Mường Thanh, tỉnh Điện Biên",population,2025,6\n',
        "utf-8",
    )
    found = answer(table, "--to", "2026-01-01")
    assert {one["unit"] for row in found["rows"] for one in row["reported"]} == {"03136", "03334@2025"}


def test_a_part_goes_by_the_stated_share_and_is_marked(table: Path, own_table: Path) -> None:
    (own_table / "units.tsv").write_text(
        (own_table / "units.tsv").read_text("utf-8") + "90002\t90002\tKhe Thử\tcommune\t11\t\t\t\n", "utf-8"
    )
    (own_table / "moves.tsv").write_text(
        (own_table / "moves.tsv").read_text("utf-8") + "2026-03-01\t\ttransfer\t90001\t90002\tpart\t0.25\t0.1\t\n",
        "utf-8",
    )
    table.write_text(f"{HEAD}\n90001,population,2025,1000\n90002,population,2025,500\n", "utf-8")
    found = answer(table, "--to", "2026-06-01", "--overrides", own_table)
    values = {row["restated"]["unit"]: row["restated"] for row in found["rows"]}
    assert {one: values[one]["value"] for one in values} == {"90001": "750", "90002": "750"}
    assert values["90001"]["estimated"] is True
    assert "xã Phiêng Thử: 1.000 × 25 %" in run(table, "--to", "2026-06-01", "--overrides", own_table).stdout


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("", "tệp trống"),
        ("unit,indicator,period\n", "thiếu cột giá trị"),
        (f"{HEAD}\n", "không có số liệu nào"),
        (f'{HEAD}\n"03328,population,2024,1\n', "dấu ngoặc kép"),
        (None, "không mở được tệp"),
    ],
)
def test_a_file_that_is_no_table_of_figures_is_refused(table: Path, content: str | None, words: str) -> None:
    if content is not None:
        table.write_text(content, "utf-8")
    result = run(table, "--to", "2026-01-01")
    assert result.exit_code == 2, result.output
    assert result.stdout == ""
    assert words in result.stderr


def test_rows_may_be_of_another_day_s_map(table: Path) -> None:
    table.write_text(f"{HEAD}\n03328@2025,population,2024,7\n", "utf-8")
    (row,) = answer(table, "--to", "2026-01-01")["rows"]
    assert row["refusal"]["cause"] == "not_on_map"
    (row,) = answer(table, "--to", "2026-01-01", "--as-of", "2025-07-01")["rows"]
    assert row["restated"]["value"] == "7"


def test_the_day_is_needed_and_must_be_one(table: Path) -> None:
    assert "Thiếu tùy chọn '--to'" in run(table).stderr
    assert "không phải là một ngày có thật" in run(table, "--to", "2025-06-31").stderr
