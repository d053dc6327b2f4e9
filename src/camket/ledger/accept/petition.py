"""A petition becomes a commitment of its addressee to its sender."""

from collections.abc import Sequence

from camket.ledger.accept.existing import existing
from camket.ledger.accept.figures import money
from camket.ledger.accept.owing import begin, due_of, mention
from camket.ledger.accept.reading import as_told, document_day
from camket.ledger.history.writing import Writing
from camket.ledger.models.account import Account
from camket.ledger.models.commitment import Commitment
from camket.ledger.models.kept import Kept
from camket.ledger.models.petition_part import PetitionPart
from camket.ledger.models.statement import Statement
from camket.reading import statements as told


def accept(made: Writing, statement: Statement, account: Account, into: Commitment | None = None) -> Sequence[Kept]:
    """Add the petition; or an update of ``into``, where it is told again."""
    if into is not None:
        return mention(made, statement, account, into)
    said = as_told(statement, told.Petition)
    day = document_day(statement)
    existing(statement, "about", statement.about, day)
    sender = existing(statement, "sender", said.sender_code, day)
    addressee = existing(statement, "addressee", said.addressee_code, day)
    commitment = begin(
        made, statement, Commitment.Kind.PETITION, due_of(statement, None, day), day, issuer=said.sender or "",
        issuer_code=sender, owner=said.addressee or "", owner_code=addressee,
    )  # fmt: skip
    part = made.add(
        PetitionPart(
            commitment=commitment, sender=said.sender or "", sender_code=sender, addressee=said.addressee or "",
            addressee_code=addressee, amount=money(statement, said.value, said.unit), legal_basis=list(said.citations),
        )
    )  # fmt: skip
    return [commitment, part]
