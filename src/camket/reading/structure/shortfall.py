"""Shortfalls: where a sentence starts to say what falls short, and why."""

import re
from typing import NamedTuple

from camket.reading.structure.cues import Cues
from camket.reading.structure.item import Role
from camket.reading.structure.sentences import Sentence
from camket.reading.structure.state import State

_ADVERSATIVE = re.compile(r"(?:tuy nhiên|song|nhưng|bên cạnh (?:đó|những|các)|mặc dù vậy|tuy vậy|ngoài ra|một số|hạn chế|tồn tại|công tác|việc|tiến độ)(?!\w)")
_TURN = re.compile(r"(?:tuy nhiên|song,|nhưng|mặc dù vậy|tuy vậy|bên cạnh những|bên cạnh các|bên cạnh kết quả|bên cạnh đó)(?!\w)")
_AFTER_OPENER = re.compile(
    r"(?:\s(?:và|trong|cần|của|đó|về|chủ yếu|nhất định|còn|khó khăn|cụ thể|tồn tại|hạn chế|vướng mắc|thực hiện|công tác|quá trình|triển khai|sau đây|sau)(?!\w)){0,8}"
    r"[^,:;.]{0,40}?(?:(?:như sau|như|đó là|là|cụ thể là|cụ thể|gồm|sau)\s?[:,]?|:)\s*"
)
_OVERCOME = re.compile(
    r"(?:khắc phục|tháo gỡ|giải quyết|xử lý|vượt qua|nắm bắt|chia sẻ|trước|rà soát|nguyên nhân|để|nghe)\s(?:\w+\s){0,4}$"
)
_TOLD_OF = re.compile(r"(?:chỉ rõ|chỉ ra|làm rõ|nêu|nêu rõ|phân tích|đánh giá|nhìn nhận|báo cáo|gặp|về)\s(?:\w+\s){0,4}$")
_DISASTER = re.compile(r"thiệt hại|sạt lở|mưa lũ|(?<!\w)bão(?!\w)|lũ quét|ngập lụt")
_TOLD = re.compile(r"(?:còn|gặp|bộc lộ|tồn tại|chỉ ra|thừa nhận|đánh giá|nhìn nhận|là|có)\s(?:\w+\s){0,4}$")
_DUE_TO = re.compile(r"\s(?:là )?do(?: các nguyên nhân)?:?\s")
_ABOUT = re.compile(r"\s(?:về|trong|ở|đối với|trên)\s")
_CONCESSION_END = re.compile(r"(?<!\w)(?:tuy nhiên|song|nhưng)(?!\w),?\s*")
_CAUSE = re.compile(r"(?:của\s[^:,;]{0,60}?)?\s*(?:chủ yếu\s)?(?:là\s)?(?:do\s)?(?::\s*)?")
_MIN_LENGTH = 12


class Shortfall(NamedTuple):
    """``body`` is where the finding, or cause, itself starts."""

    body: int
    role: Role


class ShortfallReader:
    """Tells findings and causes from concessive formulas and from talk about findings."""

    def read(self, key: str, sentence: Sentence, lead: int, cues: Cues, state: State) -> Shortfall | None:
        """What the sentence says falls short, or None."""
        found = [one for one in cues.findings.within(sentence.start, sentence.end) if one.entry != "mask"]
        if state.section in ("responses", "petitions"):
            return None
        if not found:
            return Shortfall(lead, state.role) if state.headed and state.role in ("finding", "cause") else None
        if found[0].entry == "cause" and found[0].start <= lead + 4:
            return self._cause(key, found[0].end, sentence)
        if self._concessive(key, sentence, cues):
            turn = _CONCESSION_END.search(key, lead, sentence.end)
            found = [one for one in found if turn and one.start > turn.end()]
            if not turn or not found or found[0].entry == "mask":
                return None
            lead = turn.end()
            sentence = sentence._replace(start=turn.start())
        opened = self._opened(key, sentence, found)
        if opened is not None:
            return opened
        return self._by_predicate(key, sentence, lead, found, cues, state)

    @staticmethod
    def _cause(key: str, start: int, sentence: Sentence) -> Shortfall | None:
        body = _CAUSE.match(key, start, sentence.end).end()  # type: ignore[union-attr]
        return Shortfall(body, "cause") if sentence.end - body > _MIN_LENGTH else None

    @staticmethod
    def _concessive(key: str, sentence: Sentence, cues: Cues) -> bool:
        openers = cues.openers.within(sentence.start, min(sentence.end, sentence.start + 120))
        if not any(one.entry == "concession" for one in openers):
            return False
        return True

    @staticmethod
    def _opened(key: str, sentence: Sentence, found):  # type: ignore[no-untyped-def]
        for one in found:
            if one.entry != "opener" or _OVERCOME.search(key, max(sentence.start, one.start - 40), one.start):
                continue
            turned = _TURN.match(key, sentence.start, sentence.end) is not None
            told = one.start <= sentence.start + 4 or _TOLD.search(key, max(sentence.start, one.start - 40), one.start)
            tail = _AFTER_OPENER.match(key, one.end, sentence.end)
            if not (turned or told) and not (one.entry and key[one.end : one.end + 30].lstrip().startswith(("như:", "đó là:", ":", "sau:", "cụ thể:", "là:"))):
                continue
            if tail and sentence.end - tail.end() > _MIN_LENGTH:
                return Shortfall(tail.end(), "finding")
            if (why := _DUE_TO.match(key, one.end, sentence.end)) and sentence.end - why.end() > _MIN_LENGTH:
                return Shortfall(why.end(), "cause")
            about = _ABOUT.match(key, one.end, sentence.end)
            if about and any(other.entry == "predicate" and other.start > about.end() for other in found):
                return Shortfall(about.end(), "finding")
        return None

    @staticmethod
    def _by_predicate(key: str, sentence: Sentence, lead: int, found, cues: Cues, state: State) -> Shortfall | None:  # type: ignore[no-untyped-def]
        predicates = [one for one in found if one.entry in ("predicate", "strong")]
        if not predicates:
            return Shortfall(lead, state.role) if state.headed and state.role in ("finding", "cause") else None
        if state.headed and state.role in ("finding", "cause"):
            return Shortfall(lead, state.role)
        if state.role in ("directive", "petition", "own_task") and cues.tasks.at(lead) is not None:
            return None
        if _DISASTER.search(key, sentence.start, sentence.end):
            return None
        turned = _TURN.match(key, sentence.start, sentence.end)
        strong = any(one.entry == "strong" for one in predicates)
        if turned or (state.finding and (sentence.marked or strong)):
            return Shortfall(lead, "finding")
        return None

