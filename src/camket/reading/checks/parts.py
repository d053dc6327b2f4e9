"""Parts: the lists and brackets that tell what a figure is made of, read from the numbers themselves.

A list is read without asking which rule found its figures: a whole, a word that opens a list ("gồm", "trong đó"), or
a bracket, and one number of the same things in each piece. What cannot be read so is no list of parts.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

from msgspec.structs import replace

from camket.reading.checks.evidence import Evidence
from camket.reading.checks.printed import Printed, sane
from camket.reading.lexing.patterns import folded
from camket.reading.lexing.tokens import Quantity
from camket.vocabulary.folding import fold

Opening = Literal["bracket", "all", "among_colon", "among"]
"""A bracket; "gồm" (all of it); "trong đó:" (mostly all of it); "trong đó", "trong đó có" (some of it)."""

MAX_PARTS = 70
_REACH = 90  # from the whole to the word that opens the list
_COMMENTS = 4  # percentages between them ("đạt 95% kế hoạch, tăng 3%")
_BRACKETED = 300
_LONGEST = 900
_SHORTEST = 3

_OPENING_WORDS = ("(", *map(fold, ("gồm", "trong đó", "cụ thể")))
_OPENER = folded(
    r"\(|(?<!\w)(?:(?P<all>gồm có|gồm)|(?P<among>trong đó(?:,? có)?|cụ thể(?: là)?))(?!\w)(?P<colon>\s?:)?,?"
)
_GAP = folded(r"[^.;:()\d\n]*(?:số \d{1,3}[^.;:()\d\n]*)?[.;]?\s{0,3}\(?")
_COMMENTED = re.compile(r"[^.;:()\n]*(?:\d\.\d[^.;:()\n]*)*;?\s?\(?")
_SEPARATOR = folded(r"\([^()]{0,300}\)|;|,(?=\s)|\svà\s")
_DIGIT = re.compile(r"\d")
_BARE = folded(r"\s?(?:[;,.)(…]|\n|$|và\s|do\s|bị\s|tại\s|ở\s)")
_NOUN = re.compile(r"\s([^\W\d_]+)")
_PROPER = folded(
    r"(?<!\w)(?:điều|khoản|số|thứ|đợt|khóa|kỳ|tuyến|quốc lộ|ql|tỉnh lộ|đoạn|năm|tháng|ngày|lần|quý|mục)\s$"
)
# in the text itself: "bằng" compares, Cao Bằng is a place
_NOT_PART = re.compile(
    r"(?<!\w)(?:tăng|giảm|so với|kế hoạch|vượt|bằng|chỉ tiêu|mục tiêu|đạt|chiếm|hơn|trên tổng|tỉ lệ|tỷ lệ|cùng kì|cùng kỳ|"
    r"còn(?! lại)|lũy kế|luỹ kế|bình quân|từ(?=\s\d))(?!\w)|[%/]"
)
_VERB = folded(r"(?<!\w)(?:đạt|là|có|được)\s$")
_COMMENT = folded(r"\s?(?:ước )?(?:tăng|giảm|đạt|bằng|chiếm|vượt|so với)(?!\w)")
_NESTED = folded(r"(?<!\w)(?:trong đó|bao gồm|gồm|riêng)(?!\w)")
_EACH = folded(r"(?<!\w)(?:mỗi|đều|cùng có|lần lượt)(?!\w)")
_REST = folded(r"(?<!\w)(?:còn lại|số còn)(?!\w)")
_UNFINISHED = folded(
    r"\.\.\.|…|(?<!\w)(?:chưa (?:tính|kể|bao gồm|có số liệu|thống kê)|không (?:tính|kể)|nhất là|như|chủ yếu|"
    r"nhiều nhất|nặng nhất|lớn nhất|cao nhất|điển hình|v\.v)(?!\w)"
)
_AND = fold("và")
_CROSSING = folded(
    r"(?<!\w)(?:nữ|dân tộc|dtts|tôn giáo|trẻ em|cao tuổi|có công|chính sách|thanh niên|đoàn viên|đại học|thạc sĩ|"
    r"trình độ|tuổi|trở lên|đảng viên|xuất sắc|khuyết tật|biên giới|khó khăn|nông thôn mới|an toàn khu)(?!\w)"
)


@dataclass(slots=True)
class Parts:
    """What a list tells of ``whole``, whose words end at ``whole_end``.

    ``key[start:end]`` are the list's words. ``strict`` is false where something in it was passed over, ``rest`` where
    it tells of a rest; ``joined`` where "và" ends it; ``groups`` tells in which stretch between semicolons each part
    stands.
    """

    token: Quantity
    whole: Printed
    whole_end: int
    opening: Opening
    key: str
    start: int
    end: int
    rest: bool = False
    strict: bool = True
    joined: bool = False
    parts: list[Printed] = field(default_factory=list)
    groups: list[int] = field(default_factory=list)

    @property
    def unfinished(self) -> bool:
        """Whether the list says that it goes on."""
        return self.rest or _UNFINISHED.search(self.key, self.start, min(self.end + 3, len(self.key))) is not None

    @property
    def crossing(self) -> bool:
        """Whether its parts may share members (women, members of the Party)."""
        return _CROSSING.search(self.key, self.start, self.end) is not None


def lists(evidence: Evidence) -> Iterator[Parts]:
    """Every list of parts in the document, in order; a list within a bracket of another is read for itself."""
    key, before = evidence.scan.key, None
    for found in _openers(key):
        opening = _opening(found)
        if opening == "bracket" and _OPENER.match(key, found.end()):
            continue  # "(trong đó ...": the word says more than the bracket
        # a second bracket right after a first one tells of the same whole
        again = before is not None and opening == "bracket" and 0 <= found.start() - before[1] <= 2
        whole = (before[0], True) if again and before else _whole(evidence, found.start())
        if whole is None:
            continue
        token, plain = whole
        end = _end(evidence, found)
        if opening == "bracket" and end > found.end():
            before = (token, end + 1)
        listed = _read(evidence, token, found, opening, end)
        if listed is not None:
            listed.strict = listed.strict and plain
            yield listed


def _openers(key: str) -> Iterator[re.Match[str]]:
    """Every word or bracket that may open a list, in order."""
    # to look for four words one after the other is ten times as fast as to look for any of them
    at: list[int] = []
    for word in _OPENING_WORDS:
        start = key.find(word)
        while start >= 0:
            at.append(start)
            start = key.find(word, start + len(word))
    return (found for start in sorted(at) if (found := _OPENER.match(key, start)))


def _opening(found: re.Match[str]) -> Opening:
    if found["all"]:
        return "all"
    if found["among"]:
        return "among_colon" if found["colon"] else "among"
    return "bracket"


def _whole(evidence: Evidence, at: int) -> tuple[Quantity, bool] | None:
    """The number that a list opened at ``at`` is of, and whether nothing but words stands between them.

    It is the last one before the list, brackets and percentages that comment on it aside.
    """
    key, here = evidence.scan.key, at
    first = max(0, at - 3)
    close = first + len(key[first:at].rstrip(" ,;"))
    if close and key[close - 1] == ")":
        here = max(key.rfind("(", max(0, close - _BRACKETED), close), 0)
    token, comments, passed = evidence.scan.quantities.before(here), 0, 0
    while token is not None and passed < _COMMENTS and (token.unit == "%" or _named(evidence, token)):
        comments, passed = comments + (token.unit == "%"), passed + 1
        token = evidence.scan.quantities.before(token.start)
    if token is None or token.end > here or here - token.end > _REACH or not _countable(evidence, token):
        return None
    between = _COMMENTED if passed else _GAP
    return (token, not comments) if between.fullmatch(key, token.end, here) else None


def _countable(evidence: Evidence, token: Quantity) -> bool:
    if token.value is None or not sane(token.value) or token.unit in {"%", "lần", "điểm %"}:
        return False
    if token.unit is not None:
        return True
    return not _named(evidence, token) and _noun(evidence, token) is not None


def _named(evidence: Evidence, token: Quantity) -> bool:
    """Whether a number is part of a name: "bão số 12", "quốc lộ 6"."""
    if token.unit is not None:
        return False
    return _PROPER.search(evidence.scan.key, max(0, token.start - 12), token.start) is not None


def _noun(evidence: Evidence, token: Quantity) -> str | None:
    """The first syllable of what a number without a known unit counts."""
    found = _NOUN.match(evidence.scan.key, token.end)
    return found[1] if found else None


def _end(evidence: Evidence, found: re.Match[str]) -> int:
    """Where a list ends: its bracket, or its sentence."""
    key, start = evidence.scan.key, found.end()
    if found.group() == "(" or key.endswith("(", 0, found.start()):
        end = key.find(")", start, start + _LONGEST)
        inner = key.find("(", start, end) if end >= 0 else -1
        return end if inner < 0 else start
    return evidence.sentence_end(start)


def _read(evidence: Evidence, token: Quantity, found: re.Match[str], opening: Opening, end: int) -> Parts | None:
    start = found.end()
    if not _SHORTEST <= end - start <= _LONGEST:
        return None
    whole = _printed(evidence, token, token.unit)
    if whole is None:
        return None
    whole = replace(whole, exact=whole.exact and not token.qualifiers)
    key = evidence.scan.key
    listed = Parts(token, whole, found.start(), opening, key, start, end)
    group, sign = 0, ""
    for first, last, next_sign in _pieces(key, start, end):
        if not _take(evidence, listed, first, last, sign, group):
            break
        group, sign = group + (next_sign == ";"), next_sign
    return listed if listed.parts else None


def _pieces(key: str, start: int, end: int) -> Iterator[tuple[int, int, str]]:
    """The stretches between separators outside brackets, each with the separator after it."""
    for found in _SEPARATOR.finditer(key, start, end):
        sign = found.group().strip()
        if sign.startswith("("):
            continue
        yield start, found.start(), sign
        start = found.end()
    yield start, end, ""


def _take(evidence: Evidence, listed: Parts, first: int, last: int, sign: str, group: int) -> bool:
    """Add the part that a piece tells, if it tells one; False where the list ends."""
    key, tokens = evidence.scan.key, _tokens(evidence, first, last)
    if not tokens:
        listed.rest = listed.rest or _REST.search(key, first, last) is not None
        if _DIGIT.search(key, first, last):
            listed.strict = False
        return True
    if listed.parts and _COMMENT.match(key, first, last) and all(one.unit == "%" for one in tokens):
        return True
    part = _part(evidence, listed, tokens[0], first, last) if len(tokens) == 1 else None
    if part is None and not listed.parts:
        return False  # a list that does not begin with a part is none
    if _NESTED.search(key, first, last) or _EACH.search(key, first, last):
        listed.strict = False
    if part is None:
        # a new clause after ";" ends the list; other words within it make it one that is only half understood
        ended = sign == ";" and len(listed.parts) > 1 and all(one.unit != listed.token.unit for one in tokens)
        listed.strict = listed.strict and ended
        return not ended
    listed.parts.append(part)
    listed.groups.append(group)
    listed.joined = sign == _AND
    return len(listed.parts) < MAX_PARTS


def _tokens(evidence: Evidence, first: int, last: int) -> tuple[Quantity, ...]:
    """The numbers of a piece outside its brackets, or else the one inside ("Nà Sáy (42)")."""
    key, tokens = evidence.scan.key, evidence.scan.quantities.within(first, last)
    if key.find("(", first, last) < 0:
        return tokens
    outside = tuple(one for one in tokens if key.rfind("(", first, one.start) <= key.rfind(")", first, one.start))
    return outside or tokens


def _part(evidence: Evidence, listed: Parts, token: Quantity, first: int, last: int) -> Printed | None:
    """The number of a piece, if it counts the same things as the whole and nothing is said of it but what it is."""
    text = evidence.scan.document.text
    if token.value is None or token.qualifiers or not _same_things(evidence, listed, token):
        return None
    verb = _VERB.search(evidence.scan.key, first, token.start)
    if _NOT_PART.search(text, first, verb.start() if verb else token.start) or _NOT_PART.search(text, token.end, last):
        return None
    if evidence.scan.dates.within(first, last) or evidence.scan.fractions.within(first, last):
        return None
    if evidence.scan.periods.within(first, last):
        listed.strict = False  # other years are told to compare with as often as to add up
    part = _printed(evidence, token, listed.token.unit)
    return part if part is not None and part.exact else None


def _printed(evidence: Evidence, token: Quantity, unit: str | None) -> Printed | None:
    printed = evidence.number(token.start, token.end, token.value, unit)
    if printed is not None and unit is None and printed.value == printed.value.to_integral_value():
        return replace(printed, half=printed.half * 0)  # what has a noun but no unit of measure is counted
    return printed


def _same_things(evidence: Evidence, listed: Parts, token: Quantity) -> bool:
    if listed.token.unit is None:
        return token.unit is None and _noun(evidence, token) == _noun(evidence, listed.token)
    if token.unit is None:
        # a bare "1,2" may stand for tỷ or nghìn ha; only plain numbers may leave their unit out
        plain = listed.whole.half * 2 <= 1
        return plain and _BARE.match(evidence.scan.key, token.end) is not None
    return token.unit == listed.token.unit
