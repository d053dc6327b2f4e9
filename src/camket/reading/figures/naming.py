"""Naming: which words a figure is of, and which indicator of the vocabulary they name."""

import re
from functools import cache, lru_cache

from msgspec import Struct

from camket.reading.figures.draft import PERCENT, POINTS, Name
from camket.reading.figures.nearby import Tail, beginning, ending, heads_after, tails_before
from camket.reading.figures.number import Number
from camket.reading.figures.phrases import Phrase, Phrases, phrase_finder
from camket.reading.figures.words import load_words
from camket.reading.lexing.patterns import any_of, folded
from camket.reading.scan import Scan
from camket.vocabulary.folding import fold, fold_all
from camket.vocabulary.indicator import Indicator

_WORDS = load_words()
# A label is looked for this far back, and a predicate is at most this long.
_REACH = 220
_PREDICATE = 110

_LINKS = folded(rf"(?:(?<!\w)(?:{any_of(_WORDS.links)})|[ ,:(-])+\Z")
_LINKING = ending(_WORDS.links)
_LINK_REACH = 60
_LINK_SYLLABLES = frozenset(syllable for words in _WORDS.links for syllable in words.split())
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
_SCALES = frozenset(fold(word) for word in ("chục", "trăm", "nghìn", "ngàn", "vạn", "triệu", "tỷ"))
_REACHED = folded(r"(?<!\w)(?:xuống|còn)(?!\w)")
LABEL = folded(
    r"(?:tổng|số|hệ số|tỷ lệ|tỷ trọng|diện tích|sản lượng|năng suất|giá trị|doanh thu|doanh số|thu|chi|chỉ số"
    r"|mức|bình quân|cơ cấu|tốc độ|đàn|dư nợ|kim ngạch|vốn|dân số|huy động)(?!\w)"
)
_VERB = Tail(
    rf"(?<!\w)(?P<verb>{any_of(_WORDS.verbs)})(?P<object>(?: [^\W\d]{{1,8}}){{1,4}} cho)?(?: (?:thêm|mới|được|cho"
    rf"|khoảng|trên|gần|đạt|ước))*",
    "[ :]*",
)
_VERB_REACH = 60
_STOP = (
    r"(?:đạt|tăng|giảm|chiếm|so với|bằng|vượt|tương đương|gấp|với|trong đó|để|do|nhằm|qua|nhưng|song|ước|trị giá"
    r"|tổng|từ nguồn|xếp|cho|theo|tại|trên địa bàn|vào(?! đảng)|trong|kh|kế hoạch)(?!\w)"
)
# Words stop at a blank with such a word after it; only there is it asked.
_NOUNS = folded(
    rf"(?! {_STOP}) ?(?P<words>(?:[^ ,;:.()\n\d/]+| (?!{_STOP})|, (?=(?:ntm|bản|buôn|thị trấn|phường)(?!\w)))+)"
)
_PREDICATE_WORDS = folded(
    r"(?! (?:tăng|giảm|chiếm|so với|bằng|vượt|tương đương|gấp|trong đó|nhưng|song"
    r"|ước)(?!\w)) ?(?P<words>(?:[^ ,;:.()\n]+| (?!(?:tăng|giảm|chiếm|so với|bằng|vượt|tương đương|gấp|trong đó|nhưng"
    r"|song|ước|đạt (?:tỷ lệ )?\d+(?:[.,]\d+)? ?%)(?!\w))"
    r"|\([^\W\d]{2,8}\)|(?<=\d)[.,](?=\d)|, (?=(?:ntm|bản|buôn|thôn|tổ|xóm|phường|thị trấn|thị xã)(?!\w)))+)"
)
_SIGHT = 24  # so far past the longest predicate its last word is looked at
_LEADING_ON = fold("và|với|cùng|thuộc|đến|gồm|như|đối với|đối|của|cho|tại|ở|trong|trên")
_LOOSE = re.compile(rf"(?:[ /-]|(?<!\w)(?:{_LEADING_ON}))+\Z")
_LOOSE_ENDS = ending(_LEADING_ON.split("|"))
_LOOSE_SIGNS = frozenset(" /-")
_NEW = fold(" mới")
_NEW_RURAL = fold("nông thôn")


# Units that measure; all others count, and then the noun after the number says what is counted.
MEASURES = frozenset({"ha", "m2", "m3", "km", "m", "tấn", "tạ/ha", "kg", "VND", "USD", "%", "điểm %", "VND/người/năm", "VND/ha",
                      "tiêu chí/xã", "%/năm", "‰", "lần", "VND/năm"})  # fmt: skip


_RATES = PERCENT | POINTS


class Region(Struct, frozen=True, gc=False):
    """Where the words about one number may stand: ``floor`` to ``cue`` before it, and up to ``limit`` after it."""

    floor: int
    cue: int
    limit: int


