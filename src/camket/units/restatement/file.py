"""Tables of figures: CSV or TSV with a line of column names; what cannot be read is listed beside the rest."""

import csv
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from camket.units.errors import UnitsError
from camket.units.register import Register
from camket.units.restatement.cells import Cells
from camket.units.restatement.columns import Columns, load_columns
from camket.units.restatement.figure import Figure, Key
from camket.units.restatement.number import decimal_mark
from camket.vocabulary.vocabulary import Vocabulary

type Resolve = Callable[[str, date], str]
"""From a name and a day to the id of the one unit it means; raises UnitsError where there is none, or several."""

_SEPARATORS = "\t;,"


@dataclass(frozen=True, slots=True)
class Failure:
    """A row that is no figure: its line, the name of the column as in the file, and the reason in Vietnamese."""

    line: int
    column: str
    reason: str

    def __str__(self) -> str:
        where = f", cột «{self.column}»" if self.column else ""
        return f"dòng {self.line}{where}: {self.reason}"


@dataclass(frozen=True, slots=True)
class Table:
    """The figures of a file, in order of its lines, and the rows that are none."""

    figures: tuple[Figure, ...]
    failures: tuple[Failure, ...]


def read_table(
    path: Path, register: Register, vocabulary: Vocabulary, resolve: Resolve, as_of: date | None = None
) -> Table:
    """The figures of a file of CSV or TSV, UTF-8.

    ``as_of``: the day on whose map all rows without a day of their own were reported; None for each period's last.
    A unit is an id of the register, or a name for ``resolve`` on that day. Raises UnitsError, naming the file, where it
    is no such table; a row that cannot be read is a Failure, and so are both of two rows for one figure.
    """
    rows = _rows(path)
    header, columns = rows[0][1], _columns(path, rows[0][1])
    fitting = [(line, row) for line, row in rows[1:] if len(row) <= len(columns)]
    body = [(line, dict(zip(columns, row, strict=False))) for line, row in fitting]
    cells = Cells(register, vocabulary, resolve, _mark(path, body), as_of)
    named = {column: word for column, word in zip(columns, header, strict=True) if column}
    read = [_read(cells, line, row, named) for line, row in body]
    return _without_clash(
        [*read, *(_too_long(line, row, columns) for line, row in rows[1:] if len(row) > len(columns))]
    )


def _too_long(line: int, row: Sequence[str], columns: Sequence[str]) -> Failure:
    """A row with a cell too many: as a rule a decimal comma where commas part the cells."""
    return Failure(
        line, "", f"có {len(row)} ô mà bảng chỉ có {len(columns)} cột; nếu số có dấu phẩy, hãy đặt số trong ngoặc kép"
    )


def _read(cells: Cells, line: int, row: Mapping[str, str], named: Mapping[str, str]) -> Figure | Failure:
    try:
        return cells.figure(line, row)
    except UnitsError as error:
        return Failure(line, named.get(cells.column, ""), str(error))


def _without_clash(read: Sequence[Figure | Failure]) -> Table:
    same: defaultdict[tuple[str, Key], list[Figure]] = defaultdict(list)
    for one in read:
        if isinstance(one, Figure):
            same[one.unit, one.key].append(one)
    figures = [of[0] for of in same.values() if len(of) == 1]
    failures = [one for one in read if isinstance(one, Failure)]
    for of in same.values():
        failures += [_clashing(one, of) for one in of if len(of) > 1]
    return Table(tuple(figures), tuple(sorted(failures, key=lambda one: one.line)))


def _clashing(figure: Figure, all_of: Sequence[Figure]) -> Failure:
    others = ", ".join(str(one.line) for one in all_of if one is not figure)
    reason = f"cùng đơn vị, chỉ tiêu và kỳ với dòng {others}; hãy giữ một dòng, nếu không sẽ bị tính hai lần"
    return Failure(figure.line or 0, "", reason)


def _rows(path: Path) -> list[tuple[int, list[str]]]:
    """The rows that hold anything, with their line numbers; the first is the header."""
    text = _text(path)
    first = text.split("\n", 1)[0]
    separator = max(_SEPARATORS, key=lambda one: sum(word in load_columns() for word in first.split(one)))
    try:
        rows = list(_numbered(text, separator))
    except csv.Error as error:
        message = f"{path.name}: không đọc được bảng ({error}); hãy xem lại dấu ngoặc kép"
        raise UnitsError(message) from None
    if not rows:
        message = f"{path.name}: tệp trống; cần dòng đầu ghi tên cột: {load_columns().needed}"
        raise UnitsError(message)
    return rows


def _numbered(text: str, separator: str) -> Iterator[tuple[int, list[str]]]:
    reader = csv.reader(text.splitlines(keepends=True), delimiter=separator, strict=True)
    for cells in reader:
        stripped = [cell.strip() for cell in cells]
        if any(stripped):
            yield reader.line_num, stripped


def _text(path: Path) -> str:
    try:
        return path.read_text("utf-8-sig")
    except OSError as error:
        message = f"{path}: không mở được tệp ({error.strerror})"
        raise UnitsError(message) from None
    except UnicodeDecodeError:
        message = f"{path.name}: không phải là văn bản UTF-8; trong Excel hãy lưu kiểu «CSV UTF-8»"
        raise UnitsError(message) from None


def _columns(path: Path, header: Sequence[str]) -> list[str]:
    """The column that each word of the header names, empty for what is not asked for."""
    known: Columns = load_columns()
    columns = [known.of(word) for word in header]
    if twice := {one for one in columns if one and columns.count(one) > 1}:
        words = ", ".join(word for word, column in zip(header, columns, strict=True) if column in twice)
        message = f"{path.name}, dòng 1: các cột {words} cùng một nghĩa; hãy giữ một cột"
        raise UnitsError(message)
    if missing := known.missing(columns):
        message = f"{path.name}, dòng 1: thiếu cột {missing}; cần các cột {known.needed}"
        raise UnitsError(message)
    return columns


def _mark(path: Path, body: Sequence[tuple[int, Mapping[str, str]]]) -> str | None:
    try:
        return decimal_mark(row.get(column, "") for _, row in body for column in ("value", "weight"))
    except UnitsError as error:
        message = f"{path.name}: {error}"
        raise UnitsError(message) from None
