"""``camket ledger search``: words found in documents, statements and commitments."""

import click

from camket.cli.ledger.options import as_option, form_option


@click.command(options_metavar="[TÙY_CHỌN]", short_help="Tìm trong văn bản, nội dung, cam kết.")
@click.argument("words", metavar="TỪ...", nargs=-1, required=True)
@as_option
@click.option("--in", "nouns", multiple=True, metavar="LOẠI", help="Chỉ tìm trong document, statement hoặc commitment.")
@click.option(
    "--limit",
    type=click.IntRange(1, 100),
    default=20,
    show_default=True,
    metavar="SỐ",
    help="Nhiều nhất bao nhiêu kết quả.",
)
@form_option
def search(words: tuple[str, ...], account: str, nouns: tuple[str, ...], limit: int, form: str) -> None:
    """Tìm TỪ, có dấu hay không dấu, trong những gì tài khoản được xem; đặt trong ngoặc kép để tìm nguyên cụm."""
    from camket.cli.ledger.searching import carry_out  # noqa: PLC0415 - help is shown without it

    carry_out(" ".join(words), account, nouns, limit, form)
