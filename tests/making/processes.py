"""Processes on one ledger, killed at random moments or writing all at once; run by test_processes.py.

    python processes.py begin | kill-writes N | kill-backups N FOLDER | kill-restores N FILE | at-once SECONDS
    python processes.py backup FILE | restore FILE | fill

The ledger is that of CAMKET_HOME and CAMKET_DATABASE_URL. Prints one JSON object. The process itself never holds a connection:
whatever asks the database is forked from it, so that a start of Django is paid once, and what is killed dies with its own.
"""

import json
import os
import random
import signal
import sys
import time
import traceback
from collections.abc import Callable
from pathlib import Path
from typing import Any

from camket.ledger.opening import open_ledger

open_ledger()

from django.core.management import call_command  # noqa: E402 - models exist once the ledger is open
from django.db import connection, connections  # noqa: E402 - models exist once Django is ready
from django.db.models import Model  # noqa: E402, TC002 - as above

from camket.ledger.errors import ConflictError  # noqa: E402 - models exist once Django is ready
from camket.ledger.history.archive import Incoming  # noqa: E402 - models exist once Django is ready
from camket.ledger.history.backup import back_up  # noqa: E402 - models exist once Django is ready
from camket.ledger.history.nouns import kept_models  # noqa: E402 - models exist once Django is ready
from camket.ledger.history.patience import patient  # noqa: E402 - models exist once Django is ready
from camket.ledger.history.restore import restore  # noqa: E402 - models exist once Django is ready
from camket.ledger.history.verify import verify  # noqa: E402 - models exist once Django is ready
from camket.ledger.history.writing import begin_chain, writing  # noqa: E402 - models exist once Django is ready
from camket.ledger.models import Account, Content, Entry, Head  # noqa: E402 - models exist once Django is ready

WRITERS = 8
COUNTERS = 4
draw = random.Random()  # noqa: S311 - moments to kill at: other ones every time


def forked(work: Callable[[int], None]) -> tuple[int, int]:
    """A process that does ``work``, given where to write; its id, and where to read."""
    reading, writing_end = os.pipe()
    if pid := os.fork():
        os.close(writing_end)
        return pid, reading
    code = 1
    try:
        os.close(reading)
        work(writing_end)
        connections.close_all()
        code = 0
    except BaseException:  # noqa: BLE001 - the process ends here, whatever it was
        traceback.print_exc()
    finally:
        sys.stderr.flush()
        os._exit(code)


def ended(pid: int, reading: int) -> tuple[list[str], int]:
    """The lines that a process wrote, and its exit code."""
    with os.fdopen(reading) as lines:
        told = lines.read().splitlines()
    return told, os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])


def asked(question: Callable[[], Any]) -> Any:
    """The answer of a process of its own."""
    told, code = ended(*forked(lambda out: tell(out, json.dumps(question()))))
    if code:
        raise SystemExit(f"a process ended with {code}")
    return json.loads(told[0])


def tell(out: int, line: str) -> None:
    """Write a line that is there even when the process is killed right after."""
    os.write(out, f"{line}\n".encode())


def killed(work: Callable[[int], None], within: float) -> tuple[list[str], int]:
    """The lines of a process that was killed within so many seconds of its first, and its exit code."""
    pid, reading = forked(work)
    os.set_blocking(reading, True)
    first = os.read(reading, 1)
    time.sleep(draw.random() * within)
    os.kill(pid, signal.SIGKILL)
    told, code = ended(pid, reading)
    return [first.decode() + told[0], *told[1:]] if told else [first.decode()], code


def begin() -> dict[str, Any]:
    """Tables, and a chain."""
    call_command("migrate", verbosity=0)
    begin_chain()
    return {"sound": verify().sound}


def _counters() -> list[str]:
    """Rows to count on, made where they are not there yet."""
    names = [f"counter-{number}" for number in range(COUNTERS)]
    with writing("an", "begin") as made:
        known = set(Account.objects.filter(name__in=names).values_list("name", flat=True))
        made.add_all(Account(name=name, full_name="0") for name in names if name not in known)
    return names