def fits(indicator: Indicator, unit: str | None, *, relative: bool) -> bool:
    """Whether a number in ``unit`` can be of this indicator; ``relative`` numbers (shares, growth) can be of any."""
    if relative or unit == indicator.unit or unit in indicator.units_also:
        return True
    if unit is None:
        return False
    if unit == "tiêu chí" and indicator.unit == "tiêu chí/xã":
        return True
    if unit in {"VND", "VND/năm"}:
        return indicator.unit.startswith("VND")
    return unit.removesuffix("/năm") == indicator.unit.removesuffix("/năm") or (
        unit in _RATES and indicator.unit in _RATES
    )


def named_by_unit(scan: Scan, unit: str | None) -> Indicator | None:
    """The indicator of a unit that no other indicator has: "17,1 tiêu chí/xã" says what it is."""
    if unit is None or "/" not in unit:
        return None
    having = [one for one in scan.lexicon.vocabulary.indicators.values() if one.unit == unit]
    return having[0] if len(having) == 1 else None


def vocabulary_before(scan: Scan, phrases: Phrases, region: Region, number: Number, *, relative: bool) -> Name | None:
    """The nearest label of the vocabulary before the number that fits its unit."""
    start, unit = max(region.floor, region.cue - _REACH), number.unit
    for found in reversed(phrases.within(start, max(region.cue, number.start))):
        gap = scan.key[found.end : region.cue]
        if "\n" in gap or ";" in gap:
            return None
        if gap.startswith(")") and scan.key[found.start - 1] == "(":
            continue  # "tăng trưởng kinh tế (GRDP)": another name of the label before it
        for phrase in found.entry:
            if _paced(scan, phrase, found.end, region):
                return _level_of(scan, found.start, found.end, unit)
            if phrase.kind != "verb" and fits(phrase.indicator, unit, relative=relative):
                return Name(found.start, found.end, scan.text(found.start, found.end), phrase.indicator)
    return None


def _paced(scan: Scan, phrase: Phrase, end: int, region: Region) -> bool:
    """Whether a label of a yearly fall is followed by the level reached: "giảm tỷ lệ hộ nghèo xuống còn"."""
    return phrase.indicator.unit in POINTS and _REACHED.search(scan.key, end, region.cue) is not None


def _level_of(scan: Scan, start: int, end: int, unit: str | None) -> Name | None:
    """The label inside "giảm <label>"."""
    inner = scan.key.find(" ", start, end) + 1
    found = phrase_finder(scan.lexicon.vocabulary.indicators).find(scan.key[inner:end]) if inner else ()
    if not found or not fits(found[0].entry[0].indicator, unit, relative=False):
        return None
    return Name(
        inner + found[0].start,
        inner + found[0].end,
        scan.text(inner + found[0].start, inner + found[0].end),
        found[0].entry[0].indicator,
    )


def label_after(scan: Scan, phrases: Phrases, number: Number) -> Name | None:
    """A label right after a change: "giảm 6% tỷ lệ hộ nghèo"."""
    found = phrases.at(number.end + 1) or phrases.at(number.end)
    if found is None:
        return None
    label = next((one for one in found.entry if one.kind == "label" and one.indicator.rate), None)
    return None if label is None else Name(found.start, found.end, scan.text(found.start, found.end), label.indicator)


def label_over(scan: Scan, phrases: Phrases, floor: int, cue: int, number: Number) -> Name | None:
    """A label that takes in the words of change before the number: "tỷ lệ hộ nghèo giảm bình quân" 3%/năm."""
    for found in reversed(phrases.within(max(floor, cue - _REACH), number.start)):
        if found.end <= cue or found.start >= cue:
            return None
        for phrase in found.entry:
            if phrase.kind == "label" and fits(phrase.indicator, number.unit, relative=False):
                return Name(found.start, found.end, scan.text(found.start, found.end), phrase.indicator)
    return None


def vocabulary_after(scan: Scan, phrases: Phrases, number: Number, limit: int) -> Name | None:
    """A predicate of the vocabulary that begins with the number's unit or right after it: "18 xã đạt chuẩn NTM"."""
    for found in phrases.within(number.number_end, limit):
        if found.start > number.end + 1:
            return None
        for phrase in found.entry:
            if phrase.kind != "verb" and fits(phrase.indicator, number.unit, relative=False):
                glued = scan.key[number.number_end : number.number_end + 1] != " "
                counted = min(found.start, number.number_end if glued else number.number_end + 1)
                start = found.start if number.unit in MEASURES else counted
                return Name(start, found.end, scan.text(start, found.end).strip(), phrase.indicator)
    return None


def verb_before(scan: Scan, phrases: Phrases, region: Region, number: Number) -> Name | None:
    """A verb of the vocabulary that governs the number, with its noun after it: "kết nạp được 35 đảng viên"."""
    start = max(region.floor, region.cue - _VERB_REACH)
    if not phrases.governs(start, number.start):
        return None
    for found in reversed(phrases.within(start, number.start)):
        if number.start - found.end > _LINK_REACH or links_end(scan.key, found.end, number.start) != found.end:
            return None
        for phrase in found.entry:
            if phrase.head is not None and (
                name := _governed(scan, phrase, found.start, found.end, number, region.limit)
            ):
                return name
    return None


