"""Sections: which part of the document a sentence opens, and what that changes for those after it."""

import re
from collections.abc import Iterator
from typing import cast

from camket.reading.lexing.sought import Sought
from camket.reading.structure.bodies import PERSON_NAME, BodyReader
from camket.reading.structure.headings import Heading
from camket.reading.structure.item import Governor, Role
from camket.reading.structure.marks import FUTURE, REACHED, TARGETS, Mark
from camket.reading.structure.sentences import Sentence
from camket.reading.structure.source import Source
from camket.reading.structure.speakers import DISTRICT, Speaker
from camket.reading.structure.speech import SpeechReader
from camket.reading.structure.state import State

_TARGETS = Sought(
    r"(?:đề ra|đặt ra|xác định|với|giao|thông qua|phấn đấu)[^.;:]{0,40}(?:mục tiêu|chỉ tiêu)[^.;:]{0,80}:"
    r"|(?:một số|các|những)\s(?:chỉ tiêu|mục tiêu)[^.;:]{0,60}(?:là|như sau|gồm|cụ thể)?\s?:"
    r"|(?<!đã )(?:đề ra|đặt ra) (?:các|một số|những) (?:chỉ tiêu|mục tiêu)[^.;:]{0,80}(?:trong đó|gồm|như là)"
    r"|mục tiêu (?:đến năm|năm|tổng quát|cụ thể)"
)
_TOLD = Sought(r"(?<!\w)(?:đến nay|so với cùng kì|so cùng kì|đã (?!đề ra|đặt ra|xác định|thông qua)|ước đạt)(?!\w)")
_MEETING = Sought(
    r"làm việc (?:với|tại)|hội nghị|kỳ họp|phiên họp|kì họp|đại hội|buổi làm việc|chủ trì|tiếp xúc cử tri|giao ban"
)
_NOUN_USE = re.compile(r"(?:việc|công tác|tiến độ|chất lượng|nội dung|nhằm|hoạt động)\s$")
_VOTERS = "cử tri"
_PASSING = frozenset(("praise", "topic", "response", "progress"))
"""Roles that end with their paragraph where no heading or list keeps them."""
_POST_WITHIN = 120
_JUDGED_WITHIN = 260


