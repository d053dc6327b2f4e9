"""The event that losses belong to: its day, hazard and place, in force until another is told of."""

import datetime
import re
from bisect import bisect_left
from collections.abc import Iterator
from typing import NamedTuple

from camket.reading.lexing.patterns import folded
from camket.reading.lexing.sought import Sought
from camket.reading.matching import Found
from camket.reading.rules.loss_place import names_several, place_of, several_units
from camket.reading.scan import Scan
from camket.reading.spans import Spans
from camket.reading.structure.item import Item
from camket.vocabulary.folding import fold

_REACH = 1500  # characters for which a hazard once named stays the subject
_REPORT_REACH = 110
"""How far after a day words may stand by which it is the day of a report."""
_UNNAMED = "unspecified"
_REPORTED = Sought(
    r"(?:cho biết|thông tin|cho hay|thống kê|theo báo cáo|báo cáo nhanh|báo cáo của|thông báo|cập nhật|họp|kiểm tra)"
)
_SUFFERED = (fold("bị "), fold("điểm "), fold("vị trí "))
_AGENTS = tuple(fold(word) for word in ("lũ", "bão", "mưa", "lốc", "sét", "dông", "giông", "nước", "gió", "sóng"))
_COMPARED = folded(r"(?:so với|báo cáo|thống kê)(?!\w)[^.;]{0,40}$")
_GUARDED = folded(
    r"(?:nguy cơ(?: rất| cao)*(?: xảy ra)?|dự báo|cảnh báo|đề phòng|có thể|phòng(?:,| và)? chống|ứng phó(?: với)?|"
    r"công tác|khắc phục hậu quả|ban chỉ đạo|quỹ|về|phòng ngừa) ?(?:(?:thiên tai|lụt|lũ|bão)(?:,| và| -)? )?$"
)
_OTHER_CAUSE = Sought(
    r"(?:tai nạn|tngt|va chạm|hỏa hoạn|vụ cháy(?! rừng)|cháy,? nổ|cháy và nổ|vụ nổ|"
    r"đuối nước|dịch tả|dịch bệnh|lở mồm|ma túy|ngộ độc|chập điện|chập cháy|covid|ung thư|hiv)"
)
_NUMBER = folded(r"(?: số)? \d{1,2}(?!\d|[/.,]\d)")
_STORM_NUMBER = re.compile(r"^.*(?=bão số)")  # "hoàn lưu cơn bão số 3" is a part of "bão số 3"
_NAMED_STORM = re.compile(r"bão số \d")


class Event(NamedTuple):
    """What is known of the event in force."""

    date: datetime.date | None = None
    hazard: str | None = None
    place: str | None = None
    as_of: datetime.date | None = None
    position: int = -_REACH
    line: int = -1


def items_under_events(scan: Scan, hazards: Spans[Found[str]]) -> Iterator[tuple[Item, Event]]:
    """Yield the items that may tell of losses, each with the event it belongs to; ``hazards`` are the text's."""
    event, headline, ahead = Event(), _in_headline(scan, hazards), _ahead(scan, hazards)
    elsewhere, line = -1, -1  # the sentence and the line that tell of another cause
    several = several_units(scan)
    news = _news(scan, hazards, several)
    for item in scan.items:
        first = bisect_left(news, item.start)
        if item.as_of is not None or (first < len(news) and news[first] < item.end):
            event = _updated(scan, item, hazards, event, several)
        if _OTHER_CAUSE.search(scan.key, item.start, item.end) and not hazards.within(item.start, item.end):
            elsewhere, line = item.sentence, item.line
        if item.sentence == elsewhere:
            continue
        if item.start - event.position < _REACH or headline:
            yield item, event
        elif 0 <= ahead.position - item.start < _REACH and item.line != line:
            yield item, event._replace(hazard=ahead.hazard)


def _news(scan: Scan, hazards: Spans[Found[str]], several: list[int]) -> list[int]:
    """Where something stands that may change the event in force; an item without any leaves it as it is."""
    places = [*several, *(one.start for one in hazards)]
    places += (match.start() for match in re.finditer("xảy ra", scan.key))
    places += (one.start for one in scan.periods if one.role == "as_of" and one.period is not None)
    places += (one.start for one in scan.dates if _REPORTED.search(scan.key, one.end, one.end + _REPORT_REACH))
    return sorted(places)


