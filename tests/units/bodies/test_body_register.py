from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from camket.units.bodies.body_register import BodyRegister
from camket.units.bodies.body_type import NATION
from camket.units.bodies.body_types import load_types
from camket.units.bodies.declared import Declared, read_declared
from camket.units.bodies.load import load_bodies
from camket.units.errors import TableError, UnknownUnitError
from camket.units.kind import Kind
from camket.units.org_unit import OrgUnit, State
from camket.units.register import Register

TYPES = load_types()
DAYS = st.dates(date(2003, 1, 1), date(2030, 1, 1))
REFORMS = [date(2014, 6, 20), date(2025, 3, 1), date(2025, 3, 15), date(2025, 6, 1), date(2025, 7, 1)]


def codes(bodies: BodyRegister, unit: str, day: date) -> set[str]:
    return {body.id.partition("/")[2] for body in bodies.bodies_of(unit, day)}


def test_departments_merge_on_the_first_of_march(small_bodies: BodyRegister) -> None:
    before, after = codes(small_bodies, "P", date(2025, 2, 28)), codes(small_bodies, "P", date(2025, 3, 1))
    old = {"agriculture_department", "environment_department", "finance_department", "transport_department"}
    new = {"agriculture_environment_department", "finance_department@2025", "construction_department@2025"}
    assert old <= before
    assert not new & before
    assert new <= after
    assert not old & after


def test_a_districts_bodies_end_with_it_and_its_communes_get_sections(small_bodies: BodyRegister) -> None:
    assert "district_agriculture_environment" in codes(small_bodies, "D", date(2025, 6, 30))
    assert codes(small_bodies, "D", date(2025, 7, 1)) == set()
    sections = {"commune_economy", "commune_culture", "commune_office", "commune_service_centre"}
    assert sections <= codes(small_bodies, "N@2025", date(2025, 7, 1))
    assert sections <= codes(small_bodies, "C", date(2025, 7, 1))
    assert not sections & codes(small_bodies, "C", date(2025, 6, 30))


def test_district_police_ended_four_months_before_the_district(small_bodies: BodyRegister) -> None:
    assert "district_police" in codes(small_bodies, "D", date(2025, 2, 28))
    assert "district_police" not in codes(small_bodies, "D", date(2025, 3, 1))
    assert "police" in codes(small_bodies, "A", date(2025, 3, 1))


def test_a_ward_has_the_section_for_urban_affairs_and_a_commune_has_not(small_bodies: BodyRegister) -> None:
    assert "commune_economy_urban" in codes(small_bodies, "W@2025", date(2025, 7, 1))
    assert "commune_economy_urban" not in codes(small_bodies, "N@2025", date(2025, 7, 1))


@pytest.mark.parametrize(
    ("body", "name"),
    [
        ("P/party_committee", "Tỉnh ủy Sông Mơ"),
        ("D/party_organisation_board", "Ban Tổ chức Huyện ủy Mường Tả"),
        ("T/party_committee", "Thị ủy Lai Xuân"),
        ("C/party_committee", "Đảng ủy xã Ea Nua"),
        ("N@2025/commune_economy", "Phòng Kinh tế xã Tân Hòa"),
        ("D/peoples_committee", "UBND huyện Mường Tả"),
    ],
)
def test_a_body_has_its_full_name(small_bodies: BodyRegister, body: str, name: str) -> None:
    assert small_bodies[body].name == name


def test_a_unit_that_went_on_keeps_its_bodies(small_bodies: BodyRegister) -> None:
    committee = small_bodies["C/peoples_committee"]
    assert committee.exists(date(2025, 6, 30))
    assert committee.exists(date(2025, 7, 1))
    assert (committee.first, committee.last) == (None, None)


def test_what_only_some_provinces_have_is_possible_only(small_bodies: BodyRegister) -> None:
    assert not small_bodies["P/tourism_department"].certain
    assert small_bodies["P/finance_department"].certain


def test_an_unknown_id_is_named(small_bodies: BodyRegister) -> None:
    for body in ("P/no_such_department", "X/finance_department", "P", ""):
        assert body not in small_bodies
        with pytest.raises(UnknownUnitError, match="Không có"):
            small_bodies[body]


def test_the_centre_has_its_ministries(small_bodies: BodyRegister) -> None:
    assert "ministry_planning" in codes(small_bodies, NATION, date(2025, 2, 28))
    assert "ministry_planning" not in codes(small_bodies, NATION, date(2025, 3, 1))


def states(kinds: list[Kind], days: list[date], *, ended: bool) -> tuple[State, ...]:
    """Kinds one after the other, each until the next day given; the last one open unless ``ended``."""
    cuts = sorted(set(days))[: len(kinds)]
    firsts = [None, *cuts[: len(kinds) - 1]]
    lasts = [*(cut - timedelta(days=1) for cut in cuts[: len(kinds) - 1]), cuts[-1] if ended else None]
    return tuple(State("1", "Thử", kind, None, a, b) for kind, a, b in zip(kinds, firsts, lasts, strict=False))


