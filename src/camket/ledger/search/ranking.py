"""Ranking: which of the entries that were found to show first. The same on either database: both only count."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import F, IntegerField, QuerySet, Value
from django.db.models.expressions import Combinable
from django.db.models.functions import Length, Replace, Substr

from camket.ledger.search.matching import spaced
from camket.ledger.search.models import SearchEntry
from camket.ledger.search.question import Needle, Term

_COUNTED = 1_500
"""Letters of a row in which words are counted: more than a statement has, and of a document what says what it is about."""
_USUAL = 80


@dataclass(frozen=True, slots=True)
class Found:
    """An entry that was found, and how well: ``exact`` where all was found as it was typed, ``rank`` the higher the better."""

    noun: str
    key: int
    exact: bool
    rank: float


def ranked(entries: QuerySet[SearchEntry], terms: Sequence[Term], *, exact: bool) -> list[Found]:
    """The entries with their ranks, in the order they come. One SQL statement.

    Counts most: everything as typed; then how many terms are; then terms in title or number; then how much of the row they are.
    """
    counts = [_count("bare", term.bare) for term in terms]
    typed = [_count("exact", term.exact) if term.marked and not exact else Value(1) for term in terms]
    rows = entries.values_list("noun", "key", "head", "size", *counts, *typed)
    return [_found(row[:4], row[4 : 4 + len(terms)], row[4 + len(terms) :], terms, exact) for row in rows]


def _found(
    entry: tuple[str, int, str, int],
    counts: Sequence[int],
    typed: Sequence[int],
    terms: Sequence[Term],
    exact: bool,  # noqa: FBT001 - of its own module alone
) -> Found:
    noun, key, head, size = entry
    as_typed = sum(1 for count in typed if count) / len(terms)
    in_head = sum(1 for term in terms if any(spaced(needle) in head for needle in term.bare)) / len(terms)
    share = sum(count / (count + 0.3 + size / _USUAL) for count in counts) / len(terms)
    return Found(noun, key, exact, round(10 * exact + 4 * as_typed + 2 * in_head + share, 6))


def _count(column: str, needles: tuple[Needle, ...]) -> Combinable:
    """How often the words occur: what the text loses when they are taken out, by their length."""
    text = Substr(F(column), 1, _COUNTED)
    total: Combinable = Value(0)
    for needle in needles:
        taken = Length(text) - Length(Replace(text, Value(spaced(needle)), Value("")))
        total = total + taken / Value(len(spaced(needle)), output_field=IntegerField())
    return total
