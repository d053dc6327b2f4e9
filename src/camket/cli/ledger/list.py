"""``camket ledger list``: the statements of documents, and what was decided of them."""

import click

from camket.cli.ledger.options import as_option, form_option

STATES = ("proposed", "accepted", "corrected", "rejected", "lapsed")


@click.command("list", options_metavar="[TÙY_CHỌN]", short_help="Các văn bản đã nạp, hoặc các điều trong đó.")
@as_option
@click.option(
    "--document", type=click.IntRange(min=1), metavar="SỐ", help="Các điều của văn bản này. Không nêu: các văn bản."
)
@click.option("--state", type=click.Choice(STATES), metavar="|".join(STATES), help="Chỉ những điều ở tình trạng này.")
@click.option("--kind", default="", metavar="LOẠI", help="Chỉ những điều loại này (petition, directive, …).")
@form_option
def list_statements(account: str, document: int | None, state: str | None, kind: str, form: str) -> None:
    """Liệt kê các văn bản tài khoản được xem; với --document, --state hoặc --kind: các điều văn bản nói."""
    from camket.cli.ledger.listing import carry_out  # noqa: PLC0415 - help is shown without it

    carry_out(account, document, state or "", kind, form)
