"""Every service and every query, with the action that it must ask for and how to call it on the things of a unit.

Whoever adds one adds a line here; ``test_walk`` fails until it is done. A query's call gives what it shows of the unit.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from sides import TEXT, Call

from camket.ledger.models import Document, Role
from camket.ledger.queries import accounts as of_accounts
from camket.ledger.queries import documents as of_documents
from camket.ledger.queries.history import history_of
from camket.ledger.queries.misses import misses
from camket.ledger.services import accounts, decide
from camket.ledger.services.accept_by_rule import accept_by_rule
from camket.ledger.services.import_document import Received, import_document
from camket.reading.document import Document as Read
from camket.reading.document import PageFacts
from camket.reading.read import Reading

TODAY = date(2026, 1, 15)


@dataclass(frozen=True)
class Walk:
    """A function of the ledger: the action it stands for, and a call of it. ``query``: it reads, and what is hidden it leaves out."""

    action: str
    call: Call
    query: bool = False
    decided: bool = False
    """Whether the statement of the unit must have been decided before."""


def _asking(action: str, call: Call, *, decided: bool = False) -> Walk:
    return Walk(action, call, query=True, decided=decided)


def _received(unit: str) -> Received:
    reading = Reading(Read(name="bao-cao.txt", text=f"Báo cáo của {unit}."), PageFacts(), None, ())
    return Received(reading.document.text.encode(), reading, Document.Way.UPLOAD, declared_no_secret=True, about=unit)


WALKS: Mapping[str, Walk] = MappingProxyType(
    {
        "services.accounts.open_account": Walk(
            "account.open",
            lambda by, side: accounts.open_account(by, f"moi-{side.unit.lower().replace('@', '-')}", "Tên"),
        ),
        "services.accounts.close_account": Walk(
            "account.manage", lambda by, side: accounts.close_account(by, side.person, "nghỉ hưu")
        ),
        "services.accounts.grant": Walk(
            "membership.grant",
            lambda by, side: accounts.grant(by, side.newcomer, accounts.Post(Role.REPORTER, side.unit, TODAY)),
        ),
        "services.accounts.revoke": Walk(
            "membership.revoke", lambda by, side: accounts.revoke(by, side.post, TODAY, "chuyển công tác")
        ),
        "services.accounts.name_deputy": Walk(
            # Of somebody else's post; that heads do it for their own is tested by itself.
            "membership.grant",
            lambda by, side: accounts.name_deputy(by, side.post, side.newcomer, TODAY, TODAY, "đi họp"),
        ),
        "services.decide.accept": Walk("statement.decide", lambda by, side: decide.accept(by, side.statement)),
        "services.decide.correct": Walk(
            "statement.decide", lambda by, side: decide.correct(by, side.statement, {"value": "13"})
        ),
        "services.decide.reject": Walk(
            "statement.decide", lambda by, side: decide.reject(by, side.statement, "trivial")
        ),
        "services.decide.add": Walk(
            "statement.decide",
            lambda by, side: decide.add(by, side.document, "finding", 0, len(TEXT), {}),
        ),
        "services.decide.undo": Walk(
            "statement.decide", lambda by, side: decide.undo(by, side.decision.statement), decided=True
        ),
        "services.accept_by_rule.accept_by_rule": Walk(
            "statement.decide", lambda by, side: accept_by_rule(by, side.statement.document, ["*"])
        ),
        "services.import_document.import_document": Walk(
            "document.import", lambda by, side: import_document(by, _received(side.unit))
        ),
        "queries.accounts.accounts": _asking(
            "account.read", lambda by, side: of_accounts.accounts(by).filter(pk=side.post.account_id)
        ),
        "queries.accounts.memberships": _asking(
            "membership.read", lambda by, side: of_accounts.memberships(by).filter(pk=side.post.pk)
        ),
        "queries.accounts.who_may": _asking(
            "membership.read",
            lambda by, side: of_accounts.who_may(by, "head", side.unit).filter(pk=side.post.pk),
        ),
        "queries.documents.documents": _asking(
            "document.read", lambda by, side: of_documents.documents(by).filter(pk=side.document.pk)
        ),
        "queries.documents.statements": _asking(
            "statement.read",
            lambda by, side: of_documents.statements(by, document=side.statement.document_id),
        ),
        "queries.documents.statement_of": _asking(
            "statement.read", lambda by, side: [of_documents.statement_of(by, side.statement.pk)]
        ),
        "queries.documents.decisions": _asking(
            "statement.read", lambda by, side: of_documents.decisions(by, side.decision.statement_id), decided=True
        ),
        "queries.history.history_of": _asking("history.read", lambda by, side: history_of(by, side.commitment)),
        "queries.misses.misses": _asking("ledger.misses", lambda by, _: misses(by), decided=True),
    }
)

FOR_NOBODY: Mapping[str, str] = MappingProxyType(
    {
        "services.begin.begin": "there is no account yet in whose name it could be done",
        "services.closure.fill_closure": "derived from the register alone, and writes nothing that anybody said",
        "services.accounts.checked_name": "says only whether a name is free",
        "services.accounts.lasting_administrators": "what beginning and closing ask of themselves",
    }
)
"""Functions that no account does, and why."""
