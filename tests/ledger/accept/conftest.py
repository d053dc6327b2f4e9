"""A document with statements to accept, made by hand."""

import hashlib
from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Any

import pytest

from camket.ledger.accept import accept_statement
from camket.ledger.history.writing import writing
from camket.ledger.models import Account, Document, Statement
from camket.ledger.models.kept import Kept

DAY = date(2024, 9, 12)
"""The day of the documents."""
UNIT = "099"
"""Huyện Tuần Giáo, which ended on 30 June 2025."""


@pytest.fixture
def lan(account: Callable[..., Account]) -> Account:
    return account()


@pytest.fixture
def paper(lan: Account) -> Callable[..., Document]:
    """Maker of documents with a text."""

    def make(text: str, **record: Any) -> Document:
        digest = hashlib.sha256(f"{text}{record}".encode()).hexdigest()
        columns: dict[str, Any] = {"name": "bao-cao.txt", "dated": DAY, "about": UNIT, "way": Document.Way.UPLOAD}
        with writing("lan", "document.import") as made:
            return made.add(
                Document(
                    content_hash=digest, format="txt", received_at=datetime(2024, 9, 13, tzinfo=UTC), received_by=lan,
                    declared_no_secret=True, text=text, text_hash=digest, **(columns | record),
                )
            )  # fmt: skip

    return make


@pytest.fixture
def said(paper: Callable[..., Document]) -> Callable[..., Statement]:
    """Maker of accepted statements: the words of ``text``, in ``document`` or in one that says no more."""

    def make(kind: str, text: str, document: Document | None = None, where: str = UNIT, **data: Any) -> Statement:
        document = document or paper(f"Trước. {text}. Sau.")
        start = document.text.index(text)
        with writing("lan", "statement.add") as made:
            return made.add(
                Statement(
                    document=document, kind=kind, start=start, end=start + len(text), text=text, section="results",
                    about=where, data=data, state="accepted",
                )
            )  # fmt: skip

    return make


@pytest.fixture
def become(lan: Account) -> Callable[..., list[Kept]]:
    """Accept a statement, and give the entries it became."""

    def accept(statement: Statement, into: int | None = None) -> list[Kept]:
        with writing("lan", "statement.accept") as made:
            return list(accept_statement(made, statement, lan, into=into))

    return accept
