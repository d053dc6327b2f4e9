"""How a run ends: a summary for people on stderr, an exit code for programs."""

from collections.abc import Sequence

import click

from camket.cli.output import one_line
from camket.reports.failure import Failure

ALL_READ, SOME_FAILED, NOTHING_READ = 0, 1, 2


def summarise(read: int, statements: int, failures: Sequence[Failure]) -> None:
    """Say how many files were read, and of each that was not, why."""
    name_failures(failures)
    click.echo(f"Đã đọc {read}/{read + len(failures)} tệp, được {statements} mục.", err=True)


def name_failures(failures: Sequence[Failure]) -> None:
    """Say of each file that could not be read, why."""
    for failure in failures:
        click.echo(f"✗ {one_line(failure.name)}: {one_line(failure.reason)}", err=True)


def exit_code(read: int, failures: Sequence[Failure]) -> int:
    """0 when all was read, 1 when some failed, 2 when nothing could be read."""
    if not read:
        return NOTHING_READ
    return SOME_FAILED if failures else ALL_READ
