"""Placing: how high each box of a lineage stands, so that lines run short and nothing overlaps."""

from collections.abc import Callable, Mapping, Sequence

from camket.reports.lineage.columns import Span
from camket.units.lineage import Lineage

_ROUNDS = 24


def ordered(lineage: Lineage) -> list[str]:
    """The units from top to bottom: each between those that it came from, and between those that it became."""
    neighbours = neighbours_of(lineage)
    order: list[str] = []
    seen: set[str] = set()
    for unit in (lineage.unit.id, *sorted(neighbours)):
        _visit(unit, neighbours, order, seen)
    return order


def neighbours_of(lineage: Lineage) -> dict[str, list[str]]:
    """For each unit those it is joined with by a move, in the order of their ids."""
    joined: dict[str, set[str]] = {unit.id: set() for unit in lineage.units}
    for move in lineage.moves:
        if move.target is not None and move.target != move.source:
            joined[move.source].add(move.target)
            joined[move.target].add(move.source)
    return {unit: sorted(others) for unit, others in joined.items()}


def heights(
    order: Sequence[str], spans: Mapping[str, Span], tall: Mapping[str, float], lineage: Lineage, gap: float
) -> dict[str, float]:
    """The middle of each box: near the mean of its sources' or heirs', in the given order, ``gap`` apart where columns meet."""
    neighbours = _pulling(lineage)

    def apart(one: str, other: str) -> float:
        return (tall[one] + tall[other]) / 2 + gap if spans[one].meets(spans[other]) else float("-inf")

    middles = _pushed(order, dict.fromkeys(order, 0.0), apart)
    for _ in range(_ROUNDS):
        middles = _settled(order, {unit: _halfway(middles, unit, neighbours[unit]) for unit in order}, apart)
    middles = _closed(order, middles, apart)
    top = min(middles[unit] - tall[unit] / 2 for unit in order)
    return {unit: round(middle - top, 1) for unit, middle in middles.items()}


def _pulling(lineage: Lineage) -> dict[str, list[str]]:
    """The units beside which each wants to stand: those that it came from, or of one that came from none, its heirs."""
    sources: dict[str, set[str]] = {unit.id: set() for unit in lineage.units}
    for move in lineage.moves:
        if move.target is not None and move.target != move.source:
            sources[move.target].add(move.source)
    joined = neighbours_of(lineage)
    return {unit: sorted(of_unit) or joined[unit] for unit, of_unit in sources.items()}


def _closed(order: Sequence[str], middles: Mapping[str, float], apart: Callable[[str, str], float]) -> dict[str, float]:
    """The same without gaps that go through the whole picture: all below one moves up."""
    closed = dict(middles)
    for cut in range(1, len(order)):
        above, below = order[:cut], order[cut:]
        slack = min(closed[low] - closed[high] - apart(high, low) for high in above for low in below)
        if 0 < slack < float("inf"):
            closed |= {low: closed[low] - slack for low in below}
    return closed


def _halfway(middles: Mapping[str, float], unit: str, neighbours: Sequence[str]) -> float:
    """Halfway to the mean of the neighbours: going all the way, a unit and its neighbours would change places for ever."""
    if not neighbours:
        return middles[unit]
    return (middles[unit] + sum(middles[one] for one in neighbours) / len(neighbours)) / 2


def _visit(unit: str, neighbours: Mapping[str, list[str]], order: list[str], seen: set[str]) -> None:
    """Put the unit between its neighbours; without recursion, for a lineage may be long."""
    stack: list[tuple[str, bool]] = [(unit, False)]
    while stack:
        one, placed = stack.pop()
        if placed:
            order.append(one)
        elif one not in seen:
            seen.add(one)
            others = [other for other in neighbours[one] if other not in seen]
            half = len(others) // 2
            stack += [(other, False) for other in reversed(others[half:])]
            stack.append((one, True))
            stack += [(other, False) for other in reversed(others[:half])]


def _settled(order: Sequence[str], wanted: Mapping[str, float], apart: Callable[[str, str], float]) -> dict[str, float]:
    """As near to what is wanted as the order lets; what is too near parts to both sides alike."""
    down = _pushed(order, wanted, apart)
    mirrored = _pushed(order[::-1], {unit: -height for unit, height in wanted.items()}, apart)
    return {unit: (down[unit] - mirrored[unit]) / 2 for unit in order}


def _pushed(order: Sequence[str], wanted: Mapping[str, float], apart: Callable[[str, str], float]) -> dict[str, float]:
    placed: dict[str, float] = {}
    for unit in order:
        placed[unit] = max([wanted[unit], *(placed[above] + apart(above, unit) for above in placed)])
    return placed
