"""Shortfalls: where a sentence starts to say what falls short, and why."""

import re
from collections.abc import Sequence

import msgspec
from msgspec.structs import replace

from camket.reading.matching import Found
from camket.reading.structure.item import Role
from camket.reading.structure.marks import FINDING
from camket.reading.structure.sentences import Sentence
from camket.reading.structure.source import Source
from camket.reading.structure.state import State

_TURN = re.compile(
    r"(?:tuy nhiên|song,|song|nhưng|mặc dù vậy|tuy vậy|bên cạnh những|bên cạnh các|bên cạnh kết quả|bên cạnh đó|trong khi đó|đáng chú ý)(?!\w)"
)
_HEAD = re.compile(
    r"[^.;:,]{0,80}?(?:,\s)?(?::|(?<!\w)(?:như sau|như|đó là|cụ thể là|cụ thể như|gồm)(?!\w)\s?[:,]?)\s*"
)
"""What may stand between the word for shortcomings and the list of them."""
_IS = re.compile(r"(?:\s\w+){0,6}?\slà\s(?!do\s)")
_OVERCOME = re.compile(
    r"(?:khắc phục|tháo gỡ|giải quyết|xử lý|vượt qua|nắm bắt|chia sẻ|trước|rà soát|nguyên nhân|để|nghe)\s(?:\w+\s){0,4}$"
)
_TOLD_OF = re.compile(
    r"(?:còn|gặp|bộc lộ|tồn tại|chỉ ra|chỉ rõ|nêu rõ|nêu|nêu lên|phân tích|thừa nhận|đánh giá|nhìn nhận|là|có)\s(?:\w+\s){0,4}$"
)
_JUDGED = re.compile(
    r"(?:cho thấy|nhận thấy|chỉ ra|chỉ rõ|thừa nhận|nhìn nhận|thể hiện|bộc lộ)(?: rằng| rõ)?(?:,\s|:\s|\s)(?=\w)"
)
"""Verbs of those who find something wanting."""
_DISASTER = re.compile(r"thiệt hại|sạt lở|mưa lũ|(?<!\w)bão(?!\w)|lũ quét|ngập lụt")
_DUE_TO = re.compile(r"\s(?:là )?do(?: các nguyên nhân)?:?\s")
_ABOUT = re.compile(r"\s(?:về|trong|ở|đối với|trên)\s(?:việc:?\s)?")
_TURNED_AGAIN = re.compile(r"(?<!\w)(?:tuy nhiên|song|nhưng)(?!\w),?\s*")
_CAUSE = re.compile(r"(?:của\s[^:,;]{0,60}?)?\s*(?:trên\s|này\s|đó\s)?(?:chủ yếu\s)?(?:là\s)?(?:do\s)?(?::\s*)?")
_NOW = re.compile(r"(?:hiện nay|hiện|đến nay|mặc dù vậy)(?!\w),?\s")
FALLS_SHORT = frozenset(("predicate", "strong", "noun"))
"""Entries of the finding cues that tell a shortcoming; "noun" is a word that is both its name and its predicate."""
_OPENS = frozenset(("opener", "noun"))
_MIN_LENGTH = 12
_OPENING = 120
"""How far into a sentence, in code points, a concession may open it, or a finder's verb stand."""
_REACH = 40

type _Words = Sequence[Found[str]]


class Shortfall(msgspec.Struct, frozen=True, gc=False):
    """``body`` is where the finding, or cause, itself starts."""

    body: int
    role: Role


