"""Stretching: which words govern which part of a sentence."""

import re
from collections.abc import Sequence

from msgspec.structs import replace

from camket.reading.structure.bodies import BodyReader
from camket.reading.structure.connectives import Connectives, skip
from camket.reading.structure.continuing import ContinuationReader
from camket.reading.structure.item import Governor
from camket.reading.structure.marks import GOVERNS, OPENER, PART
from camket.reading.structure.modals import ModalReader
from camket.reading.structure.own_tasks import OwnTaskReader
from camket.reading.structure.sections import SectionReader
from camket.reading.structure.sentences import Sentence, trim
from camket.reading.structure.shortfall import ShortfallReader
from camket.reading.structure.source import Source
from camket.reading.structure.speech import Speech, SpeechReader
from camket.reading.structure.state import State
from camket.reading.structure.stretch import Stretch, whole
from camket.vocabulary.discourse import Discourse

_SHORTEST = 20
_ASKED = re.compile(r"tiếp tục|yêu cầu|kiểm tra|giám sát|đề nghị|đôn đốc|báo cáo")
"""Words by which an account of earlier conclusions is asked for, not given."""
_PAST = re.compile(r"(?<!\w)đã (?:\w+ ){0,2}(?:chỉ đạo|triển khai|thực hiện|hoàn thành)")
_LEAD = 60
"""How far into a sentence, in code points, words may stand that open it."""


