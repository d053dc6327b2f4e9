"""A new commitment of a statement: what all kinds have in common, its due date among it."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from camket.ledger.accept.reading import document_day, invalid, source
from camket.ledger.history.writing import Writing
from camket.ledger.models.account import Account
from camket.ledger.models.commitment import Commitment, CoOwner
from camket.ledger.models.kept import Kept
from camket.ledger.models.meeting import Meeting
from camket.ledger.models.statement import Statement
from camket.ledger.models.update import Update
from camket.ledger.working_days import calendar
from camket.vocabulary.commitment import load_commitment_kinds
from camket.vocabulary.due import Due, compute_due


def begin(
    made: Writing,
    statement: Statement,
    kind: Commitment.Kind,
    due: Due,
    made_on: date | None,
    **columns: Any,  # noqa: ANN401 - columns of a commitment
) -> Commitment:
    """Add the commitment in the first state of its kind; its text is the statement's, character for character."""
    return made.add(
        Commitment(
            kind=kind, text=statement.text, unit=statement.about, made_on=made_on, state=load_commitment_kinds()[kind].start,
            meeting=meeting_of(statement), **due_columns(due), **source(statement), **columns,
        )
    )  # fmt: skip


def due_of(statement: Statement, deadline: str | None, made_on: date | None) -> Due:
    """By when it is owed, with the steps to it. Raises InvalidError for a day before the document's."""
    due = compute_due(deadline, made_on=made_on, calendar=calendar())
    if due.doubted("before_document"):
        raise invalid(
            statement, f"deadline: {' '.join(one.text for one in due.doubts if one.code == 'before_document')}"
        )
    return due


def due_columns(due: Due) -> dict[str, Any]:
    """The columns of a commitment that keep a due date and the way to it."""
    return {
        "due_kind": due.kind, "due_on": due.day, "due_words": due.words or "", "due_frequency": due.frequency or "",
        "due_how": list(due.how), "due_doubts": [one.text for one in due.doubts],
    }  # fmt: skip


def share_with(made: Writing, commitment: Commitment, names: Sequence[str]) -> list[CoOwner]:
    """Add the co-owners in the order written."""
    return made.add_all(
        CoOwner(commitment=commitment, position=place, name=name) for place, name in enumerate(names, 1)
    )


def mention(made: Writing, statement: Statement, account: Account, into: Commitment) -> Sequence[Kept]:
    """A later mention of a commitment that is already kept: an update, and no change of state."""
    if into.kind != statement.kind:
        label = Commitment.Kind(into.kind).label
        raise invalid(statement, f"không thể ghi vào việc số {into.pk} vì đó là {label}; hãy chọn việc cùng loại")
    return [
        made.add(
            Update(
                commitment=into, unit=into.unit, account=account, at=made.at, day=document_day(statement),
                from_state=into.state, to_state=into.state, text=statement.text, **source(statement),
            )
        )
    ]  # fmt: skip


def meeting_of(statement: Statement) -> Meeting | None:
    """The meeting that the statement's document tells of, where it has been accepted."""
    return Meeting.objects.filter(document_id=statement.document_id, withdrawn=False).order_by("id").first()
