"""Accepting: how a statement that a person accepted becomes entries of the ledger, a file a kind."""

from camket.ledger.accept.dispatch import accept_statement
from camket.ledger.accept.telling import attach
from camket.ledger.accept.withdraw import withdraw_statement

__all__ = ["accept_statement", "attach", "withdraw_statement"]
