"""The scan: everything that rules look at, computed once for a document."""

import datetime
from dataclasses import dataclass

from camket.reading.document import Document, PageFacts
from camket.reading.lexicon import Lexicon
from camket.reading.lexing.tokens import DateMention, Fraction, PeriodMention, Quantity
from camket.reading.matching import Found
from camket.reading.spans import Spans
from camket.reading.structure.about import UnitName
from camket.reading.structure.bodies import BodyReader
from camket.reading.structure.cues import Cues
from camket.reading.structure.item import Item
from camket.reading.structure.lines import Line
from camket.reading.structure.tables import Table


@dataclass(frozen=True, slots=True, kw_only=True)
class Scan:
    """A document's key, tokens and structure. Offsets of all of them are offsets in ``document.text``.

    ``today`` is the day by which year-less dates are resolved; ``lede`` where the text starts after an outlet's tag.
    """

    document: Document
    key: str
    lexicon: Lexicon
    facts: PageFacts
    lines: tuple[Line, ...]
    quantities: Spans[Quantity]
    fractions: Spans[Fraction]
    dates: Spans[DateMention]
    periods: Spans[PeriodMention]
    citations: Spans[Found[str]]
    cues: Cues
    bodies: BodyReader
    tables: tuple[Table, ...] = ()
    unit: UnitName | None = None
    today: datetime.date | None = None
    lede: int | None = None
    items: tuple[Item, ...] = ()

    @property
    def about(self) -> str | None:
        """The unit under review, in full."""
        return self.unit.name if self.unit else None

    def text(self, start: int, end: int) -> str:
        """The document's own words from ``start`` to ``end``."""
        return self.document.text[start:end]
