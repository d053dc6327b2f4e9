"""Own tasks: where a unit says what it will do, by itself and by no order."""

import re

from camket.reading.lexing.sought import Head
from camket.reading.matching import Found
from camket.reading.structure.item import Governor
from camket.reading.structure.marks import OPENER
from camket.reading.structure.modals import ModalReader
from camket.reading.structure.sentences import Sentence
from camket.reading.structure.source import Source
from camket.reading.structure.state import State
from camket.reading.structure.stretch import Stretch

_MEANT = re.compile(r"nhiệm vụ|mục tiêu|chỉ tiêu|giải pháp|kế hoạch|phương hướng|do ")
_LEAD = 60
"""How far into a sentence, in code points, the words may stand that open a time to come."""
_COLON_WITHIN = 160
_SPAN = Head(
    r"(?:trong |bước vào )?(?:nhiệm kỳ|nhiệm kì|giai đoạn|năm)\s(?P<first>20\d\d)(?:\s?[-–]\s?(?P<last>20\d\d))?(?=,|\s)"
)
_WILL = re.compile(r"(?<!\w)(?:sẽ|phấn đấu|quyết tâm)(?!\w)")
_DONE = re.compile(r"(?<!\w)(?:đã|ước|đạt)(?!\w)")
_RESOLVES = frozenset(("xác định", "thống nhất"))
"""Verbs of resolving to do what follows."""


class OwnTaskReader:
    """Recognises plans by the time to come, or the list of tasks, that opens them."""

    def __init__(self, modals: ModalReader) -> None:
        self._modals = modals

    def read(self, source: Source, sentence: Sentence, lead: int, state: State) -> Stretch | None:
        """The sentence as a plan, or None."""
        opener = (self._opener(source, sentence, lead) if sentence.holds & OPENER else None) or _time_to_come(
            source, sentence, lead
        )
        body = self._first_task(source, opener, sentence) if opener else -1
        if opener is None or body < 0 or _DONE.search(source.key, opener.end, body):
            return None
        phrase = self._modals.owner_before(source, opener.end, body)
        owner = source.words(phrase.start, phrase.end) if phrase else source.unit
        governor = Governor(opener.start, opener.end, "own_task", None, owner, (), None)
        listed = source.key[body - 2] == ":"
        state.role, state.governor, state.open_list, state.headed = "own_task", governor, listed, False
        state.pending = False
        return Stretch(sentence.start, sentence.end, body, "own_task", governor, listed)

    @staticmethod
    def _opener(source: Source, sentence: Sentence, lead: int) -> Found[str] | None:
        for found in source.cues.openers.within(sentence.start, sentence.end):
            if found.entry in ("future", "own_task"):
                return found if found.start - lead <= _LEAD else None
        return None

    @staticmethod
    def _first_task(source: Source, opener: Found[str], sentence: Sentence) -> int:
        key, tasks, start = source.key, source.cues.tasks, opener.end
        colon = key.find(": ", start, sentence.end)
        if 0 <= colon < start + _COLON_WITHIN:
            return colon + 2 if tasks.at(colon + 2) else -1
        for task in tasks.within(start, sentence.end):
            if task.entry == "task" and not source.in_name(task.start):
                near = task.start - start < 2 * _LEAD and not _MEANT.search(key, start, task.start)
                return _past_resolve(source, task) if near and opener.entry == "future" else -1
        return -1


def _time_to_come(source: Source, sentence: Sentence, lead: int) -> Found[str] | None:
    """A year or term to come that opens the sentence: "Nhiệm kỳ 2025 - 2030, …", "Năm 2026, …"."""
    match = _SPAN.match(source.key, lead, sentence.end)
    if match is None:
        return None
    near = min(sentence.end, match.end() + _COLON_WITHIN)
    year, today = int(match["last"] or match["first"]), source.today.year if source.today else None
    ahead = today is not None and year > today
    return Found(lead, match.end(), "future") if ahead or _WILL.search(source.key, match.end(), near) else None


def _past_resolve(source: Source, task: Found[str]) -> int:
    """Past a verb of resolving that only introduces the task."""
    following = source.cues.tasks.at(task.end + 1)
    resolved = source.key[task.start : task.end] in _RESOLVES and following is not None
    return following.start if resolved and following else task.start
