"""``camket ledger import`` as a user meets it: what is marked or broken is named, the rest is kept, nothing is half there."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

CAMKET = Path(sys.executable).with_name("camket")
NOTICE = (
    "TỈNH ỦY ĐIỆN BIÊN\nNgày 12/9/2024, huyện Mường Ảng đề nghị UBND tỉnh bố trí 3 tỷ đồng làm đường vào xã Búng Lao.\n"
)


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A ledger with an administrator, and an office that may import."""
    folder = tmp_path_factory.mktemp("home")
    for words in (
        ("ledger", "init", "--account", "admin", "--full-name", "Lò Thị Lan"),
        ("account", "open", "lan", "--full-name", "Quàng Thị Lan", "--as", "admin"),
        ("account", "grant", "lan", "office", "--unit", "vn", "--as", "admin"),
    ):
        assert camket(folder, *words).returncode == 0
    return folder


def camket(home: Path, *words: object) -> subprocess.CompletedProcess[str]:
    env = {name: value for name, value in os.environ.items() if name != "CAMKET_DATABASE_URL"}
    env["CAMKET_HOME"] = str(home)
    return subprocess.run([CAMKET, *map(str, words)], capture_output=True, text=True, check=False, env=env)


def test_the_good_file_is_kept_and_the_others_are_named(home: Path, tmp_path: Path) -> None:
    (tmp_path / "mat.txt").write_text(f"TUYỆT MẬT\nBÁO CÁO\n{NOTICE.replace('Búng Lao', 'Zorbaquin')}", "utf-8")
    (tmp_path / "hong.docx").write_bytes(b"\x00\x01 no archive")
    (tmp_path / "tot.txt").write_text(NOTICE, "utf-8")
    run = camket(home, "ledger", "import", tmp_path, "--not-secret", "--as", "lan")
    assert run.returncode == 1
    assert "tot.txt" in run.stdout
    assert "mat.txt: tài liệu mang dấu độ mật" in run.stderr
    assert "hong.docx: nội dung không phải là .docx" in run.stderr
    assert not any(b"Zorbaquin" in path.read_bytes() for path in home.rglob("*") if path.is_file())
    assert "Lịch sử nguyên vẹn" in camket(home, "ledger", "verify", "--as", "admin").stdout


def test_without_the_declaration_nothing_is_kept_and_the_file_is_named_once(home: Path, tmp_path: Path) -> None:
    (tmp_path / "khac.txt").write_text(f"Việc khác.\n{NOTICE}", "utf-8")
    run = camket(home, "ledger", "import", tmp_path / "khac.txt", "--as", "lan")
    assert run.returncode == 2
    assert run.stderr.count("khac.txt") == 1
    assert "cam đoan" in run.stderr
    assert "khac.txt" not in camket(home, "ledger", "list", "--as", "lan").stdout
