"""``camket ledger show``: one statement with its sentence, its fields, and every decision on it."""

import click

from camket.cli.ledger.options import as_option, form_option


@click.command(options_metavar="[TÙY_CHỌN]", short_help="Một điều: câu gốc, các trường, các quyết định.")
@click.argument("statement", metavar="SỐ", type=click.IntRange(min=1))
@as_option
@form_option
def show(statement: int, account: str, form: str) -> None:
    """Cho biết một điều văn bản nói: câu gốc quanh nó, máy đọc ra gì, người đã quyết định gì."""
    from camket.cli.ledger.showing import carry_out  # noqa: PLC0415 - help is shown without it

    carry_out(statement, account, form)
