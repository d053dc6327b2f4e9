"""``camket ledger expunge``: a document removed by order of law, with all that came from it."""

import click

from camket.cli.ledger.options import as_option


@click.command(options_metavar="[TÙY_CHỌN]", short_help="Xóa hẳn một văn bản và mọi thứ từ đó, theo quyết định.")
@click.argument("document", metavar="SỐ", type=click.IntRange(min=1))
@as_option
@click.option("--reason", required=True, metavar="LÝ_DO", help="Vì sao phải xóa. Đừng nhắc lại lời của văn bản bị xóa.")
@click.option("--act", required=True, metavar="VĂN_BẢN", help="Số, ký hiệu của quyết định cho phép xóa.")
@click.option("--yes", is_flag=True, help="Xóa ngay, không hỏi lại.")
def expunge(document: int, account: str, reason: str, act: str, *, yes: bool) -> None:
    """Xóa hẳn văn bản mang SỐ này: tệp gốc, lời văn, các điều đã đọc và mọi thứ đã vào sổ từ đó. Không lấy lại được.

    Sổ chỉ còn giữ: từng có một văn bản, nhận ngày nào, ai xóa, vì sao, theo quyết định nào; lịch sử vẫn kiểm tra được.
    Chỉ người quản trị ở đơn vị của văn bản làm được.
    """
    from camket.cli.ledger.expunging import carry_out  # noqa: PLC0415 - help is shown without it

    carry_out(document, account, reason, act, asked=yes)
