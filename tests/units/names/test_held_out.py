"""Names of communes of three provinces that nobody looked at while the resolver was made.

``held_out.tsv`` is written by tools/units/held_out_names.py.
"""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from camket.units.names import Resolver
from camket.units.org_unit import OrgUnit
from camket.units.table import load_register

MUST = 0.98


def rows() -> Iterator[dict[str, str]]:
    header, *lines = (Path(__file__).parent / "held_out.tsv").read_text("utf-8").splitlines()
    return (dict(zip(header.split("\t"), line.split("\t"), strict=True)) for line in lines)


def _holder(units: list[OrgUnit], code: str, day: date) -> str:
    return next(unit.id for unit in units if (state := unit.on(day)) is not None and state.code == code)


def test_at_least_98_percent_are_right() -> None:
    """Right is the one unit; or, where several communes are written so, all of them left to a person."""
    register = load_register()
    resolver = Resolver(register)
    holders: dict[str, list[OrgUnit]] = defaultdict(list)
    for unit in register:
        for code in {state.code for state in unit.states}:
            holders[code].append(unit)
    right = total = 0
    for row in rows():
        expected = _holder(holders[row["code"]], row["code"], date.fromisoformat(row["held"]))
        within = resolver.resolve(row["within"], on=date(2022, 6, 1)).unit
        found = resolver.resolve(row["name"], on=row["day"], within=within)
        offered = {candidate.unit for candidate in found.candidates}
        left = int(row["twins"]) > 1 and found.unit is None and expected in offered
        right += found.unit == expected or left
        total += 1
    assert total > 1000
    assert right / total >= MUST
