"""A file of figures to be re-stated: a table, a figure a row; what cannot be read of it is listed beside the rest."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path

from camket.cli.units.asking import Asking
from camket.cli.units.cells import read_flag, read_number, read_period
from camket.cli.units.refusal import Refused
from camket.cli.units.table_rows import Line, headings, read_text, table_rows
from camket.units.errors import UnitsError
from camket.units.names.day import read_day
from camket.units.restatement import Figure
from camket.vocabulary.folding import fold
from camket.vocabulary.vocabulary import Vocabulary

_COLUMNS = {
    "unit": ("unit", "đơn vị", "mã đơn vị", "tên đơn vị"),
    "indicator": ("indicator", "chỉ tiêu", "mã chỉ tiêu"),
    "period": ("period", "kỳ", "năm"),
    "value": ("value", "giá trị", "số liệu"),
    "as_of": ("as_of", "theo bản đồ ngày", "bản đồ ngày"),
    "measure": ("measure", "đơn vị tính"),
    "weight": ("weight", "trọng số"),
    "estimated": ("estimated", "ước"),
    "role": ("role", "vai trò"),
}
_NEEDED = ("unit", "indicator", "period", "value")


@dataclass(frozen=True, slots=True)
class Unread:
    """A row of which no figure could be made, and why."""

    line: int
    reason: str


class FigureRows:
    """Makes figures of rows: units by id or name, indicators by code or Vietnamese label."""

    def __init__(self, asking: Asking, vocabulary: Vocabulary, within: str | None) -> None:
        self._asking = asking
        self._within = within
        measures = {fold(one.label_vi): code for code, one in vocabulary.measures.items()}
        indicators = {fold(one.label_vi): code for code, one in vocabulary.indicators.items()}
        # a code is taken before a label, and an indicator's label before a measure's
        codes = {code: code for code in (*vocabulary.measures, *vocabulary.indicators)}
        self._indicators = measures | indicators | codes

    def read(self, path: Path) -> list[Figure | Unread]:
        """A figure or what is wrong, a row. Raises Refused where the file is no such table."""
        text = read_text(path)
        delimiter, codes = headings(text, _COLUMNS)
        if missing := [column for column in _NEEDED if column not in codes]:
            names = ", ".join(f"{column} ({_COLUMNS[column][1]})" for column in missing)
            raise Refused(f"«{path.name}»: dòng đầu thiếu cột {names}; cần CSV hoặc TSV có cột {', '.join(_NEEDED)}.")
        rows = [self._row(line) for line in table_rows(path, text, delimiter, codes)]
        if not rows:
            raise Refused(f"«{path.name}» không có số liệu nào dưới dòng đầu.")
        return rows

    def _row(self, line: Line) -> Figure | Unread:
        if line.wrong:
            return Unread(line.number, f"Dòng {line.number}: {line.wrong}")
        try:
            return self._figure(line.number, line.cells)
        except (UnitsError, ValueError) as error:
            return Unread(line.number, f"Dòng {line.number}: {error}")

    def _figure(self, number: int, cells: Mapping[str, str]) -> Figure:
        period = read_period(cells["period"])
        as_of = read_day(cells["as_of"]) if cells.get("as_of") else None
        weight = cells.get("weight")
        return Figure(
            self._unit(cells["unit"], as_of or period.last), self._indicator(cells["indicator"]), period,
            _given(cells["value"]), as_of, cells.get("measure", ""), read_flag(cells.get("estimated", "")),
            read_number(weight) if weight else None, cells.get("role") or "actual", number,
        )  # fmt: skip

    def _unit(self, asked: str, day: date) -> str:
        if asked in self._asking.register:
            return asked
        found = self._asking.resolver.resolve(asked, on=day, within=self._within)
        if found.unit is not None:
            return found.unit
        if not found.candidates:
            raise UnitsError(f"không có đơn vị nào là «{asked}».")
        alike = "; ".join(self._asking.described(self._asking.register[one.unit], day) for one in found.candidates[:5])
        raise UnitsError(f"«{asked}» chưa xác định được là đơn vị nào: {alike}; hãy ghi mã.")

    def _indicator(self, asked: str) -> str:
        # an unknown one goes on as it is written: re-statement refuses it by name
        return self._indicators.get(asked) or self._indicators.get(fold(asked)) or asked


def _given(cell: str) -> Decimal:
    if not cell:
        raise ValueError("thiếu giá trị.")
    return read_number(cell)
