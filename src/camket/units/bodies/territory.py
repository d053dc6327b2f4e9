"""Territory: which units stand on a day where a unit stood, itself, those its land went to, and those above."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from fractions import Fraction

from camket.units.register import Register


class Relation(StrEnum):
    """How a unit of the day stands to one that was."""

    SAME = "same"
    SUCCESSOR = "successor"
    PART = "part"
    ABOVE = "above"


@dataclass(frozen=True, slots=True)
class Heir:
    """A unit of the day. ``lower``: ids of the units below the former one whose land it holds, of ``of_lower`` in all."""

    unit: str
    relation: Relation
    lower: tuple[str, ...] = ()
    of_lower: int = 0

    @property
    def closeness(self) -> Fraction:
        """How fit it is by territory alone: the unit itself 1, one that holds a part nine tenths, one above a half."""
        return _CLOSENESS[self.relation]


_CLOSENESS = {
    Relation.SAME: Fraction(1),
    Relation.SUCCESSOR: Fraction(1),
    Relation.PART: Fraction(9, 10),
    Relation.ABOVE: Fraction(1, 2),
}


def heirs(register: Register, unit: str, day: date) -> tuple[Heir, ...]:
    """The units of ``day`` on the territory of ``unit``, nearest first. Raises UnknownUnitError."""
    own = list(_forward(register, unit, day))
    found = [Heir(one, Relation.SAME if one == unit else Relation.SUCCESSOR) for one in dict.fromkeys(own)]
    if not found:
        found = _of_lower(register, unit, day)
    known = {heir.unit for heir in found}
    above = dict.fromkeys(one for former in _parents(register, unit) for one in _forward(register, former, day))
    return (*found, *(Heir(one, Relation.ABOVE) for one in above if one not in known))


def _forward(register: Register, unit: str, day: date) -> Iterator[str]:
    """The unit itself where it exists, else those living ones that its land went to, in the end."""
    if register[unit].exists(day):
        yield unit
        return
    for move in register.moves_from(unit):
        # only what it became when it ended: an earlier gift to a neighbour is no inheritance
        if (
            move.kind.moves_territory
            and move.target not in {None, unit}
            and move.day <= day
            and _ends(register, unit, move.day)
        ):
            yield from _forward(register, str(move.target), day)


def _ends(register: Register, unit: str, day: date) -> bool:
    last = register[unit].last
    return last is not None and last == day - timedelta(days=1)


def _of_lower(register: Register, unit: str, day: date) -> list[Heir]:
    """The units that hold what lay below a unit that ended and passed to none, as the districts did."""
    last = register[unit].last
    if last is None or last > day:
        return []
    lower = [one.id for one in register.below(unit, last)]
    held: dict[str, list[str]] = {}
    for one in lower:
        for heir in dict.fromkeys(_forward(register, one, day)):
            held.setdefault(heir, []).append(one)
    return [Heir(heir, Relation.PART, tuple(parts), len(lower)) for heir, parts in held.items()]


def _parents(register: Register, unit: str) -> Iterator[str]:
    for state in register[unit].states:
        if state.parent is not None:
            yield state.parent
            yield from _parents(register, state.parent)
