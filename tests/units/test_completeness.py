"""How much of a province the table knows, and its counts beside the official ones."""

from datetime import date
from fractions import Fraction
from pathlib import Path

import pytest

from camket.units.completeness import complete_since, completeness, province_of
from camket.units.errors import TableError
from camket.units.kind import Kind, Level
from camket.units.move import ChangeKind, Move
from camket.units.official_counts import OfficialCount, compare, read_official_counts
from camket.units.org_unit import OrgUnit, State
from camket.units.path import known_above, path_of
from camket.units.register import Register

EVE, DAY = date(2025, 6, 30), date(2025, 7, 1)


def unit(
    code: str,
    kind: Kind,
    parent: str | None,
    first: date | None = None,
    last: date | None = None,
    act: str | None = None,
) -> OrgUnit:
    return OrgUnit(code, (State(code, f"Tên {code}", kind, parent, first, last, act),))


def two_provinces_into_one(*more: OrgUnit, moves: tuple[Move, ...] = ()) -> Register:
    units = [
        unit("01", Kind.PROVINCE, None, None, EVE),
        unit("02", Kind.PROVINCE, None, None, EVE),
        unit("03", Kind.PROVINCE, None, DAY, None, "202/2025/QH15"),
        unit("d", Kind.RURAL_DISTRICT, "01", None, EVE),
        unit("a", Kind.COMMUNE, "d", None, EVE),
        unit("b", Kind.WARD, "02", None, EVE),
        unit("c", Kind.COMMUNE, "03", DAY, None, "9/NQ"),
        *more,
    ]
    whole = [("01", "03"), ("02", "03"), ("a", "c")]
    part = Move(DAY, ChangeKind.SPLIT, "b", "c", "9/NQ")
    merged = [Move(DAY, ChangeKind.MERGE, source, target, "9/NQ", whole=True) for source, target in whole]
    return Register(units, [*merged, part, *moves], (), {"01": date(2019, 1, 1), "02": date(2020, 1, 1)})


def test_a_merged_province_answers_for_those_it_came_from() -> None:
    (found,) = completeness(two_provinces_into_one())
    assert found.province.id == "03"
    assert (found.units, found.first_days, found.acts) == (7, 2, 2)
    assert (found.ended, found.succeeded) == (4, 4)  # the district ended without successor, as the law has it
    assert (found.parts, found.shares) == (1, 0)
    assert found.since == date(2020, 1, 1)
    assert found.share == 1


def test_what_is_not_known_lessens_the_share() -> None:
    orphan, lost = unit("x", Kind.COMMUNE, "03", DAY), unit("y", Kind.COMMUNE, "02", None, EVE)
    (found,) = completeness(two_provinces_into_one(orphan, lost))
    assert (found.units, found.first_days, found.acts) == (9, 3, 2)
    assert (found.ended, found.succeeded) == (5, 4)
    assert found.share == Fraction(7, 9)


def test_since_is_unknown_where_one_of_the_old_provinces_has_none() -> None:
    register = two_provinces_into_one(
        unit("04", Kind.PROVINCE, None, None, EVE), moves=(Move(DAY, ChangeKind.MERGE, "04", "03", whole=True),)
    )
    assert complete_since(register, "03") is None
    assert complete_since(register, "01") == date(2019, 1, 1)
    assert complete_since(register, None) == date(2020, 1, 1)
    assert complete_since(Register([]), None) is None


def test_the_province_of_a_unit_is_that_of_the_day() -> None:
    register = two_provinces_into_one()
    assert province_of(register, register["a"], EVE) == "01"
    assert province_of(register, register["a"], date(2030, 1, 1)) == "01"  # it had ended by then
    assert province_of(register, register["03"], DAY) == "03"
    assert path_of(register, register["a"], DAY) == "xã Tên a, huyện Tên d, tỉnh Tên 01"


def test_a_circle_above_and_a_missing_parent_end_the_way_up() -> None:
    circle = [unit("p", Kind.COMMUNE, "q"), unit("q", Kind.COMMUNE, "p"), unit("r", Kind.COMMUNE, "none")]
    register = Register(circle)
    assert len(known_above(register, register["p"], DAY)) == 3
    assert known_above(register, register["r"], DAY) == []
    assert list(completeness(register)) == []


def test_a_circle_of_provinces_has_no_province_of_today() -> None:
    provinces = [unit("01", Kind.PROVINCE, None, None, EVE), unit("02", Kind.PROVINCE, None, None, EVE)]
    moves = [Move(DAY, ChangeKind.MERGE, one, other, whole=True) for one, other in (("01", "02"), ("02", "01"))]
    assert list(completeness(Register(provinces, moves))) == []


def test_counts_are_of_kinds_and_levels_of_the_country_and_of_provinces() -> None:
    officials = [
        OfficialCount(EVE, None, Level.COMMUNE, 2, "s"),
        OfficialCount(EVE, "02", Kind.WARD, 1, "s"),
        OfficialCount(EVE, "02", Kind.COMMUNE, 1, "s"),
        OfficialCount(DAY, "03", Level.COMMUNE, 1, "s"),
        OfficialCount(DAY, None, Level.DISTRICT, 0, "s"),
        OfficialCount(date(2019, 6, 1), "02", Level.COMMUNE, 7, "s"),
    ]
    found = {
        (one.official.day, one.official.province, one.official.kind): one
        for one in compare(two_provinces_into_one(), officials)
    }
    assert [one.agrees for one in (found[each.day, each.province, each.kind] for each in officials)] == [
        True, True, False, True, True, False,
    ]  # fmt: skip
    assert found[EVE, "02", Kind.COMMUNE].claimed
    assert not found[date(2019, 6, 1), "02", Level.COMMUNE].claimed  # before the table is complete


def test_official_counts_are_read_with_their_sources(tmp_path: Path) -> None:
    (tmp_path / "official_counts.tsv").write_text(
        "day\tprovince\tkind\tcount\tsource\n2025-07-01\t\tcommune_level\t3321\thttps://example.vn/a\n"
        "2025-07-01\t11\tward\t3\thttps://example.vn/b\n",
        "utf-8",
    )
    national, local = read_official_counts(tmp_path)
    assert (national.province, national.kind, national.count, national.word) == (
        None,
        Level.COMMUNE,
        3321,
        "đơn vị cấp xã",
    )
    assert (local.province, local.kind, local.code, local.word) == ("11", Kind.WARD, "ward", "phường")


@pytest.mark.parametrize(
    "row",
    [
        "2025-07-01\t\tvillage\t1\t",
        "\t\tward\t1\t",
        "2025-07-01\t\tward\t-1\t",
        "2025-07-01\t\tward\t１\t",
        "x\t\tward\t1\t",
    ],
)
def test_a_count_that_cannot_be_so_is_named_by_file_and_line(tmp_path: Path, row: str) -> None:
    (tmp_path / "official_counts.tsv").write_text(f"day\tprovince\tkind\tcount\tsource\n{row}\n", "utf-8")
    with pytest.raises(TableError, match=r"official_counts\.tsv, dòng 2"):
        list(read_official_counts(tmp_path))
