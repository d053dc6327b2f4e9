"""Importing: a file that was read becomes a document of the ledger, and what reading found its proposals."""

import hashlib
from collections import Counter
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from typing import Any

from camket import __version__
from camket.ledger.errors import InvalidError
from camket.ledger.history.canonical import plain
from camket.ledger.history.writing import Writing, writing
from camket.ledger.models.account import Account
from camket.ledger.models.document import Content, Document
from camket.ledger.models.statement import ReadingRun, Statement, StatementState
from camket.ledger.permissions import require
from camket.ledger.search.indexing import index
from camket.reading.read import Reading
from camket.reading.statements import Statement as Read
from camket.reports.jsonl import statement_object

_COLUMNS = ("document", "kind", "text", "start", "end", "rule", "section", "pieces")


@dataclass(frozen=True, slots=True)
class Received:
    """A file as it came: its bytes, how it came, who vouches that it is no state secret, and what its record says.

    ``record``: any of number, title, issuer, signer, dated, standing, urgency; what is left out is left open.
    """

    content: bytes
    reading: Reading
    way: Document.Way
    declared_no_secret: bool
    about: str = ""
    record: tuple[tuple[str, Any], ...] = ()


def import_document(account: Account, received: Received) -> Document:
    """Keep the document with its proposals, in one change. The same bytes are kept once: they are read anew instead.

    Raises DeniedError, and InvalidError where nobody declares that the document is no state secret.
    """
    about = received.about or _about(received.reading)
    require(account, "document.import", about)
    if not received.declared_no_secret:
        raise InvalidError(
            f"{received.reading.document.name}: người nạp cần cam đoan tài liệu không chứa bí mật nhà nước; chưa lưu gì."
        )
    hashed = hashlib.sha256(received.content).hexdigest()
    with writing(account.name, "document.import") as made:
        # Locked, so that nothing is added to one that is being expunged at this moment.
        document = Document.objects.select_for_update().filter(content_hash=hashed).first()
        if document is not None and document.expunged_at is not None:
            raise InvalidError(
                f"{received.reading.document.name}: tài liệu này đã bị xóa khỏi sổ theo quyết định; không nạp lại."
            )
        if document is not None:
            # The bytes are known: they are read anew only by one who may import for the unit they were kept under.
            require(account, "document.import", document)
        else:
            document = _keep(made, account, received, hashed, about)
            index(made, document)
        _propose(made, document, received.reading)
    return document


def _keep(made: Writing, account: Account, received: Received, hashed: str, about: str) -> Document:
    read = received.reading.document
    content = made.add(Content(hash=hashed, bytes=received.content))
    return made.add(
        Document(
            content=content, content_hash=hashed, name=read.name, format=read.format, way=received.way, received_at=made.at,
            received_by=account, declared_no_secret=True, about=about, text=read.text, text_hash=read.text_hash,
            places=[plain(asdict(place)) for place in read.places], facts=plain(asdict(received.reading.facts)),
            warnings=list(read.warnings), **{"title": (received.reading.facts.title or "")[:1000], **dict(received.record)},
        )
    )  # fmt: skip


def _about(reading: Reading) -> str:
    """The id of the unit that most statements speak of; empty where reading does not know it beyond doubt."""
    codes = Counter(one.about_code for one in reading.statements if one.about_code)
    return codes.most_common(1)[0][0] if codes else ""


def _propose(made: Writing, document: Document, reading: Reading) -> None:
    """What is decided stays; of what is not, that which reading still finds is renewed, the rest lapses, new is added."""
    run = made.add(
        ReadingRun(document=document, at=made.at, program=f"camket {__version__}", proposed=len(reading.statements))
    )
    known = {(one.kind, one.start, one.end): one for one in document.statements.all()}
    decided = [one for one in known.values() if one.state not in _OPEN]
    new = []
    for one in reading.statements:
        row = known.pop((one.kind, one.start, one.end), None)
        if row is None and not _overlaps(one, decided):
            new.append(_proposal(document, run, reading, one))
        elif row is not None and row.state in _OPEN:
            _renew(made, row, run, _fields(reading, one))
    index(made, *made.add_all(new))
    for row in known.values():
        if row.state == StatementState.PROPOSED:
            made.alter(row, state=StatementState.LAPSED)


_OPEN = (StatementState.PROPOSED, StatementState.LAPSED)


def _proposal(document: Document, run: ReadingRun, reading: Reading, one: Read) -> Statement:
    fields = _fields(reading, one)
    return Statement(
        document=document, run=run, kind=one.kind, start=one.start, end=one.end, text=one.text, rule=one.rule,
        section=one.section, about=one.about_code or "", data=fields, proposed=fields,
    )  # fmt: skip


def _renew(made: Writing, row: Statement, run: ReadingRun, fields: dict[str, Any]) -> None:
    if row.proposed != fields or row.state != StatementState.PROPOSED:
        made.alter(
            row,
            run=run,
            data=fields,
            proposed=fields,
            state=StatementState.PROPOSED,
            about=fields.get("about_code", ""),
        )


def _fields(reading: Reading, one: Read) -> dict[str, Any]:
    """The fields of a statement besides its place, as the contract of reading writes them."""
    return {name: plain(value) for name, value in statement_object(reading, one).items() if name not in _COLUMNS}


def _overlaps(one: Read, decided: Iterable[Statement]) -> bool:
    return any(row.kind == one.kind and one.start < row.end and row.start < one.end for row in decided)
