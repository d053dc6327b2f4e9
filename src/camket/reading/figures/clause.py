"""Clauses: the noun phrase before a number, from where its clause begins to the linking words."""

import re
from collections.abc import Sequence

from camket.reading.figures.draft import Name
from camket.reading.figures.linking import REACH as LINKING_REACH
from camket.reading.figures.linking import links_end
from camket.reading.figures.nearby import beginning, heads_after
from camket.reading.figures.region import Region
from camket.reading.figures.words import load_words
from camket.reading.lexing.patterns import any_of, folded
from camket.reading.lexing.tokens import PeriodMention
from camket.reading.scan import Scan
from camket.vocabulary.folding import fold

_WORDS = load_words()
REACH = 220
"""A label is looked for this far back."""
_LEAD_INS = folded(
    rf"(?:(?:{any_of(_WORDS.lead_ins)})(?!\w)(?! ?\d)"
    rf"|(?:trong|đến|vào) (?=(?:tháng|năm|quý|vụ|nhiệm|cuối|đầu)(?!\w))|[ ,:;.()+*\"'-]|\d{{1,2}}[.)] )+"
)
_OPENING = beginning((*_WORDS.lead_ins, *map(fold, ("trong ", "đến ", "vào "))))
_BOUNDARY = re.compile(r"[,;:(\n.](?!\d)")
_NOUN_WORDS = 3
_LONG_NOUN = 6
_TAIL_WORDS = 2
_VERBAL = folded(
    r"(?<!\w)(?:được|bị|đạt|tăng|giảm|tiếp tục|triển khai|thực hiện|có|là|phát triển|ổn định|chuyển dịch"
    r"|hoàn thành|duy trì|đảm bảo|bảo đảm|đẩy mạnh|đã)(?!\w)"
)
STATED = folded(
    r"(?<!\w)(?<!tỷ lệ )(?<!tốc độ )(?<!mức )(?:đạt|tăng|giảm|tiếp tục|ổn định|chuyển dịch|hoàn thành|duy trì|đảm bảo|bảo đảm|đẩy mạnh"
    r"|có chuyển biến|là|được (?:quan tâm|chú trọng|đẩy mạnh|tăng cường|thực hiện|triển khai|duy trì"
    r"|nâng lên|kiểm soát|giữ vững))(?!\w)"
)
LABEL = folded(
    r"(?:tổng|số|hệ số|tỷ lệ|tỷ trọng|diện tích|sản lượng|năng suất|giá trị|doanh thu|doanh số|thu|chi|chỉ số"
    r"|mức|bình quân|cơ cấu|tốc độ|đàn|dư nợ|kim ngạch|vốn|dân số|huy động)(?!\w)"
)


def words_before(scan: Scan, region: Region) -> Name | None:
    """The noun phrase before the number, whatever it is: from the clause's start to the linking words."""
    end = links_end(scan.key, region.floor, region.cue)
    start = _clause_start(scan.key, max(region.floor, end - REACH), end, region.cue)
    start = _past_openers(scan, start, end)
    if spoken := scan.periods.within(start, end):
        end = _before_periods(scan.key, spoken, start, end)
    elif end <= region.cue - LINKING_REACH:
        end = links_end(scan.key, start, end)  # more linking words stand there than were looked at
    return _named(scan, start, end)


def _clause_start(key: str, floor: int, end: int, cue: int) -> int:
    """Where the clause of a label begins: at the last boundary that is neither in closed brackets nor in a list of nouns."""
    start = floor
    boundaries = [(match.start(), match.end()) for match in _BOUNDARY.finditer(key, floor, end)]
    if not boundaries:
        return floor
    opened, closed = _last_brackets(key, floor, end)
    listed = key[end:cue].lstrip().startswith(":")
    cut = key.rfind(",", floor, end)
    tail = cut >= 0 and len(key[cut + 1 : end].split()) <= _TAIL_WORDS and LABEL.match(key, cut + 2) is None
    for at, past in boundaries:
        if opened <= at <= closed:
            continue
        if key[at] == ",":
            most = _LONG_NOUN if tail and at == cut else _NOUN_WORDS
            if listed or _short(key, start, at, most) or _label_opens(key, start, past, end):
                continue
        start = past
    return start


def _last_brackets(key: str, floor: int, end: int) -> tuple[int, int]:
    """The last brackets that open and close in key[floor:end]; where there are none, places that nothing lies between."""
    closed = key.rfind(")", floor, end)
    opened = key.rfind("(", floor, closed) if closed >= 0 else -1
    return (opened, closed) if opened >= 0 else (0, -1)


def _short(key: str, start: int, end: int, most: int) -> bool:
    """Whether a segment is one of a list of nouns ("nông, lâm, thủy sản") and no clause of its own."""
    words = key[start:end].split()
    return (
        0 < len(words) <= most
        and _LEAD_INS.fullmatch(key, start, end) is None
        and _VERBAL.search(key, start, end) is None
    )


def _label_opens(key: str, start: int, comma: int, end: int) -> bool:
    """Whether the words since ``start`` open a label that what follows the comma only continues."""
    opener = _LEAD_INS.match(key, start, comma)
    first = opener.end() if opener is not None else start
    if LABEL.match(key, first) is None or STATED.search(key, first, comma) is not None:
        return False
    continued = _LEAD_INS.match(key, comma, end)
    return LABEL.match(key, continued.end() if continued is not None else comma) is None


def _named(scan: Scan, start: int, end: int) -> Name | None:
    text = scan.text(start, end).strip(" ,:;-–\"'()")
    if len(text) < 2 or not (text[0].isalpha() or any(letter.isalpha() for letter in text)):
        return None
    return Name(start, end, text, None)


def _past_openers(scan: Scan, start: int, end: int) -> int:
    """Step over "Trong đó", "Năm 2024," and the like; bounded by the number of openers that can stand in a row."""
    key = scan.key
    for _ in range(6):
        match = _LEAD_INS.match(key, start, end) if _may_open(key, start) else None
        moved = match.end() if match is not None else start
        period = scan.periods.at(moved)
        if period is not None and period.end <= end:
            moved = period.end
        if moved == start:
            return start
        start = moved
    return start


def _may_open(key: str, start: int) -> bool:
    """Whether a word that opens a clause, or a sign or number, may stand at ``start``."""
    return not key[start : start + 1].isalpha() or bool(heads_after(key, start) & _OPENING)


def _before_periods(key: str, spoken: Sequence[PeriodMention], start: int, end: int) -> int:
    """A period at the label's end ("thu ngân sách năm 2023 đạt") is no part of it."""
    for period in reversed(spoken):
        if key[period.end : end].strip(" ,"):
            break
        end = period.start
    return links_end(key, start, end)
