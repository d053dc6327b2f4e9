"""Conflict: who changed a row meanwhile, when, and what; for the second of two people."""

from collections.abc import Mapping
from typing import Any

from django.utils import timezone

from camket.ledger.errors import ConflictError
from camket.ledger.history.canonical import Plain, image
from camket.ledger.models.entry import Entry
from camket.ledger.models.kept import Kept

_LONGEST = 80


def conflict(row: Kept, before: Mapping[str, Any]) -> ConflictError:
    """The error for one who changes ``row``, which held ``before`` when it was read, after somebody else did."""
    noun = row._meta.verbose_name
    now = type(row)._default_manager.filter(pk=row.pk).first()
    if now is None:
        return ConflictError(f"{noun} số {row.pk} không còn nữa; chưa ghi gì.")
    entry = Entry.objects.filter(change=now.change).first()
    who = f"{entry.actor} đã sửa lúc {timezone.localtime(entry.at):%H:%M %d/%m/%Y}" if entry else "đã có người sửa"
    told = _differences(image(type(row)(**_columns(row, before))), image(now))
    return ConflictError(f"{noun} số {row.pk}: {who} ({told}). Hãy xem lại rồi làm lại; chưa có gì bị ghi đè.")


def _columns(row: Kept, before: Mapping[str, Any]) -> dict[str, Any]:
    return {field.attname: before[field.attname] for field in row._meta.concrete_fields if field.attname in before}


def _differences(mine: dict[str, Plain], theirs: dict[str, Plain]) -> str:
    names = [name for name in theirs if theirs[name] != mine[name] and name not in {"version", "change"}]
    return "; ".join(f"{name}: {_short(mine[name])} → {_short(theirs[name])}" for name in names) or "không đổi nội dung"


def _short(value: Plain) -> str:
    text = str(value)
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"
