"""Options that the verbs of ``camket account`` share."""

from collections.abc import Callable
from typing import Any

import click

from camket.cli.units.options import read_day_option

ROLES = ("administrator", "office", "reporter", "responder", "head", "leader", "auditor")


def day_option[Command: Callable[..., Any]](
    name: str, to: str, words: str, *, required: bool = False
) -> Callable[[Command], Command]:
    """An option that takes a day."""
    return click.option(name, to, callback=read_day_option, metavar="NGÀY", required=required, help=words)


reason_option = click.option("--reason", required=True, metavar="LÝ_DO", help="Vì sao; ghi vào lịch sử.")
