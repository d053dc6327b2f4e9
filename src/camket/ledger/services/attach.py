"""Attaching: a person says to which commitment an answer or news of progress belongs."""

from camket.ledger.accept import attach
from camket.ledger.errors import InvalidError
from camket.ledger.history.writing import writing
from camket.ledger.models.account import Account
from camket.ledger.models.commitment import Commitment
from camket.ledger.models.update import Update
from camket.ledger.permissions import require
from camket.ledger.search.indexing import index


def attach_update(account: Account, update: Update, commitment: Commitment) -> Update:
    """Bring an update that waits to its commitment, with the state it leads to and what it promises.

    Raises DeniedError, ConflictError, InvalidError.
    """
    require(account, "commitment.link", commitment)
    require(account, "commitment.read", update)
    if update.commitment_id is not None or update.withdrawn or commitment.withdrawn:
        raise InvalidError(f"diễn biến số {update.pk} đã gắn với một việc, hoặc đã rút; hãy xem lại")
    with writing(account.name, "update.attach") as made:
        index(made, *(one for one in attach(made, update, commitment) if isinstance(one, Commitment)))
    return update
