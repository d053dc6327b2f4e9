"""The event that losses belong to: its day, hazard and place, in force until another is told of."""

import datetime
import re
from collections.abc import Iterator
from typing import NamedTuple

from camket.reading.lexing.patterns import folded
from camket.reading.matching import Found
from camket.reading.rules.citation_parts import UPPER
from camket.reading.scan import Scan
from camket.reading.spans import Spans
from camket.reading.structure.item import Item

_REACH = 1500  # characters for which a hazard once named stays the subject
_UNNAMED = "unspecified"
_REPORTED = folded(
    r"(?:cho biết|thông tin|cho hay|thống kê|theo báo cáo|báo cáo nhanh|báo cáo của|thông báo|cập nhật|họp|kiểm tra)"
)
_GUARDED = folded(
    r"(?:phòng(?:,| và)? chống|ứng phó(?: với)?|công tác|khắc phục hậu quả|ban chỉ đạo|quỹ|về|phòng ngừa) ?(?:thiên tai(?:,| và| -)? )?$"
)
_OTHER_CAUSE = folded(
    r"(?:tai nạn|tngt|va chạm|hỏa hoạn|vụ cháy(?! rừng)|đuối nước|dịch tả|dịch bệnh|lở mồm|ma túy|ngộ độc|chập điện|chập cháy|covid|ung thư|hiv)"
)
_LEVELS = (
    "bản",
    "thôn",
    "ấp",
    "khóm",
    "khu phố",
    "tổ dân phố",
    "xã",
    "phường",
    "thị trấn",
    "huyện",
    "thị xã",
    "quận",
    "thành phố",
    "tỉnh",
)
_NUMBER = folded(r"(?: số)? \d{1,2}(?![\d/.,])")
BRACKET = re.compile(r"\([^()]{0,900}\)?")
_NAME = rf"[{UPPER}][^\W\d_]*(?:[ -][{UPPER}][^\W\d_]*){{0,4}}"
_UNIT_NAME = rf"(?:{'|'.join(sorted(_LEVELS, key=len, reverse=True))}|TP\.?|TX\.?) (?:{_NAME}|\d{{1,2}}(?!\d))"
_REGIONS = "Nam Trung Bộ|Bắc Trung Bộ|Tây Nguyên|Tây Bắc|Đông Bắc|Bắc Bộ|Trung Bộ|Nam Bộ|miền Trung|miền Bắc|miền núi phía Bắc|Đồng bằng sông Cửu Long"
_WIDE = re.compile(
    rf"(?:tại|ở|trên địa bàn|Tại|Ở) (?P<place>{_REGIONS}|"
    rf"(?!(?:Ban|Hội|Ủy|Sở|Bộ|Công|Đoàn|Đảng|Văn|Trung|Chi|Tổng|Cục|Trường|Trạm|Nhà|Việt)[ -])[{UPPER}][^\W\d_]+(?:[ -][{UPPER}][^\W\d_]*){{1,3}})"
)
_HAPPENED = re.compile(rf"(?:[Tt]rên địa bàn|[Tt]ại|[Ởở]|thuộc|địa bàn) (?:địa bàn |khu vực )?(?P<place>{_UNIT_NAME})")
PLACE_BEFORE = re.compile(
    rf"(?P<first>^|[,;(] ?|trong đó |riêng )?(?:(?P<led>(?:tại|ở|riêng|Tại|Ở|Riêng|là|địa bàn) (?:các |địa bàn )?)?"
    rf"(?P<place>{_UNIT_NAME}|{_NAME})(?P<link> (?:có|với|làm|là|bị|ghi nhận|thiệt hại|đã có)|:|,)?)[ :]{{0,2}}"
    r"(?:có |là |trên |hơn |gần |khoảng |ước |bị |làm )*$"
)
PLACE_AFTER = re.compile(rf" (?:tại|ở|thuộc|trên địa bàn) (?P<place>{_UNIT_NAME}|{_NAME})")
PLACE_ALONE = re.compile(rf"\(\s*(?:ở |tại )?(?P<place>{_UNIT_NAME}|{_NAME})\s*\)")


