"""Withdrawing: what a statement had become counts no more, when the decision on it is taken back. Nothing is deleted."""

from collections.abc import Iterable, Iterator
from typing import Final

from camket.ledger.accept.reading import invalid
from camket.ledger.history.writing import Writing
from camket.ledger.models.account import Account
from camket.ledger.models.claim import Claim
from camket.ledger.models.commitment import Commitment
from camket.ledger.models.event import Event
from camket.ledger.models.finding import Finding, FindingLink
from camket.ledger.models.legal_act import Citing, LegalAct
from camket.ledger.models.link import CommitmentLink
from camket.ledger.models.meeting import Meeting
from camket.ledger.models.observation import Observation
from camket.ledger.models.plan_part import PlanPart
from camket.ledger.models.sourced import Sourced
from camket.ledger.models.statement import Statement
from camket.ledger.models.update import Update

_PLAIN: Final[tuple[type[Sourced], ...]] = (CommitmentLink, FindingLink, Claim)

_NOUNS: Final[tuple[type[Sourced], ...]] = (
    *_PLAIN, Update, Observation, Event, Citing, LegalAct, Finding, Meeting, Commitment,
)  # fmt: skip


def withdraw_statement(made: Writing, statement: Statement, account: Account, reason: str) -> list[Sourced]:
    """Mark all entries of a statement withdrawn, and return them; what several statements share stays while one is left.

    Raises InvalidError where something was built on them since, which must be taken back first.
    """
    leaving = _Leaving(made, statement, reason or f"rút lại quyết định ({account.name})")
    leaving.all()
    return leaving.gone


def entries_of(statement: Statement) -> Iterator[Sourced]:
    """All living entries that a statement became, whatever their noun."""
    for model in _NOUNS:
        yield from model._default_manager.filter(statement=statement, withdrawn=False).order_by("id")


class _Leaving:
    def __init__(self, made: Writing, statement: Statement, reason: str) -> None:
        self.made = made
        self.statement = statement
        self.reason = reason[:1000]
        self.gone: list[Sourced] = []

    def all(self) -> None:
        """Each noun with what hangs on it; what others stand on comes last."""
        for update in Update.objects.filter(statement=self.statement, withdrawn=False).order_by("-id"):
            self._update(update)
        for model in _PLAIN:
            self._mark(model._default_manager.filter(statement=self.statement, withdrawn=False))
        for observation in Observation.objects.filter(statement=self.statement, withdrawn=False):
            self._observation(observation)
        for citing in Citing.objects.filter(statement=self.statement, withdrawn=False).select_related("act"):
            self._citing(citing)
        for finding in Finding.objects.filter(statement=self.statement, withdrawn=False):
            self._mark(FindingLink.objects.filter(finding=finding, withdrawn=False))
            self._mark([finding])
        for meeting in Meeting.objects.filter(statement=self.statement, withdrawn=False):
            self._meeting(meeting)
        for commitment in Commitment.objects.filter(statement=self.statement, withdrawn=False):
            self._commitment(commitment)

    def _mark(self, rows: Iterable[Sourced]) -> None:
        for row in rows:
            self.gone.append(self.made.alter(row, withdrawn=True, withdrawn_reason=self.reason))

    def _update(self, update: Update) -> None:
        """What it changed goes back, unless more has happened since."""
        commitment = update.commitment
        if commitment is not None and update.to_state != update.from_state and not update.draft:
            if commitment.state != update.to_state or _later(update):
                raise invalid(
                    self.statement,
                    f"việc số {commitment.pk} đã có diễn biến sau nội dung này; hãy rút các diễn biến ấy trước",
                )
            self.made.alter(commitment, state=update.from_state)
        self._mark([update])

    def _observation(self, row: Observation) -> None:
        for older in Observation.objects.filter(superseded_by=row):
            self.made.alter(older, superseded_by=None, superseded_on=None)
        event = row.event
        self._mark([row])
        if event is not None and not event.losses.filter(withdrawn=False).exists():
            self._mark(Event.objects.filter(pk=event.pk, withdrawn=False))

    def _citing(self, citing: Citing) -> None:
        self._mark([citing])
        if not citing.act.citings.filter(withdrawn=False).exists():
            self._mark(LegalAct.objects.filter(pk=citing.act_id, withdrawn=False))

    def _meeting(self, meeting: Meeting) -> None:
        for model in (Commitment, Finding):
            for row in model._default_manager.filter(meeting=meeting):
                self.made.alter(row, meeting=None)
        for following in meeting.following.all():
            self.made.alter(following, previous=meeting.previous)
        self._mark([meeting])

    def _commitment(self, commitment: Commitment) -> None:
        built = commitment.updates.filter(withdrawn=False).exists()
        below = Commitment.objects.filter(parent=commitment, withdrawn=False).exists()
        if built or below or PlanPart.objects.filter(above=commitment, commitment__withdrawn=False).exists():
            raise invalid(
                self.statement, f"việc số {commitment.pk} đã có diễn biến hoặc việc con; hãy rút những phần ấy trước"
            )
        self._mark(commitment.links.filter(withdrawn=False))
        self._mark(commitment.linked.filter(withdrawn=False))
        self._mark(FindingLink.objects.filter(commitment=commitment, withdrawn=False))
        self._mark([commitment])


def _later(update: Update) -> bool:
    """Whether the commitment changed its state after this update."""
    later = Update.objects.filter(commitment=update.commitment, withdrawn=False, draft=False, id__gt=update.pk)
    return any(one.to_state != one.from_state for one in later)
