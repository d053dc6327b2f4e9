"""``camket ledger verify``: whether the history and the rows are as they were written."""

import click

from camket.cli.ledger.options import as_option


@click.command(options_metavar="[TÙY_CHỌN]", short_help="Kiểm tra lịch sử có nguyên vẹn không.")
@as_option
@click.option(
    "--head", metavar="MÃ", help="Mã đầu chuỗi đã ghi ở nơi khác (biên bản): phát hiện được phần cuối bị cắt."
)
@click.pass_context
def verify(context: click.Context, account: str, head: str | None) -> None:
    """Đi hết chuỗi lịch sử và so với các dòng trong sổ; in mã đầu chuỗi để ghi vào biên bản.

    Mã kết thúc: 0 nguyên vẹn; 1 có chỗ không khớp (nêu chỗ đầu tiên).
    """
    from camket.cli.ledger.verifying import carry_out  # noqa: PLC0415 - help is shown without it

    context.exit(carry_out(account, head))
