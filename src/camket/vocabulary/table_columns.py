"""Columns of tables: what the words at a column's head say it holds."""

from functools import cache
from pathlib import Path

from camket.vocabulary.yaml_file import load_yaml

_FILE = Path(__file__).with_name("table_columns.yml")


@cache
def load_table_columns() -> dict[str, tuple[str, ...]]:
    """Role of a column to the words that tell it, in the order of table_columns.yml."""
    return load_yaml(_FILE, dict[str, tuple[str, ...]])
