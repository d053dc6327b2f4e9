"""Discourse: walking a document sentence by sentence, to say of every item what governs it and what it inherits."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from camket.reading.lexing.scanner import Tokens
from camket.reading.lexing.tokens import PeriodMention
from camket.reading.matching import Found
from camket.reading.spans import Spans
from camket.reading.structure.about import UnitName, in_full
from camket.reading.structure.bodies import PERSON_NAME, BodyPhrase, BodyReader
from camket.reading.structure.cues import CueFinder, Cues
from camket.reading.structure.headings import Heading, HeadingReader
from camket.reading.structure.item import Governor, Item, Role
from camket.reading.structure.lines import Line
from camket.reading.structure.sentences import Sentence, segments, sentences, trim
from camket.reading.structure.shortfall import ShortfallReader
from camket.reading.structure.speech import Speaker, Speech, SpeechReader
from camket.reading.structure.state import State
from camket.reading.structure.tables import cells
from camket.vocabulary.discourse import BodyNames, Discourse
from camket.vocabulary.folding import fold
from camket.vocabulary.period import Period

_EXAMPLES = re.compile(r"nhất là|trong đó có|(?<!\w)như(?!\w)|bao gồm|(?<!\w)gồm(?!\w)")
_FRONTED = re.compile(r"(?:nếu|đối với|về|riêng|để|trong|với|trên cơ sở|từ nay|khi|trường hợp)(?!\w)")
_CONDITION = re.compile(r"(?:nếu|trường hợp|khi)(?!\w)")
_MODAL = re.compile(r"(?<!\w)(?:cần phải|cần|phải|có trách nhiệm|có nhiệm vụ)\s+(?:phải\s+)?")
_NOT_MODAL = re.compile(r"(?:những việc|việc|điều|nội dung|không|chưa|nhu cầu|khi|thiết|vấn đề|nhiệm vụ|cấp)\s$")
_TARGETS = re.compile(
    r"(?:đề ra|đặt ra|xác định|với|giao|thông qua|phấn đấu|hoàn thành)[^.;:]{0,40}(?:mục tiêu|chỉ tiêu)[^.;:]{0,80}:"
    r"|(?:một số|các|những)\s(?:chỉ tiêu|mục tiêu)[^.;:]{0,60}(?:là|như sau|gồm|cụ thể)?\s?:|mục tiêu (?:đến năm|năm|đề ra|tổng quát|cụ thể)"
    r"|phấn đấu (?:đến|trong|năm|hết|thực hiện)"
)
_BESIDE = re.compile(r"(?:tuy nhiên,? )?bên cạnh (?:những|các|một số)?\s?(?:kết quả|mặt|thành tích|thành tựu|ưu điểm|thuận lợi)[^,;:.]{0,80},\s*")
_TELLING = frozenset(("plain", "own_task", "praise", "response"))
"""Roles under which a coming period makes figures targets; what is asked or found wanting speaks of today."""
_MEANT = re.compile(r"nhiệm vụ|mục tiêu|chỉ tiêu|giải pháp|kế hoạch|phương hướng|do ")
_LEAD = 60
"""How far into a sentence, in code points, words may stand that open it."""
_MEETING = re.compile(r"làm việc (?:với|tại)|hội nghị|kỳ họp|phiên họp|kì họp|đại hội|buổi làm việc|chủ trì|tiếp xúc cử tri|giao ban")


class _Stretch(NamedTuple):
    """A part of a sentence under one role."""

    start: int
    end: int
    body: int
    role: Role
    governor: Governor | None
    listed: bool


class DiscourseReader:
    """Makes items of sentences; built once from the packaged cues."""

    def __init__(self, discourse: Discourse, names: BodyNames) -> None:
        self._cues = CueFinder(discourse, names)
        self.bodies = self._bodies = BodyReader(names)
        assign = next(one for one in discourse.governors if "giao" in one.words)
        self._speech = SpeechReader(self._bodies, assign)
        self._shortfall = ShortfallReader()
        self._headings = HeadingReader(discourse, self._bodies)
        connectors = "|".join(re.escape(fold(one)) for one in sorted(discourse.connectors, key=len, reverse=True))
        self._connector = re.compile(rf"(?:(?:{connectors})(?!\w)\s?[,:]?\s*)+")

    def cues(self, key: str) -> Cues:
        """The discourse words of a text."""
        return self._cues.find(key)

    def items(
        self, text: str, key: str, lines: Sequence[Line], tokens: Tokens, about: UnitName | None, cues: Cues
    ) -> Iterator[Item]:
        """The items of all readable lines, in order; together they cover every sentence."""
        state = State()
        for number, sentence in enumerate(sentences(text, key, lines)):
            if sentence.start < sentence.end:
                yield from self._of_sentence(text, key, sentence, number, cues, state, tokens, about)

    def _of_sentence(
        self, text: str, key: str, sentence: Sentence, number: int, cues: Cues, state: State,
        tokens: Tokens, about: UnitName | None,
    ) -> Iterator[Item]:  # fmt: skip
        heading = self._headings.read(text, key, sentence)
        if heading is not None:
            self._enter_heading(heading, state, about)
        self._open_paragraph(key, sentence, state, marked=sentence.marked, cues=cues)
        future = self._future(key, sentence, cues, state)
        if sentence.kind == "table":
            yield from self._cells(key, sentence, number, state, tokens, about)
            return
        if (heading is not None and heading.whole) or (sentence.kind == "heading" and key[sentence.end - 1] != ":"):
            stretches = [_Stretch(sentence.start, sentence.end, sentence.start, "plain", None, listed=False)]
        else:
            stretches = self._stretches(text, key, sentence, cues, state, about)
        inherited, periods = state.period, tokens.periods
        for stretch in stretches:
            for start, end, body in self._split(key, stretch, cues):
                period = _period(periods, start, end) or _leading_period(periods, sentence, start) or inherited
                own = self._owned(text, key, body, end, stretch, cues, state, about)
                role = stretch.role
                if role == "own_task" and _figures(tokens, body, end):
                    role = "target"
                yield Item(
                    start, end, own[0], state.section, role, about.name if about else None, period, (future and role in _TELLING) or role == "target",
                    own[1], number, sentence.line,
                )  # fmt: skip
        state.period = _period(periods, sentence.start, sentence.end) or state.period

    @staticmethod
    def _cells(
        key: str, sentence: Sentence, number: int, state: State, tokens: Tokens, about: UnitName | None
    ) -> Iterator[Item]:
        """One plain item a cell: what stands in two columns is no sentence."""
        for cell in cells(key, sentence.start, sentence.end):
            period = _period(tokens.periods, *cell) or state.period
            if cell.end > cell.start:
                name = about.name if about else None
                yield Item(*cell, cell.start, state.section, "plain", name, period, state.future, None, number, sentence.line)

    # what a sentence changes before its items are made

    @staticmethod
    def _enter_heading(heading: Heading, state: State, about: UnitName | None) -> None:
        if heading.part is not None:
            state.enter(heading.part.section, heading.part.role, headed=True)  # type: ignore[arg-type]  # the data file's roles
        if heading.owner is not None and state.section in ("conclusion", "other", "opening", "petitions"):
            speaker = state.speaker.name if state.speaker else None
            strength = state.governor.strength if state.governor else None
            owner = in_full(heading.owner, about)
            state.section = "conclusion"
            state.role, state.open_list = "directive", True
            state.governor = Governor(heading.start, heading.end, "directive", speaker, owner, (), strength)

    def _open_paragraph(self, key: str, sentence: Sentence, state: State, *, marked: bool, cues: Cues) -> None:
        if state.section == "opening" and sentence.kind != "title" and not _MEETING.search(key, sentence.start, sentence.end):
            state.section = "results"
        if sentence.paragraph == state.paragraph:
            return
        state.paragraph = sentence.paragraph
        if not (marked or state.headed or state.open_list):
            state.finding = False
            state.future = state.future and state.headed
            if state.role in ("praise", "topic", "response", "progress"):
                state.role = "plain"

    @staticmethod
    def _future(key: str, sentence: Sentence, cues: Cues, state: State) -> bool:
        if _TARGETS.search(key, sentence.start, sentence.end):
            state.future = True
        opener = any(found.entry == "future" for found in cues.openers.within(sentence.start, sentence.end))
        return state.future or opener

    # stretches: which words govern which part of the sentence

    def _stretches(
        self, text: str, key: str, sentence: Sentence, cues: Cues, state: State, about: UnitName | None
    ) -> list[_Stretch]:
        lead = self._lead(key, sentence)
        self._enter_part(text, key, sentence, cues, state)
        speeches = list(
            self._speech.speeches(
                text, key, sentence, cues, state.section, state.speaker, about.rank if about else 3.0
            )
        )
        if speeches:
            return self._spoken(sentence, speeches, key, state, about)
        return [self._unspoken(text, key, sentence, lead, cues, state, about)]

    def _lead(self, key: str, sentence: Sentence) -> int:
        beside = _BESIDE.match(key, sentence.start, sentence.end)
        if beside:
            return beside.end()
        match = self._connector.match(key, sentence.start, sentence.end)
        return match.end() if match and match.end() < sentence.end else sentence.start

    def _enter_part(self, text: str, key: str, sentence: Sentence, cues: Cues, state: State) -> None:
        opening = sorted(cues.parts.within(sentence.start, sentence.end), key=lambda one: one.entry.section != "conclusion")
        for found in opening:
            part = found.entry
            if part.section == "responses" and state.section not in ("petitions", "responses") and "kiến nghị" not in key[sentence.start : sentence.end]:
                continue
            if part.section == "conclusion":
                state.speaker = (
                    self._speaker_after(text, key, found.end, sentence, cues)
                    or self._speech.subject(text, key, sentence.start, found.start, cues, state.speaker)
                    or state.speaker
                )
            state.enter(part.section, part.role, headed=False)  # type: ignore[arg-type]  # the data file's roles
            return

    def _speaker_after(
        self, text: str, key: str, start: int, sentence: Sentence, cues: Cues
    ) -> Speaker | None:
        """Who concludes, where the name follows the words that open the conclusion."""
        for found in cues.bodies.within(start, sentence.end):
            if found.entry == "title" and (name := PERSON_NAME.match(text, found.end + 1, sentence.end)):
                rank = next((one.rank for one in self._ranks(text, key, name.end(), sentence.end, cues)), None)
                return Speaker(name.group(), rank)
            phrase = self._bodies.read_one(text, key, found.start, sentence.end)
            if phrase is not None and phrase.rank is not None:
                held = PERSON_NAME.match(text, phrase.end + 1, sentence.end) if text[phrase.end : phrase.end + 1] == " " else None
                return Speaker(held.group() if held else text[phrase.start : phrase.end], phrase.rank)
        return None

    def _ranks(self, text: str, key: str, start: int, end: int, cues: Cues) -> Iterator[BodyPhrase]:
        for found in cues.bodies.within(start, min(end, start + 2 * _LEAD)):
            phrase = self._bodies.read_one(text, key, found.start, end)
            if phrase is not None and phrase.rank is not None:
                yield phrase

    def _spoken(
        self, sentence: Sentence, speeches: Sequence[Speech], key: str, state: State, about: UnitName | None
    ) -> list[_Stretch]:
        stretches = []
        start = sentence.start
        for speech, following in zip(speeches, [*speeches[1:], None], strict=True):
            end = sentence.end if following is None else trim(key, speech.body, _clause_start(key, speech.body, following.start))
            speaker = speech.speaker or (state.speaker if speech.role == "directive" else None)
            sender = speaker.name if speaker else (about.name if speech.role == "petition" and about else None)
            addressee = speech.addressee or (state.governor.addressee if state.governor and state.governor.role == speech.role else None)
            if addressee is None and speech.role == "directive" and about is not None:
                addressee = about.name
            if speech.role == "plain":
                stretches.append(_Stretch(start, end, start, "plain", None, listed=False))
                start = end
                continue
            governor = Governor(
                speech.start, speech.end, speech.role, in_full(sender, about) if sender else None,
                in_full(addressee, about) if addressee else None, (), speech.strength,
            )  # fmt: skip
            state.govern(governor, open_list=speech.opens_list)
            if speech.role == "directive" and speech.speaker is not None and speech is speeches[0]:
                state.speaker = speech.speaker
            state.awaiting = speech.body >= end
            state.open_list = state.open_list or state.awaiting
            stretches.append(_Stretch(start, end, speech.body, speech.role, governor, speech.opens_list))
            start = end
        return stretches

    def _unspoken(
        self, text: str, key: str, sentence: Sentence, lead: int, cues: Cues, state: State, about: UnitName | None
    ) -> _Stretch:
        whole = _Stretch(sentence.start, sentence.end, lead, "plain", None, listed=False)
        told = state.pending
        state.pending = state.section != "conclusion" and any(
            found.entry in ("future", "own_task") for found in cues.openers.within(sentence.start, sentence.end)
        )
        if told and cues.tasks.at(lead) is not None and lead > sentence.start:
            state.role, state.governor, state.open_list = "own_task", None, False
            return whole._replace(role="own_task")
        if state.role == "topic":
            state.role = "topic" if sentence.paragraph == state.paragraph else "plain"
            return whole._replace(role="topic")
        shortfall = self._shortfall.read(key, sentence, lead, cues, state)
        if shortfall is not None:
            state.finding = True
            return whole._replace(body=shortfall.body, role=shortfall.role)
        if state.role in ("petition", "directive", "own_task") and (body := self._continues(text, key, sentence, lead, cues, state)) >= 0:
            state.awaiting = False
            return whole._replace(body=body, role=state.role, governor=state.governor, listed=state.open_list)
        if state.section == "conclusion" and (modal := self._modal(text, key, lead, sentence, cues)) is not None:
            governor = self._ordered(text, modal, state, about)
            state.govern(governor, open_list=False)
            return whole._replace(body=modal[1], role="directive", governor=governor)
        own = self._own_task(text, key, sentence, lead, cues, state, about)
        if own is not None:
            return own
        if any(found.entry == "progress" and found.start - lead < _LEAD for found in cues.openers.within(lead, sentence.end)):
            state.role = "progress"
        if state.role in ("response", "progress", "target", "praise"):
            return whole._replace(role=state.role)
        return whole

    def _ordered(self, text: str, modal: tuple[BodyPhrase | None, int], state: State, about: UnitName | None) -> Governor:
        phrase = modal[0]
        before = state.governor.addressee if state.governor and state.governor.role == "directive" else (about.name if about else None)
        owner = in_full(text[phrase.start : phrase.end], about) if phrase else before
        return Governor(modal[1], modal[1], "directive", state.speaker.name if state.speaker else None, owner, (), None)

    def _continues(self, text: str, key: str, sentence: Sentence, lead: int, cues: Cues, state: State) -> int:
        """Where the governed wording of a sentence without a verb of its own starts, -1 where nothing governs it."""
        if sentence.first and not sentence.marked and not state.awaiting and _untitled(key, sentence):
            return -1
        task = cues.tasks.at(lead)
        if task is not None:
            return lead if task.entry == "task" else _past_modal(key, lead, sentence.end)
        if state.open_list and (sentence.marked or state.headed or state.awaiting):
            phrase = self._bodies.read(text, key, lead, sentence.end) if state.awaiting else None
            return -1 if phrase and phrase.rank and phrase.rank < 4 and cues.tasks.at(_skip(key, phrase.end)) is None else lead
        if _FRONTED.match(key, lead, sentence.end):
            if _CONDITION.match(key, lead, sentence.end):
                return lead
            modal = self._modal(text, key, lead, sentence, cues)
            return modal[1] if modal else self._fronted(text, key, lead, sentence, cues, state)
        if state.role == "petition":
            phrase = self._bodies.read(text, key, lead, sentence.end)
            return lead if phrase and cues.tasks.at(_skip(key, phrase.end)) else -1
        modal = self._modal(text, key, lead, sentence, cues)
        if modal is not None:
            return modal[1]
        phrase = self._bodies.read(text, key, lead, sentence.end)
        return _skip(key, phrase.end) if phrase and cues.tasks.at(_skip(key, phrase.end)) else -1

    def _fronted(self, text: str, key: str, lead: int, sentence: Sentence, cues: Cues, state: State) -> int:
        """Where an order starts that a topic stands before: "Về công tác A, tập trung …", "Riêng B, huyện khẩn trương …"."""
        comma = key.find(", ", lead, sentence.end)
        if comma < 0 or state.role != "directive":
            return -1
        if cues.tasks.at(comma + 2) is not None:
            return lead
        phrase = self._bodies.read(text, key, comma + 2, sentence.end)
        after = _skip(key, phrase.end) if phrase else -1
        return after if phrase and cues.tasks.at(after) else -1

    def _modal(self, text: str, key: str, start: int, sentence: Sentence, cues: Cues) -> tuple[BodyPhrase | None, int] | None:
        """The unit that "cần" or "phải" and where what it must do starts."""
        for match in _MODAL.finditer(key, start, sentence.end):
            if _NOT_MODAL.search(key, max(start, match.start() - 12), match.start()) or match.end() >= sentence.end:
                continue
            phrase = self._before(text, key, start, match.start(), cues)
            fronted = key[max(start, match.start() - 2) : match.start()] == ", "
            if phrase is not None or fronted or match.start() == start:
                return phrase, match.end()
        return None

    def _before(self, text: str, key: str, start: int, end: int, cues: Cues) -> BodyPhrase | None:
        for found in cues.bodies.within(start, end):
            phrase = self._bodies.read(text, key, found.start, end)
            if phrase is not None and key[phrase.end : end].strip() in ("", "cũng", "sẽ", "phải", "tiếp tục", "trước hết", "nhất định"):
                return phrase
        return None

    def _own_task(
        self, text: str, key: str, sentence: Sentence, lead: int, cues: Cues, state: State, about: UnitName | None
    ) -> _Stretch | None:
        openers = [found for found in cues.openers.within(sentence.start, sentence.end) if found.entry in ("future", "own_task")]
        if not openers or openers[0].start - lead > _LEAD:
            return None
        body = self._first_task(key, openers[0], sentence, cues)
        if body < 0:
            return None
        phrase = self._before(text, key, openers[0].end, body, cues)
        owner = in_full(text[phrase.start : phrase.end], about) if phrase else (about.name if about else None)
        governor = Governor(openers[0].start, openers[0].end, "own_task", None, owner, (), None)
        state.role, state.governor, state.open_list, state.headed = "own_task", governor, key[body - 2] == ":", False
        return _Stretch(sentence.start, sentence.end, body, "own_task", governor, listed=state.open_list)

    @staticmethod
    def _first_task(key: str, opener: Found[str], sentence: Sentence, cues: Cues) -> int:
        start = opener.end
        colon = key.find(": ", start, sentence.end)
        if 0 <= colon < start + 160:
            return colon + 2 if cues.tasks.at(colon + 2) else -1
        for task in cues.tasks.within(start, sentence.end):
            if task.entry == "task":
                near = task.start - start < 2 * _LEAD and not _MEANT.search(key, start, task.start)
                return task.start if near and opener.entry == "future" else -1
        return -1

    # items of a stretch

    @staticmethod
    def _split(key: str, stretch: _Stretch, cues: Cues) -> Iterator[tuple[int, int, int]]:
        """(start, end, body) of each item; under "nhất là", "như" noun phrases after ";" stay in their item."""
        pieces: list[list[int]] = []
        governed = stretch.role in ("petition", "directive", "own_task")
        tasked = cues.tasks.at(_past_link(key, _skip(key, stretch.body))) is not None
        for start, end in segments(key, stretch.body, stretch.end):
            begin = _skip(key, start)
            within = governed and (not stretch.listed or tasked) and cues.tasks.at(_past_link(key, begin)) is None
            if pieces and within and _EXAMPLES.search(key, pieces[-1][0], pieces[-1][1]):
                pieces[-1][1] = end
                continue
            pieces.append([start, end])
        for index, (start, end) in enumerate(pieces):
            body = _past_link(key, _skip(key, start)) if index or governed else start
            first = stretch.start if index == 0 else _skip(key, start)
            last = trim(key, body, end)
            if last > body:
                yield first, last, body

    def _owned(
        self, text: str, key: str, body: int, end: int, stretch: _Stretch, cues: Cues, state: State, about: UnitName | None
    ) -> tuple[int, Governor | None]:
        """Where an item's wording starts and who owes it, where the item names its own owner."""
        if stretch.role != "directive":
            return body, stretch.governor
        speaker = state.speaker.name if state.speaker else None
        governor = stretch.governor or Governor(body, body, "directive", speaker, about.name if about else None, (), None)
        phrase = self._bodies.read(text, key, body, end)
        if phrase is None:
            return body, governor
        after = _past_modal(key, _skip(key, phrase.end), end)
        if after >= end or (cues.tasks.at(after) is None and after == _skip(key, phrase.end)):
            return body, governor
        return after, governor._replace(addressee=in_full(text[phrase.start : phrase.end], about))


