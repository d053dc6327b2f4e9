"""A small land of invented provinces, told over the change of July 2025."""

from datetime import date

import pytest

from camket.units.act import Act
from camket.units.kind import Kind
from camket.units.move import ChangeKind, Move
from camket.units.names import Resolver
from camket.units.org_unit import OrgUnit, State
from camket.units.places import Place
from camket.units.register import Register

LAST, DAY = date(2025, 6, 30), date(2025, 7, 1)


def state(name: str, kind: Kind, parent: str | None, first: date | None = None, last: date | None = None) -> State:
    return State("", name, kind, parent, first, last)


def unit(one: str, *states: State) -> OrgUnit:
    return OrgUnit(one, states)


def old(one: str, name: str, kind: Kind, parent: str | None) -> OrgUnit:
    return unit(one, state(name, kind, parent, None, LAST))


def new(one: str, name: str, kind: Kind, parent: str) -> OrgUnit:
    return unit(one, state(name, kind, parent, DAY))


def merge(source: str, target: str) -> Move:
    return Move(DAY, ChangeKind.MERGE, source, target, "1/NQ", whole=True)


UNITS = (
    unit("11", state("Điện Biên", Kind.PROVINCE, None)),
    old("100", "Điện Biên", Kind.RURAL_DISTRICT, "11"),
    old("094", "Điện Biên Phủ", Kind.CITY, "11"),
    old("101", "Nậm Pồ", Kind.RURAL_DISTRICT, "11"),
    old("c1", "Thanh Nưa", Kind.COMMUNE, "100"),
    old("c2", "Thanh Luông", Kind.COMMUNE, "100"),
    old("c3", "Mường Thanh", Kind.WARD, "094"),
    unit(
        "c4",
        state("Nà Hỳ", Kind.COMMUNE, "101", None, LAST),
        state("Nà Hỳ", Kind.COMMUNE, "11", DAY),
    ),
    unit(
        "c5",
        state("Hẹ Muông", Kind.COMMUNE, "100", None, date(2019, 12, 31)),
        state("Hoà Muông", Kind.COMMUNE, "100", date(2020, 1, 1), LAST),
    ),
    old("c6", "Xa Dung", Kind.COMMUNE, "100"),
    new("n1", "Thanh Nưa", Kind.COMMUNE, "11"),
    new("n2", "Mường Thanh", Kind.WARD, "11"),
    new("n3", "Điện Biên Phủ", Kind.WARD, "11"),
    # a second province, where names come again, and which merges into a third
    old("20", "Yên Sơn", Kind.PROVINCE, None),
    old("21", "Lam Giang", Kind.PROVINCE, None),
    unit("21@2025", state("Lam Giang", Kind.PROVINCE, None, DAY)),
    old("201", "Mù Chải", Kind.RURAL_DISTRICT, "20"),
    old("202", "Tân An", Kind.URBAN_DISTRICT, "20"),
    old("d1", "Thanh Nưa", Kind.COMMUNE, "201"),
    old("d2", "Dũng", Kind.COMMUNE, "201"),
    old("d3", "1", Kind.WARD, "202"),
    old("d4", "10", Kind.WARD, "202"),
    old("d5", "Chợ Mới", Kind.TOWNSHIP, "201"),
    old("d6", "Ia H'Rua", Kind.COMMUNE, "201"),
    old("d7", "Đắk Klong", Kind.COMMUNE, "201"),
    old("d8", "Thạnh Hóa", Kind.COMMUNE, "201"),
    old("d9", "Bản Lim", Kind.COMMUNE, "201"),
    old("203", "Sông Đà", Kind.TOWN, "20"),
    old("e1", "1", Kind.WARD, "203"),
    old("204", "Quan Mai", Kind.RURAL_DISTRICT, "20"),
    old("f1", "Bản Lim", Kind.COMMUNE, "204"),
    # one name borne by two units, one after the other
    unit("e2", state("Tây", Kind.WARD, "203", None, date(2022, 12, 31))),
    unit("e2@2023", state("Tây", Kind.WARD, "203", date(2023, 1, 1), LAST)),
    new("m1", "Mù Chải", Kind.COMMUNE, "21@2025"),
    unit("79", state("Hồ Chí Minh", Kind.MUNICIPALITY, None)),
)
MOVES = (
    merge("c1", "n1"),
    merge("c2", "n1"),
    merge("c3", "n2"),
    merge("20", "21@2025"),
    merge("21", "21@2025"),
    merge("d1", "m1"),
    merge("d2", "m1"),
)
PLACES = (
    Place("c1", "Nong Nhai", "bản"),
    Place("n1", "Nong Nhai", "bản", DAY),
    Place("11", "Lòng Chảo", "khu kinh tế", date(2023, 1, 1)),
)


@pytest.fixture(scope="session")
def register() -> Register:
    return Register(UNITS, MOVES, (Act("1/NQ"),), {"20": date(2020, 1, 1)})


@pytest.fixture(scope="session")
def resolver(register: Register) -> Resolver:
    return Resolver(register, PLACES)