def fill() -> dict[str, Any]:
    """Enough rows and bytes that a backup takes a while."""
    for number in range(10):
        with writing("an", "fill") as made:
            made.add_all(Account(name=f"fill-{number}-{one}", full_name="Đủ dài") for one in range(100))
            content = random.Random(number).randbytes(200_000)  # noqa: S311 - bytes that do not compress
            made.add(Content(hash=f"{number:064x}", bytes=content))
    return {"sound": verify().sound}


def write(name: str, out: int) -> None:
    """Change after change, each of three rows, each told once it is committed."""
    tell(out, "begun")
    number = 0
    while True:
        with writing("an", "write") as made:
            counter = Account.objects.select_for_update().get(name="counter-0")
            made.alter(counter, full_name=str(int(counter.full_name) + 1))
            made.add(Account(name=f"{name}-{number}-a", full_name="một"))
            made.add(Account(name=f"{name}-{number}-b", full_name="hai"))
        tell(out, f"{name}-{number}")
        number += 1


def kill_writes(times: int) -> dict[str, Any]:
    """Kill the writer so often; what was told and is not there, what is there by half, and whether all verifies each time."""
    asked(_counters)
    told: list[str] = []
    wrong: list[str] = []
    for number in range(times):
        name = f"kill-{os.getpid()}-{number}"
        told += killed(lambda out, name=name: write(name, out), 0.25)[0][1:]  # type: ignore[misc]  # a lambda with its own defaults
        verdict = asked(unsound)
        wrong += [verdict] if verdict else []
    names = set(asked(lambda: list(Account.objects.filter(name__startswith="kill-").values_list("name", flat=True))))
    whole = {name[:-2] for name in names if name.endswith("-a")}
    counted = asked(lambda: int(Account.objects.get(name="counter-0").full_name))
    return {
        "told": len(told), "lost": [one for one in told if one not in whole], "unsound": wrong,
        "half": [name for name in names if not {f"{name[:-2]}-a", f"{name[:-2]}-b"} <= names],
        "uncounted": counted - len(whole),
    }  # fmt: skip


def kill_backups(times: int, folder: Path) -> dict[str, Any]:
    """Kill whoever backs up so often; files that have a backup's name and are none, and told ones that are not there."""

    def work(out: int) -> None:
        tell(out, "begun")
        while True:
            path = folder / f"{time.monotonic_ns()}.backup"
            back_up(path)
            tell(out, path.name)

    told = [name for _ in range(times) for name in killed(work, 1.0)[0][1:]]
    there = sorted(folder.glob("*.backup"))
    broken = []
    for path in there:
        try:
            Incoming(path).__exit__(None, None, None)
        except Exception as error:  # noqa: BLE001 - whatever it is, it is told
            broken.append(f"{path.name}: {error}")
    lost = sorted(set(told) - {path.name for path in there})
    parts = len(list(folder.glob(".*.part")))
    return {
        "told": len(told),
        "broken": broken,
        "lost": lost,
        "interrupted": parts,
        "sound": asked(lambda: verify().sound),
    }


def kill_restores(times: int, path: Path) -> dict[str, Any]:
    """Kill whoever restores into an empty ledger so often; each time all must be there, or nothing."""
    asked(_wiped)
    started = time.monotonic()
    asked(lambda: _restored(path))
    took = time.monotonic() - started
    whole = asked(_state)

    def work(out: int) -> None:
        tell(out, "begun")
        _restored(path)
        tell(out, "restored")

    counts = {"nothing": 0, "whole": 0}
    wrong = []
    for _ in range(times):
        asked(_wiped)
        told, _code = killed(work, took * 1.2)
        state = asked(_state)
        if state["rows"] == state["entries"] == 0 and "restored" not in told:
            counts["nothing"] += 1
        elif state == whole:
            counts["whole"] += 1
        else:
            wrong.append(state)
    return {**counts, "wrong": wrong}


