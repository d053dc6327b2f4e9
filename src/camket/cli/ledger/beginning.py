"""Carrying out ``camket ledger init``."""

import click

from camket.cli.ledger.session import opened


def carry_out(account: str, full_name: str) -> None:
    """Begin, and say what was made."""
    with opened():
        from camket.ledger.place import home  # noqa: PLC0415 - help is shown without it
        from camket.ledger.services.begin import begin  # noqa: PLC0415 - models exist once the ledger is open

        begun = begin(account, full_name)
        click.echo(f"Sổ đã sẵn sàng ở {home()}; danh mục đơn vị: {begun.units} quan hệ.")
        if begun.administrator is not None:
            click.echo(f"Người quản trị: «{begun.administrator.name}». Mở tài khoản khác bằng: camket account open.")
