"""Commitments as an account may see them: by kind, state, owner and unit; late, due soon, owned by nobody who is left.

Lateness and living owners are computed for the day asked about, from what is kept; the number of SQL statements is fixed.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from functools import cache

import msgspec
from django.db import connection
from django.db.models import F, Prefetch, Q, QuerySet

from camket.ledger.accept.existing import lives
from camket.ledger.models.account import Account
from camket.ledger.models.commitment import Commitment
from camket.ledger.models.finding import Finding, FindingLink
from camket.ledger.models.link import CommitmentLink
from camket.ledger.models.unit_closure import UnitClosure
from camket.ledger.models.update import Update
from camket.ledger.permissions import visible_to
from camket.ledger.permissions.scope import today
from camket.vocabulary.commitment import load_commitment_kinds
from camket.vocabulary.due import Due

SOON = 7
"""Due within so many days is due soon."""
MOST = 1000
"""Counting ends here: more is "more than"."""


class Standing(StrEnum):
    """What a day makes of commitments."""

    LIVING = "living"
    OVERDUE = "overdue"
    DUE_SOON = "due_soon"
    NO_LIVING_OWNER = "no_living_owner"
    NO_OWNER = "no_owner"


@dataclass(frozen=True, slots=True)
class Asked:
    """Which commitments: what is left empty is not asked about.

    ``owner``: a body, or a unit with all its bodies. ``unit``: the unit concerned and all that ever lay in it.
    ``day``: on which standing is computed, today where None.
    """

    kind: str = ""
    state: str = ""
    owner: str = ""
    unit: str = ""
    theme: str = ""
    thread: int | None = None
    meeting: int | None = None
    standing: Standing | None = None
    day: date | None = None
    within: int = SOON


_ALL = Asked()


def commitments(account: Account, asked: Asked = _ALL) -> QuerySet[Commitment]:
    """The commitments that the account may see, the soonest due first. At most three SQL statements with the reading."""
    return (
        visible_to(account, Commitment)
        .filter(_plain(asked), _standing(asked), withdrawn=False)
        .order_by(F("due_on").asc(nulls_last=True), "id")
    )


def counted(rows: QuerySet[Commitment]) -> tuple[int, bool]:
    """How many, and whether there are more than were counted. One SQL statement, which stops at ``MOST``."""
    number = rows.order_by()[: MOST + 1].count()
    return min(number, MOST), number > MOST


def commitment(account: Account, number: int) -> Commitment | None:
    """One with all that hangs on it: part, co-owners, news, links, findings; None where the account sees none such.

    At most sixteen SQL statements, however much hangs on it.
    """
    news = visible_to(account, Update).filter(withdrawn=False).select_related("account", "approved_by", "document")
    # What stands at the other end of a link is shown only to one who may see it.
    seen = visible_to(account, Commitment).values("pk")
    links = CommitmentLink.objects.filter(withdrawn=False, source__in=seen, target__in=seen)
    findings = visible_to(account, Finding).values("pk")
    addressed = FindingLink.objects.filter(withdrawn=False, finding__in=findings).select_related("finding")
    return (
        visible_to(account, Commitment)
        .filter(pk=number)
        .select_related("statement", "meeting", "target", "petition", "project", "plan", "thread", "parent")
        .prefetch_related(
            "co_owners", "target__steps", "project__allotments", "project__milestones",
            Prefetch("updates", news.order_by("id")),
            Prefetch("links", links.select_related("target")),
            Prefetch("linked", links.select_related("source")),
            Prefetch("findings", addressed),
        )
        .first()
    )  # fmt: skip


def thread_of(account: Account, one: Commitment) -> QuerySet[Commitment]:
    """The whole thread across meetings, in the order in which it was said. Two SQL statements."""
    first = one.thread_id or one.pk
    rows = visible_to(account, Commitment).filter(Q(pk=first) | Q(thread=first), withdrawn=False)
    return rows.select_related("meeting").order_by("made_on", "id")


def unattached(account: Account) -> QuerySet[Update]:
    """Answers and news of progress of which nobody has said yet to which commitment they belong. Two SQL statements."""
    rows = visible_to(account, Update).filter(commitment=None, withdrawn=False)
    return rows.select_related("statement").order_by("-id")


def due_of(one: Commitment) -> Due:
    """The due date as the vocabulary has it, from what is kept."""
    kept = {"kind": one.due_kind or "none", "day": one.due_on, "how": one.due_how, "words": one.due_words or None}
    return msgspec.convert({**kept, "frequency": one.due_frequency or None}, Due)


def _plain(asked: Asked) -> Q:
    given = {"kind": asked.kind, "state": asked.state, "theme": asked.theme, "meeting": asked.meeting}
    found = Q(**{name: value for name, value in given.items() if value})
    if asked.thread:
        found &= Q(pk=asked.thread) | Q(thread=asked.thread)
    if asked.owner:
        found &= Q(owner_code=asked.owner) if "/" in asked.owner else Q(owner_code__unit_part=asked.owner)
    if asked.unit:
        found &= Q(unit__in=UnitClosure.objects.filter(ancestor=asked.unit).values("descendant"))
    return found


def _standing(asked: Asked) -> Q:
    day = asked.day or today()
    if asked.standing is None:
        return Q()
    living = Q(state__in=_states(clock=False))
    late = Q(state__in=_states(clock=True)) & ~Q(strength=Commitment.Strength.SUGGEST)
    if asked.standing is Standing.OVERDUE:
        return late & Q(due_on__lt=day)
    if asked.standing is Standing.DUE_SOON:
        return late & Q(due_on__gte=day, due_on__lte=day + timedelta(days=asked.within))
    if asked.standing is Standing.NO_OWNER:
        return living & Q(owner_code="")
    if asked.standing is Standing.NO_LIVING_OWNER:
        return living & Q(owner_code__in=[code for code in _owners() if not lives(code, day)])
    return living


@cache
def _states(*, clock: bool) -> tuple[str, ...]:
    """The codes of the states in which something is owed, or those in which the deadline runs; one meaning for all kinds."""
    states = [state for kind in load_commitment_kinds().values() for state in kind.states.values()]
    return tuple(dict.fromkeys(one.code for one in states if (one.clock if clock else one.living)))


def _owners() -> Iterable[str]:
    """Every owner there is, once. The index is entered once for each, so that a large table is not read for few owners."""
    with connection.cursor() as cursor:
        cursor.execute(_OWNERS)
        return [code for (code,) in cursor.fetchall()]


_OWNERS = """
WITH RECURSIVE owner(code) AS (
    SELECT min(owner_code) FROM ledger_commitment WHERE owner_code > ''
    UNION ALL
    SELECT (SELECT min(owner_code) FROM ledger_commitment WHERE owner_code > owner.code) FROM owner WHERE code IS NOT NULL
)
SELECT code FROM owner WHERE code IS NOT NULL
"""