def _restored(path: Path) -> bool:
    with Incoming(path) as archive:
        return restore(archive, "an", lambda: None).sound


def _state() -> dict[str, Any]:
    rows = sum(model._default_manager.count() for model in kept_models())
    return {"rows": rows, "entries": Entry.objects.count(), "sound": not rows or verify().sound}


def _wiped() -> bool:
    every: list[type[Model]] = [*kept_models(), Entry, Head]
    with connection.cursor() as cursor:
        for model in every:
            cursor.execute(f"DELETE FROM {model._meta.db_table}")  # noqa: S608 - names of our own tables
    return True


def at_once(seconds: float) -> dict[str, Any]:
    """Writers that all count on a few rows, two at a time, in any order; what was counted must be what they say they did."""
    names = asked(_counters)
    before = asked(lambda: _counted(names))
    until = time.monotonic() + seconds
    running = [forked(lambda out, one=one: _count(out, names, until, one)) for one in range(WRITERS)]  # type: ignore[misc]  # a lambda with its own defaults
    told = [ended(*one) for one in running]
    did = [json.loads(lines[-1]) for lines, code in told if code == 0]
    return {
        "failed": sum(code != 0 for _, code in told), "late": round(time.monotonic() - until, 1),
        "done": sum(one["done"] for one in did), "each": [one["done"] for one in did],
        "conflicts": sum(one["conflicts"] for one in did),
        "counted": asked(lambda: _counted(names)) - before, "unsound": asked(unsound),
    }  # fmt: skip


def _count(out: int, names: list[str], until: float, seed: int) -> None:
    done = conflicts = 0
    mine = random.Random(seed)  # noqa: S311 - which rows, in which order
    while time.monotonic() < until:
        chosen = mine.sample(names, 2)
        # One time in ten in any order, so that PostgreSQL meets deadlocks, for each of which it waits a second.
        chosen = chosen if mine.random() < 0.01 else sorted(chosen)
        try:
            patient(_add_one)(chosen, careful=mine.random() < 0.5)
            done += 1
        except ConflictError:
            conflicts += 1
    tell(out, json.dumps({"done": done, "conflicts": conflicts}))


def _add_one(names: list[str], *, careful: bool) -> None:
    """Add one to rows: locked before they are read, or as they were read, when another may have been first."""
    rows = [] if careful else [Account.objects.get(name=name) for name in names]
    with writing("an", "count") as made:
        for row in rows or (Account.objects.select_for_update().get(name=name) for name in names):
            made.alter(row, full_name=str(int(row.full_name) + 1))


def _counted(names: list[str]) -> int:
    return sum(int(row.full_name) for row in Account.objects.filter(name__in=names))


def unsound() -> str:
    """What verifying finds wrong; empty where nothing is."""
    verdict = verify()
    return "" if verdict.sound else str(verdict)


def main(verb: str, *given: str) -> dict[str, Any]:
    """What a verb tells."""
    verbs: dict[str, Callable[..., dict[str, Any]]] = {
        "begin": lambda: asked(begin),
        "fill": lambda: asked(fill),
        "kill-writes": lambda times: kill_writes(int(times)),
        "kill-backups": lambda times, folder: kill_backups(int(times), Path(folder)),
        "kill-restores": lambda times, file: kill_restores(int(times), Path(file)),
        "at-once": lambda seconds: at_once(float(seconds)),
        "backup": lambda file: {"size": asked(lambda: back_up(Path(file)).size)},
        "restore": lambda file: {"sound": asked(lambda: _restored(Path(file))), **asked(_state)},
    }
    return verbs[verb](*given)


if __name__ == "__main__":
    print(json.dumps(main(*sys.argv[1:]), ensure_ascii=False))  # noqa: T201 - how it answers
