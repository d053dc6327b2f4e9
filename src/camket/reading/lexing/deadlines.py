"""Deadlines: by when something is owed, as an ISO date or period where one follows, else in words."""

import datetime
import re
from collections.abc import Callable
from functools import cache

import msgspec

from camket.reading.lexing.calendar_days import coming, day
from camket.reading.lexing.numerals import SPELLED_STARTS, spelled
from camket.reading.lexing.patterns import any_of, folded
from camket.reading.lexing.sought import Sought
from camket.vocabulary.anniversary import anniversary, event_dates
from camket.vocabulary.folding import fold
from camket.vocabulary.period import Period


class Deadline(msgspec.Struct, frozen=True, gc=False):
    """A deadline and its words' place. ``iso_or_words``: "2024-09-30", "2025-Q3", "10 working days", "end of term"."""

    start: int
    end: int
    iso_or_words: str


_Maker = Callable[[re.Match[str], datetime.date | None], str | None]
_BY = (
    r"(?:trước|chậm nhất(?: là)?(?: trước| đến| vào| trong)?|muộn nhất(?: là)?(?: đến| vào)?|hạn chót(?: là)?|hạn cuối(?: là)?|đến hết|hết|đến|"
    r"ngay trong|trong|xong trong|xong trước|vào|thời hạn(?: là| đến)?|cuối|tối đa(?: là)?(?: đến)?|nội trong)"
)
_Y = r"(?P<y>(?:19|20)\d\d)(?!\d)"
_HOUR = r"(?:(?:\d{1,2} ?(?:h|giờ)(?: ?\d{1,2})?(?: phút)?(?:,| của)? ?)?(?:ngày )?)"
_DATE = Sought(
    rf"{_BY} {_HOUR}(?P<d>[0-3]?\d) ?(?:[/.-]| tháng ) ?(?P<m>[01]?\d)(?:(?: ?[/.-] ?|,? năm ){_Y})?(?![\d%/])"
)
_MONTH = Sought(
    rf"{_BY} (?:cuối |đầu |giữa |hết )?(?:t|tháng ?)(?P<m>[01]?\d)(?:(?: ?[/.-] ?|,? năm ){_Y}| năm nay| tới)?(?![\d%/])"
)
_QUARTER = Sought(rf"{_BY} (?:cuối |đầu |hết )?quý (?P<q>iii|ii|iv|i|[1-4])(?!\w)(?:(?: ?[/-] ?|,? năm | ){_Y})?")
_COUNT = Sought(
    rf"(?:trong|sau)(?: thời hạn| vòng| thời gian| khoảng)? (?:tối đa )?(?:không quá )?"
    rf"(?:(?P<n>\d{{1,3}})|(?P<w>{any_of(SPELLED_STARTS)})) (?P<u>ngày làm việc|ngày|tuần|tháng)"
    r"(?! (?:đầu|cuối|qua|năm|gần|kể từ đầu))(?!\w)"
)
_YEAR = Sought(rf"(?:{_BY}|cuối|đến cuối|hết) năm {_Y}")
_YEAR_END = Sought(r"(?:đến cuối|trước cuối|cuối|hết|đến hết|trước khi hết) năm(?: nay)?(?! học)(?!\w)(?! \d)")
_THIS_YEAR = Sought(r"(?:ngay trong|trong) năm nay(?!\w)")
_TERM = Sought(
    r"(?:(?:trong )?thời gian còn lại của|(?:đến )?hết|(?:đến )?cuối|trong) (?:cả )?nhiệm kỳ(?! (?:19|20))(?: này)?(?!\w)"
)
_EVERY = Sought(
    r"(?:định kỳ )?(?:hằng|hàng|mỗi) (?P<e>tuần|tháng|quý|năm)(?!\w)|định kỳ (?P<f>tuần|tháng|quý|năm)(?!\w)"
)
_EVENT = Sought(
    r"ngay (?:sau(?: khi)?|trong|tại) (?!(?:tháng|quý|năm|ngày|đó|này)(?!\w))[^.,;\n()]{3,60}"
    r"|trước (?:kỳ họp|mùa (?:mưa|khô|bão|lũ)|tết|thềm|khi|năm học|thời điểm|đại hội)[^.,;\n()]{0,50}"
)
_NOT_AN_END = folded(r"(?:tháng|tuần|ngày|những tháng|nhiệm vụ|6 tháng|quý) $")
_WORKING = {"ngày làm việc": "working days", "ngày": "days", "tuần": "weeks", "tháng": "months"}
_FREQUENCY = {"tuần": "weekly", "tháng": "monthly", fold("quý"): "quarterly", "năm": "yearly"}
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "1": 1, "2": 2, "3": 3, "4": 4}


