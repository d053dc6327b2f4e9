"""Periods in words: years, quarters, "6 tháng đầu năm", terms, seasons, and what they are to a figure."""

import datetime
import re
from collections.abc import Callable

from camket.reading.lexing.calendar_days import day, past
from camket.reading.lexing.patterns import folded
from camket.reading.lexing.setting import Setting
from camket.reading.lexing.tokens import PeriodMention
from camket.vocabulary.folding import fold
from camket.vocabulary.period import Period

_Y = r"(?:19|20)\d\d(?!\d)"
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "1": 1, "2": 2, "3": 3, "4": 4}
_COUNTS = {"ba": 3, "sáu": 6, "chín": 9, "hai": 2, "bốn": 4}
_SPAN = folded(
    rf"(?P<word>giai đoạn|thời kỳ|nhiệm kỳ|niên khóa|các năm|năm học|niên vụ|từ năm|năm|vụ (?:lúa )?(?:đông xuân|chiêm xuân|mùa|xuân|đông|hè thu|thu đông))"
    rf" ?(?:năm )?(?P<a>{_Y})(?: ?(?:-|đến(?: hết)?(?: năm)?) ?(?:năm )?(?P<b>{_Y}))?(?!\d)"
)
_YEARS = re.compile(rf"(?P<a>{_Y}) ?- ?(?P<b>{_Y})")
_GLUED_YEARS = folded(r"(?P<word>giai đoạn|thời kỳ|nhiệm kỳ) (?P<a>(?:19|20)\d\d)(?P<b>(?:19|20)\d\d)(?!\d)")
_VISION = folded(rf"tầm nhìn(?: (?:đến|tới))?(?: năm)? (?P<a>{_Y})")
_QUARTER = folded(
    rf"quý (?P<q>iii|ii|iv|i|[1-4])(?!\w)(?:(?: ?/ ?| ?- ?|,? năm )(?P<a>{_Y})| năm (?P<rel>nay|trước|ngoái))?"
)
_MONTHS = folded(
    rf"(?:t|tháng) ?(?P<m>[01]?\d)(?:(?: ?[/.-] ?| ?,? năm |, )(?P<a>{_Y})| năm (?P<rel>nay|trước|ngoái))?(?![\d%/]|[.,]\d)"
)
_MONTH_YEAR = re.compile(rf"(?P<m>0?[1-9]|1[0-2]) ?/ ?(?P<a>{_Y})(?!/)")
_SOME_MONTHS = folded(
    rf"(?P<n>\d{{1,2}}|ba|sáu|chín|hai|bốn) tháng(?: {{1,2}}(?P<side>đầu|cuối))?(?: của)?"
    rf"(?: năm(?: học)?| ?/)(?: ?(?P<a>{_Y})| (?P<rel>nay|trước|ngoái))?(?!\w)"
)
_PAST_MONTHS = folded(r"(?P<n>\d{1,2}|ba|sáu|chín|hai|bốn) tháng(?: vừa)? qua(?!\w)|(?P<m>[369]|1[01]) tháng(?=,)")
_OPENS = ("trong ", "\n", ". ")
_HALF = folded(rf"nửa (?P<side>đầu|cuối) năm(?: (?P<a>{_Y})| (?P<rel>nay|trước|ngoái))?(?!\w)")
_SAME = folded(rf"cùng kỳ(?: (?:của )?năm (?:(?P<a>{_Y})|(?P<rel>trước|ngoái|nay))| (?P<b>{_Y}))?(?!\w)")
_RELATIVE = folded(
    r"năm (?P<rel>nay|ngoái|trước|qua|sau|tới)(?!\w)|(?P<month>tháng (?:này|trước|qua))(?!\w)"
    r"|(?:từ )?đầu năm đến nay(?!\w)|từ đầu năm(?!\w)"
)
_TERM = folded(
    r"(?:từ )?(?:đầu|nửa đầu|nửa|giữa|cuối) nhiệm kỳ(?: đến nay)?(?!\w)|nhiệm kỳ (?:này|qua|tới|trước|mới)(?!\w)|từ đầu nhiệm kỳ(?: đến nay)?(?!\w)"
)
_AS_OF = folded(
    rf"(?:tính đến|đến thời điểm|đến hết|tính tới|tính đến hết|đến)(?: thời điểm)?(?: ngày)? (?P<d>[0-3]?\d)[/.-](?P<m>[01]?\d)(?:[/.-](?P<a>{_Y}))?(?![\d%])"
    rf"|(?:tính )?đến (?:hết |cuối )?tháng (?P<mm>[01]?\d)(?:(?:[/.-]| năm )(?P<aa>{_Y}))?(?![\d%/])"
)
_YEAR_END = folded(rf"(?:đầu|cuối) năm (?P<a>{_Y})")
_COMPARED = folded(
    r"(?:so (?:với|cùng)|so)(?: (?:cùng kỳ|thời điểm|cùng thời điểm|thực hiện|đầu|cuối|số|kết quả|mức|vụ|của|số liệu|giá trị))*(?: \(?của)? ?$"
)
PERIOD_STARTS = (
    "giai đoạn", "thời kỳ", "nhiệm kỳ", "niên khóa", "các năm", "năm học", "niên vụ", "từ năm", "năm", "vụ", "tầm nhìn", "quý", "tháng",
    "nửa đầu năm", "nửa cuối năm", "cùng kỳ", "từ đầu năm", "đầu năm", "cuối năm", "đầu nhiệm kỳ", "nửa đầu nhiệm kỳ", "nửa nhiệm kỳ", "giữa nhiệm kỳ",
    "cuối nhiệm kỳ", "từ đầu nhiệm kỳ", "tính đến", "tính tới",
    "đến", "đến hết", "đến thời điểm", "ba tháng", "sáu tháng", "chín tháng", "hai tháng", "bốn tháng",
)  # fmt: skip

