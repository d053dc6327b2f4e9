"""Carrying out ``camket ledger verify``."""

import click

from camket.cli.ledger.session import account_named, opened


def carry_out(name: str, head: str | None) -> int:
    """Check the history and print the verdict; return the exit code."""
    with opened():
        from camket.ledger.history.verify import verify  # noqa: PLC0415 - models exist once the ledger is open
        from camket.ledger.permissions import require  # noqa: PLC0415 - as above

        require(account_named(name), "history.verify")
        verdict = verify(head)
    click.echo(str(verdict))
    return 0 if verdict.sound else 1
