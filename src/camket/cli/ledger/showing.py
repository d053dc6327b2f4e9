"""Carrying out ``camket ledger show``."""

import json
from typing import TYPE_CHECKING, Any

import click
from django.utils.timezone import localtime

from camket.cli.ledger.session import account_named, opened
from camket.cli.output import one_line

if TYPE_CHECKING:
    from camket.ledger.models import Statement

_AROUND = 160


def carry_out(number: int, name: str, form: str) -> None:
    """Show one statement, as far as the account may see it."""
    with opened():
        told = _told(number, name)
        click.echo(json.dumps(told, ensure_ascii=False, default=str) if form == "json" else _lines(told))


def _told(number: int, name: str) -> dict[str, Any]:
    from camket.ledger.queries.documents import decisions, statement_of  # noqa: PLC0415 - models exist once the ledger is open

    account = account_named(name)
    statement = statement_of(account, number)
    return {
        "id": statement.pk, "document": statement.document.name, "kind": statement.kind, "state": statement.state,
        "span": [statement.start, statement.end], "text": statement.text, "around": _around(statement),
        "data": statement.data, "proposed": statement.proposed,
        "decisions": [
            {"verb": one.verb, "by": one.account.name, "at": one.at, "fields": one.fields, "reason": one.reason, "note": one.note}
            for one in decisions(account, number)
        ],
    }  # fmt: skip


def _around(statement: "Statement") -> str:
    text = statement.document.text
    return text[max(0, statement.start - _AROUND) : statement.end + _AROUND]


def _lines(told: dict[str, Any]) -> str:
    head = f"{told['id']}  {told['kind']}  {told['state']}  {told['document']} {told['span'][0]}-{told['span'][1]}"
    fields = [
        f"  {name}: {value}"
        + (f"   (máy đọc: {told['proposed'][name]})" if told["proposed"].get(name, value) != value else "")
        for name, value in told["data"].items()
    ]
    past = [
        f"  {localtime(one['at']):%H:%M %d/%m/%Y}  {one['by']}  {one['verb']}  {one['reason']} {one['note']}".rstrip()
        for one in told["decisions"]
    ]
    return "\n".join([head, f"«{one_line(told['text'])}»", f"… {one_line(told['around'])} …", *fields, *past])
