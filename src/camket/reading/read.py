"""Reading: from a document to its statements. A pure function; the vocabulary comes as an argument."""

import dataclasses

import msgspec

from camket.reading.checks import Check, check
from camket.reading.document import Document, PageFacts
from camket.reading.identity.coding import with_codes
from camket.reading.lexicon import Lexicon
from camket.reading.lexing.scanner import scan_tokens
from camket.reading.overlaps import settle
from camket.reading.rules import all_rules
from camket.reading.scan import Scan
from camket.reading.statements import Statement
from camket.reading.structure.about import unit_under_review
from camket.reading.structure.discourse import DiscourseReader
from camket.reading.structure.facts import lede_start, page_facts
from camket.reading.structure.lines import read_lines, unbroken
from camket.reading.structure.reference_day import reference_day
from camket.reading.structure.tables import TableReader
from camket.reading.word_index import WORDS
from camket.units.identities import Identities
from camket.vocabulary import Vocabulary
from camket.vocabulary.discourse import load_body_names, load_discourse
from camket.vocabulary.folding import fold


class Reading(msgspec.Struct, frozen=True):
    """What one document says, and what its own figures say of each other. Both in the order of their places."""

    document: Document
    facts: PageFacts
    about: str | None
    statements: tuple[Statement, ...]
    checks: tuple[Check, ...] = ()


class Reader:
    """Compiles a vocabulary once and reads any number of documents with it; deterministic, raises on no text."""

    def __init__(self, vocabulary: Vocabulary, identities: Identities | None = None) -> None:
        """``identities`` tell which units and bodies names mean; without them statements have names and no codes."""
        self._identities = identities
        self._lexicon = Lexicon(vocabulary)
        self._tables = TableReader()
        self._discourse = DiscourseReader(load_discourse(), load_body_names())

    def read(self, document: Document) -> Reading:
        """Read one document."""
        scan = self.scan(document)
        statements = settle(statement for find in all_rules() for statement in find(scan))
        if document.scanned:
            statements = tuple(msgspec.structs.replace(one, scanned=True) for one in statements)
        if self._identities is not None:
            statements = tuple(with_codes(statements, scan, self._identities))
        return Reading(document, scan.facts, scan.about, statements, check(statements, scan))

    def scan(self, document: Document) -> Scan:
        """Everything the rules look at."""
        text = document.text
        key = fold(text)
        lines = read_lines(text, key, document.places)
        facts = _joined(document.facts, page_facts(text, key, lines))
        key = unbroken(key, lines)
        WORDS.read(key)
        today = reference_day(key, facts)
        tokens = scan_tokens(key, self._lexicon, today)
        unit = unit_under_review(text, key)
        cues = self._discourse.cues(key)
        return Scan(
            document=document, key=key, lexicon=self._lexicon, facts=facts, lines=lines, quantities=tokens.quantities,
            fractions=tokens.fractions, dates=tokens.dates, periods=tokens.periods, citations=tokens.citations, cues=cues,
            bodies=self._discourse.bodies, tables=tuple(self._tables.read(key, lines)), unit=unit, lede=lede_start(text, key, lines),
            today=today,
            items=tuple(self._discourse.items(text, key, lines, tokens, unit, cues, today)),
        )  # fmt: skip


def _joined(known: PageFacts, read: PageFacts) -> PageFacts:
    """What loading knew of a page, completed by what its text says."""
    fields = (field.name for field in dataclasses.fields(PageFacts))
    return PageFacts(
        **{name: getattr(known, name) if getattr(known, name) is not None else getattr(read, name) for name in fields}
    )


_READERS: dict[int, tuple[Vocabulary, Reader]] = {}


def read(document: Document, vocabulary: Vocabulary) -> Reading:
    """Read one document with ``vocabulary``, which is compiled on first use."""
    held = _READERS.get(id(vocabulary))
    if held is None or held[0] is not vocabulary:
        held = _READERS[id(vocabulary)] = (vocabulary, Reader(vocabulary))
    return held[1].read(document)
