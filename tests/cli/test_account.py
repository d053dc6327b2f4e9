"""``camket account`` and ``camket ledger init`` as a user meets them, in processes of their own: a ledger is opened once."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from camket.cli import main

VERBS = {"open", "close", "grant", "revoke", "deputy", "list"}


class Home:
    """An installation of its own."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def __call__(self, *args: str) -> subprocess.CompletedProcess[str]:
        kept = {name: value for name, value in os.environ.items() if not name.startswith(("CAMKET", "DJANGO"))}
        return subprocess.run(
            [sys.executable, "-m", "camket", *args], env={**kept, "CAMKET_HOME": str(self.folder)}, capture_output=True,
            text=True, check=False,
        )  # fmt: skip

    def done(self, *args: str) -> str:
        ended = self(*args)
        assert ended.returncode == 0, ended.stderr
        return " ".join(ended.stdout.split())


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Home:
    """An installation with its first administrator."""
    made = Home(tmp_path_factory.mktemp("nha"))
    said = made.done("ledger", "init", "--account", "quan-tri", "--full-name", "Cà Thị Quản")
    assert "Sổ đã sẵn sàng" in said
    assert "Người quản trị: «quan-tri»" in said
    return made


def test_the_verbs_are_there() -> None:
    assert set(main.commands["account"].commands) == VERBS  # type: ignore[attr-defined]  # a fixture or command of a kind its stub does not tell


def test_beginning_again_changes_nothing(home: Home) -> None:
    assert "Người quản trị" not in home.done("ledger", "init")


def test_an_account_from_opening_to_closing(home: Home) -> None:
    by = ("--as", "quan-tri")
    assert "Đã mở tài khoản «lan»" in home.done("account", "open", "lan", "--full-name", "Lò Thị Lan", *by)
    told = home.done("account", "grant", "lan", "head", "--unit", "xã Thanh Nưa", "--from", "01/01/2026", *by)
    assert "«lan», người đứng đầu ở xã Thanh Nưa, từ 01/01/2026 không thời hạn." in told
    row = next(one for one in _listed(home) if one["name"] == "lan")
    assert (row["unit"], row["role"], row["first"], row["last"]) == ("03328@2025", "head", "2026-01-01", None)
    number = str(row["number"])
    home.done("account", "open", "pha", "--full-name", "Vàng A Phá", *by)
    days = ("--from", "2026-03-01", "--to", "2026-03-05", "--reason", "đi học")
    assert "Đã cử người thay" in home.done("account", "deputy", number, "pha", *days, *by)
    assert "Thôi giao" in home.done("account", "revoke", number, "--last", "2026-03-31", "--reason", "điều động", *by)
    assert "Đã đóng" in home.done("account", "close", "lan", "--reason", "điều động", *by)
    assert "lan" not in {one["name"] for one in _listed(home)}
    assert {"lan", "pha"} <= {one["name"] for one in _listed(home, "--all")}
    assert "đã đóng" in home.done("account", "list", "--all", *by)


def _listed(home: Home, *options: str) -> list[dict[str, object]]:
    told = home("account", "list", *options, "--format", "json", "--as", "quan-tri")
    assert told.returncode == 0, told.stderr
    return [json.loads(line) for line in told.stdout.splitlines()]


@pytest.mark.parametrize(
    ("args", "said", "code"),
    [
        (("close", "quan-tri", "--reason", "nghỉ"), "người quản trị cuối cùng", 1),
        (("grant", "quan-tri", "office", "--unit", "11"), "không được tự giao vai trò", 1),
        (("open", "Lan Lò", "--full-name", "Lò Thị Lan"), "không dùng được", 1),
        (("grant", "khong-co", "office", "--unit", "11"), "không có tài khoản «khong-co»", 1),
        (("revoke", "999", "--reason", "thôi"), "không có vai trò số 999", 1),
        (("grant", "quan-tri", "office", "--unit", "xã Không Có Thật"), "xã Không Có Thật", 2),
        (("grant", "quan-tri", "emperor", "--unit", "11"), "không phải là một trong", 2),
        (("revoke", "1", "--last", "31/02/2026", "--reason", "thôi"), "không phải là một ngày có thật", 2),
    ],
)
def test_what_cannot_be_is_refused_in_words(home: Home, args: tuple[str, ...], said: str, code: int) -> None:
    ended = home("account", *args, "--as", "quan-tri")
    assert said in " ".join(ended.stderr.split())
    assert ended.returncode == code
    assert "Traceback" not in ended.stderr
