"""``camket ledger misses``: what people corrected, as examples that improve the rules."""

from pathlib import Path

import click

from camket.cli.ledger.options import as_option


@click.command(options_metavar="[TÙY_CHỌN]", short_help="Xuất các chỗ máy đọc sai làm ví dụ để sửa quy tắc.")
@as_option
@click.option(
    "-o", "--output", type=click.Path(path_type=Path, file_okay=False), metavar="THƯ_MỤC",
    help="Ghi mỗi loại một tệp vào thư mục này. Không nêu: in ra màn hình.",
)  # fmt: skip
def misses(account: str, output: Path | None) -> None:
    """Xuất các đoạn mà người đã sửa, bỏ hoặc thêm so với máy đọc; tên người được thay bằng tên khác."""
    from camket.cli.ledger.exporting import carry_out  # noqa: PLC0415 - help is shown without it

    carry_out(account, output)
