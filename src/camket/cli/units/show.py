"""``camket units show``: one unit on one day, what is above and below it, since when, by which acts."""

from datetime import date
from pathlib import Path

import click

from camket.cli.units.options import form_option, on_option, overrides_option, today, within_option


@click.command(options_metavar="[TÙY_CHỌN]", short_help="Một đơn vị: mã, tên, cấp trên, bên dưới, văn bản.")
@click.argument("unit", metavar="ĐƠN_VỊ")
@on_option
@within_option
@form_option
@overrides_option
@click.pass_context
def show(
    context: click.Context, unit: str, day: date | None, within: str | None, form: str, overrides: Path | None
) -> None:
    """Cho biết một đơn vị: mã, tên, loại, các cấp trên, các đơn vị bên dưới, ngày đầu, ngày cuối, văn bản.

    Mã kết thúc: 0 đơn vị có vào ngày ấy; 1 ngày ấy đơn vị không có (nêu trạng thái gần nhất); 2 không xác định được
    đơn vị nào, hoặc gọi sai.
    """
    from camket.cli.units.showing import carry_out  # noqa: PLC0415 - help is shown without it

    context.exit(carry_out(unit, day or today(), within, form, overrides))
