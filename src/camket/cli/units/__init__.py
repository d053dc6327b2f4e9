"""``camket units``: provinces, districts and communes through time. A file a verb, beside it what carries it out."""

import click

from camket.cli.units.history import history
from camket.cli.units.lint import lint
from camket.cli.units.resolve import resolve
from camket.cli.units.restate import restate
from camket.cli.units.show import show
from camket.cli.units.tree import tree

__all__ = ["units"]


@click.group(
    options_metavar="[TÙY_CHỌN]", subcommand_metavar="LỆNH...", short_help="Đơn vị hành chính qua các thời kỳ."
)
def units() -> None:
    """Đơn vị hành chính qua các thời kỳ: ngày nào có đơn vị nào, ai nhập vào ai, theo văn bản nào.

    ĐƠN_VỊ là mã (03127, 03127@2025) hoặc tên (một phần địa chỉ cũng được: «xã Thanh Nưa, tỉnh Điện Biên»). NGÀY viết
    như 01/07/2025 hoặc 2025-07-01; không nêu thì là hôm nay.
    """


for _verb in (resolve, show, history, tree, restate, lint):
    units.add_command(_verb)