class ShortfallReader:
    """Tells findings and causes from concessive formulas and from talk about findings."""

    def read(self, source: Source, sentence: Sentence, lead: int, state: State) -> Shortfall | None:
        """What the sentence says falls short, or None."""
        if state.section in ("responses", "petitions"):
            return None
        headed = Shortfall(lead, state.role) if state.headed and state.role in ("finding", "cause") else None
        if not sentence.holds & FINDING:
            return headed
        found = [one for one in source.cues.findings.within(sentence.start, sentence.end) if one.entry != "mask"]
        if not found:
            return headed
        if found[0].entry == "cause" and found[0].start <= lead + 4:
            return _cause(source.key, found[0].end, sentence)
        if _concedes(source, sentence):
            turn = _TURNED_AGAIN.search(source.key, lead, sentence.end)
            found = [one for one in found if turn and one.start >= turn.end()]
            if turn is None or not found:
                return None
            lead, sentence = turn.end(), replace(sentence, start=turn.start())
        return (
            self._opened(source.key, sentence, found)
            or headed
            or self._by_predicate(source, sentence, lead, found, state)
        )

    @staticmethod
    def _opened(key: str, sentence: Sentence, found: _Words) -> Shortfall | None:
        """After words for shortcomings: "còn một số hạn chế như: …"."""
        turned = _TURN.match(key, sentence.start, sentence.end) is not None
        for one in found:
            if one.entry in _OPENS and not _OVERCOME.search(key, max(sentence.start, one.start - _REACH), one.start):
                told = turned or _is_told(key, sentence, one)
                shortfall = _after_opener(key, sentence, one, found, told=told)
                if shortfall is not None:
                    return shortfall
        return None

    @staticmethod
    def _by_predicate(source: Source, sentence: Sentence, lead: int, found: _Words, state: State) -> Shortfall | None:
        """By words that tell a shortcoming themselves: "… còn chậm"."""
        key = source.key
        predicates = [one for one in found if one.entry in FALLS_SHORT]
        if not predicates or _DISASTER.search(key, sentence.start, sentence.end):
            return None
        if state.role in ("directive", "petition", "own_task") and source.cues.tasks.at(lead) is not None:
            return None
        judged = _JUDGED.search(key, sentence.start, min(sentence.start + _OPENING, predicates[0].start))
        if judged is not None:
            return Shortfall(judged.end(), "finding")
        if _TURN.match(key, sentence.start, sentence.end) or (state.finding and sentence.marked):
            return Shortfall(lead, "finding")
        strong = next((one for one in predicates if one.entry == "strong"), None)
        if strong is not None and (state.finding or _is_main(source, lead, strong, state)):
            now = _NOW.match(key, lead, sentence.end)
            return Shortfall(now.end() if now else lead, "finding")
        return None


def _cause(key: str, start: int, sentence: Sentence) -> Shortfall | None:
    match = _CAUSE.match(key, start, sentence.end)
    body = match.end() if match else start
    return Shortfall(body, "cause") if sentence.end - body > _MIN_LENGTH else None


def _concedes(source: Source, sentence: Sentence) -> bool:
    openers = source.cues.openers.within(sentence.start, min(sentence.end, sentence.start + _OPENING))
    return any(one.entry == "concession" for one in openers)


def _is_told(key: str, sentence: Sentence, opener: Found[str]) -> bool:
    """Whether somebody says that there are such shortcomings, or the sentence opens with the word for them."""
    if opener.start <= sentence.start + 4 or key.startswith(("còn ", "vẫn còn "), opener.start):
        return True
    return _TOLD_OF.search(key, max(sentence.start, opener.start - _REACH), opener.start) is not None


def _after_opener(key: str, sentence: Sentence, opener: Found[str], found: _Words, *, told: bool) -> Shortfall | None:
    head = _HEAD.match(key, opener.end, sentence.end)
    listed = head is not None and key[head.end() - 2 : head.end()].strip().endswith(":")
    if not (told or listed):
        return None
    if head and sentence.end - head.end() > _MIN_LENGTH:
        return Shortfall(head.end(), "finding")
    if (why := _DUE_TO.match(key, opener.end, sentence.end)) and sentence.end - why.end() > _MIN_LENGTH:
        return Shortfall(why.end(), "cause")
    for lead_in in (_ABOUT, _IS):
        about = lead_in.match(key, opener.end, sentence.end)
        if about and any(one.entry in FALLS_SHORT and one.start > about.end() for one in found):
            return Shortfall(about.end(), "finding")
    return None


def _is_main(source: Source, lead: int, predicate: Found[str], state: State) -> bool:
    """Whether a strong predicate is what a sentence of an evaluation says of its subject."""
    if state.role != "plain" or state.section not in ("results", "conclusion"):
        return False
    between = source.key[lead : predicate.start]
    return 2 <= between.count(" ") <= _SUBJECT_WORDS and not _SUBORDINATE.search(between)


_SUBJECT_WORDS = 14
_SUBORDINATE = re.compile(
    r"[,;:]|(?<!\w)(?:^trước|mà|những|để|khi|nếu|do|vì|đã|được|hộ|người|trường hợp|sẽ|tháo gỡ|khắc phục)(?!\w)"
)
