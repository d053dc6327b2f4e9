"""Official counts: how many units of a kind or level there were on a day, as published, beside what the table has."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from pathlib import Path

from camket.units.completeness import complete_since, province_of
from camket.units.kind import Kind, Level
from camket.units.path import state_near
from camket.units.register import Register
from camket.units.table import PACKAGED
from camket.units.table_file import Rows

_LEVELS = {f"{level.name.lower()}_level": level for level in Level}
_KINDS = {kind.value: kind for kind in Kind}
_LEVEL_WORDS = {Level.PROVINCE: "đơn vị cấp tỉnh", Level.DISTRICT: "đơn vị cấp huyện", Level.COMMUNE: "đơn vị cấp xã"}


@dataclass(frozen=True, slots=True)
class OfficialCount:
    """How many units there were on ``day`` in ``province`` (an id; None: the country), and who says so."""

    day: date
    province: str | None
    kind: Kind | Level
    count: int
    source: str

    @property
    def word(self) -> str:
        """What is counted: "phường", "đơn vị cấp xã"."""
        return _LEVEL_WORDS[self.kind] if isinstance(self.kind, Level) else self.kind.word

    @property
    def code(self) -> str:
        """What is counted, as the table writes it: "ward", "commune_level"."""
        return f"{self.kind.name.lower()}_level" if isinstance(self.kind, Level) else self.kind.value


@dataclass(frozen=True, slots=True)
class Compared:
    """An official count and the table's own; ``claimed``: the table says that it is complete for the day."""

    official: OfficialCount
    counted: int
    claimed: bool

    @property
    def agrees(self) -> bool:
        """Whether both are the same."""
        return self.official.count == self.counted


def read_official_counts(folder: Path = PACKAGED) -> Iterator[OfficialCount]:
    """The official counts of a table. Raises TableError, which names file and line."""
    rows = Rows(folder / "official_counts.tsv", ("day", "province", "kind", "count", "source"), optional=True)
    for row in rows:
        day, kind = rows.day(row["day"]), _LEVELS.get(row["kind"]) or _KINDS.get(row["kind"])
        if day is None or kind is None or not (row["count"].isascii() and row["count"].isdecimal()):
            raise rows.error("cần ngày, loại hoặc cấp đơn vị, và số đơn vị là một số nguyên")
        yield OfficialCount(day, row["province"] or None, kind, int(row["count"]), row["source"])


def compare(register: Register, officials: Iterable[OfficialCount]) -> Iterator[Compared]:
    """Count in the register what was officially counted; day by day, in order of time."""
    ordered = sorted(officials, key=lambda one: (one.day, one.province or "", one.code))
    for day, of_day in groupby(ordered, key=lambda one: one.day):
        counts = _counts(register, day)
        for official in of_day:
            since = complete_since(register, official.province)
            claimed = since is not None and since <= day
            yield Compared(official, counts[official.province, official.kind], claimed)


def _counts(register: Register, day: date) -> Counter[tuple[str | None, Kind | Level]]:
    """How many of each kind and level existed on the day, in each province and in all."""
    counts: Counter[tuple[str | None, Kind | Level]] = Counter()
    for unit in register.existing(day):
        state = state_near(unit, day)
        for province in (None, province_of(register, unit, day)):
            counts.update([(province, state.kind), (province, state.kind.level)])
    return counts
