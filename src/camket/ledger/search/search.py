"""Search: what an account may see of the rows in which words are found, the best first."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import reduce
from operator import or_
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet

from camket.ledger.models.account import Account
from camket.ledger.permissions import visible_to
from camket.ledger.search.marking import Passage, part, whole
from camket.ledger.search.matching import matching, reading
from camket.ledger.search.models import SearchEntry
from camket.ledger.search.noun import NOUNS, Noun, noun_named
from camket.ledger.search.question import Term, terms
from camket.ledger.search.ranking import Found, ranked

MOST = 100
"""Hits that can be asked for at once."""
CAP = 500
"""So many of the rows found, the latest, are ranked and counted."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A row that was found. ``passages`` shows its fields with words in them, short ones whole, of the long one a part."""

    noun: str
    key: int
    title: str
    passages: tuple[Passage, ...]
    exact: bool
    rank: float


@dataclass(frozen=True, slots=True)
class Page:
    """Hits, best first, of the ``count`` that there are; ``more``: there are more than were counted."""

    hits: tuple[Hit, ...]
    count: int
    more: bool


def search(account: Account, words: str, nouns: Iterable[str] = (), limit: int = 20, skip: int = 0) -> Page:
    """The rows, of some nouns or of all, in which all of ``words`` are found and which the account may see.

    Diacritics, case, and old or new spelling do not matter, but rows spelled as typed come first. Quotes hold words together;
    the last word may be the beginning of one. Nothing that is typed is an error; nothing but punctuation finds nothing.
    Three SQL statements a noun and at most eight more. Raises InvalidError for a noun that is not searched.
    """
    asked, chosen = terms(words), [noun_named(name) for name in nouns] or list(NOUNS.values())
    if not asked:
        return Page((), 0, more=False)
    found, more = _find(account, asked, chosen)
    start = max(0, skip)
    shown = found[start : start + min(max(0, limit), MOST)]
    return Page(_hits(shown, asked), len(found), more)


def _find(account: Account, asked: Sequence[Term], nouns: Sequence[Noun]) -> tuple[list[Found], bool]:
    best: dict[tuple[str, int], Found] = {}
    sources = _sources(account, nouns)
    for exact in (True, False) if any(term.marked for term in asked) else (False,):
        for seen, match in sources:
            latest = match(asked, exactly=exact).filter(seen).values_list("pk", flat=True)[: CAP + 1]
            # Chosen first, counted then: PostgreSQL would count in all that match before it sorts them.
            for one in ranked(SearchEntry.objects.filter(pk__in=list(latest)), asked, exact=exact):
                best.setdefault((one.noun, one.key), one)
    order = sorted(best.values(), key=lambda one: (-one.rank, one.noun, -one.key))
    return order[:CAP], len(order) > CAP


def _sources(account: Account, nouns: Sequence[Noun]) -> list[tuple[Q, Callable[..., QuerySet[SearchEntry]]]]:
    """Entries of rows that the account may see, each with the way to find words in them.

    One who sees few rows has these read, as the index would first give the rows of everybody; of one who sees many, row by row
    that the index gives is asked whether they see it, as what they see may be a million.
    """
    few, many = [], []
    for noun in nouns:
        rows = visible_to(account, noun.model).filter(noun.shown)
        keys = list(rows.order_by().values_list("pk", flat=True)[: noun.few + 1])
        if len(keys) <= noun.few:
            few.append(Q(noun=noun.name, key__in=keys))
        else:
            many.append(Q(Exists(rows.filter(pk=OuterRef("key"))), noun=noun.name))
    ways: list[tuple[list[Q], Callable[..., QuerySet[SearchEntry]]]] = [(few, reading), (many, matching)]
    return [(reduce(or_, listed), way) for listed, way in ways if listed]


def _hits(shown: Sequence[Found], asked: Sequence[Term]) -> tuple[Hit, ...]:
    rows = {noun: _rows(NOUNS[noun], [one.key for one in shown if one.noun == noun]) for noun in NOUNS}
    return tuple(_hit(one, rows[one.noun][one.key], asked) for one in shown if one.key in rows[one.noun])


def _rows(noun: Noun, keys: list[int]) -> Mapping[int, Mapping[str, Any]]:
    found = noun.model._default_manager.filter(pk__in=keys).values("pk", *noun.fields) if keys else ()
    return {row["pk"]: row for row in found}


def _hit(one: Found, row: Mapping[str, Any], asked: Sequence[Term]) -> Hit:
    noun = NOUNS[one.noun]
    passages = [whole(name, row[name], asked) for name in noun.head]
    passages.append(part(noun.body, row[noun.body], asked))
    marked = tuple(passage for passage in passages if passage.marks)
    title = next((row[name] for name in noun.head if row[name]), "")
    return Hit(one.noun, one.key, title, marked or (passages[-1],), one.exact, one.rank)
