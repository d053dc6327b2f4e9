"""``camket units tree``: what lies below a unit, or below the country, on a day."""

from datetime import date
from pathlib import Path

import click

from camket.cli.units.options import form_option, on_option, overrides_option, today, within_option


@click.command(options_metavar="[TÙY_CHỌN]", short_help="Các đơn vị bên dưới, từng cấp.")
@click.argument("unit", metavar="[ĐƠN_VỊ]", required=False)
@on_option
@within_option
@click.option(
    "--depth",
    type=click.IntRange(min=1),
    metavar="SỐ",
    help="Số cấp. Không nêu: mọi cấp dưới ĐƠN_VỊ; của cả nước thì một cấp.",
)
@form_option
@overrides_option
@click.pass_context
def tree(
    context: click.Context, unit: str | None, day: date | None, within: str | None, depth: int | None, form: str,
    overrides: Path | None,
) -> None:  # fmt: skip
    """Bày các đơn vị bên dưới một đơn vị, hoặc của cả nước, vào một ngày, theo thứ tự tên.

    Mã kết thúc: 0 đã bày; 1 ngày ấy đơn vị không có; 2 không xác định được đơn vị nào, hoặc gọi sai.
    """
    from camket.cli.units.branching import carry_out  # noqa: PLC0415 - help is shown without it

    context.exit(carry_out(unit, day or today(), within, depth, form, overrides))
