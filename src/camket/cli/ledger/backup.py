"""``camket ledger backup``: the whole ledger in one file."""

from pathlib import Path

import click

from camket.cli.ledger.options import as_option


@click.command(options_metavar="[TÙY_CHỌN]", short_help="Sao lưu cả sổ vào một tệp.")
@click.argument("path", metavar="TỆP", type=click.Path(path_type=Path, dir_okay=False))
@as_option
def backup(path: Path, account: str) -> None:
    """Sao lưu cả sổ, kèm lịch sử và tệp gốc, vào một tệp mới; dùng được cho cả SQLite và PostgreSQL."""
    from camket.cli.ledger.saving import back_up  # noqa: PLC0415 - help is shown without it

    back_up(path, account)
