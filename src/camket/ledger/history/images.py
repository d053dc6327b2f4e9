"""Images: the states that entries tell of, compared with the rows that are there; both ways, a few rows at a time."""

import json
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from django.core.exceptions import ValidationError

from camket.ledger.history.canonical import Plain, image, plain
from camket.ledger.history.nouns import kept_models, model_of, rows_at_once
from camket.ledger.models.entry import Entry
from camket.ledger.models.kept import Kept

_BATCH = 500
_LONGEST = 60
_BROKEN = (ValueError, TypeError, ArithmeticError, ValidationError)

type Said = Mapping[str, Any]
"""One row as an entry's payload has it: ``noun``, ``row``, and ``gone`` where it was removed."""
type Name = tuple[str, Plain]
"""A row: its noun and its primary key."""


class Fault(NamedTuple):
    """Something that is not as it was written: of the entry ``sequence``, or of none; ``what`` in Vietnamese."""

    sequence: int | None
    what: str

    def __str__(self) -> str:
        """The line that is shown."""
        return self.what if self.sequence is None else f"Mục {self.sequence}: {self.what}"


class _Told(NamedTuple):
    sequence: int
    change: str
    said: Said


class Images:
    """A walk along what entries tell of rows. Memory: a batch, and the rows that were told of and are not there."""

    def __init__(self) -> None:
        self._waiting: list[_Told] = []
        self._missing: dict[Name, int] = {}
        self._current: Counter[str] = Counter()

    def add(self, entry: Entry, rows: Sequence[Said]) -> Iterator[Fault]:
        """Take the rows of the next entry; what was found wrong with a batch that is full by now."""
        for said in rows:
            self._waiting.append(_Told(entry.sequence, entry.change, said))
            if len(self._waiting) >= _BATCH:
                yield from self._compare()

    def finish(self) -> Iterator[Fault]:
        """What is wrong with the rest, rows that are gone, and rows that no entry tells of."""
        yield from self._compare()
        for (noun, key), sequence in self._missing.items():
            yield Fault(sequence, f"{_named(noun, key)} đã mất khỏi sổ mà không mục nào ghi là xóa")
        for model in kept_models():
            noun = model._meta.model_name or ""
            if model._default_manager.count() != self._current[noun]:
                yield from _unaccounted(model)

    def _compare(self) -> Iterator[Fault]:
        batch, self._waiting = self._waiting, []
        nouns: dict[str, list[_Told]] = defaultdict(list)
        for told in batch:
            nouns[told.said["noun"]].append(told)
        for noun, all_told in nouns.items():
            model = model_of(noun)
            if model is None:
                yield Fault(all_told[0].sequence, f"loại dữ liệu «{noun}» không còn trong chương trình")
            else:
                yield from self._compare_noun(model, all_told)

    def _compare_noun(self, model: type[Kept], all_told: list[_Told]) -> Iterator[Fault]:
        name = model._meta.pk.attname
        waiting: dict[Plain, list[_Told]] = defaultdict(list)
        for told in all_told:
            waiting[told.said["row"][name]].append(told)
        later: list[tuple[_Told, str]] = []
        for key, row in _read(model, list(waiting)):
            every = waiting.pop(key)
            if row is None:
                yield _unreadable(every[-1], key)
                continue
            later += [(told, row.change) for told in every if told.change != row.change]
            for told in every:
                if told.change == row.change:
                    yield from self._compare_row(row, told)
        yield from _not_later(later)
        for absent in waiting.values():
            self._note_absent(name, absent)

    def _compare_row(self, row: Kept, told: _Told) -> Iterator[Fault]:
        noun = told.said["noun"]
        if told.said.get("gone"):
            yield Fault(told.sequence, f"{_named(noun, plain(row.pk))} đã ghi là xóa mà vẫn còn trong sổ")
            return
        self._current[noun] += 1
        try:
            different = _different(row, told.said["row"])
        except _BROKEN:
            yield _unreadable(told, plain(row.pk))
            return
        if different:
            yield Fault(told.sequence, f"{_named(noun, plain(row.pk))} đã bị sửa ngoài hệ thống ({different})")

    def _note_absent(self, name: str, absent: list[_Told]) -> None:
        for told in absent:
            key = told.said["noun"], told.said["row"][name]
            if told.said.get("gone"):
                self._missing.pop(key, None)
            else:
                self._missing[key] = told.sequence


