"""A loss becomes a figure of an event: one event for each document, day and hazard."""

from collections.abc import Sequence

from camket.ledger.accept.existing import existing
from camket.ledger.accept.figures import interval, period, period_columns
from camket.ledger.accept.reading import as_told, document_day, invalid, source
from camket.ledger.history.writing import Writing
from camket.ledger.models.account import Account
from camket.ledger.models.commitment import Commitment
from camket.ledger.models.event import Event
from camket.ledger.models.kept import Kept
from camket.ledger.models.observation import Observation
from camket.ledger.models.statement import Statement
from camket.reading import statements as told
from camket.vocabulary import load_vocabulary


def accept(made: Writing, statement: Statement, account: Account, into: Commitment | None = None) -> Sequence[Kept]:  # noqa: ARG001 - as all kinds
    """Add the loss, and the event where this is the first that is told of it."""
    said = as_told(statement, told.Loss)
    if said.category not in load_vocabulary().loss_categories:
        raise invalid(
            statement, f"category: không có loại thiệt hại «{said.category}»; hãy chọn một loại trong danh mục"
        )
    day = document_day(statement)
    unit = existing(statement, "about", said.place_code or statement.about, said.event_date, day)
    event, new = _event(made, statement, said, unit)
    spoken = period(statement, "period", said.period)
    loss = made.add(
        Observation(
            event=event, category=said.category, text=statement.text, unit=unit, place=said.place or "",
            measure=said.unit or "", qualifiers=list(said.qualifier), as_of=said.as_of or day,
            role=Observation.Role.ESTIMATE if "estimate" in said.qualifier else Observation.Role.ACTUAL,
            **interval(statement, said.value, said.low, said.high, said.unit), **period_columns(spoken), **source(statement),
        )
    )  # fmt: skip
    return [event, loss] if new else [loss]


def _event(made: Writing, statement: Statement, said: told.Loss, unit: str) -> tuple[Event, bool]:
    known = Event.objects.filter(
        document_id=statement.document_id, date=said.event_date, hazard=said.hazard or "", withdrawn=False
    ).first()
    if known is not None:
        return known, False
    event = Event(
        unit=unit, hazard=said.hazard or "", date=said.event_date, place=said.place or "", **source(statement)
    )
    return made.add(event), True
