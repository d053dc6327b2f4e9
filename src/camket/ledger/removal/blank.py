"""Blanking: a row that has to stay, because others stand on it, without any of its words and figures."""

from typing import Any

from django.db import models

from camket.ledger.models.document import Document
from camket.ledger.models.kept import Kept

_STAYS: frozenset[str] = frozenset({
    "version", "change", "kind", "state", "unit", "withdrawn_reason", "transition", "from_state", "to_state", "at", "draft",
    "passed_at", "approved_at", "position", "part",
})  # fmt: skip
"""Columns that say where a row stands among others and what was done with it: nothing that a document says."""
_OF_DOCUMENT: frozenset[str] = frozenset(
    {"version", "change", "content_hash", "way", "received_at", "about", "expunged_at"}
)


def blank(row: Kept) -> dict[str, Any]:
    """Every column that holds words or figures, empty; references and marks stay as they are."""
    stays = _OF_DOCUMENT if isinstance(row, Document) else _STAYS
    return {
        field.name: field.get_default()
        for field in row._meta.concrete_fields
        if not field.primary_key
        and field.name not in stays
        and not isinstance(field, models.ForeignKey | models.BooleanField)
    }
