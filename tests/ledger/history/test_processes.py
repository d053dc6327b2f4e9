"""Processes that are killed, and processes that write at once: nothing told is lost, nothing is half, the chain holds.

``CAMKET_KILLS`` (10) is how often each is killed, ``CAMKET_AT_ONCE`` (5) how many seconds eight write at once.
"""

import functools
import itertools
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import psycopg
import pytest
from postgresql import Server

from camket.ledger.place import DATABASE

KILLS = int(os.environ.get("CAMKET_KILLS") or 10)
SECONDS = float(os.environ.get("CAMKET_AT_ONCE") or 5)
FOLDER = Path(__file__).parents[2] / "making"

type Ask = Callable[..., dict[str, Any]]


@pytest.fixture(scope="session")
def at(ledger_home: Path) -> Ask:
    """Asks ``processes.py``, or another script, on the ledger of an address."""

    def ask(address: str, *given: object, script: str = "processes.py") -> dict[str, Any]:
        command = [sys.executable, str(FOLDER / script), *map(str, given)]
        env = {**os.environ, DATABASE: address}
        done = subprocess.run(command, env=env, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr[-3000:]
        answer: dict[str, Any] = json.loads(done.stdout)
        return answer

    return ask


@pytest.fixture(scope="session")
def empty(
    request: pytest.FixtureRequest, at: Ask, kind: str, tmp_path_factory: pytest.TempPathFactory
) -> Callable[..., str]:
    """Maker of ledgers begun and empty, of either kind: copies of one, for making the tables takes longest."""
    folder = tmp_path_factory.mktemp("ledgers")
    names = (f"begun{number}" for number in itertools.count())

    @functools.cache
    def pattern(asked: str) -> str:
        name = next(names)
        if asked == "sqlite":
            at(f"sqlite:///{folder / name}", "begin")
        else:
            at(request.getfixturevalue("server").create(name), "begin")
        return name

    def make(asked: str = kind) -> str:
        old, new = pattern(asked), next(names)
        if asked == "sqlite":
            shutil.copy(folder / old, folder / new)
            return f"sqlite:///{folder / new}"
        address: str = request.getfixturevalue("server").create(new, old)
        return address

    return make


@pytest.fixture
def address(empty: Callable[..., str]) -> str:
    """A new ledger, begun and empty."""
    return empty()


def test_whatever_was_told_to_be_written_survives_kill_9_and_nothing_is_half(address: str, at: Ask) -> None:
    told = at(address, "kill-writes", KILLS)
    assert told.pop("told") > KILLS
    assert told.pop("uncounted") == 0
    assert told == {"lost": [], "unsound": [], "half": []}


def test_imports_and_decisions_that_are_killed_are_all_there_or_not_at_all(address: str, at: Ask) -> None:
    assert at(address, "begin", script="deciding.py")["statements"] > 1
    told = at(address, "kill", KILLS, script="deciding.py")
    assert told.pop("told") > 0
    assert told == {"lost": [], "half": [], "undecided": 0, "became_nothing": 0, "unsound": ""}


def test_a_backup_that_is_killed_leaves_no_file_that_looks_like_one(address: str, at: Ask, tmp_path: Path) -> None:
    at(address, "fill")
    told = at(address, "kill-backups", KILLS, tmp_path)
    assert told.pop("interrupted") > 0, "none was killed while it wrote"
    told.pop("told")
    assert told == {"broken": [], "lost": [], "sound": True}


def test_a_restore_that_is_killed_leaves_all_or_nothing(address: str, at: Ask, tmp_path: Path) -> None:
    at(address, "fill")
    at(address, "backup", tmp_path / "b")
    told = at(address, "kill-restores", KILLS, tmp_path / "b")
    assert told["wrong"] == []
    assert told["nothing"] + told["whole"] == KILLS
    assert told["nothing"] > 0, "none was killed in time"


def test_eight_at_once_lose_nothing_and_all_come_to_an_end(address: str, at: Ask) -> None:
    told = at(address, "at-once", SECONDS)
    assert told["failed"] == 0, told
    assert told["counted"] == 2 * told["done"] > 0
    assert told["unsound"] == ""
    assert min(told["each"]) > 0, "somebody was never let in"
    assert told["late"] < 30


@pytest.mark.parametrize("target", ["sqlite", "postgresql"])
def test_a_backup_moves_to_either_database_and_back(
    address: str, at: Ask, empty: Callable[..., str], tmp_path: Path, target: str
) -> None:
    at(address, "kill-writes", 1)
    at(address, "backup", tmp_path / "one")
    moved = empty(target)
    first = at(moved, "restore", tmp_path / "one")
    assert first["sound"]
    # Writing goes on there, and what was written comes back.
    assert at(moved, "kill-writes", 1)["unsound"] == []
    at(moved, "backup", tmp_path / "two")
    again = at(empty(), "restore", tmp_path / "two")
    assert again["sound"]
    assert again["entries"] > first["entries"]


def test_a_server_that_crashes_loses_nothing_told(server: Server, at: Ask) -> None:
    """PostgreSQL only, in either session: it is the server that is killed here."""
    mine = Server()
    try:
        mine.start()
        address = mine.create("crash")
        at(address, "begin")
        written = at(address, "kill-writes", 1)["told"]
        for _ in range(2):
            mine.crash()
            mine.start()
            told = at(address, "kill-writes", 1)
            written += told["told"]
            assert (told["lost"], told["half"], told["unsound"], told["uncounted"]) == ([], [], [], 0)
        with psycopg.connect(mine.url("crash")) as connection:
            row = connection.execute("SELECT count(*) FROM ledger_entry WHERE verb = 'write'").fetchone()
        assert row is not None
        assert row[0] >= written
    finally:
        mine.stop()
