"""Examples, and the two documents it all started from, imported and accepted: everything leads back to its sentence."""

from collections.abc import Callable
from pathlib import Path

import pytest

from camket.ledger.accept.withdraw import entries_of
from camket.ledger.history.verify import verify
from camket.ledger.models import Account, Commitment, Document, Observation
from camket.ledger.services.accept_by_rule import accept_by_rule
from camket.ledger.services.import_document import Received, import_document
from camket.reading.read import Reading

ROOT = Path(__file__).parents[3]
EXAMPLES = [
    path for path in sorted((ROOT / "examples" / "documents").iterdir()) if path.suffix in {".txt", ".html", ".docx"}
]
SEEDS = sorted((ROOT.parent / "shared" / "seeds").glob("*.txt"))


@pytest.fixture
def accepted(office: Account, read_file: Callable[[Path], Reading]) -> Callable[[Path], Document]:
    def accepting(path: Path) -> Document:
        reading = read_file(path)
        document = import_document(
            office, Received(path.read_bytes(), reading, Document.Way.COMMAND, declared_no_secret=True)
        )
        assert accept_by_rule(office, document, ["*"]) == len(reading.statements)
        return document

    return accepting


def leads_back(document: Document) -> int:
    """How many entries the document's statements became, each checked against the text."""
    count = 0
    for statement in document.statements.all():
        words = document.text[statement.start : statement.end]
        assert statement.text == words
        for entry in entries_of(statement):
            count += 1
            if isinstance(entry, Commitment):
                assert entry.text == words
            if isinstance(entry, Observation):
                assert entry.statement_id == statement.pk
    return count


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.name)
def test_every_entry_of_an_example_leads_back_to_its_sentence(accepted: Callable[[Path], Document], path: Path) -> None:
    document = accepted(path)
    assert leads_back(document) >= document.statements.count() // 2
    assert verify().sound


@pytest.mark.shared
@pytest.mark.skipif(not SEEDS, reason="the papers beside the repository are not there")
def test_every_entry_of_the_seeds_leads_back_to_its_sentence(accepted: Callable[[Path], Document]) -> None:
    for path in SEEDS:
        document = accepted(path)
        assert leads_back(document) >= document.statements.count() // 2
    assert verify().sound
