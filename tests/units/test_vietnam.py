"""The packaged table against what is officially known of Vietnam's map."""

import csv
from collections import Counter, defaultdict
from collections.abc import Iterator
from datetime import date

import pytest

from camket.units.kind import Kind, Level
from camket.units.lineage import lineage
from camket.units.register import Register
from camket.units.table import PACKAGED, load_register

EVE, DAY = date(2025, 6, 30), date(2025, 7, 1)
DIEN_BIEN = "11"
_LEVELS = {"province_level": Level.PROVINCE, "district_level": Level.DISTRICT, "commune_level": Level.COMMUNE}


@pytest.fixture(scope="module")
def register() -> Register:
    return load_register()


def communes(register: Register, day: date, province: str = DIEN_BIEN) -> dict[str, str]:
    """Ids and full names of the communes of a province on a day."""
    return {
        unit.id: state.full_name
        for unit in register.existing(day, Level.COMMUNE)
        if (state := unit.on(day)) and province in {above.id for above in register.above(unit.id, day)}
    }


def official_counts() -> Iterator[dict[str, str]]:
    """The counts of days back to which the table claims to be complete."""
    horizon = load_register().horizon
    with (PACKAGED / "official_counts.tsv").open(encoding="utf-8") as file:
        for row in csv.DictReader(file, delimiter="\t"):
            day, province = date.fromisoformat(row["day"]), row["province"]
            if all(since <= day for code, since in horizon.items() if province in {"", code}):
                yield row


@pytest.mark.parametrize(
    "row", list(official_counts()), ids=lambda row: f"{row['day']} {row['province']} {row['kind']}"
)
def test_the_table_counts_as_many_as_were_officially_counted(register: Register, row: dict[str, str]) -> None:
    day, province = date.fromisoformat(row["day"]), row["province"]
    units = [
        unit
        for unit in register.existing(day)
        if not province or province in {above.id for above in register.above(unit.id, day)}
    ]
    states = [state for unit in units if (state := unit.on(day))]
    level = _LEVELS.get(row["kind"])
    counted = sum(state.kind.level is level if level else state.kind == Kind(row["kind"]) for state in states)
    assert row["source"]
    assert counted == int(row["count"])


def test_the_forty_five_units_of_dien_bien_cover_its_hundred_and_twenty_nine_with_nothing_left_over(
    register: Register,
) -> None:
    before, after = communes(register, EVE), communes(register, DAY)
    assert (len(before), len(after)) == (129, 45)
    assert Counter(name.split()[0] for name in after.values()) == {"xã": 42, "phường": 3}
    came: dict[str, set[str]] = defaultdict(set)
    for unit in before:
        moves = [move for move in register.moves_from(unit) if move.day == DAY]
        if unit in after:
            assert all(move.target == unit for move in moves)
            came[unit].add(unit)
        else:
            assert [move.whole for move in moves] == [True]
            assert {move.act for move in moves} == {"1661/NQ-UBTVQH15"}
            came[str(moves[0].target)].add(unit)
    assert set(came) == set(after)
    assert sum(map(len, came.values())) == 129


def test_no_district_outlives_june_2025(register: Register) -> None:
    districts = [unit for unit in register if unit.level is Level.DISTRICT]
    assert len(districts) >= 696
    assert all(unit.last is not None and unit.last <= EVE for unit in districts)


@pytest.mark.parametrize("name", ["Mường Thanh", "Sam Mứn"])
def test_a_new_unit_that_took_an_old_name_is_another_unit(register: Register, name: str) -> None:
    (old,) = (unit for unit, full in communes(register, EVE).items() if full.split(" ", 1)[1] == name)
    (new,) = (unit for unit, full in communes(register, DAY).items() if full.split(" ", 1)[1] == name)
    assert old != new
    assert register[old].last == EVE
    assert register[new].first == DAY


def test_thanh_luong_is_now_in_thanh_nua(register: Register) -> None:
    (old,) = (unit for unit, full in communes(register, EVE).items() if full == "xã Thanh Luông")
    (move,) = (move for move in register.moves_from(old) if move.day == DAY)
    assert move.whole
    new = register[str(move.target)]
    assert new.latest.full_name == "xã Thanh Nưa"
    assert old in {one.id for one in lineage(register, new.id).units}


def test_a_province_that_was_not_merged_is_the_same_unit_still(register: Register) -> None:
    unit = register[DIEN_BIEN]
    assert unit.exists(EVE)
    assert unit.exists(DAY)
    assert not [move for move in register.moves_from(DIEN_BIEN) if move.day == DAY and move.kind.moves_territory]
