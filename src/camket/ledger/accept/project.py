"""A project becomes a commitment of the unit it is told of, until an owner is named."""

from collections.abc import Sequence

from camket.ledger.accept.existing import existing
from camket.ledger.accept.figures import money
from camket.ledger.accept.owing import begin, due_of, mention
from camket.ledger.accept.reading import as_told, document_day
from camket.ledger.history.writing import Writing
from camket.ledger.models.account import Account
from camket.ledger.models.commitment import Commitment
from camket.ledger.models.kept import Kept
from camket.ledger.models.project_part import ProjectPart
from camket.ledger.models.statement import Statement
from camket.reading import statements as told


def accept(made: Writing, statement: Statement, account: Account, into: Commitment | None = None) -> Sequence[Kept]:
    """Add the project; or an update of ``into``, where it is told again."""
    if into is not None:
        return mention(made, statement, account, into)
    said = as_told(statement, told.Project)
    day = document_day(statement)
    unit = existing(statement, "about", statement.about, day)
    due = due_of(statement, None, day)
    commitment = begin(made, statement, Commitment.Kind.PROJECT, due, day, owner=said.about or "", owner_code=unit)
    part = made.add(
        ProjectPart(
            commitment=commitment, name=said.name or "", place=said.place or "",
            place_code=existing(statement, "place", said.place_code, day), progress=said.progress or "",
            budget=money(statement, said.value, said.unit),
        )
    )  # fmt: skip
    return [commitment, part]
