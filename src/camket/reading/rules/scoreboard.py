"""Scoreboards: how many targets of how many were met, exceeded or missed."""

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache
from typing import Literal, NamedTuple

import msgspec

from camket.reading.figures.same import Same
from camket.reading.lexing.patterns import folded
from camket.reading.lexing.tokens import Fraction, Quantity
from camket.reading.rules.frame import frame
from camket.reading.rules.rule import Rule
from camket.reading.scan import Scan
from camket.reading.statements import Piece, Scoreboard
from camket.reading.structure.item import Item

Side = Literal["met", "not_met", "exceeded"]
_HEAD = folded(r" ?(?:tổng số |số |nhóm |các )?(?:chỉ tiêu|nhiệm vụ|mục tiêu)(?!\w)")
_HEAD_BEFORE = folded(r"(?<!\w)(?:chỉ tiêu|nhiệm vụ|mục tiêu)(?!\w)[^.;\d]{0,60}$")
_NOT_MET = folded(
    r"(?:chưa|không|khó|khó có khả năng)(?: có khả năng| thể)? (?:đạt|hoàn thành|đảm bảo|bảo đảm)|đạt thấp|đạt (?:dưới|chưa)|chậm(?: so với)? tiến độ"
)
_MET = folded(
    r"(?:đạt|hoàn thành)(?: (?:mức|kế hoạch|yêu cầu|100%))?(?:,| và| hoặc| /|/) ?(?:đạt |hoàn thành )?vượt(?: mức)?"
    r"|(?:đảm bảo|bảo đảm)(?: đúng)? tiến độ(?:,| và) (?:đạt|hoàn thành)(?:(?:,| và| hoặc) vượt(?: mức)?)?|(?:đảm bảo|bảo đảm)(?: đúng)? tiến độ"
    r"|(?:cơ bản )?(?:đạt|hoàn thành|thực hiện xong)(?: và đạt)?(?: vượt mức| xong)?"
)
_EXCEEDED = folded(r"vượt(?: mức)?(?: kế hoạch)?")
_OUTCOME = re.compile(
    rf"(?<!\w)(?:(?P<not_met>{_NOT_MET.pattern})|(?P<met>{_MET.pattern})|(?P<exceeded>{_EXCEEDED.pattern}))(?!\w)"
)
_RIGHT_BEFORE = re.compile(
    rf"(?<!\w)(?:(?P<not_met>{_NOT_MET.pattern})|(?P<met>{_MET.pattern})|(?P<exceeded>{_EXCEEDED.pattern}))"
    rf"{folded(' (?:được |là |có |cả |toàn bộ |kế hoạch )?').pattern}$"
)
_PART_OF_YEAR = folded(
    r" (?:(?:từ|trên|dưới|khoảng|hơn|gần|đạt) ){0,2}\d{1,2}(?:[,.]\d{1,2})?(?: ?(?:-|đến) ?\d{1,2})? ?%"
)  # of the year's plan
_AHEAD = folded(r"(?<!\w)(?:phấn đấu|quyết tâm|nhằm|sẽ|mục tiêu là|để)(?!\w)[^.;,]{0,40}$")
_OF_THEM = folded(r"(?<!\w)(?P<n>\d{1,3}) (?:trên|trong)(?: tổng số| tổng| số)? $")
_SPLIT = folded(r"(?: [^\W\d_]{1,12}){0,8} ?:(?= \d)")
_PAIR = re.compile(rf"(?:,|;| và|, và)? (?P<n>\d{{1,3}}) {_OUTCOME.pattern}")
_SHARES = folded(r"(?:,| và(?!\w))[^.;:\d]{0,60}$")
_SHARES_HEAD = folded(r"[^.;:,\d]{0,50}(?:,| và(?!\w))[^.;:\d]{0,60}$")
_TAIL = folded(
    r"(?: (?:so với|so|theo|của))?(?: (?:các|mọi))?(?: (?:kế hoạch|mục tiêu|nghị quyết|kh|nq|chỉ tiêu|yêu cầu|dự toán|mức))"
    r"(?: (?:của )?(?:nghị quyết|hđnd|hội đồng nhân dân|đảng bộ|đảng ủy|huyện ủy|tỉnh ủy|đại hội)(?: (?:tỉnh|huyện|xã|thành phố|thị xã|phường)(?! giao))?){0,2}"
    r"(?: (?:đề ra|đã đề ra|năm(?: \d{4})?|giao|được giao|tỉnh giao|huyện giao|đặt ra|cả năm|nhiệm kỳ))*"
    r"| (?:đề ra|đã đề ra|so với nghị quyết(?: đề ra)?)"
)
_OBJECT_END = folded(r"[,.;:()\n]")
_MORE_OBJECT = folded(r", (?:nhiệm vụ|mục tiêu|chỉ tiêu)(?!\w)")
_OTHER_TARGETS = folded(r"(?:hầu hết|nhiều|các|một số|đa số|phần lớn) (?:các )?chỉ tiêu")
_NEARLY = folded(r"(?<!\w)(?:cận|gần|sắp|chờ) $")
_ALL = folded(r"(?:toàn bộ|tất cả|cả|100%)(?: các)? $")
_TOTAL = folded(
    r"(?:tổng số|trong số|trong|tổng|đề ra|giao|gồm|với) (?P<n>\d{1,3}) (?:nhóm )?(?:chỉ tiêu|nhiệm vụ|mục tiêu)(?!\w)"
)
_TOTAL_ONLY = folded(
    r"(?:đề ra|tổng số|trong số|trong tổng|giao|gồm|với|trong|thống nhất|xây dựng|xác định|thực hiện các|có) $"
)
_RESOLUTION = folded(
    r"nghị quyết [^,;.()]{0,60}?(?:lần thứ [ivxlc\d]+|năm \d{4}|(?:hội đồng nhân dân|hđnd) (?!đề |giao |đã )\w+|đảng bộ \w+)"
)
_COUNTED = ("chỉ tiêu", "nhiệm vụ")
_FAR, _NEAR = 110, 45
_MOST_TARGETS = 500
_FRACTION, _COUNT, _PARTED = "scoreboard.fraction", "scoreboard.count", "scoreboard.split"


