"""Documents and their statements, as far as an account may see them."""

from typing import TYPE_CHECKING, TypedDict

from django.db.models import Count, Q, QuerySet

from camket.ledger.errors import LedgerError
from camket.ledger.models.account import Account
from camket.ledger.models.document import Document
from camket.ledger.models.statement import Decision, Statement
from camket.ledger.permissions import visible_to

if TYPE_CHECKING:
    from django_stubs_ext import WithAnnotations


class Waiting(TypedDict):
    """How many statements of a document wait for a decision."""

    waiting: int


def documents(account: Account) -> "QuerySet[WithAnnotations[Document, Waiting]]":
    """The documents, latest first, each with how many of its statements wait (``waiting``). One SQL statement."""
    waiting = Count("statements", filter=Q(statements__state="proposed"))
    seen = visible_to(account, Document).defer("text", "places")
    return seen.annotate(waiting=waiting).order_by("-received_at", "-id")


def statements(account: Account, document: int | None = None, state: str = "", kind: str = "") -> QuerySet[Statement]:
    """Statements in the order of the text, of one document or all, of one state or kind or all. One SQL statement."""
    asked = {"document": document, "state": state, "kind": kind}
    chosen = {name: value for name, value in asked.items() if value}
    return (
        visible_to(account, Statement)
        .filter(**chosen)
        .select_related("document")
        .defer("document__text", "document__places")
        .order_by("document_id", "start", "-end", "kind")
    )


def statement_of(account: Account, number: int) -> Statement:
    """One statement with its document and its text. Raises LedgerError where there is none that the account may see."""
    found = visible_to(account, Statement).filter(pk=number).select_related("document").first()
    if found is None:
        raise LedgerError(f"không có nội dung số {number}, hoặc tài khoản không được xem")
    return found


def decisions(account: Account, statement: int) -> QuerySet[Decision]:
    """What was decided of a statement, in order of time, with who did. One SQL statement."""
    return visible_to(account, Decision).filter(statement=statement).select_related("account").order_by("id")
