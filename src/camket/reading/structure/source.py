"""The source: what is looked at while a document is walked, kept together so that it is handed over as one."""

import datetime

import msgspec

from camket.reading.lexing.scanner import Tokens
from camket.reading.lexing.tokens import PeriodMention
from camket.reading.spans import Spans
from camket.reading.structure.about import UnitName, in_full
from camket.reading.structure.cues import Cues


class Source(msgspec.Struct, frozen=True, gc=False):
    """A document's text and folded key, the discourse words and tokens in it, and the unit it speaks of.

    ``told`` are the periods that what follows them inherits: no baseline, no deadline. ``unit`` is the unit's full name.
    """

    text: str
    key: str
    cues: Cues
    tokens: Tokens
    about: UnitName | None
    today: datetime.date | None
    told: Spans[PeriodMention]
    unit: str | None

    def in_full(self, words: str | None) -> str | None:
        """A name as written, a bare level word ("huyện") made the unit under review."""
        return in_full(words, self.about) if words else None

    def words(self, start: int, end: int) -> str:
        """The text's own words, a bare level word made the unit under review."""
        return in_full(self.text[start:end], self.about)

    def in_name(self, position: int) -> bool:
        """Whether the word at ``position`` is the later part of a name: a capital after a capitalised word."""
        if position < 2 or not self.text[position].isupper() or self.text[position - 1] != " ":
            return False
        return self.text[self.text.rfind(" ", 0, position - 1) + 1].isupper()
