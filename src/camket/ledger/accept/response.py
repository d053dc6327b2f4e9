"""A response becomes an update of the petition it answers; what it promises, a commitment of its own."""

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
    """Add the answer; without ``into`` it waits for a person to say which petition it answers."""
    said = as_told(statement, told.Response)
    day = document_day(statement)
    unit = existing(statement, "about", statement.about, day)
    author = existing(statement, "responder", said.responder_code, day)
    draft = of_draft(statement)
    update = made.add(
        Update(
            # A draft is its author's; the unit that asked does not see it yet.
            unit="" if draft and author else unit, account=account, at=made.at, day=day, text=statement.text,
            author=said.responder or "", author_code=author,
            standing=said.status or "", draft=draft, **source(statement),
        )
    )  # fmt: skip
    return [update, *(attach(made, update, into) if into else [])]
