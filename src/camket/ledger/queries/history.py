"""History: every state a row passed through, the latest first, and who made it."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from camket.ledger.models.account import Account
from camket.ledger.models.entry import Entry
from camket.ledger.models.kept import Kept
from camket.ledger.permissions import require


@dataclass(frozen=True, slots=True)
class Past:
    """One state of a row: the entry that made it and its columns then, None where they were removed by law."""

    entry: Entry
    row: dict[str, Any] | None
    reason: str


def history_of(account: Account, row: Kept) -> Iterator[Past]:
    """The states of a row, latest first: one SQL statement a state. Raises DeniedError."""
    require(account, "history.read", row)
    change = row.change
    while change and (entry := Entry.objects.filter(change=change).first()) is not None:
        said = json.loads(entry.payload) if entry.payload is not None else None
        state = _of(said, row) if said else None
        yield Past(entry, state["row"] if state else None, said["reason"] if said else "")
        change = state["was"] if state else ""


def _of(said: dict[str, Any], row: Kept) -> dict[str, Any] | None:
    noun, key = row._meta.model_name, row._meta.pk.attname
    return next((one for one in said["rows"] if one["noun"] == noun and str(one["row"][key]) == str(row.pk)), None)
