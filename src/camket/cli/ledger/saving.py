"""Carrying out ``camket ledger backup`` and ``camket ledger restore``."""

from pathlib import Path

import click

from camket.cli.ledger.session import account_named, opened


def back_up(path: Path, name: str) -> None:
    """Write the backup and say what it holds."""
    with opened():
        from camket.ledger.services.backup import make_backup  # noqa: PLC0415 - models exist once the ledger is open

        made = make_backup(account_named(name), path)
    click.echo(f"Đã sao lưu vào {path} ({made.size / 1e6:.1f} MB).\n{made.verdict}")


def bring_back(path: Path, name: str, head: str | None) -> None:
    """Restore, and print the verdict."""
    with opened():
        from camket.ledger.services.backup import restore_backup  # noqa: PLC0415 - models exist once the ledger is open

        verdict = restore_backup(name, path, head)
    click.echo(f"Đã khôi phục từ {path}.\n{verdict}")
