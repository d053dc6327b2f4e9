"""A directive becomes a commitment of the body told to do it, to the one that told it."""

from collections.abc import Sequence

from camket.ledger.accept.existing import existing
from camket.ledger.accept.owing import begin, due_of, mention, share_with
from camket.ledger.accept.reading import as_told, document_day
from camket.ledger.history.writing import Writing
from camket.ledger.models.account import Account
from camket.ledger.models.commitment import Commitment
from camket.ledger.models.kept import Kept
from camket.ledger.models.statement import Statement
from camket.reading import statements as told


def accept(made: Writing, statement: Statement, account: Account, into: Commitment | None = None) -> Sequence[Kept]:
    """Add the directive with its co-owners; or an update of ``into``, where it is told again."""
    if into is not None:
        return mention(made, statement, account, into)
    said = as_told(statement, told.Directive)
    day = document_day(statement)
    existing(statement, "about", statement.about, day)
    commitment = begin(
        made, statement, Commitment.Kind.DIRECTIVE, due_of(statement, said.deadline, day), day, issuer=said.issuer or "",
        issuer_code=existing(statement, "issuer", said.issuer_code, day), owner=said.owner or "",
        owner_code=existing(statement, "owner", said.owner_code, day), strength=said.strength or "",
    )  # fmt: skip
    return [commitment, *share_with(made, commitment, said.co_owners)]
