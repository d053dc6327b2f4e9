"""Spans: things with a place in the text, in order, and quick to ask for those inside a stretch."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from operator import attrgetter
from typing import Protocol

_start = attrgetter("start")


class Placed(Protocol):
    """Anything that stands somewhere in a text."""

    @property
    def start(self) -> int:
        """Offset of its first code point."""

    @property
    def end(self) -> int:
        """Offset past its last code point."""


class Spans[T: Placed]:
    """An immutable sequence of placed things sorted by start, none overlapping the next."""

    __slots__ = ("_items", "_starts")

    def __init__(self, items: Iterable[T], *, sort: bool = True) -> None:
        """``sort`` is false for what one pass over a text finds, which is in order already."""
        self._items = tuple(sorted(items, key=_start) if sort else items)
        self._starts = [one.start for one in self._items]

    def within(self, start: int, end: int) -> tuple[T, ...]:
        """Those that lie wholly inside [start, end)."""
        starts = self._starts
        first = bisect_left(starts, start)
        if first == len(starts) or starts[first] >= end:
            return ()
        found = self._items[first : bisect_left(starts, end, first + 1)]
        return found if found[-1].end <= end else tuple(one for one in found if one.end <= end)

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

    def __getitem__(self, index: int) -> T:
        return self._items[index]
