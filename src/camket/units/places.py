"""Places that are no units: villages, economic zones, corridors, known by name below a unit, without codes of their own."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from camket.units.table import PACKAGED
from camket.units.table_file import Rows

_FILE = "places.tsv"
_COLUMNS = ("unit", "name", "kind", "first", "last")


@dataclass(frozen=True, slots=True)
class Place:
    """A named place in ``unit``; ``kind`` is the word before its name: "khu kinh tế", "bản".

    ``first`` and ``last`` bound the days on which it was so, both included; None where open or unknown.
    """

    unit: str
    name: str
    kind: str
    first: date | None = None
    last: date | None = None

    def covers(self, day: date) -> bool:
        """Whether the place was known under this name in this unit on ``day``."""
        return (self.first is None or self.first <= day) and (self.last is None or day <= self.last)

    @property
    def full_name(self) -> str:
        """The word and the name: "khu kinh tế Vũng Áng"."""
        return f"{self.kind} {self.name}"


@cache
def load_places() -> tuple[Place, ...]:
    """The packaged places, read once."""
    return read_places(PACKAGED)


def read_places(folder: Path, overrides: Path | None = None) -> tuple[Place, ...]:
    """The places in ``folder`` and an installation's own in ``overrides``; either file may be missing.

    Raises TableError, which names file and line.
    """
    own = _places(overrides / _FILE) if overrides is not None else ()
    return (*_places(folder / _FILE), *own)


def _places(path: Path) -> Iterator[Place]:
    rows = Rows(path, _COLUMNS, optional=True)
    for row in rows:
        if not (row["unit"] and row["name"] and row["kind"]):
            raise rows.error("cần đủ mã đơn vị, tên và từ chỉ loại của địa danh")
        yield Place(row["unit"], row["name"], row["kind"], rows.day(row["first"]), rows.day(row["last"]))
