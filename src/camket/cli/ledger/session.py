"""A session at the command line: the ledger opened, the account known, refusals told as the command's errors."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click
from django.db import DatabaseError

from camket.ledger.errors import LedgerError
from camket.ledger.opening import open_ledger
from camket.ledger.place import PlaceError

if TYPE_CHECKING:
    from camket.ledger.models import Account


@contextmanager
def opened() -> Iterator[None]:
    """The ledger, ready; what it refuses ends the command with its message and exit code 1."""
    try:
        open_ledger()
        yield
    except (LedgerError, PlaceError) as error:
        raise click.ClickException(str(error)) from error
    except DatabaseError as error:
        message = f"không dùng được cơ sở dữ liệu của sổ ({error}). Nếu sổ chưa được lập: camket ledger init."
        raise click.ClickException(message) from error


def account_named(name: str) -> "Account":
    """The account in whose name the command works; one that is closed or unknown is refused."""
    from camket.ledger.models import Account  # noqa: PLC0415 - models exist once the ledger is open

    account = Account.objects.filter(name=name).first()
    if account is None or not account.active:
        raise LedgerError(f"không có tài khoản «{name}» đang dùng; xem: camket account list")
    return account