class Event(NamedTuple):
    """What is known of the event in force."""

    date: datetime.date | None = None
    hazard: str | None = None
    place: str | None = None
    as_of: datetime.date | None = None
    position: int = -_REACH


def items_under_events(scan: Scan) -> Iterator[tuple[Item, Event]]:
    """Yield the items that may tell of losses, each with the event it belongs to."""
    hazards = scan.lexicon.hazards.find(scan.key)
    if not len(hazards):
        return
    event, headline = Event(), _in_headline(scan, hazards)
    for item in scan.items:
        event = _updated(scan, item, hazards, event)
        near = item.start - event.position < _REACH or headline
        if near and not (
            _OTHER_CAUSE.search(scan.key, item.start, item.end) and not hazards.within(item.start, item.end)
        ):
            yield item, event


def _in_headline(scan: Scan, hazards: Spans[Found[str]]) -> bool:
    """Whether the document's first line, its headline, names a hazard."""
    first = scan.lines[0] if scan.lines else None
    return first is not None and any(_counts(scan, one) for one in hazards.within(first.start, first.end))


def _counts(scan: Scan, hazard: Found[str]) -> bool:
    """A hazard that is guarded against has not happened."""
    return not _GUARDED.search(scan.key[max(0, hazard.start - 40) : hazard.start])


def _updated(scan: Scan, item: Item, hazards: Spans[Found[str]], event: Event) -> Event:
    told = [one for one in hazards.within(item.start, item.end) if _counts(scan, one)]
    happened = "xảy ra" in scan.key[item.start : item.end]
    as_of = item.as_of or _as_of(scan, item) or event.as_of
    if not told and not happened:
        return event._replace(as_of=as_of)
    named = next((_numbered(scan, one) for one in told if one.entry != _UNNAMED), None)
    date, place = _date(scan, item), _place(scan, item)
    hazard = named if named and (date or place or not event.hazard) else event.hazard
    if date and event.date and date != event.date:
        event = Event(as_of=as_of)  # another day: another event, whose place and hazard are not the last one's
        hazard = named
    return Event(date or event.date, hazard, place or event.place, as_of, told[-1].start if told else item.start)


def _numbered(scan: Scan, hazard: Found[str]) -> str:
    """The hazard's words, "bão số 3" with its number."""
    number = _NUMBER.match(scan.key, hazard.end)
    return scan.text(hazard.start, number.end() if number else hazard.end).lower()


def _date(scan: Scan, item: Item) -> datetime.date | None:
    """The day on which it happened, not that of the report."""
    days = [
        one for one in scan.dates.within(item.start, item.end)
        if one.first is not None and not _REPORTED.search(scan.key, one.end, min(item.end, one.end + 110))
    ]  # fmt: skip
    single = [one for one in days if one.first == one.last]
    return (single or days)[-1].first if days else None


def _as_of(scan: Scan, item: Item) -> datetime.date | None:
    for period in scan.periods.within(item.start, item.end):
        if period.role == "as_of" and period.period is not None:
            return period.period.last
    for one in scan.dates.within(item.start, item.end):
        if one.last is not None and _REPORTED.search(scan.key, one.end, min(item.end, one.end + 110)):
            return one.last
    return None


def _place(scan: Scan, item: Item) -> str | None:
    """The deepest unit that the item says it happened in."""
    counts = [one.start for one in scan.quantities.within(item.start, item.end) if one.unit]
    told = BRACKET.sub("", scan.text(item.start, min(counts, default=item.end)))
    found = [match["place"] for match in _HAPPENED.finditer(told)]
    wide = None if found else _WIDE.search(told)
    return wide["place"] if wide else min(found, key=_depth, default=None)


def _depth(place: str) -> int:
    return next((level for level, word in enumerate(_LEVELS) if place.lower().startswith(word)), len(_LEVELS))
