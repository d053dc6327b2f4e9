"""``camket account close``: an account that works no more."""

import click

from camket.cli.account.options import reason_option
from camket.cli.ledger.options import as_option


@click.command(options_metavar="[TÙY_CHỌN]", short_help="Đóng tài khoản; mọi vai trò thôi từ hôm nay.")
@click.argument("name", metavar="TÊN")
@reason_option
@as_option
def close(name: str, reason: str, account: str) -> None:
    """Đóng tài khoản TÊN. Tài khoản không bị xóa: những gì người ấy đã làm vẫn đứng tên người ấy."""
    from camket.cli.account.changing import close_one  # noqa: PLC0415 - help is shown without it

    close_one(account, name, reason)
