"""``camket ledger decide``: one person says of statements what is so."""

import click

from camket.cli.ledger.options import as_option

VERBS = ("accept", "correct", "reject", "undo")


@click.command(options_metavar="[TÙY_CHỌN]", short_help="Nhận, sửa, bỏ, hoặc rút lại quyết định về một điều.")
@click.argument("verb", metavar="|".join(VERBS), type=click.Choice(VERBS))
@click.argument("statements", metavar="SỐ...", nargs=-1, required=True, type=click.IntRange(min=1))
@as_option
@click.option(
    "--set", "fields", multiple=True, metavar="TRƯỜNG=GIÁ_TRỊ", help="Với correct: trường cần sửa; lặp lại được."
)
@click.option(
    "--reason",
    default="",
    metavar="LÝ_DO",
    help="Với reject: not_said, wrong_kind, wrong_place, repeated, not_ours, trivial.",
)
@click.option("--note", default="", metavar="GHI_CHÚ", help="Ghi chú kèm quyết định.")
@click.option(
    "--into", type=click.IntRange(min=1), metavar="SỐ", help="Với accept, correct: cam kết mà điều này nói lại."
)
@click.pass_context
def decide(
    context: click.Context, verb: str, statements: tuple[int, ...], account: str, fields: tuple[str, ...], reason: str,
    note: str, into: int | None,
) -> None:  # fmt: skip
    """Quyết định về các điều mang SỐ này (camket ledger list). Mỗi quyết định để lại dấu vết và rút lại được.

    Mã kết thúc: 0 quyết định xong; 1 có điều bị từ chối (các điều khác vẫn xong); 2 gọi sai.
    """
    from camket.cli.ledger.deciding import Order, carry_out  # noqa: PLC0415 - help is shown without it

    context.exit(carry_out(Order(verb, statements, account, fields, reason, note, into)))
