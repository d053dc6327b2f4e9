"""A due date with the way to it, told in Vietnamese, and what a person must check of it."""

import datetime
from typing import Literal

import msgspec

DueKind = Literal["date", "period", "event", "term_end", "standing", "periodic", "none"]
Frequency = Literal["weekly", "monthly", "quarterly", "yearly"]
DoubtCode = Literal[
    "before_document", "no_document_day", "term_unknown", "calendar_unknown", "calendar_unsure", "words_unknown"
]


class Doubt(msgspec.Struct, frozen=True):
    """What a person must check before the due date is relied on; ``text`` says it in Vietnamese."""

    code: DoubtCode
    text: str


class Due(msgspec.Struct, frozen=True, kw_only=True):
    """By when. ``day`` is the last day in time: late begins the day after it. None where none is known or there is none.

    ``kind``: "date" a day that was named; "period" a named period or a term counted from the document, due on its last
    day; "event" when something happens (``day`` once it has); "term_end"; "standing" always, never due; "periodic" again
    and again, ``day`` being the first time; "none" no deadline, or words that are not understood (a doubt then).
    ``how`` are the steps by which ``day`` was found, ``words`` what they started from.
    """

    kind: DueKind
    day: datetime.date | None = None
    how: tuple[str, ...] = ()
    words: str | None = None
    frequency: Frequency | None = None
    doubts: tuple[Doubt, ...] = ()

    def doubted(self, code: DoubtCode) -> bool:
        """Whether it has the doubt ``code``."""
        return any(one.code == code for one in self.doubts)
