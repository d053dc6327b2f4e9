"""Reading a table's files: rows with their line numbers, dates and shares, errors that name file and line."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal, InvalidOperation
from functools import lru_cache
from pathlib import Path

from camket.units.errors import TableError


class Rows:
    """The rows of one tab-separated file; ``error`` names the row being read."""

    def __init__(self, path: Path, columns: Sequence[str], *, optional: bool = False) -> None:
        """``columns`` must all be there, in any order; others are ignored. An ``optional`` file may be missing."""
        self._path = path
        self._columns = columns
        self._optional = optional
        self._line = 1

    def __iter__(self) -> Iterator[Mapping[str, str]]:
        """Each row as a mapping from column to cell; raises as ``cells``."""
        for cells in self.cells():
            yield dict(zip(self._columns, cells, strict=True))

    def cells(self) -> Iterator[list[str]]:
        """Each row's cells in the order of ``columns``.

        Raises TableError where the file is missing, a column is, or a row has too few or many cells.
        """
        if self._optional and not self._path.exists():
            return
        header, *lines = self._text().split("\n")
        names = header.split("\t")
        if missing := [name for name in self._columns if name not in names]:
            raise self.error(f"thiếu cột {', '.join(missing)}; cần dòng đầu là: {' | '.join(self._columns)}")
        order = [names.index(name) for name in self._columns]
        straight = order == list(range(len(names)))
        for self._line, line in enumerate(lines, start=2):
            if line:
                cells = line.split("\t")
                if len(cells) != len(names):
                    raise self.error(f"có {len(cells)} ô, cần {len(names)} ô cách nhau bằng dấu tab")
                yield cells if straight else [cells[index] for index in order]

    def error(self, reason: str) -> TableError:
        """What is wrong with the row being read."""
        return TableError(self._path, self._line, reason)

    def day(self, cell: str) -> date | None:
        """A cell's day, None where it is empty."""
        if not cell:
            return None
        try:
            return _day(cell)
        except ValueError:
            raise self.error(f"«{cell}» không phải là một ngày có thật; viết theo mẫu 2025-07-01") from None

    def share(self, cell: str) -> Decimal | None:
        """A cell's share of a whole, between 0 and 1, None where it is empty."""
        if not cell:
            return None
        try:
            share = _number(cell)
        except InvalidOperation:
            raise self.error(f"«{cell}» không phải là một tỷ lệ; viết số thập phân từ 0 đến 1, như 0.35") from None
        if not (share.is_finite() and 0 <= share <= 1):
            raise self.error(f"tỷ lệ {cell} nằm ngoài khoảng từ 0 đến 1")
        return share

    def _text(self) -> str:
        try:
            return self._path.read_text("utf-8").removeprefix("\ufeff").replace("\r\n", "\n")
        except FileNotFoundError:
            raise self.error(f"không có tệp {self._path}") from None
        except UnicodeDecodeError:
            raise self.error("tệp không phải là văn bản UTF-8; hãy lưu lại bằng mã UTF-8") from None


@lru_cache(maxsize=4096)
def _day(cell: str) -> date:
    return date.fromisoformat(cell)


@lru_cache(maxsize=4096)
def _number(cell: str) -> Decimal:
    return Decimal(cell)
