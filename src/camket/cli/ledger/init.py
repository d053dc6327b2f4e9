"""``camket ledger init``: an installation made ready."""

import click


@click.command(options_metavar="[TÙY_CHỌN]", short_help="Lập sổ: cơ sở dữ liệu, lịch sử, người quản trị đầu tiên.")
@click.option("--account", default="", metavar="TÊN", help="Tên tài khoản của người quản trị đầu tiên.")
@click.option("--full-name", default="", metavar="HỌ_TÊN", help="Họ và tên của người ấy.")
def init(account: str, full_name: str) -> None:
    """Lập sổ trong CAMKET_HOME, hoặc trong cơ sở dữ liệu nêu ở CAMKET_DATABASE_URL.

    Chạy lại thì chỉ đưa bảng và danh mục đơn vị theo bản mới; những gì trong sổ vẫn nguyên.
    """
    from camket.cli.ledger.beginning import carry_out  # noqa: PLC0415 - help is shown without it

    carry_out(account, full_name)
