"""Tables: runs of table lines, their head row, and what each column holds."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

import msgspec

from camket.reading.matching import PhraseMatcher
from camket.reading.structure.lines import Line
from camket.vocabulary.table_columns import load_table_columns

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_HEAD_ROWS = 4
_LONGEST_HEAD = 70


class Cell(NamedTuple):
    """A cell's words, trimmed: ``text[start:end]``; empty where start equals end."""

    start: int
    end: int


class Column(msgspec.Struct, frozen=True, gc=False):
    """What a column holds by its head; ``year`` where the head names one."""

    role: str | None
    year: int | None


class Row(msgspec.Struct, frozen=True, gc=False):
    """A row below the head."""

    start: int
    end: int
    cells: tuple[Cell, ...]
    line: int


class Table(msgspec.Struct, frozen=True, gc=False):
    """A table whose head tells at least two of its columns."""

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]

    def cell(self, row: Row, role: str) -> Cell | None:
        """The row's first cell with words in a column of ``role``, where the row is as wide as the head."""
        if len(row.cells) != len(self.columns):
            return None
        pairs = zip(self.columns, row.cells, strict=True)
        return next((cell for column, cell in pairs if column.role == role and cell.end > cell.start), None)

    def has(self, *roles: str) -> bool:
        """Whether some column holds one of ``roles``."""
        return any(column.role in roles for column in self.columns)


class TableReader:
    """Reads tables by the words at their heads; built once."""

    def __init__(self) -> None:
        columns = load_table_columns()
        self._order = {role: place for place, role in enumerate(columns)}
        self._heads = PhraseMatcher((word, role) for role in reversed(columns) for word in columns[role])

    def read(self, key: str, lines: Sequence[Line]) -> Iterator[Table]:
        """The tables of a text, in order."""
        run: list[Row] = []
        for number, line in enumerate(lines):
            if line.kind == "table":
                run.append(Row(line.start, line.end, cells(key, line.start, line.end), number))
                continue
            yield from self._table(key, run)
            run = []
        yield from self._table(key, run)

    def _table(self, key: str, run: Sequence[Row]) -> Iterator[Table]:
        for place, row in enumerate(run[:_HEAD_ROWS]):
            columns = tuple(self._column(key, cell) for cell in row.cells)
            if sum(column.role is not None for column in columns) >= 2:
                yield Table(columns, tuple(run[place + 1 :]))
                return

    def _column(self, key: str, cell: Cell) -> Column:
        head = key[cell.start : cell.end]
        if len(head) > _LONGEST_HEAD:
            return Column(None, None)
        roles = sorted((found.entry for found in self._heads.find(head)), key=self._order.__getitem__)
        year = _YEAR.search(head)
        return Column(roles[0] if roles else None, int(year.group()) if year else None)


def cells(key: str, start: int, end: int) -> tuple[Cell, ...]:
    """The cells of a table line, empty ones included."""
    found = []
    begin, at = start, key.find("|", start, end)
    while at >= 0:
        if _separates(key, at, begin, end):
            found.append(_trimmed(key, begin, max(at - 1, 0)))
            begin = at + 2 if key[at + 1 : at + 2].isspace() and at + 1 < end else at + 1
        at = key.find("|", at + 1, end)
    found.append(_trimmed(key, begin, end))
    return tuple(found)


def _separates(key: str, at: int, begin: int, end: int) -> bool:
    """Whether a bar stands between blanks, of which the one before it belongs to no other bar, or opens the text."""
    blank_after = at + 1 == end or key[at + 1].isspace()
    return at == 0 or (blank_after and at > begin and key[at - 1].isspace())


def _trimmed(key: str, start: int, end: int) -> Cell:
    written = key[start:end]
    words = written.strip(" |")
    if not words:
        return Cell(end, end)
    first = start + written.index(words)
    return Cell(first, first + len(words))
