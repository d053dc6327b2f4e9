"""A unit's path: its full name followed by those of the units above it."""

from datetime import date
from itertools import islice

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


def path_of(register: Register, unit: OrgUnit, day: date) -> str:
    """The full names from the unit up, on the day or the nearest on which it existed: "xã A, huyện B, tỉnh C"."""
    nearest = day_in_life(unit, day)
    # as many as there are levels: a table whose units stand above each other in a circle is to be shown too
    above = (state_near(one, nearest).full_name for one in islice(register.above(unit.id, nearest), len(Level)))
    return ", ".join((state_near(unit, day).full_name, *above))
