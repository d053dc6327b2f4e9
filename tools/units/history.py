"""Identities of units with their states, and the moves between them: what the table is written from."""

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date, timedelta

from sources import Place


def eve(day: str) -> str:
    """The day before."""
    return (date.fromisoformat(day) - timedelta(days=1)).isoformat()


@dataclass(slots=True)
class State:
    """What a unit was called, was and belonged to from ``first`` to ``last``; empty: not known, or still so."""

    code: str
    name: str
    kind: str
    parent: "Unit | None"
    first: str = ""
    last: str = ""
    act: str = ""


@dataclass(slots=True, eq=False)
class Unit:
    """A unit through time: its states from the earliest on."""

    states: list[State]
    id: str = ""


@dataclass(slots=True, eq=False)
class Flow:
    """A row of the moves before ids are given; ``target`` None for an abolition."""

    day: str
    act: str
    kind: str
    source: Unit
    target: Unit | None
    part: str = ""
    population: str = ""
    area: str = ""
    note: str = ""


@dataclass(slots=True)
class History:
    """All units known so far and how they came from each other."""

    units: list[Unit] = field(default_factory=list)
    flows: list[Flow] = field(default_factory=list)

    def begin(self, place: Place, parent: Unit | None, first: str = "", act: str = "") -> Unit:
        """A unit whose first known state begins on ``first``."""
        unit = Unit([State(place.code, place.name, place.kind, parent, first, "", act)])
        self.units.append(unit)
        return unit

    def become(self, unit: Unit, place: Place, parent: Unit | None, day: str, act: str) -> None:
        """A new last state of a unit from ``day`` on."""
        unit.states[-1].last = eve(day)
        unit.states.append(State(place.code, place.name, place.kind, parent, day, "", act))

    def change(self, unit: Unit, day: str, act: str, kind: str, note: str = "") -> None:
        """A rename, change of kind or of parent on ``day``."""
        self.flows.append(Flow(day, act, kind, unit, unit, note=note))

    def name_ids(self) -> None:
        """Give every unit its id: the code for its first holder, then the code with the year or day of its beginning."""
        holders = defaultdict(list)
        for unit in self.units:
            holders[unit.states[0].code].append(unit)
        for code, units in holders.items():
            units.sort(key=lambda unit: unit.states[0].first)
            years = [unit.states[0].first[:4] for unit in units]
            for place, unit in enumerate(units):
                first = unit.states[0].first
                unit.id = f"{code}@{first if years.count(first[:4]) > 1 else first[:4]}" if place else code
