"""The cells of a row as the parts of a figure; each error says what was expected."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from functools import cached_property

from camket.units.errors import UnitsError
from camket.units.register import Register
from camket.units.restatement.columns import load_columns
from camket.units.restatement.figure import Figure
from camket.units.restatement.number import read_number
from camket.units.restatement.period_text import read_day, read_period
from camket.vocabulary.folding import fold
from camket.vocabulary.period import Period
from camket.vocabulary.vocabulary import Vocabulary


@dataclass
class Cells:
    """Reads rows; ``column`` is the one being read, or the one that an error was about."""

    register: Register
    vocabulary: Vocabulary
    resolve: Callable[[str, date], str]
    mark: str | None
    as_of: date | None
    column: str = field(default="", init=False)

    def figure(self, line: int, row: Mapping[str, str]) -> Figure:
        """The figure of a row. Raises UnitsError; ``column`` then says where."""
        period = read_period(self._cell(row, "period"))
        indicator = self._indicator(self._cell(row, "indicator"))
        value = read_number(self._cell(row, "value"), self.mark)
        measure, factor = self._measure(indicator, self._optional(row, "measure"))
        weight = self._optional(row, "weight")
        weighs = read_number(weight, self.mark) if weight else None
        estimated, role = self._estimated(self._optional(row, "estimated")), self._optional(row, "role") or "actual"
        as_of = self._day(self._optional(row, "as_of"))
        unit = self._unit(self._cell(row, "unit"), period, as_of)
        return Figure(unit, indicator, period, value * factor, as_of, measure, estimated, weighs, role, line)

    def _optional(self, row: Mapping[str, str], column: str) -> str:
        self.column = column
        return row.get(column, "")

    def _cell(self, row: Mapping[str, str], column: str) -> str:
        cell = self._optional(row, column)
        if not cell:
            message = "ô trống; hãy điền, hoặc bỏ cả dòng"
            raise UnitsError(message)
        return cell

    def _day(self, cell: str) -> date | None:
        return read_day(cell) if cell else self.as_of

    def _unit(self, cell: str, period: Period, as_of: date | None) -> str:
        return cell if cell in self.register else self.resolve(cell, as_of or period.last)

    def _indicator(self, cell: str) -> str:
        code = cell if cell in self.vocabulary.indicators or cell in self.vocabulary.measures else None
        code = code or self._labels.get(_folded(cell))
        if code is None:
            message = f"không có chỉ tiêu «{cell}» trong từ vựng; viết mã hoặc tên như trong từ vựng"
            raise UnitsError(message)
        return code

    @cached_property
    def _labels(self) -> dict[str, str]:
        """Indicators come last, so that a label they share with a measure is theirs."""
        labels = {_folded(one.label_vi): one.code for one in self.vocabulary.measures.values()}
        for indicator in self.vocabulary.indicators.values():
            labels |= dict.fromkeys(map(_folded, indicator.labels_vi), indicator.code)
        return labels

    def _measure(self, indicator: str, cell: str) -> tuple[str, Decimal]:
        """The unit of measure, empty for the indicator's own, and what one of the written is worth in it."""
        entry = self.vocabulary.indicators.get(indicator)
        own = entry.unit if entry else self.vocabulary.measures[indicator].unit
        if not cell:
            return "", Decimal(1)
        for code in (own, *(entry.units_also if entry else ())):
            unit = self.vocabulary.units.get(code)
            words = {_folded(word): worth for word, worth in unit.words.items()} if unit else {}
            if _folded(cell) in words or _folded(cell) == _folded(code):
                return "" if code == own else code, words.get(_folded(cell), Decimal(1))
        message = f"chỉ tiêu này không ghi bằng «{cell}»; hãy ghi bằng {own}"
        raise UnitsError(message)

    @staticmethod
    def _estimated(cell: str) -> bool:
        affirmed = load_columns().affirms(cell)
        if affirmed is None:
            message = f"«{cell}» không rõ là ước hay không; ghi x nếu là số ước, để trống nếu không"
            raise UnitsError(message)
        return affirmed


def _folded(words: str) -> str:
    """With diacritics, which tell one label from another."""
    return " ".join(fold(words).split())
