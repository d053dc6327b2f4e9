"""``camket units lint`` as a user meets it."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from camket.cli import main


def run(*args: object) -> Result:
    return CliRunner().invoke(main, ["units", "lint", *map(str, args)], prog_name="camket")


def test_the_packaged_table_is_sound_and_says_how_much_it_knows() -> None:
    result = run()
    assert result.exit_code == 0, result.output
    assert "tỉnh Điện Biên" in result.stdout
    assert "0 chỗ mâu thuẫn" in result.stdout
    assert "https://" in result.stdout


def test_json_has_provinces_and_counts_with_their_sources() -> None:
    answer = json.loads(run("--format", "json").stdout)
    assert answer["inconsistencies"] == []
    province = next(one for one in answer["provinces"] if one["province"] == "11")
    assert province["complete_since"] == "2012-08-26"
    assert 0 < province["act_known"] <= province["first_day_known"] <= province["units"]
    assert len(answer["provinces"]) == 34
    national = [one for one in answer["official_counts"] if one["province"] is None and one["kind"] == "commune_level"]
    assert {(one["day"], one["official"]) for one in national} >= {("2025-06-30", 10035), ("2025-07-01", 3321)}
    assert all(one["agrees"] and one["source"] for one in national)


def test_what_cannot_be_in_one_s_own_table_is_told_and_the_code_is_1(own_table: Path) -> None:
    (own_table / "units.tsv").write_text(
        (own_table / "units.tsv").read_text("utf-8") + "90002\t90002\tLạc\tcommune\t99999\t\t\t\n", "utf-8"
    )
    result = run("--overrides", own_table)
    assert result.exit_code == 1
    assert "✗ 90002: đơn vị cấp trên «99999» không có trong danh mục" in result.stdout


def test_units_that_stand_above_each_other_in_a_circle_are_told(own_table: Path) -> None:
    rows = "90002\t90002\tMột\tcommune\t90003\t\t\t\n90003\t90003\tHai\tcommune\t90002\t\t\t\n"
    (own_table / "units.tsv").write_text((own_table / "units.tsv").read_text("utf-8") + rows, "utf-8")
    result = run("--overrides", own_table)
    assert result.exit_code == 1
    assert "✗ 90002: đơn vị cấp trên 90003 không ở cấp cao hơn" in result.stdout


@pytest.mark.parametrize(
    ("row", "words"),
    [
        ("90002\t90002\tLạc\tthôn\t11\t\t\t", "units.tsv, dòng 4: không có loại đơn vị «thôn»"),
        ("90002\t90002\tLạc\tcommune\t11\t2025-02-30\t\t", "«2025-02-30» không phải là một ngày có thật"),
        ("90002\t90002\tLạc", "có 3 ô, cần 8 ô"),
    ],
)
def test_a_table_that_cannot_be_read_is_refused_by_file_and_line(own_table: Path, row: str, words: str) -> None:
    (own_table / "units.tsv").write_text((own_table / "units.tsv").read_text("utf-8") + row + "\n", "utf-8")
    result = run("--overrides", own_table)
    assert result.exit_code == 2
    assert words in result.stderr
