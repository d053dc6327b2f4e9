"""Small registers, told in one line a change."""

from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal

from camket.units.kind import Kind
from camket.units.move import ChangeKind, Move
from camket.units.org_unit import OrgUnit, State
from camket.units.register import Register

REFORM = date(2025, 7, 1)
EVE = date(2025, 6, 30)


def commune(unit: str, first: date | None = None, last: date | None = None, parent: str = "11") -> OrgUnit:
    return OrgUnit(unit, (State(unit, f"Bản {unit}", Kind.COMMUNE, parent, first, last),))


def move(
    source: str, target: str, population: str | None = None, area: str | None = None, *,
    day: date = REFORM, whole: bool = False, kind: ChangeKind = ChangeKind.MERGE, act: str = "7/NQ",
) -> Move:  # fmt: skip
    people, land = (None if share is None else Decimal(share) for share in (population, area))
    return Move(day, kind, source, target, act, whole, people, land)


def register(moves: Sequence[Move], *, also: Iterable[OrgUnit] = (), goes_on: Iterable[str] = ()) -> Register:
    """The units that the moves name: sources end and targets begin, but for those that go on."""
    through = set(goes_on)
    ends = {one.source: one.day for one in moves if one.source not in through}
    begins = {one.target: one.day for one in moves if one.target and one.target not in through}
    names = {one.id for one in also}
    units = [
        commune(unit, begins.get(unit), date.fromordinal(ends[unit].toordinal() - 1) if unit in ends else None)
        for unit in sorted({*ends, *begins, *through} - names)
    ]
    province = OrgUnit("11", (State("11", "Mây", Kind.PROVINCE),))
    return Register([province, *units, *also], moves)