class StretchReader:
    """Gives every part of a sentence its role."""

    def __init__(self, discourse: Discourse, bodies: BodyReader, speech: SpeechReader, sections: SectionReader) -> None:
        self._speech, self._sections = speech, sections
        self._connectives = Connectives(discourse)
        self._shortfall = ShortfallReader()
        self._modals = ModalReader(bodies)
        self._own_tasks = OwnTaskReader(self._modals)
        self._continuations = ContinuationReader(bodies, self._modals)

    def read(self, source: Source, sentence: Sentence, start: int, state: State) -> list[Stretch]:
        """The stretches of a sentence that a heading leads up to ``start``, in order; ``state`` is left for the next."""
        lead = self._connectives.lead(source.key, skip(source.key, start), sentence.end)
        if sentence.holds & PART:
            self._sections.enter_part(source, sentence, state)
        if sentence.holds & OPENER:
            self._sections.enter_judgement(source, sentence, state)
        if not sentence.holds & GOVERNS:
            return [self._unspoken(source, sentence, lead, state)]
        speeches = list(self._speech.speeches(source, sentence, state.section, state.speaker))
        if speeches:
            state.pending = False
            told = self._told_before(source, sentence, lead, speeches[0], state)
            rest = replace(sentence, start=told.end) if told else sentence
            return [*([told] if told else ()), *self._spoken(source, rest, speeches, state)]
        return [self._unspoken(source, sentence, lead, state)]

    # what verbs of asking and ordering govern

    def _told_before(
        self, source: Source, sentence: Sentence, lead: int, first: Speech, state: State
    ) -> Stretch | None:
        """What falls short by the words before the first verb: "Tuy nhiên, việc A còn chậm; đề nghị huyện …"."""
        until = first.speaker.at if first.speaker and lead < first.speaker.at < first.start else first.start
        at = max(source.key.rfind(sign, lead, until) for sign in ";,")
        if at - lead < _SHORTEST or source.cues.findings.within(lead, at) == ():
            return None
        part = replace(sentence, end=trim(source.key, lead, at))
        shortfall = self._shortfall.read(source, part, lead, state)
        if shortfall is None:
            return None
        return Stretch(sentence.start, at, shortfall.body, shortfall.role, None, listed=False)

    def _spoken(self, source: Source, sentence: Sentence, speeches: Sequence[Speech], state: State) -> list[Stretch]:
        stretches = []
        start = sentence.start
        for speech, following in zip(speeches, [*speeches[1:], None], strict=True):
            end = sentence.end
            if following is not None:
                end = trim(source.key, speech.body, _clause_start(source.key, speech.body, following.start))
            stated = following is not None and _only_stated(source, speech, following)
            if speech.role == "plain" or stated:
                if stated:
                    state.govern(self._governor(source, speech, state), open_list=False)
                stretches.append(Stretch(start, end, start, "plain", None, listed=False))
            else:
                stretches.append(self._governed(source, speech, start, end, state, first=speech is speeches[0]))
            start = end
        return stretches

    def _governed(self, source: Source, speech: Speech, start: int, end: int, state: State, *, first: bool) -> Stretch:
        governor = self._governor(source, speech, state)
        state.govern(governor, open_list=speech.opens_list)
        if speech.role == "directive" and speech.speaker is not None and first:
            state.speaker = speech.speaker
        state.awaiting = speech.body >= end
        state.open_list = state.open_list or state.awaiting
        return Stretch(start, end, speech.body, speech.role, governor, speech.opens_list)

    @staticmethod
    def _governor(source: Source, speech: Speech, state: State) -> Governor:
        """Who speaks to whom; what the sentence leaves out is taken from the one before."""
        speaker = speech.speaker or (state.speaker if speech.role == "directive" else None)
        last = state.governor if state.governor and state.governor.role == speech.role else None
        addressee = speech.addressee or (last.addressee if last else None)
        sender = speaker.name if speaker else None
        if sender is None and speech.role == "petition":
            sender = (last.speaker if last else None) or source.unit
        if addressee is None and speech.role == "directive":
            addressee = source.unit
        return Governor(
            speech.start,
            speech.end,
            speech.role,
            source.in_full(sender),
            source.in_full(addressee),
            (),
            speech.strength,
        )

    # what stands under no verb of its own

    def _unspoken(self, source: Source, sentence: Sentence, lead: int, state: State) -> Stretch:
        if (state.pending or sentence.holds & OPENER) and self._is_announced(source, sentence, lead, state):
            return replace(whole(sentence, lead), role="own_task")
        if state.role == "topic":
            state.role = "topic" if sentence.paragraph == state.paragraph else "plain"
            return replace(whole(sentence, lead), role="topic")
        shortfall = self._shortfall.read(source, sentence, lead, state)
        if shortfall is not None:
            state.finding = True
            return replace(whole(sentence, shortfall.body), role=shortfall.role)
        return (
            self._continued(source, sentence, lead, state)
            or self._due(source, sentence, lead, state)
            or self._own_tasks.read(source, sentence, lead, state)
            or self._told(source, sentence, lead, state)
        )

    @staticmethod
    def _is_announced(source: Source, sentence: Sentence, lead: int, state: State) -> bool:
        """Whether the sentence before announced tasks, and this one begins to tell them after a connective."""
        told, openers = state.pending, source.cues.openers.within(sentence.start, sentence.end)
        free = state.section != "conclusion" and state.role not in ("own_task", "petition", "directive")
        state.pending = (
            free
            and any(one.entry in ("future", "own_task") for one in openers)
            and not _PAST.search(source.key, sentence.start, sentence.end)
        )
        if not (told and free) or lead == sentence.start or source.cues.tasks.at(lead) is None:
            return False
        state.role, state.governor, state.open_list = "own_task", None, False
        return True

    def _continued(self, source: Source, sentence: Sentence, lead: int, state: State) -> Stretch | None:
        if state.role not in ("petition", "directive", "own_task"):
            return None
        body = self._continuations.body(source, sentence, lead, state)
        if body < 0:
            return None
        state.awaiting = False
        return replace(whole(sentence, body), role=state.role, governor=state.governor, listed=state.open_list)

    def _due(self, source: Source, sentence: Sentence, lead: int, state: State) -> Stretch | None:
        """In a conclusion "cần" and "phải" order."""
        duty = self._modals.read(source, lead, sentence) if state.section == "conclusion" else None
        if duty is None:
            return None
        governor = self._modals.governor(source, duty, state)
        state.govern(governor, open_list=False)
        return replace(whole(sentence, duty.body), role="directive", governor=governor)

    @staticmethod
    def _told(source: Source, sentence: Sentence, lead: int, state: State) -> Stretch:
        openers = source.cues.openers.within(lead, sentence.end) if sentence.holds & OPENER else ()
        opener = next((one for one in openers if one.entry == "progress" and one.start - lead < _LEAD), None)
        if opener is not None and not _ASKED.search(source.key, lead, opener.start):
            state.role = "progress"
        if state.section == "responses" and state.role == "directive":
            state.role = "response"
        kept = state.role in ("response", "progress", "target", "praise")
        return replace(whole(sentence, lead), role=state.role if kept else "plain")


def _only_stated(source: Source, speech: Speech, following: Speech) -> bool:
    """Whether what stands before a second wish only says why: "đường vào thôn hẹp, đề nghị mở rộng"."""
    if speech.role != "petition" or following.role != "petition" or not speech.opens_list:
        return False
    return source.cues.tasks.at(speech.body) is None


def _clause_start(key: str, start: int, verb: int) -> int:
    """Where the clause of the verb at ``verb`` starts: past the last separator before its subject."""
    for sign in (";", " đồng thời", " và ", ","):
        at = key.rfind(sign, start, verb)
        if at > start and (sign != "," or verb - at < 80):
            return at
    return verb
