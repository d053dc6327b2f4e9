from datetime import date

import pytest

from camket.units.bodies.body_register import BodyRegister
from camket.units.bodies.body_types import load_types
from camket.units.bodies.names.resolver import BodyResolver
from camket.units.kind import Kind
from camket.units.move import ChangeKind, Move
from camket.units.names import Resolver
from camket.units.org_unit import OrgUnit, State
from camket.units.register import Register
from camket.units.table import load_register

END, START = date(2025, 6, 30), date(2025, 7, 1)


def unit(
    code: str, name: str, kind: Kind, parent: str | None, first: date | None = None, last: date | None = None
) -> OrgUnit:
    return OrgUnit(code, (State(code.partition("@")[0], name, kind, parent, first, last),))


@pytest.fixture(scope="session")
def small() -> Register:
    """A province P with a district D and a town T; D's communes A and B became N, its C went on under P."""
    units = [
        unit("P", "Sông Mơ", Kind.PROVINCE, None),
        unit("D", "Mường Tả", Kind.RURAL_DISTRICT, "P", last=END),
        unit("T", "Lai Xuân", Kind.TOWN, "P", last=END),
        unit("A", "Tân Hòa", Kind.COMMUNE, "D", last=END),
        unit("B", "Nà Pồng", Kind.COMMUNE, "D", last=END),
        OrgUnit(
            "C",
            (
                State("C", "Ea Nua", Kind.COMMUNE, "D", None, END),
                State("C", "Ea Nua", Kind.COMMUNE, "P", START, None),
            ),
        ),
        unit("W", "Long Thạnh", Kind.WARD, "T", last=END),
        unit("N@2025", "Tân Hòa", Kind.COMMUNE, "P", first=START),
        unit("W@2025", "Lai Xuân", Kind.WARD, "P", first=START),
    ]
    moves = [
        Move(START, ChangeKind.ABOLITION, "D", None),
        Move(START, ChangeKind.ABOLITION, "T", None),
        Move(START, ChangeKind.MERGE, "A", "N@2025", whole=True),
        Move(START, ChangeKind.MERGE, "B", "N@2025", whole=True),
        Move(START, ChangeKind.MERGE, "W", "W@2025", whole=True),
    ]
    return Register(units, moves)


@pytest.fixture(scope="session")
def small_bodies(small: Register) -> BodyRegister:
    return BodyRegister(small, load_types())


@pytest.fixture(scope="session")
def small_names(small_bodies: BodyRegister) -> BodyResolver:
    return BodyResolver(small_bodies, Resolver(small_bodies.units))


@pytest.fixture(scope="session")
def bodies() -> BodyRegister:
    return BodyRegister(load_register(), load_types())


@pytest.fixture(scope="session")
def names(bodies: BodyRegister) -> BodyResolver:
    return BodyResolver(bodies, Resolver(bodies.units))
