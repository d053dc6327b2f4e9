"""Kinship of units: what one ever belonged to, itself or through those it came from and went into."""

from collections.abc import Callable, Iterable
from datetime import date
from functools import lru_cache

from camket.units.org_unit import OrgUnit
from camket.units.register import Register

_KEPT = 1 << 16


class Kinship:
    """Answers kept once found; a register never changes."""

    def __init__(self, register: Register) -> None:
        self._register = register
        self._ever: dict[str, frozenset[str]] = {}
        self._territory: dict[str, frozenset[str]] = {}
        self._heirs: dict[str, tuple[str, ...]] = {}
        self._latest_horizon = max(register.horizon.values(), default=date.min)
        self.on = lru_cache(maxsize=_KEPT)(self._above)
        """The ids above a unit on a day, nearest first."""

    def _above(self, unit: str, day: date) -> tuple[str, ...]:
        return tuple(one.id for one in self._register.above(unit, day))

    def before_horizon(self, unit: str, day: date) -> bool:
        """Whether the table is not yet complete on ``day`` for the province of the unit."""
        if day >= self._latest_horizon:
            return False
        province = (self.place(unit, day) or (unit,))[-1]
        return day < self._register.horizon.get(province, day)

    def ever(self, unit: str) -> frozenset[str]:
        """The ids that stood above the unit at any time."""
        known = self._ever.get(unit)
        if known is None:
            self._ever[unit] = frozenset()  # a table with a cycle must not be gone round for ever
            parents = {state.parent for state in self._register[unit].states if state.parent is not None}
            known = self._ever[unit] = frozenset(parents).union(*map(self.ever, parents))
        return known

    def heirs(self, unit: str) -> tuple[str, ...]:
        """The ids of the units that took over its territory when it ended; none while it goes on."""
        known = self._heirs.get(unit)
        if known is None:
            last = self._register[unit].last
            moves = self._register.moves_from(unit) if last is not None else ()
            at_the_end = dict.fromkeys(move.target for move in moves if last is not None and move.day > last)
            known = self._heirs[unit] = tuple(one for one in at_the_end if one is not None)
        return known

    def territory(self, unit: str) -> frozenset[str]:
        """The ids that its territory ever stood under, before it or after it, and what those became or were."""
        known = self._territory.get(unit)
        if known is None:
            register = self._register
            lines = (register.predecessors, register.successors)
            known = self._territory[unit] = frozenset(one for line in lines for one in self._along(unit, line))
        return known

    def _along(self, unit: str, line: Callable[[str], Iterable[OrgUnit]]) -> set[str]:
        """What stood above the units of one line of descent, and above's own lines: a merged province holds the old."""
        kin, waiting = {unit}, [unit]
        while waiting:
            for other in line(waiting.pop()):
                if other.id not in kin:
                    kin.add(other.id)
                    waiting.append(other.id)
        above = {one for member in kin for one in self.ever(member)}
        return above | {other.id for one in above for other in line(one)}

    def place(self, unit: str, day: date) -> tuple[str, ...]:
        """The ids above a unit on a day, or on its last or first day where it did not exist then."""
        held = self._register[unit]
        if held.exists(day):
            return self.on(unit, day)
        nearest = held.last if held.last is not None and held.last < day else held.first
        return self.on(unit, nearest) if nearest is not None else ()
