"""Losses: what a disaster took, count by count, each under the event in force."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from camket.reading.lexicon import Lexicon
from camket.reading.lexing.patterns import folded
from camket.reading.lexing.tokens import Quantity
from camket.reading.rules.frame import frame
from camket.reading.rules.loss_event import PLACE_AFTER, PLACE_ALONE, PLACE_BEFORE, Event, items_under_events
from camket.reading.rules.loss_wording import (
    Segment,
    Wording,
    category,
    label_nouns,
    names_before,
    nouns_end,
    segment,
    wordings,
)
from camket.reading.rules.rule import Rule
from camket.reading.scan import Scan
from camket.reading.statements import Loss, Piece
from camket.reading.structure.item import Item

_SILENT_ROLES = frozenset({"petition", "directive", "own_task", "target", "topic", "praise"})
_ACTED = folded(
    r"(?<!\w)(?:huy động|hỗ trợ|trợ cấp|cấp phát|cứu được|giải cứu|khắc phục|sửa chữa|xây dựng lại|xây mới|trao|tặng|thăm hỏi|vận động|điều động|nguy cơ|"
    r"có thể|dự báo|nếu|phòng ngừa|đề phòng|bố trí|gia cố|giúp|khôi phục|"
    r"thông tuyến|xuất cấp|cấp|chi|nạo vét|tu sửa|duy tu|kiên cố hóa|dọn dẹp|san gạt|hót dọn|"
    r"dựng lại|làm lại|kinh phí|tổ chức di dời|tổ chức sơ tán|bàn giao)(?!\w)[^,;]{0,60}$"
)
_OWN_UNITS = frozenset({"người", "nhà", "con"})
_NUMBER_OF = folded(r"(?<!\w)(?:tổng )?số $")
_MOVED = folded(r"(?:di dời|sơ tán|di chuyển)$")
_MONEY_LABEL = folded(
    r"(?:(?:ước tính|ước|tổng cộng|sơ bộ)(?: ban đầu)? )?(?:tổng )?(?:giá trị )?(?:tổng )?thiệt hại(?!\w)"
    r"(?![^.;]{0,140}(?:hỗ trợ|kinh phí|khắc phục|khoảng cách))[^.;\d]{0,110}"
    r"(?:(?:từ|ngày|năm|bão số|số)[^.;]{0,30})?$"
)
_MONEY_ELSE = folded(r"(?:hỗ trợ|kinh phí|khắc phục|đầu tư|cấp|trích)(?!\w)[^.;]{0,60}$")
_ESTIMATED = re.compile(folded(r"(?:ước|sơ bộ)").pattern)
_DEGREE = folded(
    r"(?: (?:hoàn toàn|cục bộ|một phần|nghiêm trọng|(?:rất )?nặng|nhẹ|sâu|toàn bộ|"
    r"(?:từ |trên |dưới |khoảng )?\d{1,3}(?: ?%)?(?: ?(?:-|đến) ?\d{1,3})? ?%(?!\d)|\d(?:,\d)?(?: ?- ?\d(?:,\d)?)? ?m))+(?!\w)"
)
_PART = folded(r"(?:trong đó|riêng|cụ thể|nhất là|nặng nhất|đáng chú ý)")
_INSIDE = re.compile(r"\(([^()\n]{3,900})\)?")


class _Told(NamedTuple):
    """A loss before it is a statement."""

    start: int
    end: int
    quantity: Quantity
    category: str
    rule: str
    place: str | None
    pieces: tuple[Piece, ...]
    unit: str | None


def find(scan: Scan) -> Iterator[Loss]:
    """Yield the losses of a document in order."""
    last: _Told | None = None
    covered = 0
    for item, event in items_under_events(scan):
        if item.role in _SILENT_ROLES or item.future:
            continue
        for told in sorted(_told(scan, item, last), key=lambda one: one.start):
            if told.start < covered:
                continue  # a bracket that ";" parts into items was read as a whole
            last, covered = told, told.end
            yield _made(scan, item, event, told)


def _told(scan: Scan, item: Item, last: _Told | None) -> Iterator[_Told]:
    part = segment(scan, item.start, item.end)
    for index, wording in enumerate(wordings(part)):
        quantity = part.quantities[index]
        told = _economic(part, index) if quantity.unit == "VND" else _counted(scan, part, wording)
        told = told or _continued(scan, item, quantity, last)
        if told is not None:
            last = told
            yield told
            yield from _bracketed(scan, told)


def _counted(scan: Scan, part: Segment, wording: Wording | None) -> _Told | None:
    if wording is None or _unsaid(scan, wording.quantity) or _acted(part, wording):
        return None
    quantity, lexicon = wording.quantity, scan.lexicon
    label = label_nouns(part, wording) if wording.mode == "before" else ()
    if label and not names_before(part, wording.states[-1].end, quantity) and wording.nouns:
        label = ()  # "làm người dân bị thương, hư hỏng 20 nhà": the noun after the number is what was lost
    code = category(lexicon, label or wording.nouns, wording.states, quantity.unit)
    if code is None and quantity.unit == "điểm sạt lở":
        code = "roads_damaged"
    if code is None:
        return None
    start, end = _span(part, wording, _label_start(part, label[0].start) if label else None)
    place = _place(scan, part, quantity, end, nouns_end(part, wording))
    pieces = (
        Piece("number", quantity.start, quantity.end),
        *(Piece("state", one.start, one.end) for one in wording.states),
    )
    unit = quantity.unit or _counted_in(lexicon, code)
    return _Told(start, end, quantity, code, f"loss.{wording.mode}", place, pieces, unit)


def _counted_in(lexicon: Lexicon, code: str) -> str | None:
    """The unit of what is counted by its own noun: "114 gia súc", "số nhà sập là 108"."""
    unit = lexicon.vocabulary.loss_categories[code].units[0]
    return unit if unit in _OWN_UNITS else None


def _label_start(part: Segment, start: int) -> int:
    """Where the label "tổng số người bị thương" starts that holds a noun."""
    word = _NUMBER_OF.search(part.key[max(0, start - part.start - 12) : start - part.start])
    return start - len(word.group()) if word else start


def _span(part: Segment, wording: Wording, label: int | None) -> tuple[int, int]:
    quantity = wording.quantity
    if wording.mode == "after":
        end = max(quantity.end, wording.states[-1].end)
        degree = _DEGREE.match(part.key, end - part.start)
        return quantity.qualifier_start, part.start + degree.end() if degree else end
    if wording.mode == "before" and label is not None:
        return label, quantity.end
    start = wording.states[0].start if wording.mode == "before" else quantity.qualifier_start
    return start, nouns_end(part, wording)


def _unsaid(scan: Scan, quantity: Quantity) -> bool:
    """ "nhiều nhà" says too little; "hàng chục nhà" at least its order."""
    return (
        quantity.value is None and quantity.low is None and not scan.key.startswith(("hàng ", "vài "), quantity.start)
    )


def _acted(part: Segment, wording: Wording) -> bool:
    """Whether the count is of what was done about it, or feared, not of what was lost."""
    start = wording.states[0].start if wording.mode == "before" else wording.quantity.qualifier_start
    before = part.key[max(0, start - part.start - 90) : start - part.start]
    if wording.mode == "before" and _MOVED.search(
        part.key[max(0, wording.states[-1].end - part.start - 12) : wording.states[-1].end - part.start]
    ):
        return True
    return bool(_ACTED.search(before))


def _economic(part: Segment, index: int) -> _Told | None:
    """ "Ước thiệt hại khoảng 175 tỷ đồng": money after a label of loss, with no other sum between."""
    quantity = part.quantities[index]
    floor = part.quantities[index - 1].end if index else part.start
    floor = max(floor, quantity.qualifier_start - 150)
    before = part.key[floor - part.start : quantity.qualifier_start - part.start]
    label = _MONEY_LABEL.search(before)
    if label is None or _MONEY_ELSE.search(before):
        return None
    start = floor + label.start()
    if _ESTIMATED.match(label.group()) and not quantity.qualifiers:
        quantity = quantity._replace(qualifiers=("estimate",))
    pieces = (Piece("label", start, quantity.qualifier_start), Piece("number", quantity.start, quantity.end))
    return _Told(start, quantity.end, quantity, "economic_loss", "loss.economic", None, pieces, "VND")


def _continued(scan: Scan, item: Item, quantity: Quantity, last: _Told | None) -> _Told | None:
    """A part of the loss before, by place: "Trong đó, Hà Giang có 2.060 nhà"."""
    if last is None or quantity.unit != last.quantity.unit or not _PART.match(scan.key, item.start):
        return None
    place = _place_before(scan, item.start, quantity)
    if place is None or last.quantity.value is None or quantity.value is None or quantity.value > last.quantity.value:
        return None
    pieces = (Piece("number", quantity.start, quantity.end),)
    return last._replace(
        start=quantity.qualifier_start, end=quantity.end, quantity=quantity, place=place, rule="loss.part", pieces=pieces
    )  # fmt: skip


def _bracketed(scan: Scan, told: _Told) -> Iterator[_Told]:
    """The parts by place in the bracket right after a count: "41 nhà bị ngập (xã A 20, xã B 21)"."""
    opening = scan.key.find("(", told.end, told.end + 25)
    inside = _INSIDE.match(scan.key, opening) if opening >= 0 else None
    if inside is None:
        return
    floor = inside.start(1)
    for quantity in scan.quantities.within(*inside.span(1)):
        place = _place_before(scan, floor, quantity, bare=True)
        begin = scan.document.text.find(place, floor, quantity.start) if place else -1
        floor = quantity.end
        if place is None or quantity.unit not in (None, told.unit) or quantity.value is None or begin < 0:
            continue
        pieces = (Piece("place", begin, begin + len(place)), Piece("number", quantity.start, quantity.end))
        yield told._replace(
            start=begin, end=quantity.end, quantity=quantity, place=place, rule="loss.bracket", pieces=pieces
        )  # fmt: skip


def _place(scan: Scan, part: Segment, quantity: Quantity, end: int, noun: int) -> str | None:
    """The place that the count itself names, before or after it or in a bracket of its own."""
    text = scan.document.text
    for pattern, position in ((PLACE_ALONE, end + text.startswith(" (", end)), (PLACE_AFTER, end), (PLACE_AFTER, noun)):
        match = pattern.match(text, position)
        if match is not None and match.end() <= part.end:
            return match["place"]
    earlier = scan.quantities.before(quantity.start)
    return _place_before(scan, max(part.start, earlier.end) if earlier else part.start, quantity)


def _place_before(scan: Scan, floor: int, quantity: Quantity, *, bare: bool = False) -> str | None:
    window = scan.text(max(floor, quantity.qualifier_start - 70), quantity.qualifier_start)
    match = PLACE_BEFORE.search(window)
    if match is None:
        return None
    place = match["place"]
    said = bare or match["led"] or match["link"] or match["first"] is not None or place[0].islower()
    known = " " in place and said
    return place if known else None


def _made(scan: Scan, item: Item, event: Event, told: _Told) -> Loss:
    quantity = told.quantity
    return Loss(
        category=told.category, event_date=event.date, hazard=event.hazard, place=told.place or event.place,
        value=quantity.value, low=quantity.low, high=quantity.high, unit=told.unit, qualifier=quantity.qualifiers,
        as_of=event.as_of, **frame(scan, item, told.start, told.end, told.rule, *told.pieces),
    )  # fmt: skip


def _by(name: str) -> Rule[Loss]:
    return Rule(name, _PATTERNS[name], lambda scan: (one for one in find(scan) if one.rule == name))


_PATTERNS = {
    "loss.after": "<số> <đơn vị> <vật> bị <hư hỏng>: 68 ngôi nhà bị ảnh hưởng",
    "loss.shared": "<số> <vật> và <số> <vật> bị <thiệt hại>: trạng thái của vế sau là của cả hai",
    "loss.before": "<hư hỏng> <số> <vật> | <vật> bị <hư hỏng> là <số>",
    "loss.left": "<cuốn trôi> <số> <vật>, <số> <vật>: trạng thái của vế trước",
    "loss.economic": "(ước) (tổng) (giá trị) thiệt hại <số> tỷ đồng",
    "loss.part": "Trong đó, <nơi> có <số>",
    "loss.bracket": "... (<nơi> <số>, <nơi> <số>)",
}
RULES = tuple(_by(name) for name in _PATTERNS)
