"""Every service and every query, with the action that it must ask for and how to call it on the things of a unit.

Whoever adds one adds a line here; ``test_walk`` fails until it is done. A query's call gives what it shows of the unit.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from types import MappingProxyType

from sides import TEXT, Call, Side

from camket.ledger.models import Account, CommitmentLink, Document, Role
from camket.ledger.permissions.action import action_of
from camket.ledger.queries import accounts as of_accounts
from camket.ledger.queries import commitments, observations
from camket.ledger.queries import documents as of_documents
from camket.ledger.queries.history import history_of
from camket.ledger.queries.likeness import meant_by, raised_before
from camket.ledger.queries.misses import misses
from camket.ledger.services import accounts, approve, decide, figures, link
from camket.ledger.services.accept_by_rule import accept_by_rule
from camket.ledger.services.amend import amend
from camket.ledger.services.attach import attach_update
from camket.ledger.services.backup import make_backup
from camket.ledger.services.expunge import expunge
from camket.ledger.services.hand_over import hand_over
from camket.ledger.services.import_document import Received, import_document
from camket.ledger.services.news import News
from camket.ledger.services.stepping import roles_for
from camket.ledger.services.transition import transition
from camket.reading.document import Document as Read
from camket.reading.document import PageFacts
from camket.reading.read import Reading
from camket.vocabulary.commitment import load_commitment_kinds

TODAY = date(2026, 1, 15)


@dataclass(frozen=True)
class Walk:
    """A function of the ledger: the action it stands for, and a call of it. ``query``: it reads, and what is hidden it leaves out."""

    action: str
    call: Call
    query: bool = False
    decided: bool = False
    """Whether the statement of the unit must have been decided before."""
    roles: frozenset[str] | None = None
    """Those who may do it, where the action alone does not say."""

    @property
    def by(self) -> frozenset[str]:
        """The roles that may do it."""
        return frozenset(action_of(self.action).by) if self.roles is None else self.roles


def _asking(action: str, call: Call, *, decided: bool = False) -> Walk:
    return Walk(action, call, query=True, decided=decided)


def _received(unit: str) -> Received:
    reading = Reading(Read(name="bao-cao.txt", text=f"Báo cáo của {unit}."), PageFacts(), None, ())
    return Received(reading.document.text.encode(), reading, Document.Way.UPLOAD, declared_no_secret=True, about=unit)


def _backed_up(by: Account, _: Side) -> object:
    with TemporaryDirectory() as folder:
        return make_backup(by, Path(folder) / "so.backup")


def _one[Row](row: Row | None) -> list[Row]:
    return [] if row is None else [row]


_START = load_commitment_kinds()["own_task"].transitions["start"]
_WHY = News(reason="theo phân công", day=TODAY)

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
        "services.amend.amend": Walk(
            "commitment.amend", lambda by, side: amend(by, side.commitment, {"text": "Thay cầu treo."}, _WHY)
        ),
        "services.approve.pass_on": Walk("draft.write", lambda by, side: approve.pass_on(by, side.draft)),
        "services.approve.approve": Walk("draft.approve", lambda by, side: approve.approve(by, side.draft)),
        "services.approve.discard": Walk("draft.write", lambda by, side: approve.discard(by, side.draft, "trùng")),
        "services.attach.attach_update": Walk(
            "commitment.link", lambda by, side: attach_update(by, side.stray, side.commitment)
        ),
        "services.backup.make_backup": Walk("ledger.backup", _backed_up),
        "services.expunge.expunge": Walk(
            "document.expunge", lambda by, side: expunge(by, side.document, "có thông tin cá nhân", "01/QĐ-UBND")
        ),
        "services.figures.recommend": Walk(
            "observation.recommend", lambda by, side: figures.recommend(by, side.observation, "số chốt")
        ),
        "services.figures.supersede": Walk(
            "observation.recommend", lambda by, side: figures.supersede(by, side.observation, side.later)
        ),
        "services.hand_over.hand_over": Walk(
            "commitment.hand_over", lambda by, side: hand_over(by, [side.orphan], side.unit, _WHY)
        ),
        "services.link.link": Walk(
            "commitment.link",
            lambda by, side: link.link(by, CommitmentLink.Kind.ANSWERS, side.commitment, side.orphan),
        ),
        "services.link.address": Walk("finding.link", lambda by, side: link.address(by, side.finding, side.commitment)),
        "services.link.unlink": Walk("commitment.link", lambda by, side: link.unlink(by, side.link, "nhầm")),
        "services.stepping.roles_for": Walk(
            "commitment.transition",
            lambda by, side: roles_for(by, side.commitment, _START),
            roles=frozenset(_START.by),
        ),
        "services.transition.transition": Walk(
            "commitment.transition",
            lambda by, side: transition(by, side.commitment, "start"),
            roles=frozenset(_START.by),
        ),
        "queries.commitments.commitments": _asking(
            "commitment.read", lambda by, side: commitments.commitments(by).filter(pk=side.commitment.pk)
        ),
        "queries.commitments.commitment": _asking(
            "commitment.read", lambda by, side: _one(commitments.commitment(by, side.commitment.pk))
        ),
        "queries.commitments.thread_of": _asking(
            "commitment.read", lambda by, side: commitments.thread_of(by, side.commitment)
        ),
        "queries.commitments.unattached": _asking(
            "commitment.read", lambda by, side: commitments.unattached(by).filter(pk=side.stray.pk)
        ),
        "queries.likeness.meant_by": _asking("commitment.read", lambda by, side: meant_by(by, side.mention)),
        "queries.likeness.raised_before": _asking("commitment.read", lambda by, side: raised_before(by, side.again)),
        "queries.observations.observations": _asking(
            "observation.read", lambda by, side: observations.observations(by, side.observation.unit)
        ),
        "queries.observations.losses": _asking(
            "observation.read", lambda by, side: observations.losses(by, side.event)
        ),
        "queries.observations.assessment_of": _asking(
            "commitment.read", lambda by, side: _one(observations.assessment_of(by, side.target, TODAY))
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
        "services.backup.restore_backup": "the ledger is empty; the account must be in the backup, and be allowed to by it",
        "services.begin.begin": "there is no account yet in whose name it could be done",
        "services.closure.fill_closure": "derived from the register alone, and writes nothing that anybody said",
        "services.accounts.checked_name": "says only whether a name is free",
        "services.accounts.lasting_administrators": "what beginning and closing ask of themselves",
    }
)
"""Functions that no account does, and why."""