class SectionReader:
    """Follows a document through its parts."""

    def __init__(self, bodies: BodyReader, speech: SpeechReader) -> None:
        self._bodies, self._speech = bodies, speech

    @staticmethod
    def enter_heading(source: Source, heading: Heading, state: State) -> None:
        """A heading opens a part, or names who owes what follows."""
        if heading.part is not None:
            state.enter(heading.part.section, cast("Role", heading.part.role), headed=True)
        if heading.owner is not None and heading.owner.lower().startswith(_VOTERS):
            state.enter("petitions", "petition", headed=True)
            state.governor = Governor(heading.start, heading.end, "petition", heading.owner, None, (), None)
            return
        if heading.owner is None or state.section not in ("conclusion", "other", "opening", "petitions"):
            return
        owner = source.in_full(heading.owner)
        if state.section == "petitions" and state.role == "petition" and state.headed:
            state.governor = Governor(heading.start, heading.end, "petition", source.unit, owner, (), None)
            return
        speaker = state.speaker.name if state.speaker else None
        strength = state.governor.strength if state.governor else None
        state.section, state.role, state.open_list = "conclusion", "directive", True
        state.governor = Governor(heading.start, heading.end, "directive", speaker, owner, (), strength)

    @staticmethod
    def marks(key: str) -> Iterator[Mark]:
        """Where words may begin that set aims, or tell what was reached."""
        for pattern, bit in ((_TARGETS, TARGETS), (_TOLD, REACHED)):
            for place in pattern.places(key):
                yield place, place, bit

    @staticmethod
    def open_paragraph(source: Source, sentence: Sentence, state: State) -> None:
        """What the paragraph before left in force ends, unless a list or heading keeps it."""
        if (
            state.section == "opening"
            and sentence.kind != "title"
            and not _MEETING.search(source.key, sentence.start, sentence.end)
        ):
            state.section = "results"
        if sentence.paragraph == state.paragraph:
            return
        state.paragraph = sentence.paragraph
        if not (sentence.marked or state.headed or state.open_list):
            state.finding = False
            state.future = state.future and state.headed
            if state.role in _PASSING:
                state.role = "plain"

    @staticmethod
    def future(source: Source, sentence: Sentence, state: State) -> bool:
        """Whether the sentence's figures are still to be reached."""
        if sentence.holds & TARGETS and _TARGETS.search(source.key, sentence.start, sentence.end):
            state.future = True
        elif sentence.holds & REACHED and not state.headed and _TOLD.search(source.key, sentence.start, sentence.end):
            return False
        return state.future or sentence.holds & FUTURE > 0

    def enter_part(self, source: Source, sentence: Sentence, state: State) -> None:
        """Words inside a sentence open a part: "Kết luận buổi làm việc, đồng chí …"."""
        found = source.cues.parts.within(sentence.start, sentence.end)
        for one in sorted(found, key=lambda one: one.entry.section != "conclusion"):
            part = one.entry
            words = source.key[one.start : one.end]
            answers = part.section == "responses"
            if answers and not _is_answered(source, sentence, one.start, words, state):
                continue
            if part.section == "conclusion":
                state.speaker = (
                    self._speaker_after(source, one.end, sentence)
                    or self._speech.subject(source, sentence.start, one.start, state.speaker)
                    or state.speaker
                )
                if state.section == "responses" and "kết luận" not in words:
                    continue
            state.enter(part.section, cast("Role", part.role), headed=False)
            return

    def enter_judgement(self, source: Source, sentence: Sentence, state: State) -> None:
        """A superior who praises or finds fault has begun to conclude, whether or not the text says so."""
        if state.section not in ("results", "opening"):
            return
        for found in source.cues.openers.within(sentence.start, min(sentence.end, sentence.start + _JUDGED_WITHIN)):
            if found.entry in ("praise", "judgement"):
                speaker = self._speech.subject(source, sentence.start, found.start, state.speaker)
                above = source.about.rank if source.about else DISTRICT
                if speaker is not None and speaker.rank is not None and speaker.rank >= above:
                    state.speaker = speaker
                    state.enter("conclusion", "praise", headed=False)
                return

    def _speaker_after(self, source: Source, start: int, sentence: Sentence) -> Speaker | None:
        """Who concludes, where the name follows the words that open the conclusion."""
        text = source.text
        verb = next((one.start for one in source.cues.governors.within(start, sentence.end) if one.entry), sentence.end)
        for found in source.cues.bodies.within(start, verb):
            if found.entry == "title" and (name := PERSON_NAME.match(text, found.end + 1, sentence.end)):
                return Speaker(name.group(), self._rank_after(source, name.end(), sentence.end))
            phrase = self._bodies.read_one(text, source.key, found.start, sentence.end)
            if phrase is not None and phrase.rank is not None:
                spaced = text[phrase.end : phrase.end + 1] == " "
                held = PERSON_NAME.match(text, phrase.end + 1, sentence.end) if spaced else None
                return Speaker(held.group() if held else text[phrase.start : phrase.end], phrase.rank)
        return None

    def _rank_after(self, source: Source, start: int, end: int) -> float | None:
        """The rank of the post that follows a name, set off from it; what the person speaks of is no post."""
        if not source.key.startswith((",", " -", "-", " ("), start):
            return None
        for found in source.cues.bodies.within(start, min(end, start + _POST_WITHIN)):
            phrase = self._bodies.read_one(source.text, source.key, found.start, end)
            if phrase is not None and phrase.rank is not None:
                return phrase.rank
        return None


def _is_answered(source: Source, sentence: Sentence, start: int, words: str, state: State) -> bool:
    """Whether words of answering answer a petition: they say what follows, or one was told of."""
    if _NOUN_USE.search(source.key, max(sentence.start, start - 14), start):
        return False
    if words.endswith("như sau") or state.section in ("petitions", "responses"):
        return True
    return source.key.find("kiến nghị", sentence.start, sentence.end) >= 0
