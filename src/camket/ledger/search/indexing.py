"""Indexing: the words of a row kept where they are found, in the transaction that writes the row."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from django.db import connection, transaction
from django.db.models import Model

from camket.ledger.history.writing import Writing
from camket.ledger.models.kept import Kept
from camket.ledger.search.models import SearchEntry
from camket.ledger.search.noun import NOUNS, Noun, noun_named
from camket.ledger.search.word import Word, words

BREAK = "¶"
"""Stands between the words of two fields, so that no phrase goes from one into the other; no word of a text is so written."""
_BATCH = 200
# PostgreSQL takes one megabyte of different words a row: more than the language has; what goes beyond is no text.
_VARIETY = 600_000


def index(made: Writing, *rows: Kept) -> None:
    """Keep the words of rows that ``made`` has added or altered, in place of what was kept before.

    Raises ValueError for a row that the change did not write: its words would be those of a state nobody kept.
    """
    if other := next((row for row in rows if row.change != made.change), None):
        raise ValueError(f"{other._meta.model_name} {other.pk} was not written by this change")
    _keep(_entry(noun_named(row._meta.model_name or ""), row) for row in rows)


def forget(made: Writing, *rows: Kept) -> None:
    """Remove the words of rows for good, as law may ask (``made``: the change that removes them).

    On SQLite nothing of them is left in the index; PostgreSQL leaves dead rows to its next VACUUM.
    """
    for row in rows:
        _remove("key = %s AND noun = %s", [row.pk, row._meta.model_name or ""])
    made.say(unindexed=len(rows))
    if connection.vendor == "sqlite":
        _tell("optimize")


def rebuild_index() -> int:
    """Make the whole index anew from the rows; how many there are."""
    with transaction.atomic():
        _remove("1 = 1", [])
        count = sum(_keep(_entries(noun)) for noun in NOUNS.values())
        if connection.vendor == "sqlite":
            _tell("rebuild")
    return count


def _entries(noun: Noun) -> Iterator[SearchEntry]:
    rows = noun.model._default_manager.only("pk", *noun.fields).order_by("pk")
    return (_entry(noun, row) for row in rows.iterator(chunk_size=_BATCH))


def _keep(entries: Iterable[SearchEntry]) -> int:
    left, count = iter(entries), 0
    while batch := list(islice(left, _BATCH)):
        SearchEntry.objects.bulk_create(
            batch, update_conflicts=True, unique_fields=["key", "noun"],
            update_fields=["head", "bare", "exact", "size"],
        )  # fmt: skip
        count += len(batch)
    return count


def _entry(noun: Noun, row: Model) -> SearchEntry:
    head = [Word(0, 0, BREAK, BREAK)]
    for name in noun.head:
        head += [*words(getattr(row, name)), head[0]]
    every = [*_bounded([*head, *words(getattr(row, noun.body))])]
    return SearchEntry(
        noun=noun.name, key=row.pk, size=len(every), head=_spaced(word.bare for word in head),
        bare=_spaced(word.bare for word in every), exact=_spaced(word.exact for word in every),
    )  # fmt: skip


def _bounded(every: Iterable[Word]) -> Iterator[Word]:
    """The words up to where there are too many different ones."""
    left, known = _VARIETY, set[str]()
    for word in every:
        if word.exact not in known:
            known.add(word.exact)
            left -= len(word.bare.encode()) + len(word.exact.encode())
        if left < 0:
            return
        yield word


def _spaced(listed: Iterable[str]) -> str:
    return f" {' '.join(listed)} "


def _remove(where: str, values: Sequence[str | int]) -> None:
    # By hand, as everything else that deletes goes through the history, and this is not of it.
    with connection.cursor() as cursor:
        cursor.execute(f"DELETE FROM ledger_search_entry WHERE {where}", values)  # noqa: S608 - of this module alone


def _tell(command: str) -> None:
    """Have FTS5 do what it calls a special command."""
    with connection.cursor() as cursor:
        cursor.execute("INSERT INTO ledger_search_words(ledger_search_words) VALUES (%s)", [command])
