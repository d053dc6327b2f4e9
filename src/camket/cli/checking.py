"""Carrying out ``camket check``: read, print every check with its arithmetic and places, and say how it went."""

from pathlib import Path

import click
from rich.console import Console

from camket.cli.batch import Bounds, read_files
from camket.cli.ending import name_failures
from camket.cli.gathering import gather
from camket.cli.output import screen_width
from camket.reading.bounded import DEFAULT_SECONDS
from camket.reports.failure import Failure

ALL_HOLD, SOME_TO_CHECK, UNREADABLE = 0, 1, 2


def carry_out(paths: tuple[Path, ...]) -> int:
    """Check every file; return the exit code."""
    files, failures = gather(paths)
    console = Console(width=screen_width(), highlight=False, soft_wrap=True)
    tested = doubtful = 0
    for outcome in read_files(files, Bounds(None, DEFAULT_SECONDS), "camket.cli.arithmetic") if files else ():
        if isinstance(outcome, Failure):
            failures.append(outcome)
            continue
        from camket.cli.arithmetic import arithmetic_of, checks_of  # noqa: PLC0415 -- came up while the file was read

        checks = checks_of(outcome)
        tested, doubtful = tested + len(checks), doubtful + sum(not one.holds for one in checks)
        for line in arithmetic_of(outcome, checks):
            console.print(line)
    name_failures(failures)
    click.echo(f"{tested} phép kiểm tra: {tested - doubtful} khớp, {doubtful} cần kiểm tra.", err=True)
    if failures:
        return UNREADABLE
    return SOME_TO_CHECK if doubtful else ALL_HOLD
