"""Scoreboards: how many targets of how many were met, exceeded or missed."""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Literal, NamedTuple

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
    r"(?:chưa|không|khó|khó có khả năng)(?: có khả năng| thể)? (?:đạt|hoàn thành|đảm bảo|bảo đảm)|đạt thấp|đạt (?:dưới|chưa)"
)
_MET = folded(
    r"(?:đạt|hoàn thành)(?: (?:mức|kế hoạch|yêu cầu|100%))?(?:,| và| hoặc| /|/) ?(?:đạt |hoàn thành )?vượt(?: mức)?"
    r"|(?:cơ bản )?(?:đạt|hoàn thành|thực hiện xong)(?: và đạt)?(?: vượt mức| xong)?"
)
_EXCEEDED = folded(r"vượt(?: mức)?(?: kế hoạch)?")
_OUTCOME = re.compile(
    rf"(?<!\w)(?:(?P<not_met>{_NOT_MET.pattern})|(?P<met>{_MET.pattern})|(?P<exceeded>{_EXCEEDED.pattern}))(?!\w)"
)
_RIGHT_BEFORE = re.compile(
    rf"(?<!\w)(?:(?P<not_met>{_NOT_MET.pattern})|(?P<met>{_MET.pattern})|(?P<exceeded>{_EXCEEDED.pattern}))"
    rf"{folded(' (?:được |là |có |cả |toàn bộ )?').pattern}$"
)
_TAIL = folded(
    r"(?: (?:so với|so|theo|của))?(?: (?:các|mọi))?(?: (?:kế hoạch|mục tiêu|nghị quyết|kh|nq|chỉ tiêu|yêu cầu|dự toán|mức))"
    r"(?: (?:đề ra|đã đề ra|năm(?: \d{4})?|giao|được giao|tỉnh giao|huyện giao|đặt ra|cả năm|nhiệm kỳ))*"
    r"| (?:đề ra|đã đề ra|so với nghị quyết(?: đề ra)?)"
)
_OBJECT_END = folded(r"[,.;:()\n]")
_MORE_OBJECT = folded(r", (?:nhiệm vụ|mục tiêu|chỉ tiêu)(?!\w)")
_OTHER_TARGETS = folded(r"(?:hầu hết|nhiều|các|một số|đa số|phần lớn) (?:các )?chỉ tiêu")
_NEARLY = folded(r"(?<!\w)(?:cận|gần|sắp|chờ) $")
_ALL = folded(r"(?:toàn bộ|tất cả|cả|100%)(?: các)? $")
_TOTAL = folded(r"(?:tổng số|trong số|trong|tổng|có) (?P<n>\d{1,3}) (?:nhóm )?(?:chỉ tiêu|nhiệm vụ|mục tiêu)")
_TOTAL_ONLY = folded(
    r"(?:đề ra|tổng số|trong số|trong tổng|giao|gồm|với|trong|thống nhất|xây dựng|xác định|thực hiện các|có) $"
)
_RESOLUTION = folded(
    r"nghị quyết [^,;.()]{0,60}?(?:lần thứ [ivxlc\d]+|năm \d{4}|hội đồng nhân dân \w+|hđnd \w+|đảng bộ \w+)"
)
_FAR, _NEAR = 110, 45
_FRACTION, _COUNT = "scoreboard.fraction", "scoreboard.count"


class _Board(NamedTuple):
    start: int
    end: int
    side: Side
    outcome: tuple[int, int]


def find(scan: Scan) -> Iterator[Scoreboard]:
    """Yield the scoreboards of a document in order."""
    found = [one for rule in RULES for one in rule.make(scan)]
    yield from sorted(found, key=lambda one: one.start)


def _by_fraction(scan: Scan) -> Iterator[Scoreboard]:
    for item in _speaking_items(scan):
        yield from _fractions(scan, item)


def _by_count(scan: Scan) -> Iterator[Scoreboard]:
    for item in _speaking_items(scan):
        yield from _counts(scan, item)


def _speaking_items(scan: Scan) -> Iterator[Item]:
    """Items that may say how many targets were met."""
    for item in scan.items:
        said = scan.key[item.start : item.end]
        if item.role not in ("topic", "target") and ("chỉ tiêu" in said or "nhiệm vụ" in said):
            yield item


def _fractions(scan: Scan, item: Item) -> Iterator[Scoreboard]:
    found = scan.fractions.within(item.start, item.end)
    for index, one in enumerate(found):
        limit = found[index + 1].start if index + 1 < len(found) else item.end
        board = _board(scan, item, one.start, one.number_end, limit) if _is_board(scan, item, one) else None
        if board is not None and _told(item, board):
            yield _made(scan, item, board, one, int(one.part), int(one.whole), _FRACTION)


def _told(item: Item, board: _Board) -> bool:
    """Of what still lies ahead only what is missed so far is told: "đối với 5/17 chỉ tiêu chưa đạt, cần ..."."""
    return not item.future or board.side == "not_met"


def _is_board(scan: Scan, item: Item, one: Fraction) -> bool:
    if one.part != int(one.part) or one.whole != int(one.whole) or one.part > one.whole:
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
    return None if found is None or _NEARLY.search(key[max(0, found.start() - 6) : found.start()]) else found


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
    # Searched for once: an item of a hostile text has thousands of counts.
    first = _TOTAL.search(scan.key, item.start, item.end) if found else None
    for index, one in enumerate(found):
        head = _HEAD.match(scan.key, one.number_end)
        if not head or one.value != int(one.value or 0) or one.value is None or one.value > 500:
            continue
        limit = found[index + 1].start if index + 1 < len(found) else item.end
        board = _count_board(scan, item, one, head.end(), limit)
        if board is not None and _told(item, board):
            total = one.value if _ALL.search(scan.key[max(item.start, one.start - 16) : one.start]) else None
            yield _made(
                scan, item, board, one, int(one.value), int(total) if total else _total(first, one), _COUNT
            )


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
    return Scoreboard(
        met=figure if board.side == "met" else None,
        not_met=figure if board.side == "not_met" else None,
        exceeded=figure if board.side == "exceeded" else None,
        total=total,
        resolution=scan.text(*resolution.span()) if resolution else None,
        **frame(
            scan, item, board.start, end, rule,
            Piece("number", one.start, one.end), Piece("outcome", *board.outcome),
        ),
    )  # fmt: skip


RULES = (
    Rule(_FRACTION, "12/17 chỉ tiêu ... đạt và vượt | chưa đạt; đạt và vượt 12/17 chỉ tiêu", _by_fraction),
    Rule(_COUNT, "02 chỉ tiêu chưa đạt | đạt và vượt 19 chỉ tiêu | toàn bộ 17 chỉ tiêu hoàn thành", _by_count),
)
