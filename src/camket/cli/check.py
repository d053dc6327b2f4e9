"""``camket check``: whether a document's own figures agree, with the arithmetic."""

from pathlib import Path

import click


@click.command(options_metavar="[TÙY_CHỌN]", short_help="So các con số trong văn bản với nhau.")
@click.argument("paths", metavar="TỆP|THƯ_MỤC...", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.pass_context
def check(context: click.Context, paths: tuple[Path, ...]) -> None:
    """So các con số trong cùng một văn bản với nhau và in phép tính.

    Mã kết thúc: 0 mọi phép tính đều khớp; 1 có chỗ cần kiểm tra; 2 có tệp không đọc được hoặc gọi sai.
    """
    # Imported here: the reader and its libraries take longer to come up than --help may.
    from camket.cli.checking import carry_out  # noqa: PLC0415 - it brings the reader with it

    context.exit(carry_out(paths))
