"""Neighbourhood: how near a unit is to the one under review."""

from datetime import date
from enum import IntEnum

from camket.units.kind import Kind, Level
from camket.units.names.kinship import Kinship
from camket.units.names.reason import Reason
from camket.units.org_unit import OrgUnit
from camket.units.register import Register


class Nearness(IntEnum):
    """How near; the smaller, the nearer. A province is known everywhere, and so as near as what is next door."""

    ITSELF = 0
    AT_HAND = 1
    SAME_PROVINCE = 2
    ELSEWHERE = 3


class Neighbourhood:
    """What lies around the unit under review on a day, and what is above it."""

    def __init__(self, about: str, day: date, register: Register, kinship: Kinship) -> None:
        """Raises UnknownUnitError."""
        self._about = register[about]
        self._day = day
        self._register = register
        self._kinship = kinship
        self._above = kinship.place(about, day)
        self._province = self._above[-1] if self._above else about
        self._district = self._district_of(self._about, self._above)

    def nearness(self, unit: OrgUnit) -> Nearness:
        """How near ``unit`` is."""
        if unit.id == self._about.id:
            return Nearness.ITSELF
        if unit.id in self._above or unit.level is Level.PROVINCE:
            return Nearness.AT_HAND
        above = self._kinship.place(unit.id, self._day)
        if self._about.id in above or (self._district is not None and self._district in above):
            return Nearness.AT_HAND
        if self._province in above or self._province in self._kinship.territory(unit.id):
            return Nearness.SAME_PROVINCE
        return Nearness.ELSEWHERE

    def reason(self, unit: OrgUnit) -> Reason | None:
        """What the nearness says for a unit; None where it says nothing."""
        nearness = self.nearness(unit)
        if nearness is Nearness.ITSELF:
            return Reason.UNDER_REVIEW
        if unit.id in self._above:
            return Reason.ABOVE_REVIEWED
        near = nearness is not Nearness.ELSEWHERE and unit.level is not Level.PROVINCE
        return Reason.NEAR_REVIEWED if near else None

    def meant_by(self, kinds: frozenset[Kind]) -> tuple[OrgUnit, ...]:
        """The units that a kind's word alone means: the one under review, else the one above it of that kind.

        Where no such unit stands above it on the day, as no district has since July 2025, those that ever did.
        Without kinds, the unit under review.
        """
        if not kinds or self._is(self._about, kinds):
            return (self._about,)
        above = tuple(self._register[one] for one in self._above)
        found = tuple(unit for unit in above if self._is(unit, kinds))
        return found or self._formerly(kinds)

    def _formerly(self, kinds: frozenset[Kind]) -> tuple[OrgUnit, ...]:
        kinship = self._kinship
        for ids in (kinship.ever(self._about.id), kinship.territory(self._about.id)):
            ended = [self._register[one] for one in sorted(ids) if not self._register[one].exists(self._day)]
            if found := tuple(unit for unit in ended if self._is(unit, kinds)):
                return found
        return ()

    def _is(self, unit: OrgUnit, kinds: frozenset[Kind]) -> bool:
        state = unit.on(self._day) or unit.latest
        return state.kind in kinds

    def _district_of(self, unit: OrgUnit, above: tuple[str, ...]) -> str | None:
        return next((one for one in (unit.id, *above) if self._register[one].level is Level.DISTRICT), None)
