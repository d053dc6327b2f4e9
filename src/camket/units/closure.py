"""The dated closure of units: who answers for whom on which days, so that a role on a unit holds on all below it.

A unit answers for itself and for what lies in it on the day. A unit that ended is answered for by the units that its
territory went to when it ended, and by those above them: the office of a new commune sees what its predecessors owed. One
that ended without successor, as the districts did, stays with what it last lay in; one not yet begun is with what it
will lie in. A part given away by a unit that goes on gives nobody a view of it.
"""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import NamedTuple

from camket.units.org_unit import OrgUnit
from camket.units.register import Register

BEGINNING, END = date.min, date.max
"""Stand for days that are not bounded."""


class Stay(NamedTuple):
    """``ancestor`` answers for ``descendant`` from ``first`` to ``last``, both included; ids of the register."""

    ancestor: str
    descendant: str
    first: date
    last: date


def closure(register: Register) -> Iterator[Stay]:
    """The stays of every unit, those of one pair without overlap; in the order of the register."""
    found: dict[str, tuple[Stay, ...]] = {}
    for unit in register:
        yield from _stays(register, unit.id, found)


def heirs(register: Register, unit: OrgUnit) -> list[str]:
    """The units that got territory of one when it ended; what it gave to neighbours before is no inheritance."""
    if unit.last is None:
        return []
    moves = (move for move in register.moves_from(unit.id) if move.day == _day_after(unit))
    targets = (move.target for move in moves if move.kind.moves_territory)
    return [one for one in dict.fromkeys(targets) if one is not None and one != unit.id and one in register]


def _stays(register: Register, unit: str, found: dict[str, tuple[Stay, ...]]) -> tuple[Stay, ...]:
    if unit not in found:
        # What a table leads back to while it is worked out adds nothing: a circle ends here.
        found[unit] = ()
        found[unit] = tuple(_joined(_pieces(register, register[unit], found)))
    return found[unit]


def _pieces(register: Register, unit: OrgUnit, found: dict[str, tuple[Stay, ...]]) -> Iterator[Stay]:
    yield Stay(unit.id, unit.id, unit.first or BEGINNING, unit.last or END)
    taking_over = heirs(register, unit)
    for state in unit.states:
        if state.parent is not None and state.parent in register:
            first = BEGINNING if state is unit.states[0] else state.first or BEGINNING
            last = END if state is unit.latest and not taking_over else state.last or END
            yield from _within(unit.id, _stays(register, state.parent, found), first, last)
    for heir in taking_over:
        yield from _within(unit.id, _stays(register, heir, found), _day_after(unit), END)


def _day_after(unit: OrgUnit) -> date:
    return (unit.last or END - timedelta(days=1)) + timedelta(days=1)


def _within(unit: str, stays: Iterable[Stay], first: date, last: date) -> Iterator[Stay]:
    """The same ancestors for ``unit``, on no other days than from ``first`` to ``last``."""
    for stay in stays:
        begun, ended = max(stay.first, first), min(stay.last, last)
        if begun <= ended:
            yield Stay(stay.ancestor, unit, begun, ended)


def _joined(pieces: Iterable[Stay]) -> Iterator[Stay]:
    """One stay in the place of those of one ancestor that overlap or follow each other."""
    whole: Stay | None = None
    for piece in sorted(pieces):
        if whole is not None and piece.ancestor == whole.ancestor and _touch(whole.last, piece.first):
            whole = whole._replace(last=max(whole.last, piece.last))
            continue
        if whole is not None:
            yield whole
        whole = piece
    if whole is not None:
        yield whole


def _touch(last: date, first: date) -> bool:
    return last == END or first <= last + timedelta(days=1)
