"""Options that the verbs of ``camket units`` share, and how a day is given."""

from datetime import date, datetime
from pathlib import Path

import click

FORMATS = ("table", "json")


def read_day_option(context: click.Context, parameter: click.Parameter, value: str | None) -> date | None:
    """The day that an option gives; what is none is refused in words."""
    if value is None:
        return None
    from camket.units.errors import NoSuchDayError  # noqa: PLC0415 - help is shown without it
    from camket.units.names.day import read_day  # noqa: PLC0415 - as above

    try:
        return read_day(value)
    except NoSuchDayError as error:
        raise click.BadParameter(str(error), context, parameter) from error


def today() -> date:
    """The day on which the command runs."""
    return datetime.now().astimezone().date()


form_option = click.option(
    "--format",
    "form",
    type=click.Choice(FORMATS),
    default="table",
    show_default=True,
    metavar="|".join(FORMATS),
    help="Kết quả: bảng trên màn hình, hay JSON cho máy.",
)
on_option = click.option(
    "--on", "day", callback=read_day_option, metavar="NGÀY", help="Vào ngày này. Không nêu: hôm nay."
)
within_option = click.option(
    "--within", metavar="ĐƠN_VỊ", help="Chỉ tìm tên trong đơn vị này (mã hoặc tên, như «tỉnh Điện Biên»)."
)
overrides_option = click.option(
    "--overrides",
    type=click.Path(path_type=Path, exists=True, file_okay=False),
    metavar="THƯ_MỤC",
    help="Dùng thêm bảng riêng của mình trong thư mục này: units.tsv, moves.tsv, acts.tsv.",
)
