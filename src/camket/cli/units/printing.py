"""Writing answers: JSON for programs, lines and tables for the screen."""

from datetime import date
from fractions import Fraction

import click
import msgspec
from rich import box
from rich.console import Console
from rich.table import Table

from camket.cli.output import screen_width

type Record = dict[str, object]


def print_json(answer: object) -> None:
    """The answer as JSON: days as 2025-07-01, decimal numbers as strings, so that nothing of them is lost."""
    encoded = msgspec.json.encode(answer, enc_hook=_other)
    click.echo(msgspec.json.format(encoded, indent=2).decode())


def screen() -> Console:
    """The screen, or a pipe's reader; long lines are left to the terminal to break."""
    return Console(width=screen_width(), highlight=False, soft_wrap=True, markup=False, emoji=False)


def plain_table(*headings: str) -> Table:
    """A table without vertical lines."""
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, expand=False)
    for heading in headings:
        table.add_column(heading)
    return table


def day_words(day: date | None, otherwise: str = "") -> str:
    """A day as it is written, or what stands for none."""
    return f"{day:%d/%m/%Y}" if day else otherwise


def _other(value: object) -> str:
    if isinstance(value, Fraction):
        return str(value)
    raise NotImplementedError(type(value))
