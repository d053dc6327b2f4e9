"""TSV files with a header line: read with comments, written sorted and always alike."""

from collections.abc import Iterable
from pathlib import Path


class TableError(ValueError):
    """A line that cannot be read; the message names file and line."""


def read(path: Path) -> list[dict[str, str]]:
    """The rows by column name; lines that begin with "#" are passed over."""
    rows, header = [], None
    for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        fields = [field.strip() for field in line.split("\t")]
        if header is None:
            header = fields
            continue
        if len(fields) > len(header):
            message = f"{path}:{number}: {len(fields)} fields under {len(header)} columns"
            raise TableError(message)
        rows.append(
            dict(zip(header, fields + [""] * (len(header) - len(fields)), strict=True)) | {"": f"{path}:{number}"}
        )
    return rows


def read_folder(folder: Path) -> list[dict[str, str]]:
    """The rows of all files of a folder, files in the order of their names."""
    return [row for path in sorted(folder.glob("*.tsv")) for row in read(path)]


def text(columns: str, rows: Iterable[tuple[str, ...]]) -> str:
    """A table as text, sorted by its columns; equal rows stand once."""
    lines = ["\t".join(row) for row in sorted(set(rows))]
    return "\n".join([columns.replace(" ", "\t"), *lines]) + "\n"
