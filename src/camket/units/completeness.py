"""Completeness: how much of each of today's provinces the table knows, and since when it knows all of it."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from camket.units.kind import Level
from camket.units.org_unit import OrgUnit
from camket.units.path import known_above
from camket.units.register import Register


@dataclass(frozen=True, slots=True)
class Completeness:
    """What is known of the units that ever were in the territory of ``province``, itself among them.

    ``first_days``: units whose first day the table has, ``acts``: those of which it also has the act; the others were
    there before the table begins. ``ended`` leaves out the districts, which ended without successors by law.
    ``parts``: flows of a part of a unit, ``shares``: those of which the share of people or land is known. ``sound``:
    units of which everything since the table begins is known, their beginning with its act and their successors.
    """

    province: OrgUnit
    units: int
    first_days: int
    acts: int
    ended: int
    succeeded: int
    parts: int
    shares: int
    sound: int
    since: date | None

    @property
    def share(self) -> Fraction:
        """Of all units, those of which everything since the table begins is known."""
        return Fraction(self.sound, self.units) if self.units else Fraction(1)


def completeness(register: Register) -> Iterator[Completeness]:
    """One for each province that exists still, in the order of the register."""
    of_province: defaultdict[str | None, list[OrgUnit]] = defaultdict(list)
    for unit in register:
        province = province_of(register, unit, unit.last or date.max)
        of_province[_heir(register, province) if province else None].append(unit)
    for province, units in of_province.items():
        if province is not None:
            yield _of(register, register[province], units)


def province_of(register: Register, unit: OrgUnit, day: date) -> str | None:
    """The id of the province that holds the unit on the day or the nearest on which it exists, itself where it is one."""
    highest = [unit, *known_above(register, unit, day)][-1]
    return highest.id if highest.level is Level.PROVINCE else None


def complete_since(register: Register, province: str | None) -> date | None:
    """From which day the table has all changes in a province's territory, or in all provinces'; None where it says none."""
    if province is None:
        known = [*register.horizon.values()]
        return max(known, default=None)
    if province in register.horizon:
        return register.horizon[province]
    days = [register.horizon.get(one.id) for one in register.predecessors(province) if one.level is Level.PROVINCE]
    found = [day for day in days if day is not None]
    return max(found) if found and len(found) == len(days) else None


def _of(register: Register, province: OrgUnit, units: Sequence[OrgUnit]) -> Completeness:
    ended = [unit for unit in units if _leaves_something(unit)]
    parts = [
        move for unit in units for move in register.moves_from(unit.id) if move.kind.moves_territory and not move.whole
    ]
    return Completeness(
        province,
        units=len(units),
        first_days=sum(unit.first is not None for unit in units),
        acts=sum(unit.first is not None and unit.states[0].act is not None for unit in units),
        ended=len(ended),
        succeeded=sum(bool(register.successors(unit.id)) for unit in ended),
        parts=len(parts),
        shares=sum(move.population is not None or move.area is not None for move in parts),
        sound=sum(_is_sound(register, unit) for unit in units),
        since=complete_since(register, province.id),
    )


def _leaves_something(unit: OrgUnit) -> bool:
    return unit.last is not None and unit.level is not Level.DISTRICT


def _is_sound(register: Register, unit: OrgUnit) -> bool:
    begun = unit.first is None or (unit.states[0].act is not None and bool(register.moves_into(unit.id)))
    return begun and (not _leaves_something(unit) or bool(register.successors(unit.id)))


def _heir(register: Register, province: str) -> str | None:
    """The province that holds the territory today; None where none is known."""
    seen = {province}
    while register[province].last is not None:
        onward = [one.id for one in register.successors(province) if one.id not in seen]
        if not onward:
            return None
        province = onward[0]
        seen.add(province)
    return province