def deadline(
    key: str, start: int, end: int, published: datetime.date | None, text: str | None = None
) -> Deadline | None:
    """Return the first deadline in ``key[start:end]``; words are quoted from ``text``, from ``key`` without it.

    A day or month without a year is the next one from ``published`` on, for what is owed lies ahead.
    """
    found = [one for pattern, make in _patterns() if (one := _first(pattern, make, key, start, end, published, text))]
    return min(found, key=lambda one: (one.start, -one.end), default=None)


def _first(
    pattern: Sought, make: _Maker, key: str, start: int, end: int, published: datetime.date | None,
    text: str | None,
) -> Deadline | None:  # fmt: skip
    position = start
    while (match := pattern.search(key, position, end)) is not None:
        position = match.end()
        if match.start() > start and key[match.start() - 1].isalnum():
            continue
        if pattern is _YEAR_END and _NOT_AN_END.search(key[max(start, match.start() - 14) : match.start()]):
            continue
        meaning = make(match, published)
        if meaning is not None:
            words = (text or key)[match.start() : match.end()].rstrip()
            return Deadline(match.start(), match.start() + len(words), meaning or words)
    return None


def _date(match: re.Match[str], published: datetime.date | None) -> str | None:
    month, number = int(match["m"]), int(match["d"])
    if match["y"]:
        when = day(int(match["y"]), month, number)
    else:
        when = coming(month, number, published)
        if when is None and day(2000, month, number):
            return ""  # a day of an unknown year stays in words
    return when.isoformat() if when else None


def _month(match: re.Match[str], published: datetime.date | None) -> str | None:
    month = int(match["m"])
    if not 1 <= month <= 12:
        return None
    if match["y"]:
        return Period.of_month(int(match["y"]), month).iso
    if published is None:
        return ""
    return Period.of_month(published.year + (month < published.month), month).iso


def _quarter(match: re.Match[str], published: datetime.date | None) -> str | None:
    quarter = _ROMAN[match["q"]]
    if match["y"]:
        return Period.of_quarter(int(match["y"]), quarter).iso
    if published is None:
        return ""
    return Period.of_quarter(published.year + (3 * quarter < published.month), quarter).iso


def _count(match: re.Match[str], _published: datetime.date | None) -> str | None:
    number = spelled(match.string, match.start("w")) if match["w"] else None
    return f"{match['n'].lstrip('0') or '0' if match['n'] else number.value if number else ''} {_WORKING[match['u']]}"


def _year(match: re.Match[str], _published: datetime.date | None) -> str:
    at_end = any(word in match.group() for word in ("cuối", "hết"))
    return f"{match['y']}-12-31" if at_end else match["y"]


def _this_year(_match: re.Match[str], published: datetime.date | None) -> str:
    return str(published.year) if published else ""


def _frequency(match: re.Match[str], _published: datetime.date | None) -> str:
    return _FREQUENCY[match["e"] or match["f"]]


def _anniversary(match: re.Match[str], _published: datetime.date | None) -> str | None:
    when = anniversary(event_dates()[match["event"]], int(match["n"]))
    return when.isoformat() if when else None


@cache
def _patterns() -> tuple[tuple[Sought, _Maker], ...]:
    events = any_of(tuple(event_dates()))
    anniversaries = Sought(rf"kỷ niệm (?:lần thứ )?(?P<n>\d{{1,3}}) năm (?:ngày )?(?P<event>{events})(?!\w)")
    return (
        (_DATE, _date), (_MONTH, _month), (_QUARTER, _quarter), (_COUNT, _count), (_YEAR, _year),
        (_THIS_YEAR, _this_year), (_YEAR_END, lambda _match, _published: "end of year"),
        (_TERM, lambda _match, _published: "end of term"), (_EVERY, _frequency), (anniversaries, _anniversary),
        (_EVENT, lambda _match, _published: ""),
    )  # fmt: skip
