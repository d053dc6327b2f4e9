"""Lineage: whom a unit came from and what became of it, all the way back and forward."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from camket.units.move import Move
from camket.units.org_unit import OrgUnit
from camket.units.register import Register


@dataclass(frozen=True, slots=True)
class Lineage:
    """A unit with all that it came from and all that it became.

    ``units`` holds the unit itself too; ``moves`` are those between them and the renames of each, in order of time.
    """

    unit: OrgUnit
    units: tuple[OrgUnit, ...]
    moves: tuple[Move, ...]


def lineage(register: Register, unit: str) -> Lineage:
    """The lineage of a unit. Units that its successors came from besides, and the like, are left out.

    Raises UnknownUnitError.
    """
    before = _closure(unit, register.predecessors)
    after = _closure(unit, register.successors)
    moves = {move for line in (before, after) for move in _between(register, line)}
    ordered = sorted(moves, key=lambda move: (move.day, move.source, move.target or ""))
    return Lineage(register[unit], tuple(register[one] for one in {**before, **after}), tuple(ordered))


def _closure(unit: str, next_to: Callable[[str], Iterable[OrgUnit]]) -> dict[str, None]:
    reached = {unit: None}
    waiting = [unit]
    while waiting:
        for one in next_to(waiting.pop()):
            if one.id not in reached:
                reached[one.id] = None
                waiting.append(one.id)
    return reached


def _between(register: Register, line: dict[str, None]) -> Iterable[Move]:
    for unit in line:
        for move in register.moves_from(unit):
            if move.target is None or move.target in line:
                yield move