def _figures(tokens: Tokens, start: int, end: int) -> bool:
    """Whether a planned item is a figure to reach ("trồng mới 110 ha") rather than a task."""
    return end - start < 2 * _LEAD and any(one.unit and one.value is not None for one in tokens.quantities.within(start, end))


_LINK = re.compile(r"(?:(?:đồng thời|cùng với đó|bên cạnh đó|ngoài ra|và|trước mắt|đặc biệt là|đặc biệt)(?!\w)\s?,?\s*)+")


def _untitled(key: str, sentence: Sentence) -> bool:
    """Whether a short line without a full stop stands alone, as a title between paragraphs does."""
    end = sentence.end
    return end - sentence.start < 2 * _LEAD and (end >= len(key) or key[end] == "\n")


def _past_link(key: str, position: int) -> int:
    match = _LINK.match(key, position)
    return match.end() if match else position


def _skip(key: str, position: int) -> int:
    while position < len(key) and key[position] in " :,\n":
        position += 1
    return position


def _past_modal(key: str, position: int, end: int) -> int:
    match = _MODAL.match(key, position, end)
    return match.end() if match else position


def _clause_start(key: str, start: int, verb: int) -> int:
    """Where the clause of the verb at ``verb`` starts: past the last separator before its subject."""
    for sign in (";", " đồng thời", " và ", ","):
        at = key.rfind(sign, start, verb)
        if at > start and (sign != "," or verb - at < 80):
            return at
    return verb


def _period(periods: Spans[PeriodMention], start: int, end: int) -> Period | None:
    return next((one.period for one in periods.within(start, end) if one.role == "period" and one.period), None)


def _leading_period(periods: Spans[PeriodMention], sentence: Sentence, start: int) -> Period | None:
    found = [one.period for one in periods.within(sentence.start, start) if one.role == "period" and one.period]
    return found[-1] if found else None
