"""Matching: terms asked of the index, in the language of the database."""

from collections.abc import Sequence
from functools import reduce
from operator import and_, or_

from django.db import connection
from django.db.models import BooleanField, Q, QuerySet
from django.db.models.expressions import RawSQL

from camket.ledger.search.models import SearchEntry
from camket.ledger.search.question import Needle, Term

type _Asked = Sequence[tuple[tuple[Needle, ...], str]]
"""Each term as it is to be found, and the column to find it in."""


def matching(terms: Sequence[Term], *, exactly: bool) -> QuerySet[SearchEntry]:
    """The entries in which every term is found, by the index: without regard to diacritics, or ``exactly`` as typed.

    The latest come first, and are found first: who takes some need not wait for all.
    """
    asked = _asked(terms, exactly)
    return _on_sqlite(asked) if connection.vendor == "sqlite" else _on_postgresql(asked)


def reading(terms: Sequence[Term], *, exactly: bool) -> QuerySet[SearchEntry]:
    """The same entries, by reading them: for few of them, where many that are not asked for have the words too."""
    return SearchEntry.objects.filter(_read(_asked(terms, exactly))).order_by("-pk")


def _asked(terms: Sequence[Term], exactly: bool) -> _Asked:  # noqa: FBT001 - of its own module alone
    return [(term.exact, "exact") if exactly and term.marked else (term.bare, "bare") for term in terms]


def _read(asked: _Asked) -> Q:
    every = (reduce(or_, (Q((f"{column}__contains", spaced(one))) for one in needles)) for needles, column in asked)
    return reduce(and_, every, Q())


# Words are of letters and digits alone (see ``word``): nothing in them can end a quotation or be taken for an operator.
def _on_sqlite(asked: _Asked) -> QuerySet[SearchEntry]:
    question = " AND ".join(f"{column} : ({' OR '.join(map(_fts5, needles))})" for needles, column in asked)
    # Joined, and in the order of FTS5 itself: of a subquery SQLite would first make a list of all that is in it.
    return SearchEntry.objects.extra(
        tables=["ledger_search_words"],
        where=["ledger_search_words MATCH %s", "ledger_search_words.rowid = ledger_search_entry.id"],
        params=[question],
        order_by=["-ledger_search_words.rowid"],
    )


def _fts5(needle: Needle) -> str:
    listed, begun = needle
    return f'"{" ".join(listed)}"{" *" if begun else ""}'


def _on_postgresql(asked: _Asked) -> QuerySet[SearchEntry]:
    """The words by the index; that they follow each other by the text, as lexemes without places do not know it."""
    question = " & ".join(f"({' | '.join(map(_tsquery, needles))})" for needles, _ in asked)
    found = RawSQL("ledger_search_entry.words @@ %s::tsquery", [question], output_field=BooleanField())
    phrases = _read([(needles, column) for needles, column in asked if len(needles[0][0]) > 1])
    return SearchEntry.objects.filter(found, phrases).order_by("-pk")


def _tsquery(needle: Needle) -> str:
    listed, begun = needle
    quoted = [f"'{word}'" for word in listed]
    return f"({' & '.join(quoted)}{':*' if begun else ''})"


def spaced(needle: Needle) -> str:
    """The words as they stand in an entry."""
    listed, begun = needle
    return f" {' '.join(listed)}{'' if begun else ' '}"
