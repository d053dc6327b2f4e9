"""Dates: every way a day or a few days are printed, with the year resolved where it is not."""

import datetime
import re

from msgspec.structs import replace

from camket.reading.lexing.calendar_days import day, past
from camket.reading.lexing.patterns import folded
from camket.reading.lexing.setting import Setting
from camket.reading.lexing.tokens import DateMention

# What may stand before the digits of a day; after one of these "8-2" and "8.2" are days as well.
_LEAD = r"(?:(?:rạng )?(?:sáng|trưa|chiều|tối|đêm)(?: nay| qua)?(?: ngày)?|vào ngày|ngày\n?|hôm|hôm nay|hôm qua|mùng|mồng|kể từ ngày) ?[(,]? ?(?:ngày )?"
_DAY, _MONTH, _YEAR = r"(?P<d>[0-3]?\d)", r"(?P<m>[01]?\d)", r"(?P<y>(?:19|20)\d\d)"
_EARLIER = r"(?:(?P<d0>[0-3]?\d)(?: ?(?:-|,|và) ?| đến (?:ngày )?))?"
_STOP = r"(?![\d/%]|[.,]\d)"
_FULL = re.compile(rf"(?:(?P<d0>[0-3]?\d) ?[-,] ?)?{_DAY} ?(?P<sep>[/.-]) ?{_MONTH} ?(?P=sep) ?{_YEAR}(?!\d)")
_CROSS_MONTH = re.compile(rf"(?P<d0>[0-3]?\d)/(?P<m0>[01]?\d) ?- ?{_DAY}/{_MONTH}/{_YEAR}(?!\d)")
_ISO = re.compile(r"(?P<y>(?:19|20)\d\d)-(?P<m>[01]\d)-(?P<d>[0-3]\d)(?!\d)")
_BARE = re.compile(rf"(?:(?P<d0>[0-3]?\d) ?[-,] ?)?{_DAY}/{_MONTH}{_STOP}(?! ?(?:m2|ha|km|tấn|xã|hộ|m3)(?!\w))")
_LED_WORDS = folded(
    rf"{_LEAD}{_EARLIER}{_DAY}[ \n]tháng[ \n]{_MONTH}(?:[ \n]?(?:,? ?năm|/|-)[ \n]?{_YEAR}(?!\d))?(?!\w)"
)
_LED_FULL = folded(rf"{_LEAD}{_EARLIER}{_DAY} ?(?P<sep>[/.-]) ?{_MONTH} ?(?P=sep) ?{_YEAR}(?!\d)")
_LED_SHORT = folded(rf"{_LEAD}{_EARLIER}{_DAY} ?[/.-] ?{_MONTH}{_STOP}")
_LED_CROSS = folded(
    rf"{_LEAD}(?P<d0>[0-3]?\d)[/.-](?P<m0>[01]?\d)(?:/(?P<y0>(?:19|20)\d\d))?"
    rf"(?: ?- ?| (?:đến|và) (?:hết )?(?:ngày )?){_DAY}[/.-]{_MONTH}(?:[/.-]{_YEAR})?{_STOP}"
)
_TODAY = folded(r"(?:sáng|trưa|chiều|tối) nay(?!\w)|hôm nay(?!\w)")
_YESTERDAY = folded(r"(?:hôm|đêm|chiều|tối) qua(?!\w)")
DATE_STARTS = (
    "sáng", "trưa", "chiều", "tối", "đêm", "rạng sáng", "vào ngày", "ngày", "hôm nay", "hôm qua", "mùng", "mồng", "hôm", "kể từ ngày",
)  # fmt: skip


def led_date(setting: Setting, start: int) -> DateMention | None:
    """Return the date that a leading word announces: "ngày 24 tháng 10 năm 2022", "sáng 8-2", "hôm nay"."""
    for pattern in (_LED_CROSS, _LED_FULL, _LED_WORDS, _LED_SHORT):
        match = pattern.match(setting.key, start)
        made = _made(match, setting.published) if match else None
        if made is not None:
            return replace(made, end=_bracket_closed(setting.key, made))
    return _relative(setting, start)


def _bracket_closed(key: str, made: DateMention) -> int:
    """ "sáng nay (25/6)" keeps its closing bracket."""
    return made.end + 1 if "(" in key[made.start : made.end] and key.startswith(")", made.end) else made.end


def bare_date(setting: Setting, start: int) -> DateMention | None:
    """Return the date in digits at ``start`` that its shape alone makes one: "25/7/2024", "7-8/9", "2020-04-25"."""
    for pattern in (_CROSS_MONTH, _FULL, _ISO):
        match = pattern.match(setting.key, start)
        made = _made(match, setting.published) if match else None
        if made is not None:
            return made
    return None


def short_date(setting: Setting, start: int) -> DateMention | None:
    """Return the day and month at ``start`` ("8/2"); the caller has seen that it is no fraction."""
    match = _BARE.match(setting.key, start)
    return _made(match, setting.published) if match else None


def _made(match: re.Match[str], published: datetime.date | None) -> DateMention | None:
    found = match.groupdict()
    year, month, number = found.get("y"), int(found["m"]), int(found["d"])
    if day(int(year or 2000), month, number) is None:
        return None
    last = day(int(year), month, number) if year else past(month, number, published)
    first = _first(found, last)
    if last is not None and first is None:
        return None
    return DateMention(match.start(), match.end(), first, last, year is not None)


def _first(found: dict[str, str | None], last: datetime.date | None) -> datetime.date | None:
    """The first day of "7-8/9" or "28/7 - 2/8", else the last."""
    number = found.get("d0")
    if last is None or not number:
        return last
    month = int(found.get("m0") or last.month)
    first = day(int(found.get("y0") or last.year), month, int(number))
    if first is not None and first > last and month > last.month:
        first = day(last.year - 1, month, int(number))
    return first if first is not None and first <= last else None


def _relative(setting: Setting, start: int) -> DateMention | None:
    published = setting.published
    match = _TODAY.match(setting.key, start)
    if match:
        return DateMention(start, match.end(), published, published, year_written=False)
    match = _YESTERDAY.match(setting.key, start)
    if match is None:
        return None
    before = published - datetime.timedelta(days=1) if published and published.toordinal() > 1 else None
    return DateMention(start, match.end(), before, before, year_written=False)
