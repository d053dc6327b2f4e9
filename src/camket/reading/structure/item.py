"""Items: the stretches between separators, each with what it inherits from the words around it."""

import datetime
from typing import Literal

import msgspec

from camket.reading.statements import Section, Strength
from camket.vocabulary.period import Period

Role = Literal[
    "plain",
    "petition",
    "directive",
    "own_task",
    "finding",
    "cause",
    "response",
    "progress",
    "target",
    "praise",
    "topic",
]


class Governor(msgspec.Struct, frozen=True, gc=False):
    """The words that decide what the items under them are: who speaks to whom, and how strongly."""

    start: int
    end: int
    role: Role
    speaker: str | None
    addressee: str | None
    co_owners: tuple[str, ...]
    strength: Strength | None


class Item(msgspec.Struct, frozen=True, gc=False):
    """A stretch of one sentence up to ";" or its end, trimmed of separators.

    ``body`` is where the governed wording starts (past governor, addressee and connectors; ``start`` where nothing
    governs). ``role`` is what the governor in force makes of the item. ``period`` is the explicit period in force,
    written in the item or inherited; ``future`` tells that figures here are still to be reached. ``sentence`` numbers
    sentences, ``line`` lines of the text; items of one sentence share both.
    """

    start: int
    end: int
    body: int
    section: Section
    role: Role
    about: str | None
    period: Period | None
    future: bool
    governor: Governor | None
    sentence: int
    line: int
    as_of: datetime.date | None = None
