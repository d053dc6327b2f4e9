"""``camket units restate``: figures as reported, on the map of a later day."""

from datetime import date
from pathlib import Path

import click

from camket.cli.units.options import form_option, overrides_option, read_day_option, within_option


@click.command(options_metavar="[TÙY_CHỌN]", short_help="Tính lại số liệu theo bản đồ của một ngày.")
@click.argument("table", metavar="TỆP", type=click.Path(path_type=Path, dir_okay=False))
@click.option(
    "--to", "day", callback=read_day_option, required=True, metavar="NGÀY", help="Tính theo các đơn vị có vào ngày này."
)
@click.option(
    "--as-of",
    "as_of",
    callback=read_day_option,
    metavar="NGÀY",
    help="Số liệu đã báo cáo theo bản đồ ngày này, trừ dòng có ngày riêng. Không nêu: ngày cuối kỳ.",
)
@within_option
@form_option
@overrides_option
@click.pass_context
def restate(
    context: click.Context, table: Path, day: date, as_of: date | None, within: str | None, form: str,
    overrides: Path | None,
) -> None:  # fmt: skip
    """Tính lại số liệu theo các đơn vị của một ngày, mỗi chỉ tiêu theo cách riêng của nó; đặt cạnh số đã báo cáo.

    TỆP là bảng CSV hoặc TSV, mỗi dòng một số liệu, có các cột unit, indicator, period, value; thêm được as_of (theo
    bản đồ ngày nào, không nêu thì ngày cuối kỳ), measure, weight, estimated, role. Số nào không tính lại được cho đúng
    thì nêu lý do, không đưa ra số.

    Mã kết thúc: 0 tính lại được hết; 1 có số không tính lại được, hoặc dòng không đọc được; 2 không đọc được tệp, hoặc
    gọi sai.
    """
    from camket.cli.units.restating import Order, carry_out  # noqa: PLC0415 - help is shown without it

    context.exit(carry_out(Order(table, day, within, as_of), form, overrides))