_Found = tuple[Period | None, str]
_ROLES = {
    "giai đoạn": "span",
    "thời kỳ": "span",
    "nhiệm kỳ": "term",
    "niên khóa": "term",
    "các năm": "span",
    "từ năm": "span",
}


def led_period(setting: Setting, start: int) -> PeriodMention | None:
    """Return the period that begins with a word at ``start``."""
    for pattern, make in _BY_OPENING.get(setting.key[start : start + _OPENING], _OF_MONTHS):
        match = pattern.match(setting.key, start)
        found = make(match, setting.published) if match else None
        if match and found:
            return _mention(setting, match, *found)
    return None


def digit_period(setting: Setting, start: int) -> PeriodMention | None:
    """Return the period that begins with digits at ``start``: "6 tháng đầu năm 2024", "2021 - 2025", "6/2024"."""
    for pattern, make in _DIGIT_LED:
        match = pattern.match(setting.key, start)
        found = make(match, setting.published) if match else None
        if match and found:
            return _mention(setting, match, *found)
    return None


def _mention(setting: Setting, match: re.Match[str], period: Period | None, role: str) -> PeriodMention:
    published = setting.published
    compared = role in ("period", "span") and _COMPARED.search(setting.key[max(0, match.start() - 40) : match.start()])
    if compared:
        role = "baseline"
    elif role == "period" and period and published and period.first > published:
        role = "future"
    return PeriodMention(match.start(), match.end(), period, role)


def _year(match: re.Match[str], published: datetime.date | None) -> int | None:
    """The year written, or meant by "năm trước", or the year of publication."""
    found = match.groupdict()
    if found.get("a"):
        return int(found["a"])
    back = 1 if found.get("rel") in ("trước", "ngoái") else 0
    return published.year - back if published else None


def _span(match: re.Match[str], _published: datetime.date | None) -> _Found | None:
    word, first, last = match["word"], int(match["a"]), match["b"]
    role = _ROLES_FOLDED.get(word, "period")
    if last is None:
        return (Period.of_year(first), "period")
    return (Period.of_years(first, int(last)), "span" if role == "period" else role) if first < int(last) else None


def _years(match: re.Match[str], _published: datetime.date | None) -> _Found | None:
    first, last = int(match["a"]), int(match["b"])
    return (Period.of_years(first, last), "span") if first < last <= first + 60 else None


def _vision(match: re.Match[str], _published: datetime.date | None) -> _Found:
    return Period.of_year(int(match["a"])), "vision"


def _quarter(match: re.Match[str], published: datetime.date | None) -> _Found:
    year = _year(match, published)
    return (Period.of_quarter(year, _ROMAN[match["q"]]) if year else None), "period"


def _month(match: re.Match[str], published: datetime.date | None) -> _Found | None:
    month = int(match["m"])
    if not 1 <= month <= 12:
        return None
    if match.groupdict().get("a") or match.groupdict().get("rel"):
        year = _year(match, published)
    else:
        near = past(month, 1, published)
        year = near.year if near else None
    return (Period.of_month(year, month) if year else None), "period"


def _some_months(match: re.Match[str], published: datetime.date | None) -> _Found | None:
    written = match["n"]
    count = int(written) if written.isdigit() else _COUNTS[written]
    if not 1 <= count <= 12:
        return None
    year = _year(match, published)
    first, last = (13 - count, 12) if match["side"] == "cuối" else (1, count)
    return (Period.of_months(year, first, last) if year else None), "period"