@given(
    st.lists(st.sampled_from([Kind.COMMUNE, Kind.WARD, Kind.TOWNSHIP]), min_size=1, max_size=3)
    | st.lists(st.sampled_from([Kind.RURAL_DISTRICT, Kind.TOWN, Kind.CITY]), min_size=1, max_size=3),
    st.lists(DAYS, min_size=4, max_size=6, unique=True),
    st.booleans(),
    st.sampled_from(REFORMS) | DAYS,
)  # fmt: skip
def test_no_body_exists_outside_the_days_of_its_unit_or_of_its_type(
    kinds: list[Kind], days: list[date], ended: bool, day: date
) -> None:
    unit = OrgUnit("1", states(kinds, days, ended=ended))
    bodies = BodyRegister(Register([unit]), TYPES)
    for body in bodies.all_of("1").values():
        assert body.first is None or body.last is None or body.first <= body.last
        if body.exists(day):
            assert unit.exists(day)
            assert body.type.covers(day)
    assert len({body.id for body in bodies.bodies_of("1", day)}) == len(bodies.bodies_of("1", day))


@given(st.none() | DAYS, st.none() | DAYS, st.none() | DAYS, DAYS)
def test_not_even_a_declared_one(first: date | None, last: date | None, unit_last: date | None, day: date) -> None:
    unit = OrgUnit("1", (State("1", "Thử", Kind.PROVINCE, None, date(2004, 1, 1), unit_last),))
    row = Declared("1/board-1", "1", TYPES["project_board"], ("Ban QLDA Hồ Xanh",), first, last, "")
    bodies = BodyRegister(Register([unit]), TYPES, [row])
    if bodies["1/board-1"].exists(day):
        assert unit.exists(day)


HEADER = "id\tunit\ttype\tname\tfirst\tlast\tact\n"


def declared(folder: Path, *rows: str) -> Path:
    path = folder / "bodies.tsv"
    path.write_text(HEADER + "\n".join(rows) + "\n", "utf-8")
    return path


def test_an_installation_declares_bodies_and_knows_others_better(tmp_path: Path, small: Register) -> None:
    path = declared(
        tmp_path,
        "P/board-lake\tP\tproject_board\tBan QLDA Hồ Xanh|Ban Hồ Xanh\t2023-01-01\t2026-12-31\t12/QĐ-UBND",
        "P/tourism_department\tP\ttourism_department\t\t\t2025-02-28\t",
        "P/finance_department@2025\tP\tfinance_department@2025\t\t2025-02-20\t\t",
    )
    bodies = BodyRegister(small, TYPES, read_declared(path, TYPES, small))
    lake = bodies["P/board-lake"]
    assert (lake.name, lake.last, lake.certain, lake.act) == (
        "Ban QLDA Hồ Xanh",
        date(2026, 12, 31),
        True,
        "12/QĐ-UBND",
    )
    assert lake not in bodies.bodies_of("P", date(2027, 1, 1))
    tourism = bodies["P/tourism_department"]
    assert (tourism.name, tourism.certain, tourism.last) == ("Sở Du lịch tỉnh Sông Mơ", True, date(2025, 2, 28))
    assert bodies["P/finance_department@2025"].exists(date(2025, 2, 20))


def test_no_file_is_no_declared_body(tmp_path: Path, small: Register) -> None:
    assert "P/board-lake" not in load_bodies(small, tmp_path)
    declared(tmp_path, "P/board-lake\tP\tproject_board\tBan QLDA Hồ Xanh\t\t\t")
    assert "P/board-lake" in load_bodies(small, tmp_path)
    assert "P/board-lake" not in load_bodies(small)


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ("X/a\tX\tproject_board\tBan\t\t\t", "dòng 2: không có đơn vị nào có mã «X»"),
        ("P/a\tP\tproject_bord\tBan\t\t\t", "dòng 2: không có loại cơ quan «project_bord»"),
        ("Q/a\tP\tproject_board\tBan\t\t\t", "dòng 2: mã «Q/a» phải bắt đầu bằng mã đơn vị: P/"),
        ("P/a\tP\tproject_board\tBan\t2025-02-30\t\t", "dòng 2: «2025-02-30» không phải là một ngày có thật"),
        ("P/a\tP\tproject_board\tBan\t2025-03-02\t2025-03-01\t", "dòng 2: ngày cuối 2025-03-01 trước ngày đầu 2025-03-02"),
        ("P/a\tP\tproject_board\t\t\t\t", "dòng 2: thiếu tên cơ quan"),
        ("P/a\tP\tproject_board\tBan\t\t", "dòng 2: có 6 ô, cần 7 ô"),
        ("P/a\tP\tproject_board\tBan\t\t\t\nP/a\tP\tproject_board\tBan\t\t\t", "dòng 3: mã «P/a» đã có ở một dòng trên"),
    ],
)  # fmt: skip
def test_a_row_that_cannot_be_is_named_with_its_line(tmp_path: Path, small: Register, row: str, said: str) -> None:
    with pytest.raises(TableError) as error:
        read_declared(declared(tmp_path, row), TYPES, small)
    assert said in str(error.value)
