"""Spans: things with a place in the text, in order, and quick to ask for those inside a stretch."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import Protocol


class Placed(Protocol):
    """Anything that stands somewhere in a text."""

    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...


class Spans[T: Placed](Sequence[T]):
    """An immutable sequence of placed things sorted by start, none overlapping the next."""

    __slots__ = ("_items", "_starts")

    def __init__(self, items: Sequence[T]) -> None:
        self._items = tuple(sorted(items, key=lambda one: one.start))
        self._starts = [one.start for one in self._items]

    @classmethod
    def in_order(cls, items: Sequence[T]) -> "Spans[T]":
        """The same of items that are sorted already, as what one pass over a text finds is."""
        spans = cls.__new__(cls)
        spans._items = tuple(items)
        spans._starts = [one.start for one in items]
        return spans

    def within(self, start: int, end: int) -> tuple[T, ...]:
        """Those that lie wholly inside [start, end)."""
        starts = self._starts
        first = bisect_left(starts, start)
        if first == len(starts) or starts[first] >= end:
            return ()
        found = self._items[first : bisect_left(starts, end, first)]
        return found if not found or found[-1].end <= end else tuple(one for one in found if one.end <= end)

    def at(self, start: int) -> T | None:
        """The one that starts exactly here."""
        index = bisect_left(self._starts, start)
        return self._items[index] if index < len(self._items) and self._starts[index] == start else None

    def before(self, position: int) -> T | None:
        """The last one that starts before ``position``."""
        index = bisect_left(self._starts, position)
        return self._items[index - 1] if index else None

    def __iter__(self) -> Iterator[T]:
        return iter(self._items)

    def __len__(self) -> int:
        return len(self._items)

    def __getitem__(self, index):  # type: ignore[no-untyped-def]  # Sequence's overloads add nothing here
        return self._items[index]
