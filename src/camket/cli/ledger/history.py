"""``camket ledger history``: every state a thing passed through, and who made it."""

import click

from camket.cli.ledger.options import as_option, form_option


@click.command(options_metavar="[TÙY_CHỌN]", short_help="Mọi lần một thứ được sửa: ai, lúc nào, thành gì.")
@click.argument("noun", metavar="LOẠI")
@click.argument("number", metavar="SỐ")
@as_option
@form_option
def history(noun: str, number: str, account: str, form: str) -> None:
    """Kể lại mọi tình trạng đã qua của một thứ trong sổ, mới nhất trước.

    LOẠI là statement, document, commitment và các loại khác của sổ.
    """
    from camket.cli.ledger.telling import carry_out  # noqa: PLC0415 - help is shown without it

    carry_out(noun, number, account, form)
