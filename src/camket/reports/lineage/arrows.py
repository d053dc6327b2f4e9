"""Arrows: each move of a lineage as one path from box to box through the gutter of its day."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from camket.reports.lineage.boxes import Gutter, Placed
from camket.reports.lineage.columns import Columns
from camket.reports.lineage.wording import share_words
from camket.units.lineage import Lineage
from camket.units.move import Move

_STAGGER = 9.0
_HEAD = 3.0
"""What an arrow's head reaches beyond the end of its path."""
_DIAMOND = 6.0


@dataclass(frozen=True, slots=True)
class Arrow:
    """A move as a path; ``label`` beside its beginning, empty where there is nothing to say."""

    move: Move
    path: str
    label: str
    at: tuple[float, float]


@dataclass(frozen=True, slots=True)
class _Place:
    """Where one arrow runs: its number among those of its gutter, and how high it leaves and comes."""

    gutter: Gutter
    number: int
    start: float
    end: float


def arrows_of(
    lineage: Lineage, columns: Columns, gutters: tuple[Gutter, ...], placed: Mapping[str, Placed]
) -> Iterator[Arrow]:
    """An arrow a move, in the order of the moves."""
    starts = _ports(lineage, placed, lambda move: (move.source, move.target))
    ends = _ports(lineage, placed, lambda move: (move.target, move.source))
    counts: dict[int, int] = defaultdict(int)
    for move in lineage.moves:
        index = columns.days.index(move.day)
        yield _arrow(move, _Place(gutters[index], counts[index], starts[move], ends[move]), placed)
        counts[index] += 1


def _arrow(move: Move, place: _Place, placed: Mapping[str, Placed]) -> Arrow:
    source = placed[move.source]
    if move.target is None:
        x, y = source.right, place.start
        return Arrow(move, f"M{x:g} {y:g}h34m0 -7v14", "không có đơn vị kế thừa", (x + 42, y + 4))
    if move.target == move.source:
        return Arrow(move, _diamond(place.gutter.middle, place.end), "", (0, 0))
    target = placed[move.target]
    lane = place.gutter.middle + _STAGGER * (place.number % 7 - 3)
    x1, y1, out = _beginning(source, target, place, lane)
    x2, y2, into = _ending(source, target, place, lane)
    path = f"M{x1:g} {y1:g}C{out[0]:g} {out[1]:g} {into[0]:g} {into[1]:g} {x2:g} {y2:g}"
    if source.right < place.gutter.middle:
        return Arrow(move, path, share_words(move), (x1 + 7, y1 - 4))
    # between boxes that go on an arrow may be too short for its dashes to show, so it says in words that it is a part
    return Arrow(move, path, share_words(move) or "một phần", (x1 + 7, y1 + (12 if y2 > y1 else -4)))


type _End = tuple[float, float, tuple[float, float]]
"""A point, and the one towards which the line bends there."""


def _beginning(source: Placed, target: Placed, place: _Place, lane: float) -> _End:
    """At the right edge of a box that ends on the day; else at the edge that looks to the target."""
    if source.right < place.gutter.middle:
        return source.right, place.start, (place.gutter.middle, place.start)
    edge = source.bottom if target.middle > source.middle else source.top
    return lane, edge, (lane, (edge + target.middle) / 2)


def _ending(source: Placed, target: Placed, place: _Place, lane: float) -> _End:
    """At the left edge of a box that begins on the day; else at the edge that looks to the source."""
    if target.left > place.gutter.middle:
        return target.left - _HEAD, place.end, (place.gutter.middle, place.end)
    below = source.middle > target.middle
    edge = target.bottom + _HEAD if below else target.top - _HEAD
    return lane, edge, (lane, edge + (40 if below else -40))


def _diamond(x: float, y: float) -> str:
    return f"M{x - _DIAMOND:g} {y:g}l{_DIAMOND:g} {-_DIAMOND:g}l{_DIAMOND:g} {_DIAMOND:g}l{-_DIAMOND:g} {_DIAMOND:g}z"


def _ports(
    lineage: Lineage, placed: Mapping[str, Placed], ends: Callable[[Move], tuple[str | None, str | None]]
) -> dict[Move, float]:
    """How high on its box each arrow has its end: one below the other, in the order of the boxes at the other end."""
    at: dict[tuple[str, object], list[Move]] = defaultdict(list)
    for move in lineage.moves:
        here = ends(move)[0] or move.source
        at[here, move.day].append(move)
    found = {}
    for (here, _), moves in at.items():
        box = placed[here]
        step = box.box.height / (len(moves) + 1)
        for number, move in enumerate(sorted(moves, key=lambda one: placed[ends(one)[1] or one.source].middle), 1):
            found[move] = round(box.top + step * number, 1)
    return found
