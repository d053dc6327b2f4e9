"""Losses: what a disaster took, count by count, each under the event in force."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from msgspec.structs import replace

from camket.reading.lexicon import Lexicon
from camket.reading.lexing.patterns import folded
from camket.reading.lexing.tokens import Quantity
from camket.reading.matching import Found
from camket.reading.rules.frame import frame
from camket.reading.rules.loss_event import Event, items_under_events
from camket.reading.rules.loss_parts import Told, bracket_at, may_go_on, part_of, parts_in
from camket.reading.rules.loss_place import PLACE_AFTER, PLACE_ALONE, is_one_of_several, place_before
from camket.reading.rules.loss_wording import (
    Wording,
    category,
    label_nouns,
    left_nouns,
    names_before,
    nouns_end,
    says_more,
    shared_with,
    wordings,
)
from camket.reading.rules.loss_words import LossWords, Segment
from camket.reading.rules.rule import Rule
from camket.reading.scan import Scan
from camket.reading.spans import Spans
from camket.reading.statements import Loss, Piece
from camket.reading.structure.item import Item
from camket.vocabulary.folding import fold

_SILENT_ROLES = frozenset({"petition", "directive", "own_task", "target", "topic", "praise"})
_ACTED = folded(
    r"(?<!\w)(?:huy động|hỗ trợ|trợ cấp|cấp phát|cứu được|giải cứu|khắc phục|sửa chữa|xây dựng lại|xây mới|trao|tặng|thăm hỏi|vận động|điều động|nguy cơ|"
    r"có thể|dự báo|nếu|phòng ngừa|đề phòng|bố trí|gia cố|giúp|khôi phục|"
    r"thông tuyến|xuất cấp|(?<!khẩn )cấp(?! \d)|chi|nạo vét|tu sửa|duy tu|kiên cố hóa|dọn dẹp|san gạt|hót dọn|"
    r"dựng lại|làm lại|kinh phí|tổ chức di dời|tổ chức sơ tán|bàn giao)(?!\w)[^,;]{0,60}$"
)
_OWN_UNITS = frozenset({"người", "nhà", "con"})
_NUMBER_OF = folded(r"(?<!\w)(?:tổng )?số $")
_MOVED = folded(r"(?:di dời|sơ tán|di chuyển)$")
_MONEY_LABEL = folded(
    r"(?:(?:ước tính|ước|tổng cộng|sơ bộ)(?: ban đầu)? )?(?:tổng )?(?:giá trị )?(?:tổng )?thiệt hại(?!\w)"
    r"(?![^.;]{0,140}(?:hỗ trợ|kinh phí|khắc phục|khoảng cách))[^.;\d]{0,110}"
    r"(?:(?:từ|ngày|tháng|năm|bão số|số)[^.;]{0,40})?$"
)
_MONEY_ELSE = folded(r"(?:hỗ trợ|kinh phí|khắc phục|đầu tư|cấp|trích)(?!\w)[^.;]{0,60}$")
_LOSS = fold("thiệt hại")  # the word without which no money is a loss
_ESTIMATED = re.compile(folded(r"(?:ước|sơ bộ)").pattern)
_DEGREE = folded(
    r"(?: (?:hoàn toàn|cục bộ|một phần|nghiêm trọng|(?:rất )?nặng|nhẹ|sâu|toàn bộ|"
    r"(?:từ |trên |dưới |khoảng )?\d{1,3}(?: ?%)?(?: ?(?:-|đến) ?\d{1,3})? ?%(?!\d)|\d(?:,\d)?(?: ?- ?\d(?:,\d)?)? ?m))+(?!\w)"
)
_DELTA = folded(r"(?<!\w)(?:tăng|giảm)(?: thêm)? $")  # against an earlier bulletin
_ONE_OF_THEM = folded(r"(?<!\w)(?:hộ|nhà|mỗi \w+)(?: bị)? $")
_LONGEST_BRACKET = 1000  # a bracket may reach past its sentence, no further than this
_BRACKET_REACH = 25  # from a count to the bracket of its parts
_SITE, _PIECE = "điểm sạt lở", "cái"
_SITES = frozenset({"điểm", _SITE})


def find(scan: Scan) -> Iterator[Loss]:
    """Yield the losses of a document in order."""
    hazards = scan.lexicon.hazards.find(scan.key)
    words = LossWords(scan) if len(hazards) else None
    if words is None or (not len(words.states) and _LOSS not in scan.key):
        return
    last: Told | None = None
    covered = 0
    for sentence in _sentences(scan, hazards):
        if _counts_nothing(scan, sentence) or _loses_nothing(words, sentence, last):
            continue
        for heard in _heard(words, sentence):
            for told in sorted(_told(words, heard, last), key=lambda one: one.start):
                if told.start < covered:
                    continue  # a bracket that ";" parts into items was read as a whole
                last, covered = told, told.end
                yield _made(scan, heard.item, heard.event, told)


class _Heard(NamedTuple):
    """An item, its words of loss, and how each of its quantities is said to be lost."""

    item: Item
    event: Event
    part: Segment
    said: tuple[Wording | None, ...]


def _sentences(scan: Scan, hazards: Spans[Found[str]]) -> Iterator[list[tuple[Item, Event]]]:
    """The items that may tell of losses, sentence by sentence."""
    sentence: list[tuple[Item, Event]] = []
    for item, event in items_under_events(scan, hazards):
        if item.role in _SILENT_ROLES or item.future:
            continue
        if sentence and sentence[0][0].sentence != item.sentence:
            yield sentence
            sentence = []
        sentence.append((item, event))
    if sentence:
        yield sentence


def _counts_nothing(scan: Scan, sentence: list[tuple[Item, Event]]) -> bool:
    """Whether no number stands in a sentence, nor a bracket that may hold one further on: most sentences."""
    start, end = sentence[0][0].start, sentence[-1][0].end
    return not scan.quantities.within(start, end) and scan.key.find("(", start, end) < 0


def _loses_nothing(words: LossWords, sentence: list[tuple[Item, Event]], last: Told | None) -> bool:
    """Whether a sentence has no word of loss, no money, and no part of the loss before: most of a report."""
    start, end, key = sentence[0][0].start, sentence[-1][0].end, words.scan.key
    bracketed = _LONGEST_BRACKET if key.find("(", start, end) >= 0 else 0
    if words.states.within(start, end + bracketed) or key.find(_LOSS, start, end) >= 0:
        return False
    return not may_go_on(words.scan, start, (item for item, _ in sentence), last)


def _heard(words: LossWords, sentence: list[tuple[Item, Event]]) -> list[_Heard]:
    heard: list[_Heard] = []
    later: tuple[Wording | None, ...] = ()
    parts = [words.segment(item.start, item.end) for item, _ in sentence]
    apart = says_more(parts[0])  # "có 900 ha lúa; 2.400 con bò; 15 con bị chết" tells what there is
    for (item, event), part in zip(reversed(sentence), reversed(parts), strict=True):
        own = wordings(part) if part.quantities else ()
        later = own if apart or not own else shared_with(part, own, later)
        if own or words.scan.key.find("(", item.start, item.end) >= 0:
            heard.append(_Heard(item, event, part, later))
    return heard[::-1]


def _told(words: LossWords, heard: _Heard, last: Told | None) -> list[Told]:
    scan, found = words.scan, list[Told]()
    for index, wording in enumerate(heard.said):
        quantity = heard.part.quantities[index]
        told = _economic(scan, heard.part, index) if quantity.unit == "VND" else _counted(scan, heard.part, wording)
        told = _as_before(told, last) or (None if last is None else part_of(scan, heard.item, quantity, last))
        if told is not None:
            last = told
            found.append(told)
    return [*found, *_bracketed(words, heard.item, found)]


def _bracketed(words: LossWords, item: Item, found: list[Told]) -> Iterator[Told]:
    """What brackets say: losses of their own ("155 người (53 người chết)"), or parts of the count before."""
    scan, ends = words.scan, [one.end for one in found]
    for start in _openings(scan.key, item.start, item.end):
        index = bisect_right(ends, start) - 1
        outer = found[index] if index >= 0 and start <= ends[index] + _BRACKET_REACH else None
        inside = bracket_at(scan, start)
        if inside is None:
            continue
        own = list(_inside(words, inside, outer))
        yield from own or (parts_in(scan, inside, outer) if outer else ())


def _openings(key: str, start: int, end: int) -> Iterator[int]:
    while (start := key.find("(", start, end)) >= 0:
        yield start
        start += 1


def _inside(words: LossWords, inside: tuple[int, int], outer: Told | None) -> Iterator[Told]:
    """The losses that a bracket tells with states of its own: "(45 căn bị sập, 80 căn bị tốc mái)"."""
    scan, part = words.scan, words.segment(*inside)
    before = scan.quantities.before(inside[0])
    place = outer.place if outer else place_before(scan, 0, before.qualifier_start, bare=True) if before else None
    for wording in wordings(part) if part.states else ():
        told = _counted(scan, part, wording)
        if told is not None:
            yield told._replace(place=told.place or place)


def _as_before(told: Told | None, last: Told | None) -> Told | None:
    """ "tại Lào Cai 307 con" after cattle are cattle again."""
    if told and last and told.rule == "loss.left" and told.category == "animals_dead" and last.unit == told.unit:
        return told._replace(category=last.category)
    return told


def _counted(scan: Scan, part: Segment, wording: Wording | None) -> Told | None:
    if wording is None or _unsaid(scan, wording.quantity) or _acted(part, wording):
        return None
    quantity, lexicon = _whole(wording.quantity), scan.lexicon
    label = label_nouns(part, wording) if wording.mode == "before" else ()
    if label and not names_before(part, wording.states[-1].end, quantity) and wording.nouns:
        label = ()  # "làm người dân bị thương, hư hỏng 20 nhà": the noun after the number is what was lost
    nouns = label or wording.nouns or left_nouns(part, wording)
    code = category(lexicon, nouns, wording.states, quantity.unit)
    if code is None and quantity.unit in _SITES and any("roads_damaged" in one.entry for one in wording.states):
        code = "roads_damaged"
    if code is None:
        return None
    start, end = _span(part, wording, _label_start(part, label[0].start) if label else None)
    place = _place(scan, part, quantity, end, nouns_end(part, wording))
    pieces = (
        Piece("number", quantity.start, quantity.end),
        *(Piece("state", one.start, one.end) for one in wording.states),
    )
    unit = _SITE if quantity.unit in _SITES else _counted_in(lexicon, code, quantity.unit)
    return Told(start, end, quantity, code, f"loss.{wording.mode}", place, pieces, unit)


def _whole(quantity: Quantity) -> Quantity:
    """ "1.140 điểm" are sites, no score: the dot parts thousands."""
    value = quantity.value
    thousands = quantity.unit in _SITES and value is not None and value != value.to_integral_value()
    return replace(quantity, value=(value * 1000).to_integral_value()) if thousands and value is not None else quantity


def _counted_in(lexicon: Lexicon, code: str, written: str | None) -> str | None:
    """The unit; that of what is counted by its own noun: "114 gia súc", "số nhà sập: 33 cái"."""
    unit = lexicon.vocabulary.loss_categories[code].units[0]
    return unit if unit in _OWN_UNITS and written in (None, _PIECE) else written


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
    if _DELTA.search(before):
        return True
    if wording.mode == "before" and _MOVED.search(
        part.key[max(0, wording.states[-1].end - part.start - 12) : wording.states[-1].end - part.start]
    ):
        return True
    return bool(_ACTED.search(before))


def _economic(scan: Scan, part: Segment, index: int) -> Told | None:
    """ "Ước thiệt hại khoảng 175 tỷ đồng": money after a label of loss, with no other sum between."""
    quantity = part.quantities[index]
    floor = part.quantities[index - 1].end if index else part.start
    floor = max(floor, quantity.qualifier_start - 150)
    before = part.key[floor - part.start : quantity.qualifier_start - part.start]
    label = _MONEY_LABEL.search(before)
    if label is None or _MONEY_ELSE.search(before):
        return None
    start = floor + label.start()
    if _ONE_OF_THEM.search(part.key[max(0, start - part.start - 20) : start - part.start]):
        return None
    if _ESTIMATED.match(label.group()) and not quantity.qualifiers:
        quantity = replace(quantity, qualifiers=("estimate",))
    place = place_before(scan, floor, start)
    pieces = (Piece("label", start, quantity.qualifier_start), Piece("number", quantity.start, quantity.end))
    return Told(start, quantity.end, quantity, "economic_loss", "loss.economic", place, pieces, "VND")


def _place(scan: Scan, part: Segment, quantity: Quantity, end: int, noun: int) -> str | None:
    """The place that the count itself names, before or after it or in a bracket of its own."""
    text = scan.document.text
    for pattern, position in ((PLACE_ALONE, end + text.startswith(" (", end)), (PLACE_AFTER, end), (PLACE_AFTER, noun)):
        match = pattern.match(text, position)
        if match is not None and match.end() <= part.end:
            return "" if is_one_of_several(text, match) else match["place"]
    earlier = scan.quantities.before(quantity.start)
    floor = max(part.start, earlier.end) if earlier else part.start
    return place_before(scan, floor, quantity.qualifier_start)


def _made(scan: Scan, item: Item, event: Event, told: Told) -> Loss:
    quantity = told.quantity
    return Loss(
        category=told.category, event_date=event.date, hazard=event.hazard, place=(event.place if told.place is None else told.place) or None,
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
