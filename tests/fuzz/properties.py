"""What must hold of any document, refusal and reading, whatever they were made from."""

import unicodedata
from itertools import pairwise

import msgspec

from camket.reading.document import Document
from camket.reading.loading import LoadError
from camket.reading.read import Reading


def check_document(document: Document) -> None:
    """A text is fixed as the contract has it, and its places stand in order inside it."""
    assert unicodedata.is_normalized("NFC", document.text)
    assert "\r" not in document.text
    assert "\0" not in document.text
    assert document.text_hash
    starts = [place.start for place in document.places]
    assert starts == sorted(starts)
    assert all(0 <= start <= len(document.text) for start in starts)


def check_refusal(error: LoadError, name: str) -> None:
    """A refusal names the file, says what is wrong and what to do."""
    assert error.name == name
    assert error.problem
    assert error.remedy.startswith("Hãy")


def check_reading(document: Document, reading: Reading) -> None:
    """Spans are true, in order, inside the text, of one kind apart; checks quote truly; what was found can be written."""
    size = len(document.text)
    for one in reading.statements:
        assert 0 <= one.start < one.end <= size, one
        assert one.text == document.text[one.start : one.end], one
        assert all(0 <= piece.start <= piece.end <= size for piece in one.pieces), one
    assert all(one.start <= following.start for one, following in pairwise(reading.statements))
    ends: dict[str, int] = {}
    for one in reading.statements:
        assert one.start >= ends.get(one.kind, 0), one
        ends[one.kind] = one.end
    for check in reading.checks:
        assert all(place.text == document.text[place.start : place.end] for place in check.places), check
    msgspec.json.encode(reading.statements)
    msgspec.json.encode(reading.checks)