def _past_months(match: re.Match[str], published: datetime.date | None) -> _Found | None:
    """ "9 tháng qua", "9 tháng, ...": the first months of the year spoken of, as reports count them."""
    written = match["n"] or match["m"]
    count = int(written) if written.isdigit() else _COUNTS[written]
    opens = match["m"] is None or not match.start() or match.string.endswith(_OPENS, 0, match.start())
    if not (1 < count < 12 and opens):
        return None
    return (Period.of_months(published.year, 1, count) if published else None), "period"


def _half(match: re.Match[str], published: datetime.date | None) -> _Found:
    year = _year(match, published)
    months = (7, 12) if match["side"] == "cuối" else (1, 6)
    return (Period.of_months(year, *months) if year else None), "period"


def _same(match: re.Match[str], published: datetime.date | None) -> _Found:
    written = match["a"] or match["b"]
    if written:
        return Period.of_year(int(written)), "baseline"
    return (Period.of_year(published.year - 1) if published and match["rel"] != "nay" else None), "baseline"


def _relative(match: re.Match[str], published: datetime.date | None) -> _Found:
    if published is None:
        return None, "period"
    if match["month"]:
        back = 0 if match["month"].endswith("này") else 1
        months = published.year * 12 + published.month - 1 - back
        return Period.of_month(months // 12, months % 12 + 1), "period"
    shift = {"ngoái": -1, "trước": -1, "qua": -1 if published.month <= 6 else 0, "sau": 1, "tới": 1}
    if match["rel"]:
        return Period.of_year(published.year + shift.get(match["rel"], 0)), "period"
    return Period.of_days(datetime.date(published.year, 1, 1), published), "period"


def _term(_match: re.Match[str], _published: datetime.date | None) -> _Found:
    return None, "term"


def _as_of(match: re.Match[str], published: datetime.date | None) -> _Found | None:
    if match["mm"]:
        return _as_of_month(match, published)
    number, month = int(match["d"]), int(match["m"])
    if day(2000, month, number) is None:
        return None
    when = day(int(match["a"]), month, number) if match["a"] else past(month, number, published)
    return (Period.of_days(when, when) if when else None), "as_of"


def _as_of_month(match: re.Match[str], published: datetime.date | None) -> _Found | None:
    month = int(match["mm"])
    if not 1 <= month <= 12:
        return None
    near = past(month, 1, published)
    year = int(match["aa"]) if match["aa"] else near.year if near else None
    return (Period.of_month(year, month) if year else None), "as_of"


_ROLES_FOLDED = {folded(word).pattern: role for word, role in _ROLES.items()}
_Reader = tuple[re.Pattern[str], Callable[[re.Match[str], datetime.date | None], _Found | None]]
_YEAR_ENDING: _Reader = (_YEAR_END, lambda match, _published: (Period.of_year(int(match["a"])), "period"))
# The readers in the order in which they are tried, each with the words that what it reads begins with.
_LED: tuple[tuple[_Reader, tuple[str, ...]], ...] = (
    ((_AS_OF, _as_of), ("tính", "đến")),
    ((_VISION, _vision), ("tầm",)),
    ((_GLUED_YEARS, _years), ("giai", "thời", "nhiệm")),
    ((_SPAN, _span), ("giai", "thời", "nhiệm", "niên", "các", "năm", "từ", "vụ")),
    ((_QUARTER, _quarter), ("quý",)),
    ((_SOME_MONTHS, _some_months), ("ba", "sáu", "chín", "hai", "bốn")),
    ((_PAST_MONTHS, _past_months), ("ba", "sáu", "chín", "hai", "bốn")),
    ((_MONTHS, _month), ("tháng",)),
    ((_HALF, _half), ("nửa",)),
    ((_SAME, _same), ("cùng",)),
    ((_TERM, _term), ("từ", "đầu", "nửa", "giữa", "cuối", "nhiệm")),
    (_YEAR_ENDING, ("đầu", "cuối")),
    ((_RELATIVE, _relative), ("năm", "tháng", "từ", "đầu")),
)
_OPENING = 2
_BY_OPENING = {
    opening: tuple(reader for reader, words in _LED if any(word.startswith(opening) for word in map(fold, words)))
    for opening in {fold(word)[:_OPENING] for _, words in _LED for word in words}
}
_OF_MONTHS: tuple[_Reader, ...] = ((_MONTHS, _month),)  # "t6/2023" is a month without its word
_DIGIT_LED: tuple[_Reader, ...] = (
    (_YEARS, _years),
    (_SOME_MONTHS, _some_months),
    (_PAST_MONTHS, _past_months),
    (_MONTH_YEAR, _month),
)