class _Board(NamedTuple):
    start: int
    end: int
    side: Side
    outcome: tuple[int, int]


def find(scan: Scan) -> Iterator[Scoreboard]:
    """Yield the scoreboards of a document in order; what a headline and the text both tell once, where the text does."""
    if not any(word in scan.key for word in _COUNTED):
        return
    found = sorted((one for rule in RULES for one in rule.make(scan)), key=lambda one: one.start)
    headline = scan.lines[0].end if scan.lines else 0
    told = {_figures(one) for one in found if one.start >= headline}
    yield from (one for one in found if one.start >= headline or _figures(one) not in told)


def _figures(one: Scoreboard) -> tuple[int | None, ...]:
    return one.met, one.not_met, one.exceeded, one.total


def _by_fraction(scan: Scan) -> Iterator[Scoreboard]:
    for item in _speaking_items(scan):
        yield from _fractions(scan, item)


def _by_count(scan: Scan) -> Iterator[Scoreboard]:
    for item in _speaking_items(scan):
        yield from _counts(scan, item)


def _by_parts(scan: Scan) -> Iterator[Scoreboard]:
    for item in _speaking_items(scan):
        yield from _splits(scan, item)


def _speaking_items(scan: Scan) -> tuple[Item, ...]:
    """Items that may say how many targets were met."""
    return _speaking(Same(scan))


@lru_cache(maxsize=1)  # three rules ask for those of one document
def _speaking(same: Same[Scan]) -> tuple[Item, ...]:
    key, items = same.thing.key, same.thing.items
    find, said = key.find, list[Item]()
    targets, tasks = (find(word) for word in _COUNTED)
    for item in items:
        # Items stand in order: each word is sought again only where the last one found is passed.
        if 0 <= targets < item.start:
            targets = find(_COUNTED[0], item.start)
        if 0 <= tasks < item.start:
            tasks = find(_COUNTED[1], item.start)
        told = 0 <= targets <= item.end - len(_COUNTED[0]) or 0 <= tasks <= item.end - len(_COUNTED[1])
        if told and item.role not in ("topic", "target"):
            said.append(item)
    return tuple(said)


def _fractions(scan: Scan, item: Item) -> Iterator[Scoreboard]:
    found = scan.fractions.within(item.start, item.end)
    later: _Board | None = None
    limit = item.end
    for one in reversed(found):
        own = _board(scan, item, one.start, one.number_end, limit) if _is_board(scan, item, one) else None
        later = own or _shared(scan, one, later, limit)
        limit = one.start
        if later is not None and _told(scan, item, later):
            yield _made(scan, item, later, one, int(one.part), int(one.whole), _FRACTION)


