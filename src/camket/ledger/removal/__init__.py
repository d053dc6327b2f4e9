"""Removing what law wants gone: which rows a document brought, and what of them must stay, without its words."""

from camket.ledger.removal.acts import told_anew
from camket.ledger.removal.blank import blank
from camket.ledger.removal.reach import Reach
from camket.ledger.removal.relations import loose_ends_of
from camket.ledger.removal.terms import Term, kept_terms, silenced

__all__ = ["Reach", "Term", "blank", "kept_terms", "loose_ends_of", "silenced", "told_anew"]
