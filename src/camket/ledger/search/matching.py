"""Matching: terms asked of the index, in the language of the database."""

from collections.abc import Iterable, Sequence
from functools import reduce
from operator import and_, or_

from django.db import connection
from django.db.models import BooleanField, Q
from django.db.models.expressions import RawSQL

from camket.ledger.search.question import Needle, Term


def matching(terms: Sequence[Term], *, exactly: bool) -> Q:
    """The entries in which every term is found: without regard to diacritics, or ``exactly`` with those that were typed."""
    asked = [(term.exact, "exact") if exactly and term.marked else (term.bare, "bare") for term in terms]
    return _on_sqlite(asked) if connection.vendor == "sqlite" else _on_postgresql(asked)


type _Asked = Iterable[tuple[tuple[Needle, ...], str]]


# Words are of letters and digits alone (see ``word``): nothing in them can end a quotation or be taken for an operator.
def _on_sqlite(asked: _Asked) -> Q:
    question = " AND ".join(f"{column} : ({' OR '.join(map(_fts5, needles))})" for needles, column in asked)
    found = "SELECT rowid FROM ledger_search_words WHERE ledger_search_words MATCH %s"
    return Q(pk__in=RawSQL(found, [question]))  # noqa: S611 - the question is a parameter


def _fts5(needle: Needle) -> str:
    listed, begun = needle
    return f'"{" ".join(listed)}"{" *" if begun else ""}'


def _on_postgresql(asked: _Asked) -> Q:
    """The words by the index; that they follow each other by the text, as lexemes without places do not know it."""
    known = list(asked)
    question = " & ".join(f"({' | '.join(map(_tsquery, needles))})" for needles, _ in known)
    found = RawSQL("ledger_search_entry.words @@ %s::tsquery", [question], output_field=BooleanField())
    phrases = (
        reduce(or_, (Q((f"{column}__contains", spaced(needle))) for needle in needles))
        for needles, column in known
        if len(needles[0][0]) > 1
    )
    return reduce(and_, phrases, Q(found))


def _tsquery(needle: Needle) -> str:
    listed, begun = needle
    quoted = [f"'{word}'" for word in listed]
    return f"({' & '.join(quoted)}{':*' if begun else ''})"


def spaced(needle: Needle) -> str:
    """The words as they stand in an entry."""
    listed, begun = needle
    return f" {' '.join(listed)}{'' if begun else ' '}"