def _read(model: type[Kept], keys: list[Plain]) -> Iterator[tuple[Plain, Kept | None]]:
    """The rows that are there, by key; None for one whose columns hold what cannot be read, as only tampering leaves it."""
    unread = set(keys)
    rows = model._default_manager
    try:
        for row in rows.filter(pk__in=keys).iterator(chunk_size=rows_at_once(model)):
            unread.discard(plain(row.pk))
            yield plain(row.pk), row
    except _BROKEN:
        for key in rows.filter(pk__in=unread).values_list("pk", flat=True):
            yield plain(key), _readable(model, key)


def _unreadable(told: _Told, key: Plain) -> Fault:
    return Fault(told.sequence, f"{_named(told.said['noun'], key)} có giá trị hỏng, không đọc được")


def _readable(model: type[Kept], key: object) -> Kept | None:
    try:
        row = model._default_manager.get(pk=key)
        image(row)
    except _BROKEN:
        return None
    return row


def _not_later(later: list[tuple[_Told, str]]) -> Iterator[Fault]:
    """A row's present state must come from a later entry than the states that entries tell of before."""
    changes = {change for _, change in later}
    sequences = dict(Entry.objects.filter(change__in=changes).values_list("change", "sequence"))
    for told, change in later:
        # A change that no entry has is found when rows are counted.
        sequence = sequences.get(change)
        if sequence is not None and sequence < told.sequence:
            name = _named(told.said["noun"], told.said["row"][_key(told.said["noun"])])
            yield Fault(told.sequence, f"{name} đã bị đưa về trạng thái cũ (của mục {sequence}) ngoài hệ thống")


def _key(noun: str) -> str:
    model = model_of(noun)
    return model._meta.pk.attname if model else "id"


def _unaccounted(model: type[Kept]) -> Iterator[Fault]:
    """The rows of a noun that their entry does not tell of; only looked for where the numbers differ."""
    noun, name = model._meta.model_name or "", model._meta.pk.attname
    seen: tuple[str, frozenset[Plain] | None] = ("", None)
    for key, change in model._default_manager.order_by("change").values_list("pk", "change").iterator():
        if change != seen[0]:
            seen = change, _keys(change, noun, name)
        if seen[1] is None:
            yield Fault(None, f"{_named(noun, plain(key))}: không mục nào của lịch sử ghi trạng thái này")
        elif plain(key) not in seen[1]:
            yield Fault(None, f"{_named(noun, plain(key))}: mục mà dòng này dẫn đến không ghi về nó")


def _keys(change: str, noun: str, name: str) -> frozenset[Plain] | None:
    entry = Entry.objects.filter(change=change).first()
    if entry is None:
        return None
    rows = rows_of(said_of(entry))
    return frozenset(one["row"][name] for one in rows if one["noun"] == noun and not one.get("gone"))


def said_of(entry: Entry) -> dict[str, Any]:
    """The payload of an entry; empty where it is cleared, or broken, which its digest tells."""
    try:
        said = json.loads(entry.payload or "{}")
    except ValueError:
        return {}
    return said if isinstance(said, dict) else {}


def rows_of(said: Mapping[str, Any]) -> list[Said]:
    """The rows of a payload, without those that somebody broke, which its digest tells."""
    rows = said.get("rows")
    return [one for one in rows if _whole(one)] if isinstance(rows, list) else []


def _whole(one: object) -> bool:
    if not (isinstance(one, dict) and isinstance(one.get("noun"), str) and isinstance(one.get("row"), dict)):
        return False
    return isinstance(one["row"].get(_key(one["noun"])), str | int)


def _different(row: Kept, said: Mapping[str, Plain]) -> str:
    """Where a row is not as the entry has it. A column newer than the entry must still be empty or as new rows have it."""
    now = image(row)
    # Only a column that is newer than the entry has need of what new rows have: not every column has such a value.
    empty = image(type(row)()) if now.keys() - said.keys() else {}
    expected = {name: said[name] if name in said else empty[name] for name in now}
    return "; ".join(
        f"{name}: đã ghi «{_short(expected[name])}», nay là «{_short(now[name])}»"
        for name in now
        if now[name] != expected[name]
    )


def _short(value: Plain) -> str:
    text = str(value)
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"


def _named(noun: str, key: Plain) -> str:
    model = model_of(noun)
    return f"{model._meta.verbose_name if model else noun} số {key}"