def _shared(scan: Scan, one: Fraction, later: _Board | None, limit: int) -> _Board | None:
    """The outcome said of the next fraction: "kinh tế 15/16, xã hội 9/9 chỉ tiêu đạt"."""
    if later is None or not _whole(one):
        return None
    head = _HEAD.match(scan.key, one.number_end)
    end = head.end() if head else one.number_end
    if (one.unit is not None and head is None) or limit - end > _FAR:
        return None
    if not (_SHARES_HEAD if head else _SHARES).match(scan.key, end, limit):
        return None
    return _Board(one.start, end, later.side, later.outcome)


def _whole(one: Fraction) -> bool:
    return one.part == int(one.part) and one.whole == int(one.whole) and one.part <= one.whole


def _told(scan: Scan, item: Item, board: _Board) -> bool:
    """Of what still lies ahead only what is missed so far is told: "đối với 5/17 chỉ tiêu chưa đạt, cần ..."."""
    if board.side == "not_met":
        return True
    return not item.future and not _AHEAD.search(scan.key[max(item.start, board.start - _NEAR) : board.start])


def _is_board(scan: Scan, item: Item, one: Fraction) -> bool:
    if not _whole(one):
        return False
    if _HEAD.match(scan.key, one.number_end):
        return True
    before = scan.key[max(item.start, one.start - 80) : one.start]
    return one.unit is None and bool(_HEAD_BEFORE.search(before))


def _board(scan: Scan, item: Item, start: int, number_end: int, limit: int) -> _Board | None:
    """Where the outcome of the figure at ``start`` is said: after it, else right before it."""
    key = scan.key
    first = _RIGHT_BEFORE.search(key[max(item.start, start - _NEAR) : start])
    head = _HEAD.match(key, number_end)
    after = _outcome(key, number_end, head.end() if head else number_end, min(limit, number_end + _FAR))
    if after is not None and (first is None or _says_more(after)) and "\n" not in key[number_end : after.start()]:
        return _Board(start, _tail(key, after.end(), limit), _side(after), after.span())
    if first is None:
        return None
    begin = max(item.start, start - _NEAR) + first.start()
    return _Board(begin, _object_end(key, number_end, limit), _side(first), (begin, start))


def _outcome(key: str, start: int, head_end: int, stop: int) -> re.Match[str] | None:
    """The outcome said of a figure: before other targets are spoken of, and not one that is only near."""
    other = _OTHER_TARGETS.search(key, head_end, stop)
    found = _OUTCOME.search(key, start, other.start() if other else stop)
    if found is None or _NEARLY.search(key[max(0, found.start() - 6) : found.start()]):
        return None
    return None if _PART_OF_YEAR.match(key, found.end()) else found


def _says_more(after: re.Match[str]) -> bool:
    """ "Đạt 5/17 chỉ tiêu chưa đạt" is settled by what follows."""
    return after["not_met"] is not None


def _side(outcome: re.Match[str]) -> Side:
    return "not_met" if outcome["not_met"] else "met" if outcome["met"] else "exceeded"


def _tail(key: str, end: int, limit: int) -> int:
    match = _TAIL.match(key, end, limit)
    return match.end() if match else end


def _object_end(key: str, number_end: int, limit: int) -> int:
    """Where "27/31 chỉ tiêu, nhiệm vụ được đề ra tại Nghị quyết ..." ends."""
    head = _HEAD.match(key, number_end)
    position = head.end() if head else number_end
    more = _MORE_OBJECT.match(key, position)
    stop = _OBJECT_END.search(key, more.end() if more else position, limit)
    return stop.start() if stop else limit


def _counts(scan: Scan, item: Item) -> Iterator[Scoreboard]:
    found = [one for one in scan.quantities.within(item.start, item.end) if one.value is not None]
    if not any(_HEAD.match(scan.key, one.number_end) for one in found):
        return
    # Searched for once: an item of a hostile text has thousands of counts.
    first = _TOTAL.search(scan.key, item.start, item.end)
    for index, one in enumerate(found):
        head = _HEAD.match(scan.key, one.number_end)
        if not head or one.value is None or one.value != int(one.value) or one.value > _MOST_TARGETS:
            continue
        limit = found[index + 1].start if index + 1 < len(found) else item.end
        board = _count_board(scan, item, one, head.end(), limit)
        if board is not None and _told(scan, item, board):
            figure, total, start = _of_how_many(scan, item, one, first)
            yield _made(scan, item, board._replace(start=min(start, board.start)), one, figure, total, _COUNT)