def _ahead(scan: Scan, hazards: Spans[Found[str]]) -> Event:
    """The first hazard told of; a page that was cut from a longer one counts the losses before it names their cause."""
    first = next((one for one in hazards if _counts(scan, one)), None)
    if first is None:
        return Event()
    return Event(hazard=None if first.entry == _UNNAMED else _numbered(scan, first), position=first.start)


def _in_headline(scan: Scan, hazards: Spans[Found[str]]) -> bool:
    """Whether the document's first line, its headline, names a hazard."""
    first = scan.lines[0] if scan.lines else None
    return first is not None and any(_counts(scan, one) for one in hazards.within(first.start, first.end))


def _counts(scan: Scan, hazard: Found[str]) -> bool:
    """A hazard that is guarded against has not happened."""
    return not _GUARDED.search(scan.key[max(0, hazard.start - 40) : hazard.start])


def _updated(scan: Scan, item: Item, hazards: Spans[Found[str]], event: Event, several: list[int]) -> Event:
    told = [one for one in hazards.within(item.start, item.end) if _counts(scan, one)]
    as_of = item.as_of or _as_of(scan, item) or event.as_of
    if not told and scan.key.find("xảy ra", item.start, item.end) < 0:
        if names_several(scan, item, several):
            return event._replace(as_of=as_of, place="")
        return event if as_of is event.as_of else event._replace(as_of=as_of)
    named = next((_numbered(scan, one) for one in told if one.entry != _UNNAMED and not _is_state(scan, one)), None)
    date, place = _date(scan, item), place_of(scan, item)
    hazard = named if named and (date or place or not event.hazard) else event.hazard
    if event.hazard and hazard and "số" not in hazard:
        brought = (
            item.line == event.line and _NAMED_STORM.match(event.hazard) is not None
        )  # the rain and floods of a storm
        hazard = event.hazard if hazard in event.hazard or brought else hazard  # "bão" after "bão số 3" is that storm
    if date and event.date and date != event.date:
        # another day: another event, whose place is not the last one's, nor its hazard unless it bears its name
        hazard = event.hazard if event.hazard and named and named in event.hazard else named
        event = Event(as_of=as_of)
    if place is None:
        place = event.place
    return Event(date or event.date, hazard, place, as_of, told[-1].start if told else item.start, item.line)


def _is_state(scan: Scan, hazard: Found[str]) -> bool:
    """ "12 ha bị ngập úng": what became of the field, not what came over it."""
    return scan.key.endswith(_SUFFERED, 0, hazard.start) and not scan.key.startswith(_AGENTS, hazard.start)


def _numbered(scan: Scan, hazard: Found[str]) -> str:
    """The hazard's words, "bão số 3" with its number."""
    number = _NUMBER.match(scan.key, hazard.end)
    words = scan.text(hazard.start, number.end() if number else hazard.end).lower()
    return _STORM_NUMBER.sub("", words) if number else words


def _date(scan: Scan, item: Item) -> datetime.date | None:
    """The day on which it happened, not that of the report."""
    days = [
        one for one in scan.dates.within(item.start, item.end)
        if one.first is not None and not _REPORTED.search(scan.key, one.end, min(item.end, one.end + _REPORT_REACH))
        and not _COMPARED.search(scan.key[max(item.start, one.start - 50) : one.start])
    ]  # fmt: skip
    single = [one for one in days if one.first == one.last]
    return (single or days)[-1].first if days else None


def _as_of(scan: Scan, item: Item) -> datetime.date | None:
    for period in scan.periods.within(item.start, item.end):
        if period.role == "as_of" and period.period is not None:
            return period.period.last
    for one in scan.dates.within(item.start, item.end):
        if one.last is not None and _REPORTED.search(scan.key, one.end, min(item.end, one.end + _REPORT_REACH)):
            return one.last
    return None
