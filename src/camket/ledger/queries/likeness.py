"""What a statement or commitment may be about again: proposed from likeness of wording and place, never linked by itself."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise

from django.db.models import Q, QuerySet

from camket.ledger.models.account import Account
from camket.ledger.models.commitment import Commitment
from camket.ledger.models.statement import Statement
from camket.ledger.permissions import visible_to
from camket.ledger.register import units
from camket.vocabulary.folding import fold

LEAST = Fraction(1, 3)
"""Likeness below this is not worth showing."""
_AMONG = 500
"""So many of the latest commitments of the place are compared."""
_SHOWN = 10
_ANSWERED = {
    "response": ("petition",),
    "progress": tuple(Commitment.Kind.values),
    "finding": tuple(Commitment.Kind.values),
}


@dataclass(frozen=True, slots=True)
class Likeness:
    """A commitment that may be meant, and how much of the shorter wording stands in the longer, 0 to 1."""

    commitment: Commitment
    share: Fraction


def meant_by(account: Account, statement: Statement) -> list[Likeness]:
    """The commitments that an answer, news or a later mention may belong to, the likest first. Three SQL statements at most."""
    kinds = _ANSWERED.get(statement.kind, (statement.kind,))
    said = str(statement.data.get("refers_to") or "") or statement.text
    rows = _near(account, statement.about, kinds).exclude(statement__isnull=False, statement=statement.pk)
    return _likest(said, rows)


def raised_before(account: Account, commitment: Commitment) -> list[Likeness]:
    """Earlier commitments of its kind that it may raise again, the likest first; those of its thread left out."""
    thread = commitment.thread_id or commitment.pk
    earlier = _near(account, commitment.unit, (commitment.kind,)).filter(id__lt=commitment.pk)
    return _likest(commitment.text, earlier.exclude(Q(pk=thread) | Q(thread__isnull=False, thread=thread)))


def likeness(one: str, other: str) -> Fraction:
    """How many of the pairs of words of the shorter wording the longer has too, 0 to 1; signs and case do not count."""
    first, second = _pairs(one), _pairs(other)
    least = min(len(first), len(second))
    return Fraction(len(first & second), least) if least else Fraction(0)


def _near(account: Account, unit: str, kinds: Iterable[str]) -> QuerySet[Commitment]:
    rows = visible_to(account, Commitment).filter(kind__in=list(kinds), unit__in=list(_places(unit)), withdrawn=False)
    return rows.order_by("-id")


def _places(unit: str) -> Iterator[str]:
    """The unit, and those that it came from or became."""
    yield unit
    if unit in units():
        yield from (one.id for one in (*units().predecessors(unit), *units().successors(unit)))


def _likest(said: str, rows: QuerySet[Commitment]) -> list[Likeness]:
    found = [Likeness(row, likeness(said, row.text)) for row in rows[:_AMONG]]
    found = [one for one in found if one.share >= LEAST]
    return sorted(found, key=lambda one: (-one.share, -one.commitment.pk))[:_SHOWN]


def _pairs(text: str) -> frozenset[tuple[str, str]]:
    words = "".join(sign if sign.isalnum() else " " for sign in fold(text)).split()
    return frozenset(pairwise(words)) if len(words) > 1 else frozenset((word, "") for word in words)
