"""Discourse: walking a document sentence by sentence, to say of every item what governs it and what it inherits."""

import datetime
import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from msgspec.structs import replace

from camket.reading.lexing.scanner import Tokens
from camket.reading.lexing.tokens import PeriodMention
from camket.reading.spans import Spans
from camket.reading.structure.about import UnitName
from camket.reading.structure.bodies import BodyReader
from camket.reading.structure.continuing import names_subject
from camket.reading.structure.cues import CueFinder, Cues
from camket.reading.structure.headings import HeadingReader
from camket.reading.structure.item import Item, Role
from camket.reading.structure.lines import Line
from camket.reading.structure.sections import SectionReader
from camket.reading.structure.sentences import Sentence, pieces, sentences
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
    ) -> Iterator[Item]:  # fmt: skip
        """The items of all readable lines, in order; together they cover every sentence."""
        told = Spans([one for one in tokens.periods if one.role == "period" and one.period])
        state, source = State(follows=len(lines) > _ALONE), Source(text, key, cues, tokens, about, today, told)
        if any(key.find(opener, 0, _OPENING) >= 0 for opener in self._forms):
            state.enter("petitions", "petition", headed=True)
        for number, sentence in enumerate(sentences(text, key, lines)):
            if sentence.start < sentence.end:
                yield from self._of_sentence(source, sentence, number, state)

    def _of_sentence(self, source: Source, sentence: Sentence, number: int, state: State) -> Iterator[Item]:
        heading = self._headings.read(source, sentence)
        if heading is not None:
            self._sections.enter_heading(source, heading, state)
        self._sections.open_paragraph(source, sentence, state)
        future = self._sections.future(source, sentence, state)
        if sentence.kind == "table":
            yield from _cells(source, sentence, number, state)
            return
        colon = source.key[sentence.end - 1] == ":"
        titled = sentence.kind == "heading" and not colon
        titled = titled or (sentence.kind == "title" and not colon and state.follows)
        titled = titled and not names_subject(source, sentence, state)
        if titled or (heading is not None and heading.whole):
            stretches = [whole(sentence, sentence.start)]
        else:
            stretches = self._stretches.read(source, sentence, heading.end if heading else sentence.start, state)
        inherited = state.period
        for stretch in stretches:
            for part in self._splitter.parts(source, stretch):
                item = self._item(source, sentence, number, state, stretch, part, inherited, future=future)
                if _names_owner(item, stretch):
                    # Who is named owes what follows too, until another is named.
                    stretch = replace(stretch, governor=item.governor)  # noqa: PLW2901 - the same stretch, owed by another
                    state.governor = item.governor if sentence.first else state.governor
                yield item
        state.period = _period(source.tokens.periods, sentence.start, sentence.end) or state.period

    def _item(
        self, source: Source, sentence: Sentence, number: int, state: State, stretch: Stretch, part: Part,
        inherited: Period | None, *, future: bool,
    ) -> Item:  # fmt: skip
        periods = source.tokens.periods
        period = (
            _period(periods, part.start, part.end) or _leading_period(source.told, sentence, part.start) or inherited
        )
        body, governor = self._splitter.owned(source, part, stretch, state)
        role: Role = "target" if stretch.role == "own_task" and _figures(source, part) else stretch.role
        # What is told plainly is a result, wherever the chair's words stand around it.
        section: Section = "results" if role == "plain" and state.section == "conclusion" else state.section
        return Item(
            part.start, part.end, body, section, role, source.unit, period,
            (future and role in _TELLING) or role == "target", governor, number, sentence.line,
        )  # fmt: skip


def _names_owner(item: Item, stretch: Stretch) -> bool:
    if item.role != "directive" or item.governor is None or stretch.governor is None:
        return False
    return item.governor.addressee != stretch.governor.addressee


def _cells(source: Source, sentence: Sentence, number: int, state: State) -> Iterator[Item]:
    """One plain item a cell: what stands in two columns is no sentence."""
    whole = (cell for cell in cells(source.key, sentence.start, sentence.end) if cell.end > cell.start)
    for start, end in (piece for cell in whole for piece in pieces(source.key, cell.start, cell.end)):
        if end > start:
            period = _period(source.tokens.periods, start, end) or state.period
            yield Item(
                start,
                end,
                start,
                state.section,
                "plain",
                source.unit,
                period,
                state.future,
                None,
                number,
                sentence.line,
            )


def _figures(source: Source, part: Part) -> bool:
    """Whether a planned item is a figure to reach ("trồng mới 110 ha") rather than a task."""
    if part.end - part.body >= _FIGURE_LENGTH:
        return False
    return any(
        one.unit and one.value is not None and not _PLACED.search(source.key, max(part.body, one.start - 12), one.start)
        for one in source.tokens.quantities.within(part.body, part.end)
    )


def _period(periods: Spans[PeriodMention], start: int, end: int) -> Period | None:
    return next((one.period for one in periods.within(start, end) if one.role == "period" and one.period), None)


def _leading_period(told: Spans[PeriodMention], sentence: Sentence, start: int) -> Period | None:
    """The last period told in the sentence before ``start``."""
    before = told.before(start)
    if before is not None and before.end > start:
        before = told.before(before.start)
    return before.period if before is not None and before.start >= sentence.start else None
