"""The nouns of the ledger, one a file."""

from camket.ledger.models.account import Account, Membership, Role
from camket.ledger.models.document import Content, Document
from camket.ledger.models.entry import Entry, Head
from camket.ledger.models.statement import Decision, ReadingRun, Statement, StatementState
from camket.ledger.models.unit_closure import UnitClosure

__all__ = [
    "Account",
    "Content",
    "Decision",
    "Document",
    "Entry",
    "Head",
    "Membership",
    "ReadingRun",
    "Role",
    "Statement",
    "StatementState",
    "UnitClosure",
]
