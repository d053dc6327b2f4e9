"""Writing: the one way by which rows change. A change is one transaction and one entry of the history."""

import json
import uuid
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import Any

from django.apps import apps
from django.db import transaction
from django.utils import timezone

from camket.ledger.history.canonical import Plain, canonical, image, plain
from camket.ledger.history.chain import BEGINNING, digest_of, hash_of, new_salt
from camket.ledger.history.conflict import conflict
from camket.ledger.history.fitting import fit
from camket.ledger.history.refusal import told
from camket.ledger.models.entry import Entry, Head
from camket.ledger.models.kept import Kept

SYSTEM = "camket"
"""The actor of what no person asked for: setting up."""
_BATCH = 500


class Writing:
    """A change being made. What it adds and alters is written at once; the entry when the change is complete."""

    def __init__(self, actor: str, verb: str, reason: str, at: datetime) -> None:
        self.actor = actor
        self.verb = verb
        self.reason = reason
        self.at = at
        self.change = uuid.uuid4().hex
        self._images: dict[tuple[str, object], dict[str, Plain]] = {}
        self._said: dict[str, Plain] = {}
        self._cleared: list[int] = []
        # Rows as they were before, for when the change fails.
        self._before: list[tuple[Kept, dict[str, Any]]] = []

    def add[Row: Kept](self, row: Row) -> Row:
        """Insert a new row. Raises InvalidError for what not every database can hold."""
        self._begin(row)
        row.save(force_insert=True)
        self._keep(row, "")
        return row

    def add_all[Row: Kept](self, rows: Iterable[Row]) -> list[Row]:
        """Insert many new rows of one noun."""
        new = list(rows)
        for row in new:
            self._begin(row)
        if new:
            type(new[0])._default_manager.bulk_create(new, batch_size=_BATCH)
        for row in new:
            self._keep(row, "")
        return new

    def _begin(self, row: Kept) -> None:
        self._before.append((row, dict(row.__dict__)))
        row.version, row.change = 1, self.change
        fit(row)

    def alter[Row: Kept](self, row: Row, **fields: object) -> Row:
        """Set fields of a row as it was read. Raises ConflictError where somebody has changed it since."""
        known, version = row.change, row.version
        before = dict(row.__dict__)
        # A row altered twice in one change is at its next state once.
        following = version if known == self.change else version + 1
        for name, value in fields.items():
            setattr(row, name, value)
        self._before.append((row, before))
        fit(row, frozenset(fields))
        there = type(row)._default_manager.filter(pk=row.pk)
        changed = there.filter(version=version, change=known)
        if changed.update(**fields, version=following, change=self.change) != 1:
            raise conflict(row, before)
        # What the database holds is what counts, whatever else the row in hand was set to.
        self._keep(there.get(), known)
        row.version, row.change = following, self.change
        return row

    def remove(self, row: Kept) -> None:
        """Delete a row, as only law may ask for. Its entry tells that it is gone; what it said: see ``clear``."""
        known = row.change
        self._before.append((row, dict(row.__dict__)))
        there = type(row)._default_manager.filter(pk=row.pk, version=row.version, change=known)
        name, key = row._meta.pk.attname, plain(row.pk)
        if there.delete()[0] != 1:
            raise conflict(row, row.__dict__)
        self._images[row._meta.model_name or "", key] = {
            "noun": row._meta.model_name, "row": {name: key}, "was": known, "gone": True,
        }  # fmt: skip

    def clear(self, changes: Iterable[str]) -> None:
        """Remove what entries said, as only law may ask for; the chain holds. What still stands is said again here."""
        for entry in Entry.objects.filter(change__in=list(changes), payload__isnull=False).order_by("sequence"):
            said = json.loads(entry.payload or "")
            self._say_again(entry, said["rows"])
            self._cleared += [entry.sequence, *said.get("cleared", [])]
            Entry.objects.filter(pk=entry.pk).update(payload=None, salt="")

    def _say_again(self, entry: Entry, images: list[dict[str, Any]]) -> None:
        for noun in dict.fromkeys(one["noun"] for one in images):
            model = apps.get_model("ledger", noun)
            for row in model._default_manager.filter(change=entry.change).order_by("pk"):
                self.alter(row)
        for one in images:
            if one.get("gone"):
                key = one["noun"], one["row"][apps.get_model("ledger", one["noun"])._meta.pk.attname]
                self._images.setdefault(key, one)

    def say(self, **facts: object) -> None:
        """Facts that belong into the entry besides the rows."""
        self._said |= {name: plain(value) for name, value in facts.items()}

    def _keep(self, row: Kept, was: str) -> None:
        key = row._meta.model_name or "", plain(row.pk)
        known = self._images.get(key)
        self._images[key] = {"noun": key[0], "row": image(row), "was": known["was"] if known else was}

    def payload(self) -> str:
        """The canonical JSON of the change: its reason, what was said, and of every row it touched the state after it.

        ``was`` is the change that had made the row's state before, empty for a new row.
        """
        said: dict[str, Plain] = {"reason": self.reason, "said": self._said, "rows": list(self._images.values())}
        if self._cleared:
            said["cleared"] = list(self._cleared)
        return canonical(said)

    @property
    def empty(self) -> bool:
        """Whether nothing was written."""
        return not self._images and not self._said and not self._cleared

    def undo(self) -> None:
        """Give the rows in hand back what they held before: nothing of the change was written."""
        for row, before in reversed(self._before):
            row.__dict__.clear()
            row.__dict__.update(before)
            row._state.adding = not before["version"]  # noqa: SLF001 - Django has no public name for it


@contextmanager
def writing(actor: str, verb: str, reason: str = "", at: datetime | None = None) -> Iterator[Writing]:
    """One change: all of it with its entry, or, where an exception leaves the block, nothing.

    Raises ConflictError for what is there already, BusyError where others write the same rows (see ``patience``).
    """
    made = Writing(actor, verb, reason, at or timezone.now())
    try:
        with told(), transaction.atomic():
            yield made
            if not made.empty:
                _append(made)
    except BaseException:
        made.undo()
        raise


def _append(made: Writing) -> Entry:
    payload, salt = made.payload(), new_salt()
    digest = digest_of(salt, payload)
    # The head is taken last, so that changes wait for each other as shortly as can be.
    head = Head.objects.select_for_update().get(pk=1)
    sequence = head.sequence + 1
    entry = Entry(
        sequence=sequence, change=made.change, previous=head.hash, actor=made.actor, at=made.at, verb=made.verb,
        digest=digest, salt=salt, payload=payload,
        hash=hash_of(sequence, made.change, head.hash, made.actor, made.at, made.verb, digest),
    )  # fmt: skip
    entry.save(force_insert=True)
    Head.objects.filter(pk=1).update(sequence=sequence, hash=entry.hash)
    return entry


def begin_chain() -> None:
    """The head of an empty chain, if there is none yet."""
    Head.objects.get_or_create(pk=1, defaults={"sequence": 0, "hash": BEGINNING})
