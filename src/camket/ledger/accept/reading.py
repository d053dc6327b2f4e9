"""What a statement says, typed again; and the day of its document."""

from datetime import date, datetime
from typing import Any

import msgspec

from camket.ledger.errors import InvalidError
from camket.ledger.models.statement import Statement
from camket.reading import statements as told


def as_told[Told: told.Statement](statement: Statement, kind: type[Told]) -> Told:
    """The statement as its kind's type has it. Raises InvalidError for a value that the type cannot hold."""
    place = {
        "kind": statement.kind, "text": statement.text, "start": statement.start, "end": statement.end,
        "rule": statement.rule, "section": statement.section,
    }  # fmt: skip
    try:
        return msgspec.convert({**_listed(statement.data), **place}, kind, strict=False)
    except msgspec.ValidationError as error:
        raise invalid(statement, f"giá trị không đúng kiểu ({error}); hãy sửa trường ấy") from error


def invalid(statement: Statement, reason: str) -> InvalidError:
    """The refusal of a statement: which one, in which document, where, and why."""
    where = f"nội dung số {statement.pk} («{_short(statement.text)}», ký tự {statement.start}-{statement.end})"
    return InvalidError(f"{where}: {reason}")


def document_day(statement: Statement) -> date | None:
    """The day of the document, or else the one its page was published on; None where neither is known."""
    document = statement.document
    if document.dated is not None:
        return document.dated
    published = document.facts.get("published")
    return datetime.fromisoformat(published).date() if published else None


def source(statement: Statement) -> dict[str, Any]:
    """The columns by which an entry leads back to its statement."""
    return {"statement": statement, "document_id": statement.document_id}


def _listed(data: dict[str, Any]) -> dict[str, Any]:
    """The contract writes a single qualifier as a plain string; the type wants a list."""
    one = data.get("qualifier")
    return {**data, "qualifier": [one]} if isinstance(one, str) else data


def _short(text: str) -> str:
    return text if len(text) <= 60 else f"{text[:57]}..."
