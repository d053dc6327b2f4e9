"""``camket account open``: a new account."""

import click

from camket.cli.ledger.options import as_option


@click.command("open", options_metavar="[TÙY_CHỌN]", short_help="Mở tài khoản mới, chưa có vai trò.")
@click.argument("name", metavar="TÊN")
@click.option("--full-name", required=True, metavar="HỌ_TÊN", help="Họ và tên của người dùng.")
@as_option
def open_account(name: str, full_name: str, account: str) -> None:
    """Mở tài khoản TÊN: 2-50 chữ thường không dấu, chữ số, dấu chấm, gạch. Sau đó giao vai trò: camket account grant."""
    from camket.cli.account.changing import open_one  # noqa: PLC0415 - help is shown without it

    open_one(account, name, full_name)
