"""What cannot be so of a table is named, one law at a time; the packaged table breaks none."""

from datetime import date
from decimal import Decimal

import pytest

from camket.units.act import Act
from camket.units.consistency import inconsistencies
from camket.units.kind import Kind
from camket.units.move import ChangeKind, Move
from camket.units.org_unit import OrgUnit, State
from camket.units.register import Register
from camket.units.table import load_register

EVE, DAY = date(2025, 6, 30), date(2025, 7, 1)


def unit(
    code: str, kind: Kind = Kind.COMMUNE, parent: str | None = "P", first: date | None = None, last: date | None = None
) -> OrgUnit:
    return OrgUnit(code, (State(code, code, kind, parent, first, last),))


PROVINCE = unit("P", Kind.PROVINCE, None)
OLD, OTHER = unit("A", last=EVE), unit("B", last=EVE)
NEW = unit("C", first=DAY)
INTO = tuple(Move(DAY, ChangeKind.MERGE, source, "C", whole=True) for source in "AB")


def reasons(*units: OrgUnit, moves: tuple[Move, ...] = (), acts: tuple[Act, ...] = ()) -> list[str]:
    return [f"{one.unit}: {one.reason}" for one in inconsistencies(Register(units, moves, acts))]


def test_a_sound_merge_breaks_nothing() -> None:
    assert reasons(PROVINCE, OLD, OTHER, NEW, moves=INTO) == []


def test_the_packaged_table_breaks_nothing() -> None:
    assert list(inconsistencies(load_register())) == []


@pytest.mark.parametrize(
    ("units", "moves", "says"),
    [
        ((PROVINCE, unit("A", parent="X")), (), "A: đơn vị cấp trên «X» không có trong danh mục"),
        ((PROVINCE, unit("A", parent=None)), (), "A: xã A không có đơn vị cấp trên"),
        ((PROVINCE, unit("A"), unit("B", parent="A")), (), "B: đơn vị cấp trên A không ở cấp cao hơn"),
        ((PROVINCE, OLD), (), "A: xã A thôi tồn tại mà không nói đi về đâu"),
        ((PROVINCE, NEW), (), "C: xã C được lập mà không nói từ đâu ra"),
        (
            (PROVINCE, unit("H", Kind.RURAL_DISTRICT)),
            (),
            "H: huyện H là cấp huyện mà còn sau ngày 30/06/2025",
        ),
        (
            (PROVINCE, OLD, OTHER, NEW),
            (*INTO, Move(DAY, ChangeKind.MERGE, "Z", "C", whole=True)),
            "Z: có trong thay đổi ngày 01/07/2025 nhưng không có trong danh mục",
        ),
        (
            (PROVINCE, unit("A"), OTHER, NEW),
            INTO,
            "A: giao toàn bộ ngày 01/07/2025 mà vẫn còn",
        ),
        (
            (PROVINCE, OLD, OTHER, NEW),
            (*INTO, Move(DAY, ChangeKind.SPLIT, "A", "C", population=Decimal("0.2"))),
            "A: ngày 01/07/2025 giao đi nhiều hơn toàn bộ (tổng tỷ lệ lớn hơn 1)",
        ),
        (
            (PROVINCE, OLD, OTHER, NEW),
            (INTO[0], Move(DAY, ChangeKind.MERGE, "B", "C", "9/NQ", whole=True)),
            "B: văn bản «9/NQ» không có trong danh mục văn bản",
        ),
        (
            (PROVINCE, unit("A", last=date(2024, 1, 1)), OTHER, NEW),
            INTO,
            "A: thay đổi ngày 01/07/2025 nhưng trước đó không tồn tại",
        ),
        (
            (PROVINCE, OLD, OTHER, NEW, unit("D", first=date(2025, 8, 1))),
            (*INTO[1:], Move(DAY, ChangeKind.MERGE, "A", "D", whole=True)),
            "D: nhận phần của A ngày 01/07/2025 khi không tồn tại",
        ),
    ],
)
def test_what_cannot_be_so_is_named(units: tuple[OrgUnit, ...], moves: tuple[Move, ...], says: str) -> None:
    assert says in reasons(*units, moves=moves)


def test_parts_that_give_away_more_than_the_whole_are_named() -> None:
    parts = tuple(Move(DAY, ChangeKind.SPLIT, "A", to, population=Decimal("0.6")) for to in ("C", "D"))
    assert "A: ngày 01/07/2025 giao đi nhiều hơn toàn bộ (tổng tỷ lệ lớn hơn 1)" in reasons(
        PROVINCE, OLD, NEW, unit("D", first=DAY), moves=parts
    )


def test_states_with_a_gap_between_them_are_named() -> None:
    gap = OrgUnit(
        "A",
        (
            State("A", "A", Kind.COMMUNE, "P", None, date(2020, 1, 1)),
            State("A", "A", Kind.WARD, "P", date(2020, 1, 3), None),
        ),
    )
    assert "A: giai đoạn «phường A» không nối liền sau giai đoạn «xã A»" in reasons(PROVINCE, gap)


def test_a_unit_below_one_that_is_gone_is_named() -> None:
    assert "A: thuộc huyện H (H) vào những ngày đơn vị đó không có" in reasons(
        PROVINCE,
        unit("H", Kind.RURAL_DISTRICT, last=EVE),
        unit("A", parent="H"),
        moves=(Move(DAY, ChangeKind.ABOLITION, "H", None),),
    )


def test_a_circle_of_mergers_is_named_with_its_members() -> None:
    circle = tuple(
        Move(day, ChangeKind.MERGE, source, target, whole=True)
        for day, source, target in ((date(2020, 1, 1), "A", "B"), (date(2021, 1, 1), "B", "A"))
    )
    found = [one for one in reasons(PROVINCE, OLD, OTHER, moves=circle) if "vòng" in one]
    assert len(found) == 1
    assert "A" in found[0]
    assert "B" in found[0]
