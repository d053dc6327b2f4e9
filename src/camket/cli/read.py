"""``camket read``: what documents say, as a table, as JSON lines, as a page, as a workbook; or their plain text."""

from pathlib import Path

import click

FORMATS = ("table", "jsonl", "html", "xlsx", "text")
_EXPLAINED = ("table", "jsonl")


@click.command(options_metavar="[TÙY_CHỌN]", short_help="Đọc văn bản và đưa ra từng điều văn bản nói.")
@click.argument("paths", metavar="TỆP|THƯ_MỤC...", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option(
    "--format",
    "form",
    type=click.Choice(FORMATS),
    default="table",
    show_default=True,
    metavar="|".join(FORMATS),
    help="Kết quả: bảng, JSON từng dòng, trang xem, sổ theo dõi, hay nguyên văn.",
)
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    metavar="TỆP",
    help="Ghi vào tệp này. Không nêu: in ra màn hình; html và xlsx ghi vào out/.",
)
@click.option(
    "--jobs", type=click.IntRange(min=1), metavar="SỐ", help="Số tệp đọc cùng lúc. Không nêu: bằng số nhân CPU."
)
@click.option(
    "--time-limit",
    "seconds",
    type=click.FloatRange(min=0, min_open=True),
    default=120,
    show_default=True,
    metavar="GIÂY",
    help="Thời gian tối đa cho mỗi tệp.",
)
@click.option("--explain", is_flag=True, help="Cho biết mỗi mục do quy tắc nào đọc ra, từ những chữ nào.")
@click.pass_context
def read(
    context: click.Context, paths: tuple[Path, ...], form: str, output: Path | None, jobs: int | None, seconds: float,
    *, explain: bool,
) -> None:  # fmt: skip
    """Đọc văn bản (tệp, hoặc mọi tệp trong thư mục) và đưa ra từng điều văn bản nói.

    Mã kết thúc: 0 đọc được hết; 1 có tệp không đọc được; 2 không đọc được gì hoặc gọi sai.
    """
    if explain and form not in _EXPLAINED:
        message = f"--explain chỉ dùng với --format {' hoặc '.join(_EXPLAINED)}."
        raise click.UsageError(message)
    # Imported here: the reader and its libraries take longer to come up than --help may.
    from camket.cli.batch import Bounds  # noqa: PLC0415 - help is shown without them
    from camket.cli.reading import Order, carry_out  # noqa: PLC0415 - as above

    context.exit(carry_out(Order(paths, form, output, Bounds(jobs, seconds), explain=explain)))
