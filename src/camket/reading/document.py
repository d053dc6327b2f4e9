"""A document as reading knows it: a text fixed once, where each stretch of it came from, and its page facts."""

import hashlib
from dataclasses import dataclass, field
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Place:
    """Where a stretch of the text stood in the file: from ``start`` up to the next place's start.

    ``kind`` is paragraph, heading, cell, caption, header, footer or page; ``page``, ``table``, ``row``, ``column``
    and ``paragraph`` count from 1 and are None where the format does not say.
    """

    start: int
    kind: str
    page: int | None = None
    paragraph: int | None = None
    table: int | None = None
    row: int | None = None
    column: int | None = None
    furniture: bool = False


@dataclass(frozen=True, slots=True)
class PageFacts:
    """What a page or file says of itself outside its content; None where it does not."""

    title: str | None = None
    published: datetime | None = None
    views: int | None = None
    byline: str | None = None
    source: str | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """One document. ``text`` is NFC with LF line ends and is never computed again for a stored document."""

    name: str
    text: str
    places: tuple[Place, ...] = ()
    format: str = "txt"
    encoding: str = "utf-8"
    scanned: bool = False
    facts: PageFacts = field(default_factory=PageFacts)
    warnings: tuple[str, ...] = ()

    @property
    def text_hash(self) -> str:
        """SHA-256 of the text, which with kind and span identifies a statement."""
        return hashlib.sha256(self.text.encode()).hexdigest()
