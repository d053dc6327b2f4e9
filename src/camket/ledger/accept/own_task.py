"""An own task becomes a commitment of the unit to itself."""

from collections.abc import Sequence

from camket.ledger.accept.existing import existing
from camket.ledger.accept.owing import begin, due_of, mention
from camket.ledger.accept.reading import as_told, document_day
from camket.ledger.history.writing import Writing
from camket.ledger.models.account import Account
from camket.ledger.models.commitment import Commitment
from camket.ledger.models.kept import Kept
from camket.ledger.models.statement import Statement
from camket.reading import statements as told


def accept(made: Writing, statement: Statement, account: Account, into: Commitment | None = None) -> Sequence[Kept]:
    """Add the task, whose owner set it; or an update of ``into``, where it is told again."""
    if into is not None:
        return mention(made, statement, account, into)
    said = as_told(statement, told.OwnTask)
    day = document_day(statement)
    unit = existing(statement, "about", statement.about, day)
    owner = said.owner or said.about or ""
    code = existing(statement, "owner", said.owner_code, day) if said.owner else unit
    due = due_of(statement, said.deadline, day)
    return [
        begin(
            made,
            statement,
            Commitment.Kind.OWN_TASK,
            due,
            day,
            issuer=owner,
            issuer_code=code,
            owner=owner,
            owner_code=code,
        )
    ]
