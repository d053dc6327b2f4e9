"""``camket account revoke``: a role that ends."""

from datetime import date

import click

from camket.cli.account.options import day_option, reason_option
from camket.cli.ledger.options import as_option
from camket.cli.units.options import today


@click.command(options_metavar="[TÙY_CHỌN]", short_help="Thôi giao một vai trò từ sau một ngày.")
@click.argument("number", metavar="SỐ", type=click.IntRange(min=1))
@day_option("--last", "last", "Ngày cuối còn hiệu lực. Không nêu: hôm nay.")
@reason_option
@as_option
def revoke(number: int, last: date | None, reason: str, account: str) -> None:
    """Kết thúc vai trò mang SỐ này (camket account list)."""
    from camket.cli.account.changing import revoke_role  # noqa: PLC0415 - help is shown without it

    revoke_role(account, number, last or today(), reason)
