"""A unit's path: its full name followed by those of the units above it."""

from datetime import date

from camket.units.kind import Level
from camket.units.org_unit import OrgUnit, State
from camket.units.register import Register


def day_in_life(unit: OrgUnit, day: date) -> date:
    """The day itself where the unit existed on it, else the day nearest to it of those on which it did."""
    if unit.first is not None and day < unit.first:
        return unit.first
    return unit.last if unit.last is not None and unit.last < day else day


def state_near(unit: OrgUnit, day: date) -> State:
    """The state of the day, or of the day nearest to it on which the unit existed."""
    return unit.on(day_in_life(unit, day)) or unit.latest


def known_above(register: Register, unit: OrgUnit, day: date) -> list[OrgUnit]:
    """The units above on the day or the nearest on which it existed, as far as the table knows them, nearest first.

    For tables that are still to be looked through: one above that is not in the table ends the way up, and so does a
    circle.
    """
    found: list[OrgUnit] = []
    state = state_near(unit, day)
    while state.parent is not None and state.parent in register and len(found) < len(Level):
        found.append(register[state.parent])
        state = state_near(found[-1], day_in_life(unit, day))
    return found


def path_of(register: Register, unit: OrgUnit, day: date) -> str:
    """The full names from the unit up, on the day or the nearest on which it existed: "xã A, huyện B, tỉnh C"."""
    above = (state_near(one, day_in_life(unit, day)).full_name for one in known_above(register, unit, day))
    return ", ".join((state_near(unit, day).full_name, *above))
