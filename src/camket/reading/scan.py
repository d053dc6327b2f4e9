"""The scan: everything that rules look at, computed once for a document."""

from dataclasses import dataclass, field

from camket.reading.document import Document, PageFacts
from camket.reading.lexicon import Lexicon
from camket.reading.lexing.tokens import DateMention, Fraction, PeriodMention, Quantity
from camket.reading.matching import Found
from camket.reading.spans import Spans
from camket.reading.structure.item import Item
from camket.reading.structure.lines import Line
from camket.vocabulary.indicator import Indicator


@dataclass(frozen=True, slots=True)
class Scan:
    """A document's key, tokens and structure. Offsets of all of them are offsets in ``document.text``."""

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
    about: str | None = None
    items: tuple[Item, ...] = field(default=())

    def text(self, start: int, end: int) -> str:
        """The document's own words from ``start`` to ``end``."""
        return self.document.text[start:end]
