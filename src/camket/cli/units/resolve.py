"""``camket units resolve``: which unit a written name means on a day, with the reasons."""

from datetime import date
from pathlib import Path

import click

from camket.cli.units.options import form_option, on_option, overrides_option, today, within_option


@click.command(options_metavar="[TÙY_CHỌN]", short_help="Tên viết trong văn bản là đơn vị nào.")
@click.argument("names", metavar="[TÊN]...", nargs=-1)
@on_option
@within_option
@click.option("--about", metavar="ĐƠN_VỊ", help="Đơn vị mà văn bản nói về: «huyện», «địa phương» là đơn vị này.")
@click.option(
    "--file",
    "table",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="TỆP",
    help="Đọc tên từ tệp: mỗi dòng một tên, hoặc bảng CSV, TSV có cột name (và on, within, about).",
)
@form_option
@overrides_option
@click.pass_context
def resolve(
    context: click.Context, names: tuple[str, ...], day: date | None, within: str | None, about: str | None,
    table: Path | None, form: str, overrides: Path | None,
) -> None:  # fmt: skip
    """Cho biết mỗi tên là đơn vị nào vào ngày ấy, vì sao; tên nào có nhiều khả năng như nhau thì nêu hết, không đoán.

    Mã kết thúc: 0 mọi tên đều xác định được; 1 có tên không xác định được; 2 không đọc được tệp, hoặc gọi sai.
    """
    if not names and table is None:
        raise click.UsageError("cần ít nhất một TÊN, hoặc --file TỆP.")
    from camket.cli.units.resolving import Context, carry_out  # noqa: PLC0415 - help is shown without it

    context.exit(carry_out(names, table, Context(day or today(), within, about), form, overrides))
