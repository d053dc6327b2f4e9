"""An installation's own bodies: project boards, interagency groups, companies, and what it knows better of others."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from camket.units.bodies.body_type import NATION, BodyType
from camket.units.register import Register
from camket.units.table_file import Rows

COLUMNS = ("id", "unit", "type", "name", "first", "last", "act")


@dataclass(frozen=True, slots=True)
class Declared:
    """A row of ``bodies.tsv``. ``names``: its own, the formal one first, empty for the names of its type."""

    id: str
    unit: str
    type: BodyType
    names: tuple[str, ...]
    first: date | None
    last: date | None
    act: str


def read_declared(
    path: Path, types: Mapping[str, BodyType], register: Register, *, optional: bool = False
) -> tuple[Declared, ...]:
    """The rows of ``path``; several names of one body stand in one cell, split by "|".

    A row whose id is ``<unit>/<type>`` says of a body that the unit has by its type that it is there, and from when to when.
    Raises TableError, which names file and line.
    """
    rows = Rows(path, COLUMNS, optional=optional)
    declared: dict[str, Declared] = {}
    for one in _declared(rows, types, register):
        if one.id in declared:
            raise rows.error(f"mã «{one.id}» đã có ở một dòng trên; mỗi cơ quan chỉ một dòng")
        declared[one.id] = one
    return tuple(declared.values())


def _declared(rows: Rows, types: Mapping[str, BodyType], register: Register) -> Iterator[Declared]:
    for row in rows:
        unit, code = row["unit"], row["type"]
        if unit not in register and unit != NATION:
            raise rows.error(f"không có đơn vị nào có mã «{unit}»; hãy tra mã bằng camket units resolve")
        if code not in types:
            raise rows.error(f"không có loại cơ quan «{code}»; xem các mã trong units/bodies/types")
        if not row["id"].startswith(f"{unit}/"):
            raise rows.error(f"mã «{row['id']}» phải bắt đầu bằng mã đơn vị: {unit}/…")
        first, last = rows.day(row["first"]), rows.day(row["last"])
        if first and last and last < first:
            raise rows.error(f"ngày cuối {row['last']} trước ngày đầu {row['first']}")
        names = tuple(name.strip() for name in row["name"].split("|") if name.strip())
        if not names and row["id"] != f"{unit}/{code}":
            raise rows.error("thiếu tên cơ quan ở cột name")
        yield Declared(row["id"], unit, types[code], names, first, last, row["act"])
