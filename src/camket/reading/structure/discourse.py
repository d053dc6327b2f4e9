"""Discourse: walking a document sentence by sentence, to say of every item what governs it and what it inherits."""

import datetime
import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import msgspec

from camket.reading.lexing.scanner import Tokens
from camket.reading.lexing.tokens import PeriodMention
from camket.reading.spans import Spans
from camket.reading.structure.about import UnitName
from camket.reading.structure.bodies import BodyReader
from camket.reading.structure.continuing import names_subject
from camket.reading.structure.cues import CueFinder, Cues
from camket.reading.structure.headings import Heading, HeadingReader
from camket.reading.structure.item import Item, Role
from camket.reading.structure.lines import Line
from camket.reading.structure.marks import PERIOD, Marks, marks_of
from camket.reading.structure.sections import SectionReader
from camket.reading.structure.sentences import MAX_LENGTH, Sentence, pieces, sentences
from camket.reading.structure.source import Source
from camket.reading.structure.speech import SpeechReader
from camket.reading.structure.splitting import Part, Splitter
from camket.reading.structure.state import State
from camket.reading.structure.stretch import Stretch, whole
from camket.reading.structure.stretches import StretchReader
from camket.reading.structure.tables import cells
from camket.vocabulary.discourse import BodyNames, Discourse
from camket.vocabulary.folding import fold
from camket.vocabulary.period import Period

if TYPE_CHECKING:
    from camket.reading.statements import Section

_TELLING = frozenset(("plain", "own_task", "praise", "response"))
"""Roles under which a coming period makes figures targets; what is asked or found wanting speaks of today."""
_OPENING = 600
"""How far into a text, in code points, a form is headed."""
_ALONE = 2
"""A text of so few lines has no title apart from what it says."""
_PLACED = re.compile(r"(?<!\w)(?:tại|trong|ở|của|với)\s$")
_FIGURE_LENGTH = 120
"""A planned item longer than this is a task that names a figure, not a figure to reach."""


