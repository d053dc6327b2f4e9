"""Carrying out ``camket ledger history``."""

import json
from typing import TYPE_CHECKING, Any

import click
from django.apps import apps
from django.utils.timezone import localtime

from camket.cli.ledger.session import account_named, opened
from camket.ledger.errors import LedgerError

if TYPE_CHECKING:
    from camket.ledger.models.kept import Kept


def carry_out(noun: str, number: str, name: str, form: str) -> None:
    """Tell the states of a row, latest first."""
    with opened():
        from camket.ledger.queries.history import history_of  # noqa: PLC0415 - models exist once the ledger is open

        for past in history_of(account_named(name), _row(noun, number)):
            told = {
                "sequence": past.entry.sequence, "at": past.entry.at, "by": past.entry.actor, "verb": past.entry.verb,
                "reason": past.reason, "row": past.row,
            }  # fmt: skip
            click.echo(json.dumps(told, ensure_ascii=False, default=str) if form == "json" else _lines(told))


def _row(noun: str, number: str) -> "Kept":
    from camket.ledger.models.kept import Kept  # noqa: PLC0415 - models exist once the ledger is open

    kinds = {
        model._meta.model_name: model for model in apps.get_app_config("ledger").get_models() if issubclass(model, Kept)
    }
    model = kinds.get(noun)
    if model is None:
        raise LedgerError(f"không có loại «{noun}»; các loại: {', '.join(sorted(filter(None, kinds)))}")
    row = model._default_manager.filter(pk=number).first() if number.isalnum() else None
    if row is None:
        raise LedgerError(f"không có {noun} số {number}")
    return row


def _lines(told: dict[str, Any]) -> str:
    head = f"{told['sequence']}  {localtime(told['at']):%H:%M:%S %d/%m/%Y}  {told['by']}  {told['verb']}  {told['reason']}".rstrip()
    row = told["row"]
    if row is None:
        return f"{head}\n  (nội dung đã bị xóa theo quyết định)"
    fields = [
        f"  {name}: {value}" for name, value in row.items() if value not in (None, "", [], {}) and name != "change"
    ]
    return "\n".join([head, *fields])
