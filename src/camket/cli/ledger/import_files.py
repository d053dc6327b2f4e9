"""``camket ledger import``: files read, and kept with what reading proposes."""

from pathlib import Path

import click

from camket.cli.ledger.options import as_option


@click.command("import", options_metavar="[TÙY_CHỌN]", short_help="Nạp văn bản; điều đọc được chờ người quyết định.")
@click.argument("paths", metavar="TỆP|THƯ_MỤC...", nargs=-1, required=True, type=click.Path(path_type=Path))
@as_option
@click.option("--not-secret", is_flag=True, help="Tôi cam đoan các tài liệu này không chứa bí mật nhà nước. Bắt buộc.")
@click.option("--about", default="", metavar="MÃ_ĐƠN_VỊ", help="Về đơn vị này. Không nêu: đơn vị mà văn bản nói đến.")
@click.option("--press", is_flag=True, help="Các trang này là báo chí, chưa phải văn bản ban hành.")
@click.option(
    "--accept-rule",
    "rules",
    multiple=True,
    metavar="QUY_TẮC",
    help="Nhận luôn điều do quy tắc này đọc ra; ghi vào lịch sử.",
)
@click.pass_context
def import_files(
    context: click.Context, paths: tuple[Path, ...], account: str, about: str, rules: tuple[str, ...], *, not_secret: bool,
    press: bool,
) -> None:  # fmt: skip
    """Đọc các văn bản và đưa vào sổ; mỗi điều đọc được chờ một người quyết định (camket ledger decide).

    Tài liệu mang dấu MẬT, TỐI MẬT, TUYỆT MẬT bị từ chối và không lưu gì. Mã kết thúc: 0 nạp được hết; 1 có tệp
    không nạp được; 2 không nạp được gì hoặc gọi sai.
    """
    from camket.cli.ledger.importing import Order, carry_out  # noqa: PLC0415 - help is shown without the reader

    context.exit(carry_out(Order(paths, account, about, rules, not_secret=not_secret, press=press)))
