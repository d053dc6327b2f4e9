"""``camket read`` as a user meets it."""

import json
import os
import subprocess
import sys
import time
from pathlib import Path

import openpyxl
import pytest
from click.testing import CliRunner, Result

from camket.cli import main
from camket.cli.naming import distinct_names

CAMKET = Path(sys.executable).with_name("camket")


def run(*args: object) -> Result:
    return CliRunner().invoke(main, ["read", *map(str, args)], prog_name="camket")


def test_json_lines_are_true_to_the_text(news: Path) -> None:
    text = news.read_text("utf-8")
    result = run(news, "--format", "jsonl")
    assert result.exit_code == 0, result.output
    rows = [json.loads(line) for line in result.stdout.splitlines()]
    assert {"meeting", "scoreboard", "observation", "directive"} <= {row["kind"] for row in rows}
    for row in rows:
        assert row["document"] == "tin-sen-thuong.txt"
        assert text[row["start"] : row["end"]] == row["text"]
        assert "pieces" not in row
    directive = next(row for row in rows if row["kind"] == "directive")
    assert (directive["strength"], directive["deadline"]) == ("require", "2024-09-30")
    assert f"Đã đọc 1/1 tệp, được {len(rows)} mục." in result.stderr


def test_the_table_shows_what_was_read_in_vietnamese(news: Path) -> None:
    result = run(news)
    assert result.exit_code == 0, result.output
    for words in ("Loại", "Nội dung", "Vị trí", "Chỉ đạo 1", "Mức độ: yêu cầu", "Thời hạn: 30/09/2024", "dòng 3"):
        assert words in result.stdout
    assert "Quy tắc" not in result.stdout


def test_explain_tells_rule_and_pieces(news: Path) -> None:
    shown = run(news, "--explain").stdout
    assert "Quy tắc directive." in shown
    assert "con số" in shown
    rows = [json.loads(line) for line in run(news, "--explain", "--format", "jsonl").stdout.splitlines()]
    text = news.read_text("utf-8")
    pieces = [piece for row in rows for piece in row.get("pieces", [])]
    assert pieces
    assert all(text[piece["start"] : piece["end"]] == piece["text"] for piece in pieces)


def test_text_is_the_text_that_places_count_in(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"\xef\xbb\xbfD\xc3\xb2ng m\xe1\xbb\x99t\r\nD\xc3\xb2ng hai\r\n")
    assert run(path, "--format", "text").stdout == "Dòng một\nDòng hai\n"


def test_a_broken_file_is_named_and_the_others_are_read(news: Path, broken: Path, sums: Path) -> None:
    result = run(broken, news, sums, news.parent / "mat.txt", "--format", "jsonl", "--jobs", 2)
    assert result.exit_code == 1
    names = [json.loads(line)["document"] for line in result.stdout.splitlines()]
    assert list(dict.fromkeys(names)) == ["tin-sen-thuong.txt", "thiet-hai.txt"]  # in the order given
    assert "✗ hong.docx: " in result.stderr
    assert "✗ mat.txt: không tìm thấy tệp" in result.stderr
    assert "Đã đọc 2/4 tệp" in result.stderr
    assert "hong.docx: hong.docx" not in result.stderr


def test_where_nothing_can_be_read_the_code_is_2_and_no_report_is_written(broken: Path, tmp_path: Path) -> None:
    out = tmp_path / "cu.xlsx"
    out.write_bytes(b"an older report")
    result = run(broken, "--format", "xlsx", "-o", out)
    assert result.exit_code == 2
    assert out.read_bytes() == b"an older report"


def test_a_file_that_takes_too_long_is_stopped_and_named(news: Path) -> None:
    result = run(news, "--time-limit", "0.001", "--format", "jsonl")
    assert result.exit_code == 2
    assert "✗ tin-sen-thuong.txt: xử lý quá 0.001 giây" in result.stderr


def test_a_secret_document_is_refused_and_nothing_of_it_is_told(tmp_path: Path) -> None:
    path = tmp_path / "cong-van.txt"
    path.write_text("TỐI MẬT\nỦY BAN NHÂN DÂN\nKế hoạch di dời kho Sông Lam.\n", "utf-8")
    result = run(path, "--format", "jsonl")
    assert result.exit_code == 2
    assert "cong-van.txt" in result.stderr
    assert "Sông Lam" not in result.output


def test_folders_are_searched_and_names_told_apart(tmp_path: Path, news: Path) -> None:
    for folder in ("xa-a", "xa-b", "xa-b/.cu"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "bao-cao.txt").write_text(news.read_text("utf-8"), "utf-8")
    (tmp_path / "xa-a" / "~$bao-cao.docx").write_bytes(b"lock")
    (tmp_path / "xa-a" / "anh.bmp").write_bytes(b"BM")
    (tmp_path / "trong").mkdir()
    result = run(
        tmp_path / "xa-a", tmp_path / "xa-b", tmp_path / "xa-a" / "bao-cao.txt", tmp_path / "trong", "--format", "jsonl"
    )
    names = {json.loads(line)["document"] for line in result.stdout.splitlines()}
    assert names == {"xa-a/bao-cao.txt", "xa-b/bao-cao.txt"}
    assert "trong: thư mục không có tệp nào" in result.stderr
    assert result.exit_code == 1


