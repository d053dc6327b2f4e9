"""``camket units resolve`` as a user meets it."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from camket.cli import main


def run(*args: object) -> Result:
    return CliRunner().invoke(main, ["units", "resolve", *map(str, args)], prog_name="camket")


def answers(*args: object) -> list[dict[str, object]]:
    found: list[dict[str, object]] = json.loads(run(*args, "--format", "json").stdout)
    return found


def test_names_are_resolved_with_their_reasons() -> None:
    result = run("h. Điện Biên", "TP. Điện Biên Phủ", "--on", "2024-06-01")
    assert result.exit_code == 0, result.output
    assert "→ 100: huyện Điện Biên, tỉnh Điện Biên" in result.stdout
    assert "→ 094: thành phố Điện Biên Phủ" in result.stdout
    assert "viết tắt" in result.stdout
    assert "2 tên: 2 xác định được, 0 không." in result.stderr


def test_equals_are_all_told_and_none_is_chosen() -> None:
    result = run("xã Thanh Minh", "--on", "2024-06-01")
    assert result.exit_code == 1
    assert result.stdout.count("\n? ") == 2
    assert "→" not in result.stdout
    (answer,) = answers("xã Thanh Minh", "--on", "2024-06-01")
    assert (answer["unit"], answer["equals"], answer["reasons"]) == (None, 2, ["ambiguous"])
    assert "cần người chọn" in str(answer["failure"])


def test_within_and_about_decide() -> None:
    (within,) = answers("xã Thanh Minh", "--on", "2024-06-01", "--within", "tỉnh Điện Biên")
    assert within["unit"] == "03145@2020"
    (about,) = answers("huyện", "--on", "2024-06-01", "--about", "xã Thanh Luông, huyện Điện Biên")
    assert about["unit"] == "100"
    (alone,) = answers("huyện", "--on", "2024-06-01")
    assert alone["reasons"] == ["about_needed"]


def test_an_unknown_name_is_told_with_the_nearest() -> None:
    result = run("xã Thanh Luônk", "--on", "2024-06-01", "--within", "11")
    assert result.exit_code == 1
    assert "Không có đơn vị nào mang tên này." in result.stdout
    assert "Có phải là: xã Thanh Luông" in result.stdout


def test_a_table_is_resolved_with_the_failures_beside_the_rest(tmp_path: Path) -> None:
    path = tmp_path / "ten.csv"
    path.write_text(
        "Tên đơn vị,Ngày,Thuộc,Ghi chú\n"
        '"xã Thanh Nưa, tỉnh Điện Biên",2026-01-01,,a\n'
        "xã Thanh Minh,01/06/2024,tỉnh Điện Biên,\n"
        "\n"
        "xã Bịađặt,,,\n"
        "xã Sam Mứn,2024-13-01,,\n"
        ",2024-01-01,,\n"
        "xã Nà Tấu, huyện Điện Biên,2024-01-01,,\n"
        "xã Hua Thanh,2024-01-01,tỉnh Khôngcóđâu,\n"
        "Thành phố Điện Biên Phủ,2024-01-01",
        "utf-8",
    )
    found = answers("--file", path, "--on", "2024-01-01")
    units = [(one["line"], one["unit"]) for one in found]
    assert units == [(2, "03328@2025"), (3, "03145@2020"), *((line, None) for line in range(5, 10)), (10, "094")]
    failures = [str(one["failure"]) for one in found if one["failure"]]
    for failure, words in zip(
        failures,
        ["«xã Bịađặt»", "không phải là một ngày có thật", "thiếu tên", "có 5 ô, dòng đầu có 4", "«tỉnh Khôngcóđâu»"],
        strict=True,
    ):
        assert words in failure
    result = run("--file", path, "--on", "2024-01-01")
    assert result.exit_code == 1
    assert "8 tên: 3 xác định được, 5 không." in result.stderr
    lines = result.stdout.splitlines()
    assert lines.index(next(x for x in lines if "✗" in x)) < lines.index(next(x for x in lines if " 094 " in x))


def test_a_thousand_names_a_line_each(tmp_path: Path) -> None:
    path = tmp_path / "ten.txt"
    path.write_text("\r\n".join(["xã Thanh Nưa, tỉnh Điện Biên"] * 999 + ["xã Bịađặt, huyện Không"]), "utf-8-sig")
    found = answers("--file", path, "--on", "2026-01-01")
    assert [one["unit"] for one in found] == ["03328@2025"] * 999 + [None]
    assert found[-1]["line"] == 1000


@pytest.mark.parametrize("delimiter", ["\t", ";", ","])
def test_tables_of_any_delimiter(tmp_path: Path, delimiter: str) -> None:
    path = tmp_path / "ten.csv"
    path.write_text(f"stt{delimiter}name\n1{delimiter}huyện Điện Biên\n", "utf-8")
    (answer,) = answers("--file", path, "--on", "2024-01-01")
    assert answer["unit"] == "100"


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "không có tên nào"),
        (b"name\n", "không có tên nào"),
        ("xã Điện Biên".encode("utf-16"), "không phải là văn bản UTF-8"),
        ('name,on\n"xã A,2024\n'.encode(), "bảng hỏng"),
        (None, "Không đọc được"),
    ],
)
def test_a_file_that_cannot_be_read_is_refused(tmp_path: Path, content: bytes | None, words: str) -> None:
    path = tmp_path / "ten.csv"
    if content is not None:
        path.write_bytes(content)
    result = run("--file", path)
    assert result.exit_code == 2
    assert result.stdout == ""
    assert words in result.stderr


@pytest.mark.parametrize(
    ("args", "words"),
    [
        ((), "cần ít nhất một TÊN"),
        (("Điện Biên", "--on", "31/04/2025"), "không phải là một ngày có thật"),
        (("Điện Biên", "--within", "tỉnh Khôngcóđâu"), "«tỉnh Khôngcóđâu»"),
        (("Điện Biên", "--about", "00000"), "«00000»"),
    ],
)
def test_a_wrong_command_is_refused_in_vietnamese(args: tuple[str, ...], words: str) -> None:
    result = run(*args)
    assert result.exit_code == 2
    assert words in result.stderr
