"""A file of names: a name a line, or a table with a column of names."""

from pathlib import Path

from camket.cli.units.refusal import Refused
from camket.cli.units.table_rows import Line, headings, read_text, table_rows

_COLUMNS = {
    "name": ("name", "tên", "tên đơn vị", "đơn vị"),
    "on": ("on", "day", "ngày"),
    "within": ("within", "trong", "thuộc"),
    "about": ("about", "về"),
}


def read_names(path: Path) -> list[Line]:
    """The rows of a file. Raises Refused where it cannot be read or holds none."""
    text = read_text(path)
    delimiter, codes = headings(text, _COLUMNS)
    if "name" in codes:
        lines = [_named(line) for line in table_rows(path, text, delimiter, codes)]
    else:
        lines = [
            Line(number, {"name": line.strip()}) for number, line in enumerate(text.split("\n"), 1) if line.strip()
        ]
    if not lines:
        raise Refused(f"«{path.name}» không có tên nào; cần mỗi dòng một tên, hoặc bảng có cột name.")
    return lines


def _named(line: Line) -> Line:
    return line if line.wrong or line.cells["name"] else line._replace(wrong="thiếu tên.")