def test_names_grow_only_as_far_as_they_must() -> None:
    paths = [Path("x/a/1.txt"), Path("y/a/1.txt"), Path("y/b/1.txt"), Path("2.txt"), Path("2.txt")]
    assert distinct_names(paths) == ["x/a/1.txt", "y/a/1.txt", "b/1.txt", "2.txt", "2.txt"]
    assert distinct_names([Path(os.fsdecode(b"\xff.txt"))]) == ["?.txt"]


@pytest.mark.parametrize("form", ["xlsx", "html"])
def test_reports_go_to_out_unless_told_otherwise(
    news: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, form: str
) -> None:
    monkeypatch.chdir(tmp_path)
    result = run(news, "--format", form)
    assert result.exit_code == 0, result.output
    assert result.stdout.strip() == f"out/tin-sen-thuong.{form}"
    written = tmp_path / "out" / f"tin-sen-thuong.{form}"
    assert [path.name for path in written.parent.iterdir()] == [written.name]  # nothing unfinished is left
    if form == "xlsx":
        assert openpyxl.load_workbook(written)["Chỉ đạo"]["C2"].value == "yêu cầu"
    else:
        assert "di dời" in written.read_text("utf-8")


def test_a_folder_as_output_takes_the_file(news: Path, tmp_path: Path) -> None:
    (tmp_path / "ra").mkdir()
    assert run(news, "--format", "jsonl", "-o", tmp_path / "ra").exit_code == 0
    assert (tmp_path / "ra" / "tin-sen-thuong.jsonl").read_text("utf-8").count("\n") > 3


def test_a_document_is_never_written_over(news: Path) -> None:
    before = news.read_bytes()
    result = run(news, "--format", "jsonl", "-o", news)
    assert result.exit_code == 2
    assert "chính là văn bản cần đọc" in result.stderr
    assert news.read_bytes() == before


def test_a_place_that_cannot_be_written_is_named(news: Path, broken: Path) -> None:
    result = run(news, "--format", "jsonl", "-o", broken / "x.jsonl")
    assert result.exit_code == 2
    assert "không tạo được thư mục" in result.stderr


@pytest.mark.parametrize(
    ("args", "words"),
    [
        ((), "Thiếu đối số"),
        (("a", "--format", "doc"), "«doc» không phải là một trong"),
        (("a", "--jobs", "0"), "nằm ngoài khoảng cho phép"),
        (("a", "--jobs", "hai"), "không phải là một số hợp lệ"),
        (("a", "--time-limit", "0"), "nằm ngoài khoảng cho phép"),
        (("a", "--jsonl"), "Không có tùy chọn «--jsonl»"),
        (("a", "-o"), "cần một giá trị"),
        (("a", "--explain", "--format", "html"), "--explain chỉ dùng với"),
    ],
)
def test_a_wrong_command_is_told_in_vietnamese(args: tuple[str, ...], words: str) -> None:
    result = run(*args)
    assert result.exit_code == 2
    assert words in result.stderr
    assert "Lỗi: " in result.stderr
    assert not {"Error", "Usage", "Invalid", "Missing"} & set(result.stderr.replace(":", " ").split())


def test_what_a_document_holds_cannot_steer_the_terminal(tmp_path: Path) -> None:
    path = tmp_path / "la.txt"
    path.write_text("Tỷ lệ hộ nghèo \x1b]0;xấu\x07\x1b[31m còn 7,71% năm 2024.\n", "utf-8")
    assert "\x1b" not in run(path).stdout


def test_the_module_is_the_command_and_works_in_a_pipe(news: Path) -> None:
    command: list[str | Path] = [sys.executable, "-m", "camket", "read", news, "--format", "jsonl"]
    piped = subprocess.run(command, capture_output=True, text=True, check=False, timeout=60, encoding="utf-8")
    assert piped.returncode == 0, piped.stderr
    assert json.loads(piped.stdout.splitlines()[0])["document"] == news.name


def test_help_comes_at_once_and_brings_nothing_heavy_with_it() -> None:
    begun = time.monotonic()
    shown = subprocess.run([CAMKET, "--help"], capture_output=True, text=True, check=True, encoding="utf-8").stdout
    assert time.monotonic() - begun < 5
    assert "Cách dùng: camket" in shown
    loaded = "import sys, camket.cli; print([m for m in sys.modules if m.startswith(('camket.reading', 'camket.reports', 'lxml'))])"
    assert (
        subprocess.run([sys.executable, "-c", loaded], capture_output=True, text=True, check=True).stdout.strip()
        == "[]"
    )
