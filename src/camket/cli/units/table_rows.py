"""Tables that users give: CSV or TSV with a heading line; each row with the number of its line and what is wrong with it."""

import csv
from collections.abc import Iterator, Mapping, Sequence
from io import StringIO
from pathlib import Path
from typing import NamedTuple

from camket.cli.units.refusal import Refused
from camket.vocabulary.folding import fold

_DELIMITERS = ("\t", ";", ",")

type Columns = Mapping[str, tuple[str, ...]]
"""The code of each column and the words by which a heading may call it, the code among them."""


class Line(NamedTuple):
    """A row: the number of its line from 1, its cells by column, and what is wrong with it, if anything."""

    number: int
    cells: Mapping[str, str]
    wrong: str = ""


def read_text(path: Path) -> str:
    """The text of a file, its line ends made one. Raises Refused where it cannot be read or is no UTF-8."""
    try:
        return path.read_text("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    except UnicodeDecodeError:
        raise Refused(f"«{path.name}» không phải là văn bản UTF-8; hãy lưu lại bằng mã UTF-8 (CSV UTF-8).") from None
    except OSError as error:
        raise Refused(f"Không đọc được «{path}» ({error.strerror}); hãy kiểm tra lại đường dẫn.") from None


def headings(text: str, columns: Columns) -> tuple[str, list[str]]:
    """The delimiter of a table, and the code of each of its columns, empty for one that is not known.

    Of the delimiters, the one by which the first line has most columns that are known.
    """
    codes = {fold(word): code for code, words in columns.items() for word in words}
    first = text.lstrip("\n").partition("\n")[0]
    found = [
        (delimiter, [codes.get(fold(cell.strip().strip('"')), "") for cell in first.split(delimiter)])
        for delimiter in _DELIMITERS
    ]
    return max(found, key=lambda one: sum(map(bool, one[1])))


def table_rows(path: Path, text: str, delimiter: str, codes: Sequence[str]) -> Iterator[Line]:
    """The rows below the heading line. Raises Refused where the table is broken."""
    # a quoted cell may go over several lines, so rows are not lines; strict, for a quote left open would swallow the rest
    reader = csv.reader(StringIO(text, newline=""), delimiter=delimiter, strict=True)
    try:
        rows = ((reader.line_num, cells) for cells in reader if any(cell.strip() for cell in cells))
        next(rows, None)
        for number, cells in rows:
            yield _row(number, codes, cells)
    except csv.Error as error:
        raise Refused(f"«{path.name}», dòng {reader.line_num}: bảng hỏng ({error}); kiểm tra dấu ngoặc kép.") from error


def _row(number: int, codes: Sequence[str], cells: Sequence[str]) -> Line:
    found = {code: cell.strip() for code, cell in zip(codes, cells, strict=False) if code}
    wrong = ""
    if len(cells) > len(codes):
        wrong = f"có {len(cells)} ô, dòng đầu có {len(codes)}; chữ có dấu phân cách thì đặt trong ngoặc kép."
    return Line(number, dict.fromkeys(filter(None, codes), "") | found, wrong)
