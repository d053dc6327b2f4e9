"""Canonical form: one and only one JSON text for the same data, whatever database it came from."""

import hashlib
import json
from datetime import UTC, date, datetime
from decimal import Decimal
from uuid import UUID

from django.db import models

type Plain = str | int | bool | list["Plain"] | dict[str, "Plain"] | None


def canonical(data: Plain) -> str:
    """The JSON text: keys sorted, no blanks, letters as they are."""
    return json.dumps(data, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False)


def plain(value: object) -> Plain:
    """A value as JSON can say it without loss. Raises TypeError for what has no one form, as a float."""
    if value is None or isinstance(value, bool | int | str):
        return value
    if isinstance(value, list | tuple):
        return [plain(one) for one in value]
    if isinstance(value, dict):
        return {str(key): plain(one) for key, one in value.items()}
    return _written(value)


def _written(value: object) -> str:
    if isinstance(value, Decimal):
        return _number(value)
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat(timespec="microseconds")
    if isinstance(value, date | UUID):
        return str(value)
    if isinstance(value, bytes | bytearray | memoryview):
        return f"sha256:{hashlib.sha256(value).hexdigest()}"
    raise TypeError(f"{type(value).__name__} has no canonical form")


def columns(row: models.Model) -> dict[str, Plain]:
    """Every column of a row with its value; of bytes, their digest."""
    return {field.attname: plain(field.to_python(getattr(row, field.attname))) for field in row._meta.concrete_fields}


def image(row: models.Model) -> dict[str, Plain]:
    """The state of a row: every column with its value, or, of those the model calls ``digested``, with its digest."""
    digested: frozenset[str] = getattr(row, "digested", frozenset())
    said = columns(row)
    return said | {name: plain(canonical(said[name]).encode()) for name in digested}


def _number(value: Decimal) -> str:
    """A number without the zeros that databases add or drop, 2.50 and 2.5 being one figure; exact, however long."""
    if not value.is_finite():
        raise TypeError(f"{value} has no canonical form")
    text = format(value, "f")
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return "0" if text == "-0" else text
