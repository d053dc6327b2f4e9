"""``camket account grant``: a role on a unit or body, from day to day."""

from datetime import date

import click

from camket.cli.account.options import ROLES, day_option
from camket.cli.ledger.options import as_option
from camket.cli.units.options import today


@click.command(options_metavar="[TÙY_CHỌN]", short_help="Giao vai trò ở một đơn vị hoặc cơ quan.")
@click.argument("name", metavar="TÊN")
@click.argument("role", metavar="VAI_TRÒ", type=click.Choice(ROLES))
@click.option("--unit", required=True, metavar="ĐƠN_VỊ", help="Mã hoặc tên đơn vị; vn là cả nước.")
@click.option("--body", default="", metavar="CƠ_QUAN", help="Chỉ ở cơ quan này: MÃ_ĐƠN_VỊ/loại, hoặc loại.")
@day_option("--from", "first", "Từ ngày này. Không nêu: hôm nay.")
@day_option("--to", "last", "Đến hết ngày này. Không nêu: không thời hạn.")
@click.option("--reason", default="", metavar="LÝ_DO", help="Vì sao; ghi vào lịch sử.")
@as_option
def grant(
    name: str, role: str, unit: str, body: str, first: date | None, last: date | None, reason: str, account: str
) -> None:
    """Giao VAI_TRÒ cho tài khoản TÊN. Không ai tự giao vai trò cho mình."""
    from camket.cli.account.changing import Place, grant_role  # noqa: PLC0415 - help is shown without it

    grant_role(account, name, role, Place(unit, body, first or today(), last), reason)
