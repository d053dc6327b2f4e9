"""``camket account list``: the accounts and their roles."""

import click

from camket.cli.ledger.options import as_option, form_option


@click.command("list", options_metavar="[TÙY_CHỌN]", short_help="Các tài khoản và vai trò.")
@click.option("--all", "everything", is_flag=True, help="Cả tài khoản đã đóng và vai trò đã hết hạn.")
@as_option
@form_option
def list_accounts(account: str, form: str, *, everything: bool) -> None:
    """Liệt kê các tài khoản mà người hỏi được xem, mỗi vai trò một dòng với số của nó."""
    from camket.cli.account.listing import carry_out  # noqa: PLC0415 - help is shown without it

    carry_out(account, form, everything=everything)