def _of_how_many(scan: Scan, item: Item, one: Quantity, first: re.Match[str] | None) -> tuple[int, int | None, int]:
    """How many of how many, and where that starts: "14 trên tổng số 17 chỉ tiêu", "toàn bộ 17 chỉ tiêu"."""
    count = int(one.value or 0)
    floor = max(item.start, one.start - _NEAR)
    before = scan.key[floor : one.start]
    some = _OF_THEM.search(before)
    if some and int(some["n"]) <= count:
        return int(some["n"]), count, floor + some.start()
    return count, count if _ALL.search(before) else _total(first, one), one.start


def _splits(scan: Scan, item: Item) -> Iterator[Scoreboard]:
    """ "17 chỉ tiêu: 12 đạt và 5 vượt": what was exceeded was met as well."""
    for one in scan.quantities.within(item.start, item.end):
        head = _HEAD.match(scan.key, one.number_end)
        opened = _SPLIT.match(scan.key, head.end(), item.end) if head and one.value else None
        if opened is None or one.value is None:
            continue
        sums, end = _pairs(scan.key, opened.end(), item.end)
        total, met = int(one.value), sums["met"] + sums["exceeded"]
        if met and met + sums["not_met"] <= total:
            made = _made(scan, item, _Board(one.start, end, "met", (opened.end(), end)), one, met, total, _PARTED)
            yield msgspec.structs.replace(made, exceeded=sums["exceeded"] or None, not_met=(total - met) or None)


def _pairs(key: str, start: int, stop: int) -> tuple[dict[Side, int], int]:
    sums: dict[Side, int] = {"met": 0, "not_met": 0, "exceeded": 0}
    while (pair := _PAIR.match(key, start, stop)) is not None:
        sums[_side(pair)] += int(pair["n"])
        start = pair.end()
    return sums, start


def _count_board(scan: Scan, item: Item, one: Quantity, head_end: int, limit: int) -> _Board | None:
    key = scan.key
    before = key[max(item.start, one.start - _NEAR) : one.start]
    after = _outcome(key, head_end, head_end, min(limit, head_end + _NEAR))
    if after is not None and not re.search(r"[,.;:]", key[head_end : after.start()]):
        every = _ALL.search(before)
        start = one.start - len(every.group()) if every else one.start
        return _Board(start, _tail(key, after.end(), limit), _side(after), after.span())
    first = _RIGHT_BEFORE.search(before)
    if first is None or _TOTAL_ONLY.search(before):
        return None
    begin = max(item.start, one.start - _NEAR) + first.start()
    return _Board(begin, _object_end(key, one.number_end, limit), _side(first), (begin, one.start))


def _total(first: re.Match[str] | None, one: Quantity) -> int | None:
    """The "17" of "trong tổng số 17 chỉ tiêu, có 12 chỉ tiêu đạt", the ``first`` total of the item, if printed earlier."""
    total = int(first["n"]) if first is not None and first.end() <= one.start else None
    return total if total is not None and one.value is not None and Decimal(total) >= one.value else None


def _made(
    scan: Scan, item: Item, board: _Board, one: Fraction | Quantity, figure: int, total: int | None, rule: str
) -> Scoreboard:
    end = board.start + len(scan.text(board.start, board.end).rstrip())
    resolution = _RESOLUTION.search(scan.key, board.start, end)
    shared = frame(
        scan, item, board.start, end, rule, Piece("number", one.start, one.end), Piece("outcome", *board.outcome)
    )
    if shared["section"] == "opening":
        shared["section"] = "results"  # how many targets were met is a result, wherever it is told
    return Scoreboard(
        met=figure if board.side == "met" else None,
        not_met=figure if board.side == "not_met" else None,
        exceeded=figure if board.side == "exceeded" else None,
        total=total,
        resolution=scan.text(*resolution.span()) if resolution else None,
        **shared,
    )


RULES = (
    Rule(_FRACTION, "12/17 chỉ tiêu ... đạt và vượt | chưa đạt; đạt và vượt 12/17 chỉ tiêu", _by_fraction),
    Rule(_PARTED, "17 chỉ tiêu: 12 đạt và 5 vượt", _by_parts),
    Rule(_COUNT, "02 chỉ tiêu chưa đạt | đạt và vượt 19 chỉ tiêu | toàn bộ 17 chỉ tiêu hoàn thành", _by_count),
)
