"""Progress becomes an update of the commitment it tells of."""

from collections.abc import Sequence

from camket.ledger.accept.existing import existing
from camket.ledger.accept.reading import as_told, document_day, source
from camket.ledger.accept.telling import attach, of_draft
from camket.ledger.history.writing import Writing
from camket.ledger.models.account import Account
from camket.ledger.models.commitment import Commitment
from camket.ledger.models.kept import Kept
from camket.ledger.models.statement import Statement
from camket.ledger.models.update import Update
from camket.reading import statements as told


def accept(made: Writing, statement: Statement, account: Account, into: Commitment | None = None) -> Sequence[Kept]:
    """Add the news; without ``into`` it waits for a person to say of what it tells."""
    said = as_told(statement, told.Progress)
    day = document_day(statement)
    update = made.add(
        Update(
            unit=existing(statement, "about", statement.about, day), account=account, at=made.at, day=day, text=statement.text,
            standing=said.assessment or "", refers_to=said.refers_to or "", draft=of_draft(statement), **source(statement),
        )
    )  # fmt: skip
    return [update, *(attach(made, update, into) if into else [])]
