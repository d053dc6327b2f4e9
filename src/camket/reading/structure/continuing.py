"""Continuing: whether a sentence without a governing verb of its own goes on asking, ordering or planning."""

import re

from camket.reading.lexing.sought import Head
from camket.reading.structure.bodies import BodyReader
from camket.reading.structure.connectives import past_modal, skip
from camket.reading.structure.modals import ModalReader
from camket.reading.structure.sentences import Sentence
from camket.reading.structure.source import Source
from camket.reading.structure.state import State

_FRONTED = Head(r"(?:nếu|đối với|về|riêng|để|trong|với|trên cơ sở|từ nay|khi|trường hợp)(?!\w)")
_CONDITION = re.compile(r"(?:nếu|trường hợp|khi)(?!\w)")
_SUBJECT = Head(r"(?:về việc|v/v)\s?:?\s")
"""How a form names what is asked for."""
_TITLE_LENGTH = 120


class ContinuationReader:
    """Follows a governor from sentence to sentence."""

    def __init__(self, bodies: BodyReader, modals: ModalReader) -> None:
        self._bodies, self._modals = bodies, modals

    def body(self, source: Source, sentence: Sentence, lead: int, state: State) -> int:
        """Where the governed wording starts; -1 where nothing governs the sentence."""
        key = source.key
        if names_subject(source, sentence, state) and (subject := _SUBJECT.match(key, lead, sentence.end)):
            return subject.end()
        if sentence.first and not sentence.marked and not state.awaiting and _stands_alone(key, sentence):
            return -1
        task = source.cues.tasks.at(lead)
        if task is not None:
            return lead if task.entry == "task" else past_modal(key, lead, sentence.end)
        if state.open_list and (sentence.marked or state.headed or state.awaiting):
            return self._listed(source, sentence, lead, state)
        if _FRONTED.match(key, lead, sentence.end):
            return self._fronted(source, sentence, lead, state)
        return self._subject_first(source, sentence, lead, state)

    def _listed(self, source: Source, sentence: Sentence, lead: int, state: State) -> int:
        phrase = self._bodies.read(source.text, source.key, lead, sentence.end) if state.awaiting else None
        told = phrase and phrase.rank and phrase.rank < 4 and source.cues.tasks.at(skip(source.key, phrase.end)) is None
        return -1 if told else lead

    def _fronted(self, source: Source, sentence: Sentence, lead: int, state: State) -> int:
        if _CONDITION.match(source.key, lead, sentence.end):
            return lead
        duty = self._modals.read(source, lead, sentence)
        return duty.body if duty else self._after_topic(source, sentence, lead, state)

    def _after_topic(self, source: Source, sentence: Sentence, lead: int, state: State) -> int:
        """Where an order starts that a topic stands before: "Về công tác A, tập trung …"."""
        comma = source.key.find(", ", lead, sentence.end)
        if comma < 0 or state.role != "directive":
            return -1
        if source.cues.tasks.at(comma + 2) is not None:
            return lead
        return self._after_subject(source, sentence, comma + 2)

    def _subject_first(self, source: Source, sentence: Sentence, lead: int, state: State) -> int:
        if state.role == "petition":
            return lead if self._after_subject(source, sentence, lead) >= 0 else -1
        duty = self._modals.read(source, lead, sentence)
        return duty.body if duty else self._after_subject(source, sentence, lead)

    def _after_subject(self, source: Source, sentence: Sentence, start: int) -> int:
        """Past a body that a task follows; -1 where none does."""
        phrase = self._bodies.read(source.text, source.key, start, sentence.end)
        after = skip(source.key, phrase.end) if phrase else -1
        return after if phrase and source.cues.tasks.at(after) else -1


def names_subject(source: Source, sentence: Sentence, state: State) -> bool:
    """Whether a form names here what is asked for: "Về việc …" under "Thông tin ý kiến"."""
    headed = state.role == "petition" and state.headed
    return headed and _SUBJECT.match(source.key, sentence.start, sentence.end) is not None


def _stands_alone(key: str, sentence: Sentence) -> bool:
    """Whether a short line without a full stop stands alone, as a title between paragraphs does."""
    end = sentence.end
    return end - sentence.start < _TITLE_LENGTH and (end >= len(key) or key[end] == "\n")
