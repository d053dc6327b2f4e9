"""The workbook's layout as data: which sheets, which columns, which lists. See book.yml and sheets/."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

import msgspec

from camket.vocabulary.yaml_file import load_yaml

_FOLDER = Path(__file__).parent


class Column(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A column: ``show`` names what is written; or the office fills it in, from a ``list`` or as a free ``note``.

    ``width`` counts digits of the standard font, as Excel does.
    """

    heading: str
    width: float
    show: str | None = None
    list: str | None = None
    note: bool = False

    @property
    def filled_in(self) -> bool:
        """Whether the office writes here."""
        return self.show is None


class Sheet(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A sheet: its title, the kinds of statements whose rows it holds, and its columns."""

    title: str
    columns: tuple[Column, ...]
    kinds: tuple[str, ...] = ()

    def index(self, show: str) -> int | None:
        """Which column shows a thing, from 0; None where none does."""
        return next((at for at, column in enumerate(self.columns) if column.show == show), None)

    @property
    def list_index(self) -> int | None:
        """Which column is a drop-down, from 0; None where none is."""
        return next((at for at, column in enumerate(self.columns) if column.list), None)


class Choices(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a drop-down offers; ``done`` are the words after which nothing more is to be done."""

    heading: str
    words: tuple[str, ...]
    done: tuple[str, ...]


class Book(msgspec.Struct, frozen=True):
    """The sheets of statements in order, the sheet of checks, and the lists by name."""

    sheets: tuple[Sheet, ...]
    checks: Sheet
    lists: Mapping[str, Choices]


class _BookFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    sheets: tuple[str, ...]
    before: tuple[Column, ...]
    after: tuple[Column, ...]
    lists: Mapping[str, Choices]


@cache
def load_book() -> Book:
    """The layout, read once a process."""
    file = msgspec.convert(_plain(_FOLDER / "book.yml"), _BookFile)
    return Book(
        sheets=tuple(_sheet(name, file) for name in file.sheets), checks=_sheet("checks", file), lists=file.lists
    )


def _sheet(name: str, file: _BookFile) -> Sheet:
    own = msgspec.convert(_plain(_FOLDER / "sheets" / f"{name}.yml"), Sheet)
    return Sheet(own.title, (*file.before, *own.columns, *file.after), own.kinds)


def _plain(path: Path) -> object:
    return load_yaml(path, object)
