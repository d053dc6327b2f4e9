"""``camket units history``: what a unit came from, how it changed and what it became, as a story and as a picture."""

from datetime import date
from pathlib import Path

import click

from camket.cli.units.options import form_option, on_option, overrides_option, today, within_option


@click.command(options_metavar="[TÙY_CHỌN]", short_help="Nguồn gốc, thay đổi, kế thừa của một đơn vị.")
@click.argument("unit", metavar="ĐƠN_VỊ")
@on_option
@within_option
@click.option("--svg", type=click.Path(path_type=Path, dir_okay=False), metavar="TỆP", help="Vẽ thêm hình vào tệp này.")
@form_option
@overrides_option
@click.pass_context
def history(
    context: click.Context, unit: str, day: date | None, within: str | None, svg: Path | None, form: str,
    overrides: Path | None,
) -> None:  # fmt: skip
    """Kể một đơn vị từ đâu ra, đổi tên, đổi cấp trên khi nào, nhập vào đâu, theo văn bản nào.

    Tên được hiểu theo ngày --on; lịch sử thì kể hết. Mã kết thúc: 0 đã kể; 2 không xác định được đơn vị nào, không
    ghi được hình, hoặc gọi sai.
    """
    from camket.cli.units.telling import Question, carry_out  # noqa: PLC0415 - help is shown without it

    context.exit(carry_out(Question(unit, day or today(), within), form, svg, overrides))
