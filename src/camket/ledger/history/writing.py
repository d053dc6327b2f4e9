"""Writing: the one way by which rows change. A change is one transaction and one entry of the history."""

import uuid
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime

from django.db import transaction
from django.utils import timezone

from camket.ledger.errors import ConflictError
from camket.ledger.history.canonical import Plain, canonical, image, plain
from camket.ledger.history.chain import BEGINNING, digest_of, hash_of, new_salt
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
        self._rows: dict[tuple[str, object], Kept] = {}
        self._before: dict[tuple[str, object], str] = {}
        self._said: dict[str, Plain] = {}

    def add[Row: Kept](self, row: Row) -> Row:
        """Insert a new row."""
        row.version, row.change = 1, self.change
        row.save(force_insert=True)
        self._keep(row)
        return row

    def add_all[Row: Kept](self, rows: Iterable[Row]) -> list[Row]:
        """Insert many new rows of one noun."""
        new = list(rows)
        for row in new:
            row.version, row.change = 1, self.change
        if new:
            type(new[0])._default_manager.bulk_create(new, batch_size=_BATCH)
        for row in new:
            self._keep(row)
        return new

    def alter[Row: Kept](self, row: Row, **fields: object) -> Row:
        """Set fields of a row as it was read. Raises ConflictError where somebody has changed it since."""
        known, version = row.change, row.version
        # A row altered twice in one change is at its next state once.
        following = version if known == self.change else version + 1
        changed = type(row)._default_manager.filter(pk=row.pk, version=version, change=known)
        if changed.update(**fields, version=following, change=self.change) != 1:
            raise ConflictError(_told(row))
        for name, value in fields.items():
            setattr(row, name, value)
        row.version, row.change = following, self.change
        self._before.setdefault(_key(row), known)
        self._keep(row)
        return row

    def say(self, **facts: object) -> None:
        """Facts that belong into the entry besides the rows."""
        self._said |= {name: plain(value) for name, value in facts.items()}

    def _keep(self, row: Kept) -> None:
        self._rows[_key(row)] = row

    def payload(self) -> str:
        """The canonical JSON of the change: its reason, what was said, and the state after it of every row it touched.

        ``was`` is the change that made the state before, empty for a new row: it leads back through a row's history.
        """
        rows: list[Plain] = [
            {"noun": key[0], "row": image(row), "was": self._before.get(key, "")} for key, row in self._rows.items()
        ]
        return canonical({"reason": self.reason, "said": self._said, "rows": rows})

    @property
    def empty(self) -> bool:
        """Whether nothing was written."""
        return not self._rows and not self._said


def _key(row: Kept) -> tuple[str, object]:
    return row._meta.model_name or "", row.pk


@contextmanager
def writing(actor: str, verb: str, reason: str = "", at: datetime | None = None) -> Iterator[Writing]:
    """One change: all of it with its entry, or, where an exception leaves the block, nothing."""
    with transaction.atomic():
        made = Writing(actor, verb, reason, at or timezone.now())
        yield made
        if not made.empty:
            _append(made)


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


def _told(row: Kept) -> str:
    """Who changed the row meanwhile, when, and what."""
    now = type(row)._default_manager.filter(pk=row.pk).first()
    noun = row._meta.verbose_name
    if now is None:
        return f"{noun} số {row.pk} không còn nữa."
    entry = Entry.objects.filter(change=now.change).first()
    who = f"{entry.actor} đã sửa lúc {timezone.localtime(entry.at):%H:%M %d/%m/%Y}" if entry else "đã có người sửa"
    return f"{noun} số {row.pk}: {who} ({_differences(row, now)}). Hãy xem lại rồi làm lại; chưa có gì bị ghi đè."


def _differences(mine: Kept, theirs: Kept) -> str:
    before, after = image(mine), image(theirs)
    changed: Mapping[str, Plain] = {
        name: after[name] for name in after if after[name] != before[name] and name not in {"version", "change"}
    }
    return "; ".join(f"{name}: {before[name]} → {value}" for name, value in changed.items()) or "không đổi nội dung"
