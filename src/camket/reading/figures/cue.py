"""Cues: what the words right before a number make of it."""

import re
from functools import lru_cache
from typing import Literal

from msgspec import Struct

from camket.reading.figures.fragments import OWNER, SMALL
from camket.reading.figures.nearby import Tail, tails_before
from camket.reading.figures.number import Number
from camket.reading.lexing.sought import Sought
from camket.vocabulary.folding import fold

CueKind = Literal["level", "change", "from", "share", "excess", "plan", "rank", "sign"]

# How far back a cue may reach; bounds the search however long a clause is.
_REACH = 56

# "tăng thêm ", "giảm bình quân ", "cao hơn": a change. "tăng lên", "giảm còn" give the level reached instead.
_CHANGE = rf"(?P<direction>(?<!tốc độ )tăng trưởng(?![^,;]{{0,30}}đạt )|tăng|giảm|cao hơn|thấp hơn|nhiều hơn|ít hơn|gấp)(?: (?:{SMALL})){{0,3}}"
_FROM = r"(?:(?:tăng|giảm|nâng|đưa|rút|chuyển|hạ|dịch chuyển)(?: [^\W\d]{1,8}){0,4} )?(?<!\w)từ"
_EXCESS = rf"vượt(?: (?:mục tiêu|chỉ tiêu|kế hoạch|dự toán|thu|so với kế hoạch|{SMALL})){{0,3}}"
_SHARE = rf"(?:ước |mới |chỉ |cơ bản )?(?:đạt|bằng|tương đương|tương ứng|hoàn thành|chiếm|thực hiện|được)(?: (?:{SMALL})){{0,3}}"
_PLANS = (
    r"(?:kế hoạch|kh|chỉ tiêu|mục tiêu|nghị quyết|nq|dự toán)"
    r"(?: (?:là|giao|đề ra|cả năm|năm|năm \d{4}|của|tỉnh|huyện|đặt ra|trồng|phải đạt|đạt|nhiệm kỳ"
    r"|nghị quyết)){0,4}"
)
_PLAN_CUE = rf"(?<!so với )(?<!vượt )(?<!đạt )(?<!\w)(?P<plan>(?P<plan_owner>{OWNER}) giao(?: [^\W\d_]{{1,9}}){{0,4}}|{_PLANS})[ :]*"
_RANK = r"(?:(?:đứng|xếp|giữ)(?: (?:vị trí|hạng|ở))*(?: thứ)?|(?:hạng|vị trí)(?: thứ)?)"
_CUE = Tail(
    rf"(?:(?<!\w)(?P<rank>{_RANK})|(?<!\w)(?P<change>{_CHANGE})|(?P<source>{_FROM})"
    rf"|(?<!\w)(?P<excess>{_EXCESS})|(?<!\w)(?P<share>{_SHARE}))"
)
_LETTERS = re.compile(r"(?<![^\W\d_])[^\W\d_]+\Z")
_SYLLABLES = frozenset(re.findall(r"[^\W\d_]+", _CUE.pattern.pattern))
# Before the one any words may stand; what the other means depends on the words before it.
_OPEN = frozenset(map(fold, ("từ", "trưởng")))
_PLAN_BEFORE = Sought(rf"{_PLAN_CUE}\Z")
_PLANNED = Tail(_PLANS, "[ :]*").bit
_SET = fold("giao")
_SIGN = re.compile(r"(?:^|[\s(;,])(?P<sign>[+-]) ?\Z")
_SIGNS = frozenset(("+", "-"))
_FALLS = frozenset({"giảm", "thấp hơn", "ít hơn"})


class Cue(Struct, frozen=True, gc=False):
    """What a number is by the words before it, and where those words begin; ``sign`` is that of a change."""

    kind: CueKind
    start: int
    sign: int = 1
    owner: str | None = None


def cue_before(key: str, floor: int, number: Number) -> Cue:
    """Return what the words in key[floor:] before a number make of it."""
    start = number.digits
    origin = max(floor, start - _REACH)
    left = key[origin:start]
    if (left[-2:-1] if left[-1:] == " " else left[-1:]) in _SIGNS and (signed := _SIGN.search(left)) is not None:
        return Cue("sign", origin + signed.start("sign"), -1 if signed["sign"] == "-" else 1)
    if not _bits(key, number) & _CUE.bit:
        return Cue("level", start)
    first = _first_syllable(left)
    cue = _cued(left[max(first - 1, 0) :]) if first else _cue(left)
    return Cue("level", start) if cue is None else Cue(cue.kind, start + cue.start, cue.sign)


def _bits(key: str, number: Number) -> int:
    """What may end right before the digits of a number, past the qualifiers that it begins with."""
    return number.before if number.digits == number.start else tails_before(key, number.digits)


def _first_syllable(words: str) -> int:
    """Where the syllables begin at the end of ``words`` that cues are made of; 0 where a cue may hold any others."""
    end = len(words.rstrip(" "))
    while end > 0:
        at = words.rfind(" ", 0, end) + 1
        syllable = words[at:end]
        if syllable not in _SYLLABLES:
            if syllable.isalpha():
                return end + 1
            signless = _LETTERS.search(syllable)
            return end + 1 if signless is None or signless.group() not in _SYLLABLES else at + signless.start()
        if syllable in _OPEN:
            return 0
        end = at - 1
    return 0


def plan_before(key: str, floor: int, number: Number) -> Cue | None:
    """Return the cue of a planned figure that leads up to a number: "(kế hoạch là ", "tỉnh giao kết nạp "."""
    start = number.digits
    origin = max(floor, start - _REACH)
    if not _bits(key, number) & _PLANNED and key.find(_SET, origin, start) < 0:
        return None
    match = _PLAN_BEFORE.search(key, origin, start)
    if (
        match is None
        or match.end() != start
        or not (match.start() == floor or key[origin : match.start()].rstrip().endswith(("(", ",", ";", "so với")))
    ):
        return None
    return Cue("plan", match.start("plan"), owner=match["plan_owner"])


@lru_cache(maxsize=4096)  # the words right before a number are nearly always the same few
def _cued(words: str) -> Cue | None:
    """The cue that ends ``words``, whose first letter only stands before it."""
    return _cue(words)


def _cue(words: str) -> Cue | None:
    """The cue that ends ``words``; its start is counted from their end."""
    match = _CUE.search(words, 0, len(words))
    if match is None:
        return None
    if match["change"]:
        return Cue("change", match.start("change") - len(words), -1 if match["direction"] in _FALLS else 1)
    start = match.start() - len(words)
    if match["source"]:
        return Cue("from", start)
    return Cue("excess" if match["excess"] else "rank" if match["rank"] else "share", start)
