"""Backing up and restoring, by those who may."""

from pathlib import Path

from django.core.management import call_command
from django.db import transaction

from camket.ledger.errors import DeniedError
from camket.ledger.history.archive import Incoming
from camket.ledger.history.backup import BackUp, back_up
from camket.ledger.history.restore import restore
from camket.ledger.history.verify import Verdict
from camket.ledger.models.account import Account
from camket.ledger.permissions import require
from camket.ledger.register import units
from camket.ledger.search.indexing import rebuild_index
from camket.ledger.services.closure import fill_closure


def make_backup(account: Account, path: Path) -> BackUp:
    """Write a backup. Raises DeniedError, and InvalidError where there is a file already or none can be made."""
    require(account, "ledger.backup")
    return back_up(path)


def restore_backup(name: str, path: Path, head: str | None = None) -> Verdict:
    """Fill the empty ledger of this installation from a backup, for the account ``name``, which the backup must hold.

    What is derived, the closure of units and the index of words, is made anew. All of it or nothing.
    Raises InvalidError (see ``restore``), DeniedError where the account may not restore.
    """
    # A broken file is refused before there are even tables.
    with Incoming(path) as archive:
        call_command("migrate", verbosity=0, interactive=False)
        with transaction.atomic():
            # Before the rows: what an account may do is asked on the units of today.
            fill_closure(units())
            verdict = restore(archive, name, lambda: _must_be_allowed(name), head)
            rebuild_index()
    return verdict


def _must_be_allowed(name: str) -> None:
    account = Account.objects.filter(name=name, active=True).first()
    if account is None:
        raise DeniedError(f"trong bản sao lưu không có tài khoản «{name}» đang dùng; chưa ghi gì.")
    require(account, "ledger.restore")
