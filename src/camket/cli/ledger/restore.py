"""``camket ledger restore``: an empty ledger filled from a backup."""

from pathlib import Path

import click

from camket.cli.ledger.options import as_option


@click.command(options_metavar="[TÙY_CHỌN]", short_help="Khôi phục sổ từ tệp sao lưu.")
@click.argument("path", metavar="TỆP", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@as_option
@click.option("--head", metavar="MÃ", help="Mã đầu chuỗi đã ghi ở nơi khác; bản sao lưu phải chứa mã này.")
def restore(path: Path, account: str, head: str | None) -> None:
    """Khôi phục vào một sổ còn trống; kiểm tra toàn bộ lịch sử trước, hỏng chỗ nào thì không ghi gì."""
    from camket.cli.ledger.saving import bring_back  # noqa: PLC0415 - help is shown without it

    bring_back(path, account, head)