class DiscourseReader:
    """Makes items of sentences; built once from the packaged cues."""

    def __init__(self, discourse: Discourse, names: BodyNames) -> None:
        self._cues = CueFinder(discourse, names)
        self.bodies = BodyReader(names)
        speech = SpeechReader(self.bodies, discourse.governors)
        self._headings = HeadingReader(discourse, self.bodies)
        self._sections = SectionReader(self.bodies, speech)
        self._stretches = StretchReader(discourse, self.bodies, speech, self._sections)
        self._splitter = Splitter(self.bodies)
        self._forms = tuple(fold(one) for one in discourse.form_openers)

    def cues(self, key: str) -> Cues:
        """The discourse words of a text."""
        return self._cues.find(key)

    def items(
        self, text: str, key: str, lines: Sequence[Line], tokens: Tokens, about: UnitName | None, cues: Cues,
        today: datetime.date | None = None,
    ) -> list[Item]:  # fmt: skip
        """The items of all readable lines, in order; together they cover every sentence."""
        told = Spans([one for one in tokens.periods if one.role == "period" and one.period], sort=False)
        source = Source(text, key, cues, tokens, about, today, told, about.name if about else None)
        state = State(follows=len(lines) > _ALONE)
        if any(key.find(opener, 0, _OPENING) >= 0 for opener in self._forms):
            state.enter("petitions", "petition", headed=True)
        marks = Marks([*marks_of(cues), *self._sections.marks(key), *((one.start, one.end, PERIOD) for one in told)])
        found: list[Item] = []
        for number, sentence in enumerate(sentences(text, key, lines, marks)):
            if sentence.start < sentence.end:
                self._read(source, sentence, number, state, found)
        return found

    def _read(self, source: Source, sentence: Sentence, number: int, state: State, found: list[Item]) -> None:
        """Add the items of a sentence to those found before."""
        heading = self._headings.read(source, sentence) if sentence.first else None
        if heading is not None:
            self._sections.enter_heading(source, heading, state)
        self._sections.open_paragraph(source, sentence, state)
        future = self._sections.future(source, sentence, state)
        told = source.told.within(sentence.start, sentence.end) if sentence.holds & PERIOD else ()
        if sentence.kind == "table":
            found += _cells(source, sentence, number, state, told)
            return
        for stretch in self._stretched(source, sentence, heading, state):
            self._split(_Told(source, sentence, number, state, future, told), stretch, found)
        if told:
            state.period = told[0].period

    def _stretched(
        self, source: Source, sentence: Sentence, heading: Heading | None, state: State
    ) -> Sequence[Stretch]:
        """The stretches of a sentence; a title is one, whatever its words."""
        if heading is not None and heading.whole:
            return (whole(sentence, sentence.start),)
        if (
            (sentence.kind == "heading" or (sentence.kind == "title" and state.follows))
            and source.key[sentence.end - 1] != ":"
            and not names_subject(source, sentence, state)
        ):
            return (whole(sentence, sentence.start),)
        return self._stretches.read(source, sentence, heading.end if heading else sentence.start, state)

    def _split(self, of: "_Told", stretch: Stretch, found: list[Item]) -> None:
        """Add the items of a stretch."""
        source, sentence, state = of.source, of.sentence, of.state
        role, governor = stretch.role, stretch.governor
        # What is told plainly is a result, wherever the chair's words stand around it.
        section: Section = "results" if role == "plain" and state.section == "conclusion" else state.section
        future = of.future and role in _TELLING
        for part in self._splitter.parts(source, stretch):
            start, end, body, owner = part.start, part.end, part.body, governor
            made: Role = role
            if role == "directive":
                body, owner = self._splitter.owned(source, part, governor, state)
                if governor is not None and owner is not None and owner.addressee != governor.addressee:
                    # Who is named owes what follows too, until another is named.
                    governor = owner
                    state.governor = owner if sentence.first else state.governor
            elif role == "own_task" and _figures(source, part):
                made = "target"
            period = _period(of.told, start, end, state.period) if of.told else state.period
            found.append(
                Item(
                    start,
                    end,
                    body,
                    section,
                    made,
                    source.unit,
                    period,
                    future or made == "target",
                    owner,
                    of.number,
                    sentence.line,
                )
            )


class _Told(msgspec.Struct, frozen=True, gc=False):
    """What all items of a sentence share: ``told`` are the periods in it."""

    source: Source
    sentence: Sentence
    number: int
    state: State
    future: bool
    told: Sequence[PeriodMention]


def _cells(
    source: Source, sentence: Sentence, number: int, state: State, told: Sequence[PeriodMention]
) -> Iterator[Item]:
    """One plain item a cell: what stands in two columns is no sentence."""
    section, unit, line = state.section, source.unit, sentence.line
    for cell in cells(source.key, sentence.start, sentence.end):
        for start, end in (cell,) if cell.end - cell.start <= MAX_LENGTH else pieces(source.key, *cell):
            if end > start:
                own = next((one.period for one in told if one.start >= start and one.end <= end), None)
                yield Item(
                    start, end, start, section, "plain", unit, own or state.period, state.future, None, number, line
                )


def _figures(source: Source, part: Part) -> bool:
    """Whether a planned item is a figure to reach ("trồng mới 110 ha") rather than a task."""
    if part.end - part.body >= _FIGURE_LENGTH:
        return False
    return any(
        one.unit and one.value is not None and not _PLACED.search(source.key, max(part.body, one.start - 12), one.start)
        for one in source.tokens.quantities.within(part.body, part.end)
    )


def _period(told: Sequence[PeriodMention], start: int, end: int, inherited: Period | None) -> Period | None:
    """The period told in an item, else the last one told before it in the sentence, else what it inherits."""
    before = inherited
    for one in told:
        if one.start >= start and one.end <= end:
            return one.period
        if one.end <= start:
            before = one.period
    return before