def _governed(scan: Scan, phrase: Phrase, start: int, end: int, number: Number, limit: int) -> Name | None:
    head = phrase.head
    if head is None or not (
        number.unit in head.units or (not head.units and fits(phrase.indicator, number.unit, relative=False))
    ):
        return None
    noun_end = nouns_end(scan.key, number, limit)
    after = scan.key[number.number_end : noun_end]
    if head.nouns and not any(noun in after for noun in _folded(head.nouns)):
        return None
    text = f"{scan.text(start, end)} {nouns_of(scan, number, noun_end)}".strip()
    return Name(start, noun_end, text, phrase.indicator)


@cache
def _folded(nouns: tuple[str, ...]) -> list[str]:
    return fold_all(nouns)


def nouns_of(scan: Scan, number: Number, end: int) -> str:
    """The nouns after a number, with its unit where that is a noun too ("35 đảng viên", but not "120 ha rừng")."""
    words = scan.text(number.number_end, number.unit_end).strip().removesuffix("/năm").split()
    while words and fold(words[0]) in _SCALES:
        words.pop(0)
    if number.unit is not None and number.unit.startswith(("VND", "USD", "%")):
        words = []
    elif number.unit in MEASURES:
        words = words[1:]
    return " ".join((*words, *scan.text(number.end, end).split()))


def links_end(key: str, floor: int, cue: int) -> int:
    """Where the label ends whose linking words ("ước đạt", "là", ":") lead to ``cue``."""
    origin = max(floor, cue - _LINK_REACH)
    end = origin + len(key[origin:cue].rstrip(" ,:(-"))
    if tails_before(key, end) & _LINKING:
        first = _first_link(key, origin, end)
        end = cue - _linked(key[first - 1 : cue] if first else f" {key[:cue]}")
    if end == cue:
        return cue
    rural = key.startswith(_NEW, end) and key.endswith(_NEW_RURAL, 0, end)
    return end + len(_NEW) if rural else end  # the "mới" of "nông thôn mới" is no link


@lru_cache(maxsize=4096)  # the words between label and number are nearly always the same few
def _linked(words: str) -> int:
    """How many letters at the end of ``words`` are linking words and signs; the first letter only stands before them."""
    match = _LINKS.search(words, 1)
    return 0 if match is None else len(words) - match.start()


def _first_link(key: str, floor: int, end: int) -> int:
    """Where the linking words that end at ``end`` can begin at the earliest: as far back as each word is one of theirs."""
    while end > floor:
        start = key.rfind(" ", floor, end) + 1 or floor
        word = key[start:end]
        if word and word not in _LINK_SYLLABLES:
            return end if word.isalnum() and start > floor else floor
        end = start - 1
    return floor


def nouns_end(key: str, number: Number, limit: int) -> int:
    """Where the noun phrase that follows a number and its unit ends."""
    return _words_end(_NOUNS, key, number.end, limit)


def predicate_end(key: str, number: Number, limit: int) -> int:
    """Where the clause ends of which a counted number is the subject: "18 xã đạt chuẩn nông thôn mới"."""
    return _words_end(_PREDICATE_WORDS, key, number.end, limit)


def _words_end(pattern: re.Pattern[str], key: str, start: int, limit: int) -> int:
    """Where the words that ``pattern`` takes from ``start`` end, without a conjunction that leads on; ``start`` without any."""
    match = pattern.match(key, start, min(limit, start + _PREDICATE + _SIGHT))
    if match is None:
        return start
    return _without_loose_end(key, start, min(match.end(), match.start("words") + _PREDICATE))


def _without_loose_end(key: str, start: int, end: int) -> int:
    """Where words end without a conjunction or preposition that leads on to something else: "45 chi bộ với"."""
    if key[end - 1] not in _LOOSE_SIGNS and not tails_before(key, end) & _LOOSE_ENDS:
        return end
    loose = _LOOSE.search(key, start, end)
    return end if loose is None else loose.start()


def verb_words_before(key: str, region: Region, number: Number) -> re.Match[str] | None:
    """An ordinary verb of activity right before the number: "tổ chức được"."""
    if not number.before & _VERB.bit:
        return None
    return _VERB.search(key, max(region.floor, region.cue - _VERB_REACH), number.start)


def words_before(scan: Scan, region: Region) -> Name | None:
    """The noun phrase before the number, whatever it is: from the clause's start to the linking words."""
    end = links_end(scan.key, region.floor, region.cue)
    start = _clause_start(scan.key, max(region.floor, end - _REACH), end, region.cue)
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
    start = _past_openers(scan, start, end)
    end = _before_period(scan, start, end)
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


def _before_period(scan: Scan, start: int, end: int) -> int:
    """A period at the label's end ("thu ngân sách năm 2023 đạt") is no part of it."""
    for period in reversed(scan.periods.within(start, end)):
        if scan.key[period.end : end].strip(" ,"):
            break
        end = period.start
    return links_end(scan.key, start, end)
