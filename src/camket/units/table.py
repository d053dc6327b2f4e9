"""The packaged table of units, and an installation's own additions to it."""

from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path

from camket.units.act import Act
from camket.units.kind import Kind
from camket.units.move import ChangeKind, Move
from camket.units.org_unit import OrgUnit, State
from camket.units.register import Register
from camket.units.table_file import Rows

PACKAGED = Path(__file__).with_name("table")
"""The folder of the packaged table; ``SOURCES.md`` in it says whence it comes."""

_KINDS = {kind.value: kind for kind in Kind}
_CHANGES = {kind.value: kind for kind in ChangeKind}


@cache
def load_register() -> Register:
    """The packaged table, read once."""
    return read_register(PACKAGED)


def read_register(folder: Path, overrides: Path | None = None) -> Register:
    """The table in ``folder`` with an installation's own in ``overrides``, a folder of the same files or some of them.

    A unit in the overrides replaces the unit of that id with all its states; moves replace those of the same unit and day.
    Raises TableError, which names file and line.
    """
    units = dict(_units(folder / "units.tsv"))
    moves = list(_moves(folder / "moves.tsv"))
    acts = list(_acts(folder / "acts.tsv"))
    if overrides is not None:
        units |= dict(_units(overrides / "units.tsv", optional=True))
        added = list(_moves(overrides / "moves.tsv", optional=True))
        replaced = {(move.source, move.day) for move in added}
        moves = [move for move in moves if (move.source, move.day) not in replaced] + added
        acts += _acts(overrides / "acts.tsv", optional=True)
    return Register(units.values(), moves, acts, dict(_horizon(folder / "coverage.tsv")))


def _units(path: Path, *, optional: bool = False) -> Iterator[tuple[str, OrgUnit]]:
    states: dict[str, list[State]] = {}
    rows = Rows(path, ("id", "code", "name", "kind", "parent", "first", "last", "act"), optional=optional)
    for unit, code, name, kind_code, parent, begun, ended, act in rows.cells():
        kind = _KINDS.get(kind_code)
        if kind is None:
            raise rows.error(f"không có loại đơn vị «{kind_code}»; các loại: {', '.join(_KINDS)}")
        first, last = rows.day(begun), rows.day(ended)
        if first and last and last < first:
            raise rows.error(f"ngày cuối {ended} trước ngày đầu {begun}")
        states.setdefault(unit, []).append(State(code, name, kind, parent or None, first, last, act or None))
    for unit, of_unit in states.items():
        yield unit, OrgUnit(unit, tuple(of_unit if len(of_unit) == 1 else sorted(of_unit, key=_beginning)))


def _beginning(state: State) -> date:
    return state.first or date.min


def _moves(path: Path, *, optional: bool = False) -> Iterator[Move]:
    rows = Rows(path, ("day", "act", "kind", "from", "to", "part", "population", "area", "note"), optional=optional)
    for written, act, kind_code, source, target, part, population, area, note in rows.cells():
        kind, day = _CHANGES.get(kind_code), rows.day(written)
        if kind is None:
            raise rows.error(f"không có loại thay đổi «{kind_code}»; các loại: {', '.join(_CHANGES)}")
        if day is None:
            raise rows.error("thiếu ngày có hiệu lực")
        shares = rows.share(population), rows.share(area)
        yield Move(day, kind, source, target or None, act or None, part == "whole", *shares, note)


def _acts(path: Path, *, optional: bool = False) -> Iterator[Act]:
    rows = Rows(path, ("id", "issuer", "signed", "effective", "title", "source"), optional=optional)
    for row in rows:
        yield Act(
            row["id"], row["issuer"], rows.day(row["signed"]), rows.day(row["effective"]), row["title"], row["source"]
        )


def _horizon(path: Path) -> Iterator[tuple[str, date]]:
    rows = Rows(path, ("province", "since"))
    for row in rows:
        since = rows.day(row["since"])
        if since is not None:
            yield row["province"], since
