"""Modals: who "cần" or "phải" do what, without any verb of ordering."""

import re

import msgspec

from camket.reading.lexing.sought import Sought
from camket.reading.structure.bodies import BodyPhrase, BodyReader
from camket.reading.structure.item import Governor
from camket.reading.structure.sentences import Sentence
from camket.reading.structure.source import Source
from camket.reading.structure.state import State

_MODAL = Sought(r"(?<!\w)(?:cần phải|cần|phải|có trách nhiệm|có nhiệm vụ)\s+(?:phải\s+)?")
_NOT_MODAL = re.compile(r"(?:những việc|việc|điều|nội dung|không|chưa|nhu cầu|khi|thiết|vấn đề|nhiệm vụ|cấp)\s$")
_BETWEEN = frozenset(("", "cũng", "sẽ", "phải", "tiếp tục", "trước hết", "nhất định"))
"""What may stand between a body and its verb."""


class Duty(msgspec.Struct, frozen=True, gc=False):
    """Who must, where the text names one, and where what must be done starts."""

    owner: BodyPhrase | None
    body: int


class ModalReader:
    """Finds duties told by a modal verb."""

    def __init__(self, bodies: BodyReader) -> None:
        self._bodies = bodies

    def read(self, source: Source, start: int, sentence: Sentence) -> Duty | None:
        """The first duty of a sentence from ``start`` on."""
        key = source.key
        for match in _MODAL.finditer(key, start, sentence.end):
            if _NOT_MODAL.search(key, max(start, match.start() - 12), match.start()) or match.end() >= sentence.end:
                continue
            owner = self.owner_before(source, start, match.start())
            fronted = key[max(start, match.start() - 2) : match.start()] == ", "
            if owner is not None or fronted or match.start() == start:
                return Duty(owner, match.end())
        return None

    def owner_before(self, source: Source, start: int, verb: int) -> BodyPhrase | None:
        """The body between ``start`` and the verb that is its subject."""
        for found in source.cues.bodies.within(start, verb):
            phrase = self._bodies.read(source.text, source.key, found.start, verb)
            if phrase is not None and source.key[phrase.end : verb].strip() in _BETWEEN:
                return phrase
        return None

    @staticmethod
    def governor(source: Source, duty: Duty, state: State) -> Governor:
        """The duty as an order: of the last speaker, to the owner named or the last one told."""
        last = state.governor.addressee if state.governor and state.governor.role == "directive" else source.unit
        owner = source.words(duty.owner.start, duty.owner.end) if duty.owner else last
        return Governor(
            duty.body, duty.body, "directive", state.speaker.name if state.speaker else None, owner, (), None
        )
