"""A meeting is kept with who sat there, and what its document holds of commitments and findings comes under it."""

from collections.abc import Iterator, Sequence
from itertools import zip_longest

from camket.ledger.accept.existing import existing
from camket.ledger.accept.reading import as_told, document_day, source
from camket.ledger.history.writing import Writing
from camket.ledger.models.account import Account
from camket.ledger.models.commitment import Commitment
from camket.ledger.models.document import Document
from camket.ledger.models.finding import Finding
from camket.ledger.models.kept import Kept
from camket.ledger.models.meeting import Meeting, MeetingDocument, Participant
from camket.ledger.models.statement import Statement
from camket.reading import statements as told


def accept(made: Writing, statement: Statement, account: Account, into: Commitment | None = None) -> Sequence[Kept]:  # noqa: ARG001 - as all kinds
    """Add the meeting, its participants in the order written, and the document as one of its papers."""
    said = as_told(statement, told.Meeting)
    day = said.date or document_day(statement)
    meeting = made.add(
        Meeting(
            text=statement.text, unit=existing(statement, "about", statement.about, day), date=said.date,
            convener=said.convener or "", convener_code=existing(statement, "convener", said.convener_code, day),
            counterpart=said.counterpart or "",
            counterpart_code=existing(statement, "counterpart", said.counterpart_code, day),
            chair=said.chair or "", purpose=said.purpose or "", **source(statement),
        )
    )  # fmt: skip
    people = made.add_all(_participants(meeting, said))
    press = statement.document.way == Document.Way.PRESS
    part = MeetingDocument.Part.PRESS if press else MeetingDocument.Part.OTHER
    paper = made.add(MeetingDocument(meeting=meeting, document=statement.document, part=part))
    _gather(made, meeting)
    return [meeting, *people, paper]


def _participants(meeting: Meeting, said: told.Meeting) -> Iterator[Participant]:
    pairs = zip_longest(said.participants, said.posts[: len(said.participants)], fillvalue="")
    for place, (name, post) in enumerate(pairs, 1):
        yield Participant(meeting=meeting, position=place, name=name, post=post)


def _gather(made: Writing, meeting: Meeting) -> None:
    """What was accepted before the meeting itself was."""
    for model in (Commitment, Finding):
        for row in model._default_manager.filter(document=meeting.document, meeting=None, withdrawn=False):
            made.alter(row, meeting=meeting)
