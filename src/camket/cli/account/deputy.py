"""``camket account deputy``: somebody who stands for a head for some days."""

from datetime import date

import click

from camket.cli.account.options import day_option, reason_option
from camket.cli.ledger.options import as_option


@click.command(options_metavar="[TÙY_CHỌN]", short_help="Cử người thay người đứng đầu trong một thời gian.")
@click.argument("number", metavar="SỐ", type=click.IntRange(min=1))
@click.argument("name", metavar="TÊN")
@day_option("--from", "first", "Từ ngày này.", required=True)
@day_option("--to", "last", "Đến hết ngày này.", required=True)
@reason_option
@as_option
def deputy(number: int, name: str, first: date, last: date, reason: str, account: str) -> None:
    """Để tài khoản TÊN thay người đứng đầu có vai trò mang SỐ này (camket account list)."""
    from camket.cli.account.changing import name_one  # noqa: PLC0415 - help is shown without it

    name_one(account, number, name, (first, last), reason)
