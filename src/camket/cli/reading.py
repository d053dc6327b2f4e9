"""Carrying out ``camket read``: gather, read, write, and say how it went."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

import click

from camket.cli.batch import Bounds, Outcome, read_files
from camket.cli.ending import exit_code, summarise
from camket.cli.gathering import gather
from camket.cli.output import chosen_path, make_ready
from camket.reports.failure import Failure

if TYPE_CHECKING:
    from camket.reading.read import Reading

_WRITERS = "camket.cli.writers"
_SUFFIXES = {"table": ".txt", "text": ".txt", "jsonl": ".jsonl", "html": ".html", "xlsx": ".xlsx"}
_REPORTS = ("html", "xlsx")


@dataclass(frozen=True, slots=True)
class Order:
    """What the user asked for."""

    paths: tuple[Path, ...]
    form: str
    output: Path | None
    bounds: Bounds
    explain: bool = False


@dataclass(slots=True)
class Tally:
    """What has been read so far."""

    read: int = 0
    statements: int = 0
    failures: list[Failure] = field(default_factory=list)

    def readings(self, outcomes: Iterable[Outcome]) -> Iterator["Reading"]:
        """Pass readings on, and keep count of them and of what failed."""
        for outcome in outcomes:
            if isinstance(outcome, Failure):
                self.failures.append(outcome)
            else:
                self.read += 1
                self.statements += len(outcome.statements)
                yield outcome


def carry_out(order: Order) -> int:
    """Read and write as ordered; return the exit code."""
    files, empty = gather(order.paths)
    tally = Tally(failures=empty)
    path = _path(order, files)
    if path is not None:
        make_ready(path, files)
    readings = tally.readings(read_files(files, order.bounds, _WRITERS) if files else ())
    if path is not None and order.form in _REPORTS:
        _report(order.form, readings, path, tally)
    else:
        _stream(order, readings, path)
    summarise(tally.read, tally.statements, tally.failures)
    return exit_code(tally.read, tally.failures)


def _path(order: Order, files: list[Path]) -> Path | None:
    if order.output is None and order.form not in _REPORTS:
        return None
    return chosen_path(order.output, _SUFFIXES[order.form], files)


def _stream(order: Order, readings: Iterator["Reading"], path: Path | None) -> None:
    first = next(readings, None)
    # With nothing read there is nothing to write, and an older file is not to give way to an empty one.
    if first is None:
        return
    from camket.cli.writers import write_stream  # noqa: PLC0415 -- came up while the first file was read

    write_stream(order.form, chain([first], readings), path, explain=order.explain)


def _report(form: str, readings: Iterator["Reading"], path: Path, tally: Tally) -> None:
    found = tuple(readings)
    if not found:
        return
    from camket.cli.writers import write_report  # noqa: PLC0415 -- as above
    from camket.reports.run import Run  # noqa: PLC0415 - came up while the first file was read

    made = datetime.now().astimezone().replace(tzinfo=None, microsecond=0)
    write_report(form, Run(found, tuple(tally.failures), made), path)
    click.echo(path)
