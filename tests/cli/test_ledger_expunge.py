"""``camket ledger expunge`` as its user meets it, in processes of their own: a ledger is opened once."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

WORD = "zorbaquin"
ORDER = ("--reason", "lộ đời tư", "--act", "12/QĐ-UBND")


class Home:
    """An installation of its own, with an administrator and an office."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self("ledger", "init", "--account", "lan", "--full-name", "Lò Thị Lan")
        self("account", "open", "hoa", "--full-name", "Quàng Thị Hoa", "--as", "lan")
        self("account", "grant", "hoa", "office", "--unit", "11", "--from", "01/01/2020", "--as", "lan")

    def __call__(self, *args: str, answer: str = "") -> subprocess.CompletedProcess[str]:
        kept = {name: value for name, value in os.environ.items() if not name.startswith(("CAMKET", "DJANGO"))}
        return subprocess.run(
            [sys.executable, "-m", "camket", *args], env={**kept, "CAMKET_HOME": str(self.folder)}, capture_output=True,
            text=True, check=False, input=answer,
        )  # fmt: skip

    def holds(self, word: str) -> bool:
        return any(
            word in path.read_bytes().decode("utf-8", "replace").lower() for path in self.folder.glob("camket.sqlite3*")
        )


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Home:
    return Home(tmp_path_factory.mktemp("nha"))


def test_a_document_goes_when_that_was_confirmed_and_never_comes_back(home: Home, tmp_path: Path) -> None:
    paper = tmp_path / "bao-cao.txt"
    paper.write_text(f"Báo cáo của ông {WORD}.\nNăm 2024, tỷ lệ hộ nghèo còn 7,71%. " * 40, "utf-8")
    importing = ("ledger", "import", str(paper), "--as", "hoa", "--not-secret", "--accept-rule", "*", "--about", "11")
    assert home(*importing).returncode == 0
    assert home.holds(WORD)
    asked = home("ledger", "expunge", "1", "--as", "lan", *ORDER, answer="n\n")
    assert (asked.returncode, "không lấy lại được?" in asked.stdout) == (1, True)
    assert home.holds(WORD)
    done = home("ledger", "expunge", "1", "--as", "lan", *ORDER, "--yes")
    assert done.returncode == 0, done.stderr
    assert "Đã xóa văn bản số 1" in done.stdout
    assert "bản sao lưu làm trước đây" in done.stderr
    assert not home.holds(WORD)
    assert home("ledger", "verify", "--as", "lan").returncode == 0
    again = home(*importing)
    assert again.returncode == 2
    assert "không nạp lại" in again.stderr


def test_one_that_is_not_there_and_one_without_an_act(home: Home) -> None:
    missing = home("ledger", "expunge", "99", "--as", "lan", *ORDER, "--yes")
    assert (missing.returncode, "không có văn bản số 99" in missing.stderr) == (1, True)
    assert home("ledger", "expunge", "1", "--as", "lan", "--reason", "lộ", "--yes").returncode == 2
