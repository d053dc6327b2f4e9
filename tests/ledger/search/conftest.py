"""Documents and statements to be found, and accounts that see all, a part, or nothing."""

import hashlib
import itertools
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from typing import cast

import pytest

from camket.ledger.history.writing import SYSTEM, Writing, writing
from camket.ledger.models import Account, Content, Document, Membership, Role, Statement, UnitClosure
from camket.ledger.search.indexing import index
from camket.ledger.search.noun import NOUNS, Noun

LONG_AGO, LONG_HENCE = date(2000, 1, 1), date(2999, 12, 31)


@pytest.fixture(params=["index", "reading"], autouse=True)
def way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Everything is found in the same way by the index, as of many rows, and by reading, as of few."""
    few = -1 if request.param == "index" else 10_000
    for name, noun in NOUNS.items():
        monkeypatch.setitem(cast("dict[str, Noun]", NOUNS), name, replace(noun, few=few))


@pytest.fixture
def member(account: Callable[..., Account]) -> Callable[..., Account]:
    """Maker of accounts with a role on a unit."""

    def make(name: str, unit: str, role: Role = Role.OFFICE) -> Account:
        one = account(name)
        UnitClosure.objects.get_or_create(ancestor=unit, descendant=unit, first=LONG_AGO, last=LONG_HENCE)
        with writing(SYSTEM, "account grant") as made:
            made.add(Membership(account=one, role=role, unit=unit, first=LONG_AGO))
        return one

    return make


@pytest.fixture
def reader(member: Callable[..., Account]) -> Account:
    """One who sees everything."""
    return member("thu", "vn")


@pytest.fixture
def kept(account: Callable[..., Account]) -> Callable[..., Document]:
    """Maker of documents, each with its statements, indexed as whoever writes them does."""
    uploader, numbers = account("nap"), itertools.count()

    def make(text: str, *statements: str, about: str = "11", **record: str) -> Document:
        hashed = hashlib.sha256(f"{next(numbers)} {text}".encode(errors="replace")).hexdigest()
        with writing(SYSTEM, "document import") as made:
            content = made.add(Content(hash=hashed, bytes=b"-"))
            record = {"name": "tep.docx", **record}
            document = Document(
                content=content, content_hash=hashed, format="docx", way=Document.Way.UPLOAD, received_at=made.at,
                received_by=uploader, declared_no_secret=True, about=about, text=text, text_hash=hashed, **record,
            )  # fmt: skip
            index(made, made.add(document), *_statements(made, document, statements))
        return document

    return make


def _statements(made: Writing, document: Document, texts: Sequence[str]) -> list[Statement]:
    rows = [
        Statement(document=document, kind="directive", start=number, end=number + 1, text=text, section="other")
        for number, text in enumerate(texts)
    ]
    return made.add_all(rows)
