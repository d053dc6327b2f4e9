"""Carrying out ``camket ledger list``."""

import json
from collections.abc import Iterable

import click
from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from camket.cli.ledger.session import account_named, opened
from camket.cli.output import one_line, screen_width


def carry_out(name: str, document: int | None, state: str, kind: str, form: str) -> None:
    """Show documents, or statements where something of them is asked for."""
    with opened():
        if document or state or kind:
            rows = _statements(name, document, state, kind, form)
            heads = {"id": "Số", "kind": "Loại", "state": "Tình trạng", "text": "Nội dung", "span": "Vị trí"}
        else:
            rows = _documents(name)
            heads = {"id": "Số", "name": "Tệp", "title": "Trích yếu", "about": "Về", "waiting": "Chờ quyết định"}
        show(rows, heads, form)


def _documents(name: str) -> Iterable[dict[str, object]]:
    from camket.ledger.queries.documents import documents  # noqa: PLC0415 - models exist once the ledger is open

    return [dict(one) for one in documents(account_named(name)).values("id", "name", "title", "about", "waiting")]


def _statements(name: str, document: int | None, state: str, kind: str, form: str) -> Iterable[dict[str, object]]:
    from camket.ledger.queries.documents import statements  # noqa: PLC0415 - as above

    return [
        {
            "id": one.pk, "document": one.document_id, "kind": one.kind, "state": one.state if form == "json" else one.get_state_display(),
            "text": one.text, "span": f"{one.start}-{one.end}", "data": one.data,
        }
        for one in statements(account_named(name), document, state, kind)
    ]  # fmt: skip


def show(rows: Iterable[dict[str, object]], heads: dict[str, str], form: str) -> None:
    """Rows as a table on the screen, or a JSON object a line."""
    if form == "json":
        for row in rows:
            click.echo(json.dumps(row, ensure_ascii=False, default=str))
        return
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    for head in heads.values():
        table.add_column(head, overflow="fold")
    for row in rows:
        table.add_row(*(Text(one_line(str(row[name]))) for name in heads))
    Console(width=screen_width(), highlight=False).print(table if table.row_count else Text("Không có gì."))
