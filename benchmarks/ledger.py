"""What does history cost? Changes a second with it, against the same rows in the same transactions without.

    python benchmarks/ledger.py [--changes 300] [--rows 5] [--of sqlite|postgresql]

A change adds some rows and alters one. Both ways write the same rows in one transaction a change; the plain way makes no
entry and no image, and looks for no conflict. On SQLite in a temporary file, with every commit on the disk, and on a PostgreSQL of
its own (tests/making/postgresql.py) where there is one. Goal: at most 4 times the cost. Exit code 1 when it is missed.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent.parent / "tests" / "making"))
from postgresql import Server, missing

GOAL = 4.0
ROUNDS = 5


def compare(changes: int, rows: int) -> dict[str, float]:
    """Seconds of ``changes`` changes with history and without, each the best of some rounds, in turns, on one database."""
    from camket.ledger.opening import open_ledger  # noqa: PLC0415 - opened in the process of one database

    open_ledger()
    from django.core.management import call_command  # noqa: PLC0415 - models exist once the ledger is open
    from django.db import transaction  # noqa: PLC0415 - as above
    from django.utils import timezone  # noqa: PLC0415 - as above

    from camket.ledger.history.verify import verify  # noqa: PLC0415 - as above
    from camket.ledger.history.writing import begin_chain, writing  # noqa: PLC0415 - as above
    from camket.ledger.models import Account, Content, Document, Statement  # noqa: PLC0415 - as above

    call_command("migrate", verbosity=0)
    begin_chain()
    with writing("an", "begin") as made:
        lan = made.add(Account(name="lan", full_name="Lan"))
        content = made.add(Content(hash="c" * 64, bytes=b"x"))
        document = made.add(
            Document(
                content=content, content_hash="c" * 64, name="a.txt", format="txt", way="upload", text="x" * 5000,
                received_at=timezone.now(), received_by=lan, declared_no_secret=True, text_hash="d" * 64,
            )
        )  # fmt: skip
    starts = iter(range(10**9))

    def new() -> list[Statement]:
        data = {"indicator": "poverty_rate", "value": "7.71", "unit": "percent", "period": "2025", "role": "estimate"}
        return [
            Statement(
                document=document, kind="observation", start=start, end=start + 1, rule="figure",
                text="tỷ lệ hộ nghèo ước còn 7,71 %, giảm 4,17 điểm phần trăm", section="results", data=data, proposed=data,
            )
            for start in (next(starts) for _ in range(rows))
        ]  # fmt: skip

    def kept() -> None:
        with writing("lan", "statement.add") as made:
            row, *_ = made.add_all(new())
        with writing("lan", "statement.accept") as made:
            made.alter(row, state="accepted")

    def plain() -> None:
        with transaction.atomic():
            row, *_ = Statement.objects.bulk_create(new())
        with transaction.atomic():
            Statement.objects.filter(pk=row.pk).update(state="accepted")

    best = {"kept": 1e9, "plain": 1e9}
    ways: dict[str, Callable[[], None]] = {"kept": kept, "plain": plain}
    for _ in range(ROUNDS):
        for name, way in ways.items():
            best[name] = min(best[name], _seconds(way, changes // 2))
    Statement.objects.filter(version=0).delete()
    started = time.perf_counter()
    assert verify().sound
    return {**best, "verify": time.perf_counter() - started}


def _seconds(way: Callable[[], None], times: int) -> float:
    started = time.perf_counter()
    for _ in range(times):
        way()
    return time.perf_counter() - started


def measured(address: str, changes: int, rows: int) -> dict[str, float]:
    """The comparison in a process of its own, for Django knows one database a process."""
    with tempfile.TemporaryDirectory() as home:
        env = {**os.environ, "CAMKET_HOME": home, "CAMKET_DATABASE_URL": address}
        command = [sys.executable, __file__, "--inside", "--changes", str(changes), "--rows", str(rows)]
        done = subprocess.run(command, env=env, capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(done.stderr)
    told: dict[str, float] = json.loads(done.stdout)
    return told


def report(kind: str, told: dict[str, float], changes: int) -> float:
    """Print what was measured of a database; the ratio."""
    ratio = told["kept"] / told["plain"]
    print(f"{kind:<11} with history {changes / told['kept']:7.0f} changes/s", end="  ")
    print(f"without {changes / told['plain']:7.0f} changes/s  cost x {ratio:.2f} (goal {GOAL:g})", end="  ")
    print(f"verify {changes * ROUNDS / told['verify']:7.0f} entries/s")
    return ratio


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--changes", type=int, default=300)
    parser.add_argument("--rows", type=int, default=5)
    parser.add_argument("--of", choices=("sqlite", "postgresql"))
    parser.add_argument("--inside", action="store_true", help=argparse.SUPPRESS)
    given: Any = parser.parse_args()
    if given.inside:
        print(json.dumps(compare(given.changes, given.rows)))
        return 0
    ratios = []
    if given.of != "postgresql":
        with tempfile.TemporaryDirectory() as folder:
            told = measured(f"sqlite:///{folder}/ledger.sqlite3", given.changes, given.rows)
        ratios.append(report("SQLite", told, given.changes))
    if given.of != "sqlite" and (reason := missing()):
        print(f"PostgreSQL: {reason}")
    elif given.of != "sqlite":
        server = Server(durable=True)
        try:
            server.start()
            ratios.append(
                report("PostgreSQL", measured(server.create("bench"), given.changes, given.rows), given.changes)
            )
        finally:
            server.stop()
    return int(any(ratio > GOAL for ratio in ratios))


if __name__ == "__main__":
    sys.exit(main())
