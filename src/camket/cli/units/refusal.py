"""Refusing: what the room of units cannot answer is said on stderr, and the exit code is 2."""

from collections.abc import Iterator
from contextlib import contextmanager

import click


class Refused(click.ClickException):
    """What was asked cannot be answered; the message is in Vietnamese and says what to do."""

    exit_code = 2


@contextmanager
def refusing() -> Iterator[None]:
    """Turn errors of the units into a refusal."""
    from camket.units.errors import UnitsError  # noqa: PLC0415 - help is shown without it

    try:
        yield
    except UnitsError as error:
        raise Refused(str(error)) from error
