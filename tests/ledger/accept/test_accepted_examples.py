"""All that reading finds in the examples is accepted, each entry with its sentence, and withdrawn again without rest."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from camket.ledger.accept import accept_statement, withdraw_statement
from camket.ledger.accept.withdraw import entries_of
from camket.ledger.history.writing import writing
from camket.ledger.models import Account, Document, Statement
from camket.ledger.models.sourced import Sourced

GOLDEN = sorted((Path(__file__).parents[3] / "examples" / "golden").glob("*.jsonl"))
PLACE = ("document", "kind", "text", "start", "end", "rule", "section")


def told(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def text_of(rows: list[dict[str, Any]]) -> str:
    """A text in which each statement stands at its place."""
    signs = [" "] * max(row["end"] for row in rows)
    for row in rows:
        signs[row["start"] : row["end"]] = row["text"]
    return "".join(signs)


def statements(document: Document, rows: list[dict[str, Any]]) -> Iterator[Statement]:
    for row in rows:
        place = {name: row[name] for name in ("kind", "text", "start", "end", "rule", "section")}
        data = {name: value for name, value in row.items() if name not in PLACE}
        yield Statement(document=document, about=row.get("about_code", ""), data=data, state="accepted", **place)


@pytest.mark.parametrize("path", GOLDEN, ids=lambda path: path.stem)
def test_every_statement_of_an_example_becomes_entries_with_its_sentence(
    path: Path, lan: Account, paper: Callable[..., Document]
) -> None:
    rows = told(path)
    document = paper(text_of(rows), dated=None)
    with writing("lan", "test") as made:
        kept = made.add_all(statements(document, rows))
        for one in kept:
            entries = accept_statement(made, one, lan)
            sourced = [entry for entry in entries if isinstance(entry, Sourced)]
            assert sourced
            assert all(entry.statement_id == one.pk for entry in sourced)
            texts = [entry.text for entry in sourced if hasattr(entry, "text")]
            assert all(text == document.text[one.start : one.end] for text in texts)
    with writing("lan", "test") as made:
        for one in reversed(kept):
            withdraw_statement(made, one, lan, "thử")
    assert not any(list(entries_of(one)) for one in kept)
