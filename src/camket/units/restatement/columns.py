"""The columns of a table of figures, and the words that name them."""

from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path

import msgspec

from camket.units.restatement.heading import plain
from camket.vocabulary.yaml_file import load_yaml


class Columns(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The data file: words of each column, which are required, and which cells mean yes or no."""

    columns: Mapping[str, tuple[str, ...]]
    required: tuple[str, ...]
    affirmed: frozenset[str]
    denied: frozenset[str]

    def __contains__(self, word: object) -> bool:
        return isinstance(word, str) and bool(self.of(word))

    def of(self, word: str) -> str:
        """The column that a word of the header names, empty where none."""
        key = plain(word.strip('"'))
        return next((column for column, words in self.columns.items() if key in map(plain, words)), "")

    def missing(self, columns: Iterable[str]) -> str:
        """The required columns that are not there, by the words that messages use."""
        there = set(columns)
        return ", ".join(self.columns[one][0] for one in self.required if one not in there)

    @property
    def needed(self) -> str:
        """The required columns, by the words that messages use."""
        return self.missing(())

    def affirms(self, cell: str) -> bool | None:
        """Whether a cell means yes; None where it means neither."""
        key = plain(cell)
        if not key or key in map(plain, self.denied):
            return False
        return True if key in map(plain, self.affirmed) else None


@cache
def load_columns() -> Columns:
    """The packaged data, read once."""
    return load_yaml(Path(__file__).with_name("columns.yml"), Columns)
