"""The reference day: by what day a text's year-less dates are resolved when it does not say when it was published."""

import calendar
import datetime
import re

from camket.reading.document import PageFacts

_CRAWLED = re.compile(r"\s{0,3}date (?P<y>(?:19|20)\d\d)-(?P<m>0[1-9]|1[0-2])(?:-(?P<d>0[1-9]|[12]\d|3[01]))?(?!\d)")
# It begins with a digit, so that the search skips to the next one.
_FULL_DATE = re.compile(
    r"\d(?<!\d\d)(?:(?<=[1-9])|(?<=0)[1-9]|(?<=[12])\d|(?<=3)[01])[/.-](?:0?[1-9]|1[0-2])[/.-](?P<y>(?:19|20)\d\d)(?!\d)"
)
_YEAR = re.compile(r"(?:năm|tháng \d{1,2}/|/)\s?(?P<y>(?:19|20)\d\d)(?![\d-])(?!\s?-)")
_COMING = re.compile(
    r"(?:đến|vào|tầm nhìn|nhiệm vụ|phương hướng|kế hoạch|mục tiêu|dự toán|hết|cuối|giai đoạn|phấn đấu)\s(?:hết |cuối )?$"
)
_TERM = re.compile(r"nhiệm kì (?P<y>(?:19|20)\d\d)\s?-\s?(?:19|20)\d\d")
_OPENING = 1500
_BEFORE = 24


def reference_day(key: str, facts: PageFacts) -> datetime.date | None:
    """The day of publication; else the crawl's stamp before the text; else the last day of the year the opening speaks of.

    A year-less date is the nearest past one, so the last day of the right year always resolves it to that year.
    """
    if facts.published is not None:
        return facts.published.date()
    crawled = _CRAWLED.match(key)
    if crawled is not None:
        return _stamp(crawled)
    dated = [int(one["y"]) for one in _FULL_DATE.finditer(key, 0, _OPENING)]
    named = dated or [
        int(one["y"])
        for one in _YEAR.finditer(key, 0, _OPENING)
        if not _COMING.search(key, max(0, one.start() - _BEFORE), one.start())
    ]
    # A congress meets in the first year of the term it opens.
    years = named or [int(one["y"]) for one in _TERM.finditer(key, 0, _OPENING)]
    return datetime.date(max(years), 12, 31) if years else None


def _stamp(match: re.Match[str]) -> datetime.date | None:
    year, month = int(match["y"]), int(match["m"])
    last = calendar.monthrange(year, month)[1]
    return datetime.date(year, month, min(last, int(match["d"] or last)))
