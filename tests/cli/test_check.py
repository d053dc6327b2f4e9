"""``camket check`` as a user meets it."""

from pathlib import Path

from click.testing import CliRunner, Result

from camket.cli import main


def run(*args: object) -> Result:
    return CliRunner().invoke(main, ["check", *map(str, args)], prog_name="camket")


def test_figures_that_agree_are_shown_and_the_code_is_0(news: Path) -> None:
    result = run(news)
    assert result.exit_code == 0, result.output
    assert "Khớp: 9 + 6 = 15" in result.stdout
    assert "dòng 2" in result.stdout
    assert "«9/15 chỉ tiêu đạt và vượt kế hoạch»" in result.stdout
    assert "0 cần kiểm tra." in result.stderr


def test_figures_that_need_a_look_are_told_with_all_their_places_and_the_code_is_1(sums: Path) -> None:
    result = run(sums)
    assert result.exit_code == 1, result.output
    assert "Cần kiểm tra: 5 + 4 = 9 ≠ 12" in result.stdout
    assert "12 nhà bị sập" in result.stdout
    assert "5 nhà»" in result.stdout
    assert "1 cần kiểm tra." in result.stderr


def test_a_file_that_cannot_be_read_makes_the_code_2(news: Path, broken: Path) -> None:
    result = run(news, broken)
    assert result.exit_code == 2
    assert "✗ hong.docx: " in result.stderr
    assert "Khớp" in result.stdout


def test_a_document_without_figures_has_nothing_to_compare(tmp_path: Path) -> None:
    path = tmp_path / "thu.txt"
    path.write_text("Kính gửi các xã.\n", "utf-8")
    result = run(path)
    assert result.exit_code == 0
    assert "Không có con số nào so được với nhau." in result.stdout
