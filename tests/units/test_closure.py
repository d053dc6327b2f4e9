"""Who answers for whom on a day: what lies in a unit, and what it took over from."""

from collections import defaultdict
from datetime import date, timedelta
from itertools import pairwise

import pytest
from histories import DAYS, histories
from hypothesis import given
from hypothesis import strategies as st

from camket.units.closure import closure
from camket.units.kind import Kind
from camket.units.move import ChangeKind, Move
from camket.units.org_unit import OrgUnit, State
from camket.units.register import Register
from camket.units.table import load_register

EVE, DAY = date(2025, 6, 30), date(2025, 7, 1)


def answering(register: Register, unit: str, day: date) -> set[str]:
    return {one.ancestor for one in closure(register) if one.descendant == unit and one.first <= day <= one.last}


def unit(code: str, kind: Kind, parent: str | None, first: date | None = None, last: date | None = None) -> OrgUnit:
    return OrgUnit(code, (State(code, code, kind, parent, first, last),))


PROVINCE = unit("P", Kind.PROVINCE, None)
DISTRICT = unit("D", Kind.RURAL_DISTRICT, "P", last=EVE)
OLD, OTHER = unit("A", Kind.COMMUNE, "D", last=EVE), unit("B", Kind.COMMUNE, "D", last=EVE)
NEW = unit("C", Kind.COMMUNE, "P", first=DAY)
NEIGHBOUR = OrgUnit("N", (State("N", "N", Kind.COMMUNE, "D", None, EVE), State("N", "N", Kind.COMMUNE, "P", DAY, None)))
REFORM = Register(
    [PROVINCE, DISTRICT, OLD, OTHER, NEW, NEIGHBOUR],
    [
        *(Move(DAY, ChangeKind.MERGE, source, "C", whole=True) for source in "AB"),
        Move(DAY, ChangeKind.ABOLITION, "D", None),
        Move(DAY, ChangeKind.TRANSFER, "N", "C"),
    ],
)


@pytest.mark.parametrize(
    ("asked", "day", "by"),
    [
        ("A", EVE, {"A", "D", "P"}),
        ("A", DAY, {"C", "P"}),  # the new commune's office sees what its predecessor owed; the district is no more
        ("D", EVE, {"D", "P"}),
        ("D", DAY, {"P"}),  # nobody took the district over: it stays with the province
        ("C", DAY, {"C", "P"}),
        ("C", EVE, {"P"}),  # not there yet, and spoken of already
        ("N", EVE, {"N", "D", "P"}),
        ("N", DAY, {"N", "P"}),  # it gave a part away and goes on: nobody else answers for it
        ("P", DAY, {"P"}),
    ],
)
def test_the_reform_of_a_district(asked: str, day: date, by: set[str]) -> None:
    assert answering(REFORM, asked, day) == by


def test_a_circle_in_a_broken_table_ends() -> None:
    circle = Register(
        [unit("A", Kind.COMMUNE, "B", last=EVE), unit("B", Kind.COMMUNE, "A", last=EVE)],
        [
            Move(DAY, ChangeKind.MERGE, "A", "B"),
            Move(DAY, ChangeKind.MERGE, "B", "A"),
            Move(DAY, ChangeKind.MERGE, "A", "X"),
        ],
    )
    assert {one.descendant for one in closure(circle)} == {"A", "B"}


def expected(register: Register, unit: str, day: date) -> set[str]:
    """By walking from the unit for this one day."""
    whole = register[unit]
    if whole.first is not None and day < whole.first:
        parent = whole.states[0].parent
        return expected(register, parent, day) if parent else set()
    if whole.last is None or day <= whole.last:
        return {unit, *(one.id for one in register.above(unit, day))}
    moves = [move for move in register.moves_from(unit) if move.day == whole.last + timedelta(days=1)]
    heirs = {move.target for move in moves if move.kind.moves_territory and move.target}
    if not heirs:
        return expected(register, whole.latest.parent, day) if whole.latest.parent else set()
    return {one for heir in heirs for one in expected(register, heir, day)}


@given(histories(), st.data())
def test_each_day_is_as_a_walk_finds_it(register: Register, data: st.DataObject) -> None:
    day = data.draw(st.sampled_from([one + timedelta(days=shift) for one in DAYS for shift in (-1, 0, 1)]))
    found: dict[str, set[str]] = defaultdict(set)
    for one in closure(register):
        if one.first <= day <= one.last:
            found[one.descendant].add(one.ancestor)
    assert {each.id: found[each.id] for each in register} == {
        each.id: expected(register, each.id, day) for each in register
    }


@given(histories())
def test_stays_of_a_pair_neither_overlap_nor_touch(register: Register) -> None:
    days: dict[tuple[str, str], list[tuple[date, date]]] = defaultdict(list)
    for one in closure(register):
        assert one.first <= one.last
        days[one.ancestor, one.descendant].append((one.first, one.last))
    for of_pair in days.values():
        assert all(last + timedelta(days=1) < first for (_, last), (first, _) in pairwise(sorted(of_pair)))


def test_every_unit_of_the_packaged_table_has_a_province_today() -> None:
    register, today = load_register(), date(2026, 11, 1)
    provinces = {one.id for one in register.below(None, today)}
    seen = {one.descendant for one in closure(register) if one.ancestor in provinces and one.first <= today <= one.last}
    assert {one.id for one in register} - seen == set()
