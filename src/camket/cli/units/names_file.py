"""A file of names: a name a line, or a table with a heading line; each row with the number of its line."""

import csv
from collections.abc import Iterator, Mapping, Sequence
from io import StringIO
from pathlib import Path
from typing import NamedTuple

from camket.cli.units.refusal import Refused
from camket.vocabulary.folding import fold

_COLUMNS = {
    "name": ("name", "tên", "tên đơn vị", "đơn vị"),
    "on": ("on", "day", "ngày"),
    "within": ("within", "trong", "thuộc"),
    "about": ("about", "về"),
}
_CODES = {fold(word): code for code, words in _COLUMNS.items() for word in words}


class Line(NamedTuple):
    """A row: the number of its line from 1, its cells by column, and what is wrong with it, if anything."""

    number: int
    cells: Mapping[str, str]
    wrong: str = ""


def read_names(path: Path) -> list[Line]:
    """The rows of a file. Raises Refused where it cannot be read or holds none."""
    lines = list(_lines(path, _text(path)))
    if not lines:
        raise Refused(f"«{path.name}» không có tên nào; cần mỗi dòng một tên, hoặc bảng có cột name.")
    return lines


def _lines(path: Path, text: str) -> Iterator[Line]:
    first = text.lstrip("\n").partition("\n")[0]
    for delimiter in ("\t", ";", ","):
        columns = _columns(next(csv.reader([first], delimiter=delimiter), []))
        if "name" in columns:
            return _of_table(path, text, delimiter)
    return (Line(number, {"name": line.strip()}) for number, line in enumerate(text.split("\n"), 1) if line.strip())


def _of_table(path: Path, text: str, delimiter: str) -> Iterator[Line]:
    # a quoted cell may go over several lines, so rows are not lines; strict, for a quote left open would swallow the rest
    reader = csv.reader(StringIO(text, newline=""), delimiter=delimiter, strict=True)
    columns: Sequence[str] = ()
    try:
        for cells in reader:
            if not any(cell.strip() for cell in cells):
                continue
            if not columns:
                columns = _columns(cells)
            else:
                yield _row(reader.line_num, columns, cells)
    except csv.Error as error:
        raise Refused(f"«{path.name}», dòng {reader.line_num}: bảng hỏng ({error}); kiểm tra dấu ngoặc kép.") from error


def _row(number: int, columns: Sequence[str], cells: Sequence[str]) -> Line:
    found = {column: cell.strip() for column, cell in zip(columns, cells, strict=False) if column}
    found.setdefault("name", "")
    if len(cells) > len(columns):
        wrong = f"có {len(cells)} ô, dòng đầu có {len(columns)}; tên có dấu phân cách thì đặt trong ngoặc kép."
        return Line(number, found, wrong)
    return Line(number, found, "" if found["name"] else "thiếu tên.")


def _columns(cells: Sequence[str]) -> list[str]:
    return [_CODES.get(fold(cell.strip().strip('"')), "") for cell in cells]


def _text(path: Path) -> str:
    try:
        return path.read_text("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    except UnicodeDecodeError:
        raise Refused(f"«{path.name}» không phải là văn bản UTF-8; hãy lưu lại bằng mã UTF-8 (CSV UTF-8).") from None
    except OSError as error:
        raise Refused(f"Không đọc được «{path}» ({error.strerror}); hãy kiểm tra lại đường dẫn.") from None
