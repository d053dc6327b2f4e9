"""Statements as JSON lines: one object a statement, as the statements contract has it."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import msgspec

from camket.reading.read import Reading
from camket.reading.statements import Piece, Statement
from camket.reports.number import plain

_ENCODE = msgspec.json.Encoder().encode
_LEADING = ("kind", "text", "start", "end", "rule", "section", "about", "period")


def json_lines(reading: Reading, *, explain: bool = False) -> Iterator[bytes]:
    """Each statement of a reading as a JSON object and a line end; with ``explain``, with what it was made of."""
    for statement in reading.statements:
        yield _ENCODE(statement_object(reading, statement, explain=explain)) + b"\n"


def statement_object(reading: Reading, statement: Statement, *, explain: bool = False) -> dict[str, Any]:
    """A statement's fields in plain values; what the document does not give is left out."""
    fields = {name: _value(name, value) for name, value in _fields(statement) if _given(value)}
    leading = {name: fields.pop(name) for name in _LEADING if name in fields}
    row = {"document": reading.document.name, **leading, **fields}
    if explain and statement.pieces:
        row["pieces"] = [_piece(reading.document.text, piece) for piece in statement.pieces]
    return row


def _fields(statement: Statement) -> Iterator[tuple[str, object]]:
    yield "kind", statement.kind
    for name in statement.__struct_fields__:
        if name != "pieces":
            yield name, getattr(statement, name)


def _given(value: object) -> bool:
    return value is not None and value is not False and value not in ("", ())


def _value(name: str, value: object) -> object:
    if isinstance(value, Decimal):
        return plain(value)
    if name == "qualifier" and isinstance(value, tuple) and len(value) == 1:
        return value[0]
    return value


def _piece(text: str, piece: Piece) -> dict[str, object]:
    return {"role": piece.role, "start": piece.start, "end": piece.end, "text": text[piece.start : piece.end]}
