"""A document's text cut where something begins or ends, so that spans within and across spans can all be shown."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple


class Segment(NamedTuple):
    """``text[start:end]``, and which spans cover it: their indexes, the shortest first."""

    start: int
    end: int
    covers: tuple[int, ...]


def cut(length: int, spans: Sequence[tuple[int, int]], marks: Iterable[int] = ()) -> Iterator[Segment]:
    """The segments of a text of ``length`` in order; together they are the whole text. It is cut at ``marks`` too."""
    edges = sorted({0, length, *(at for span in spans for at in span), *marks})
    opening: dict[int, list[int]] = {}
    for index, (start, _) in enumerate(spans):
        opening.setdefault(start, []).append(index)
    covering: set[int] = set()
    for start, end in pairwise(edges):
        covering = {index for index in covering if spans[index][1] > start}
        covering.update(index for index in opening.get(start, ()) if spans[index][1] > start)
        yield Segment(start, end, tuple(sorted(covering, key=lambda index: (spans[index][1] - spans[index][0], index))))
