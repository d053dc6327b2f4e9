"""Rows are written in one place: whoever writes past it writes past the history."""

import ast
from collections.abc import Iterator
from pathlib import Path

import camket.ledger

ROOT = Path(next(iter(camket.ledger.__path__)))
WRITES = {
    "save", "create", "acreate", "asave", "bulk_create", "bulk_update", "update", "aupdate", "delete", "adelete",
    "get_or_create", "update_or_create", "abulk_create", "abulk_update", "aget_or_create", "aupdate_or_create", "_raw_delete",
}  # fmt: skip
DOORS = {
    "history": "the one door itself, and what reads it",
    "migrations": "tables, no rows",
    "search/indexing.py": "derived from the documents, and made anew from them",
    "services/closure.py": "derived from the register; no history is kept of it",
}


def writes(path: Path) -> Iterator[str]:
    """The calls in a file by which Django writes rows."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in WRITES:
            yield f"{path.relative_to(ROOT)}:{node.lineno}: .{node.func.attr}("


def inside(path: Path) -> bool:
    place = path.relative_to(ROOT).as_posix()
    return any(place == door or place.startswith(f"{door}/") for door in DOORS)


def test_nothing_is_written_but_through_the_one_door() -> None:
    found = [one for path in sorted(ROOT.rglob("*.py")) if not inside(path) for one in writes(path)]
    assert found == [], "write through camket.ledger.history.writing"


def test_a_write_would_be_found() -> None:
    inside_the_door = [one for path in (ROOT / "history").glob("*.py") for one in writes(path)]
    assert {one.rpartition(".")[2] for one in inside_the_door} >= {"save(", "bulk_create(", "update("}
