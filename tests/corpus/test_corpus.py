"""The corpus: for every kind of statement, sentences that must be read and sentences that must not.

Each ``<kind>.yml`` is a list of examples: ``text``; ``expect``, the statements of that kind that must be found, in
order and no others, each with its exact ``text`` and the fields to be compared; optionally ``published`` (the
document's date) and ``about`` (the unit spoken of, which every statement found must name).
"""

import datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import yaml

from camket.reading.document import Document, PageFacts
from camket.reading.read import read
from camket.reading.statements import KINDS, Statement
from camket.vocabulary import load_vocabulary

CORPUS = Path(__file__).parent


def examples() -> list[Any]:
    """Every example of every file, named by kind and text."""
    return [
        pytest.param(path.stem, example, id=f"{path.stem}:{number}:{example['text'][:50]}")
        for path in sorted(CORPUS.glob("*.yml"))
        for number, example in enumerate(yaml.safe_load(path.read_text("utf-8")), 1)
    ]


def statements_of(kind: str, example: dict[str, Any]) -> list[Statement]:
    """What the reader finds of ``kind`` in an example."""
    day = example.get("published")
    published = datetime.datetime(day.year, day.month, day.day) if day else None  # noqa: DTZ001  (local day of a page)
    document = Document(name="example.txt", text=example["text"], facts=PageFacts(published=published))
    return [one for one in read(document, load_vocabulary()).statements if one.kind == kind]


def plain(value: object) -> object:
    """A field as YAML would write it."""
    if isinstance(value, Decimal):
        return f"{value:f}"
    if isinstance(value, tuple):
        return [plain(one) for one in value]
    return value


@pytest.mark.parametrize(("kind", "example"), examples())
def test_example(kind: str, example: dict[str, Any]) -> None:
    assert kind in KINDS, f"{kind}.yml is not named after a kind of statement"
    found = statements_of(kind, example)
    assert [one.text for one in found] == [wanted["text"] for wanted in example["expect"]]
    for one, wanted in zip(found, example["expect"], strict=True):
        assert {name: plain(getattr(one, name)) for name in wanted} == {
            name: str(value) if isinstance(value, int | float) and not _counted(one, name) else value
            for name, value in wanted.items()
        }
        assert example.get("about") in (None, one.about)


def _counted(one: Statement, name: str) -> bool:
    """Whether a field is itself a whole number (or a truth value) rather than a Decimal."""
    return isinstance(getattr(one, name), int)


@pytest.mark.parametrize("path", sorted(CORPUS.glob("*.yml")), ids=lambda path: path.stem)
def test_has_both(path: Path) -> None:
    """A kind's corpus shows what is one and what looks like one but is none."""
    expected = [bool(example["expect"]) for example in yaml.safe_load(path.read_text("utf-8"))]
    assert any(expected)
    assert not all(expected)
