"""What a page says of itself: title, day of publication, views, byline and source.

The day of publication resolves the year of dates like "8/2", so it is given only where the page leaves no
doubt: a labelled date, the date line under the title, or the date of an administrative head. A date above
the title is often the day on which the page was fetched, and counts only when the text bears it out.
"""

import re
from calendar import monthrange
from collections.abc import Iterator, Sequence
from datetime import datetime

from camket.reading.document import PageFacts
from camket.reading.structure.furniture import bare
from camket.reading.structure.lines import Line
from camket.reading.structure.stamps import has_time, moment_in
from camket.vocabulary.furniture import furniture

_WORDS = furniture()
_VIEWS = re.compile(
    r"(?:lượt xem|lượt đọc|đã xem|đã đọc|^xem)\s{0,3}[:(]?\s{0,3}(\d[\d.,]{0,11})|(?<![\d/.,-])(\d[\d.,]{0,11})\s{0,3}lượt (?:xem|đọc)"
)
_TAG = re.compile(r"\(?([^()\s][^()\n]{1,28}?)\)?\s{0,2}[-–—]\s{0,2}")
_SITE = re.compile(r"[\w-]{2,24}\.(?:vn|com|net|org)(?:\.vn)?|[\w]{2,20}(?:portal|tv|online)", re.IGNORECASE)
_LETTERS = re.compile(r"[^\W\d_]{2,8}(?:\.VN)?")
_DAY_IN_LEDE = re.compile(r"(?<![\d/.,-])(\d{1,2})\s?[/-]\s?(\d{1,2})(?![\d/-])")
_YEAR_IN_LEDE = re.compile(r"(?<![\d/.-])\d{1,2}\s?[/-]\s?\d{1,2}\s?[/-]\s?(\d{4})")
_LATER_YEAR = re.compile(r"(?:so với(?: cùng kì)?(?: của)?|cùng kì) năm (\d{4})|năm (\d{4}) đã ")
_ANY_YEAR = re.compile(r"năm (\d{4})")
_CRAWLED = re.compile(r"date (\d{4})-(\d{2})(?:-(\d{2}))?(?!\d)\s{0,3}")
_NEAR_TITLE = 3
_LEDE = 600
_SAME_NEWS = 45
"""Days after an event within which news of it appear."""


def page_facts(text: str, key: str, lines: Sequence[Line]) -> PageFacts:
    """Return what the lines of a page or document say of it; None where they do not."""
    own = _own_lines(key, lines)
    return PageFacts(
        title=_title(text, own),
        published=_published(key, own),
        views=_views(key, own),
        byline=_byline(text, key, own),
        source=_source(text, key, own),
    )


def lede_start(text: str, key: str, lines: Sequence[Line]) -> int | None:
    """Return where the first line of text starts, after a source tag such as "ĐBP - "; None without one."""
    line = _lede(lines)
    return None if line is None else _after_stamp(key, line) + len(_source_tag(text, key, line))


def _own_lines(key: str, lines: Sequence[Line]) -> Sequence[Line]:
    """Leave out what follows "Tin khác": its dates and counters are other articles'."""
    for at, line in enumerate(lines):
        if line.kind == "related" and bare(key[line.start : line.end]) in _WORDS.related_end:
            return lines[:at]
    return lines


def _title(text: str, lines: Sequence[Line]) -> str | None:
    titles = [text[line.start : line.end] for line in lines if line.kind == "title"]
    if not titles:
        return None
    # The lines of one title stand together; a second title later on is another text's.
    first = next(at for at, line in enumerate(lines) if line.kind == "title")
    together = [text[line.start : line.end] for line in _run_of_titles(lines[first:])]
    return " ".join(together)


def _run_of_titles(lines: Sequence[Line]) -> Iterator[Line]:
    for line in lines:
        if line.kind != "title":
            return
        yield line


def _lede(lines: Sequence[Line]) -> Line | None:
    return next((line for line in lines if line.kind in ("body", "bullet")), None)


def _published(key: str, lines: Sequence[Line]) -> datetime | None:
    dated = [
        (at, moment)
        for at, line in enumerate(lines)
        if line.kind in ("dateline", "header") and (moment := moment_in(key[line.start : line.end])) is not None
    ]
    found = _labelled(key, lines, dated) or _by_place(key, lines, dated) or _crawled(key, lines)
    return found if found is not None and not _is_outdated(found, key, lines) else None


def _labelled(key: str, lines: Sequence[Line], dated: list[tuple[int, datetime]]) -> datetime | None:
    for labels in _WORDS.publication_labels:
        for at, moment in dated:
            line = lines[at]
            if line.kind == "dateline" and any(label in key[line.start : line.end] for label in labels):
                return moment
    return None


def _by_place(key: str, lines: Sequence[Line], dated: list[tuple[int, datetime]]) -> datetime | None:
    """Return the date of an administrative head, else the one just under the title, else one that the lede bears out."""
    for at, moment in dated:
        if lines[at].kind == "header":
            return moment
    title = next((at for at, line in enumerate(lines) if line.kind == "title"), None)
    if title is not None:
        under = [moment for at, moment in dated if title < at <= title + _NEAR_TITLE]
        if under:
            return under[0]
    return next((moment for at, moment in dated if _is_borne_out(key, lines, at, moment, title)), None)


def _crawled(key: str, lines: Sequence[Line]) -> datetime | None:
    """Return the day of a crawl's stamp; a month without a day stands for its last day."""
    stamp = next((match for line in lines[:2] if (match := _CRAWLED.match(key, line.start, line.end))), None)
    if stamp is None:
        return None
    year, month = int(stamp[1]), int(stamp[2])
    try:
        day = int(stamp[3]) if stamp[3] else monthrange(year, month)[1]
        return datetime(year, month, day)  # noqa: DTZ001 -- a day of Vietnam's calendar
    except ValueError:
        return None


def _is_borne_out(key: str, lines: Sequence[Line], at: int, moment: datetime, title: int | None) -> bool:
    """Whether the lede tells of a day shortly before a date that does not stand under the title."""
    line, lede = lines[at], _lede(lines)
    if lede is None:
        return False
    opening = key[lede.start : min(lede.end, lede.start + _LEDE)]
    years = {int(year) for year in _YEAR_IN_LEDE.findall(opening)}
    if years:
        return moment.year in years
    days = [int(day) + 31 * int(month) for day, month in _DAY_IN_LEDE.findall(opening)]
    close = any(0 <= moment.day + 31 * moment.month - day <= _SAME_NEWS for day in days)
    # A clock beside the title, or after the text, is a stamp of the article; a bare banner needs the lede.
    beside = title is not None and at == title - 1 and has_time(key[line.start : line.end])
    return close or (beside and not days)


def _is_outdated(moment: datetime, key: str, lines: Sequence[Line]) -> bool:
    """Whether the text looks back on a later year."""
    if all(int(year) <= moment.year for year in _ANY_YEAR.findall(key)):
        return False
    for line in lines:
        if line.kind in ("body", "bullet"):
            for match in _LATER_YEAR.finditer(key, line.start, line.end):
                if int(match[1] or match[2]) > moment.year:
                    return True
    return False


def _views(key: str, lines: Sequence[Line]) -> int | None:
    for line in lines:
        if line.kind == "dateline":
            match = _VIEWS.search(key[line.start : line.end])
            if match:
                return int(re.sub(r"\D", "", match[1] or match[2]))
    return None


def _byline(text: str, key: str, lines: Sequence[Line]) -> str | None:
    """Return the names of the last byline, without the label before them."""
    for line in reversed(lines):
        if line.kind == "byline":
            openings = _WORDS.openings.get(key[line.start : line.start + 2], ())
            label = next((one.phrase for one in openings if key.startswith(one.phrase, line.start)), "")
            named = text[line.start + (0 if label.startswith(("theo", "(theo")) else len(label)) : line.end]
            return named.strip(" :-–") or None
    return None


def _source(text: str, key: str, lines: Sequence[Line]) -> str | None:
    line = _lede(lines)
    tag = "" if line is None else _source_tag(text, key, line)
    return tag.strip(" ()-–—") or None


def _after_stamp(key: str, line: Line) -> int:
    """Return where a line starts after the stamp of a crawl ("date 2024-06")."""
    stamp = _CRAWLED.match(key, line.start, line.end)
    return stamp.end() if stamp else line.start


def _source_tag(text: str, key: str, line: Line) -> str:
    """Return the opening "(GLO) - " of a line, dash and spaces included; "" where it is none."""
    start = _after_stamp(key, line)
    match = _TAG.match(text, start, min(line.end, start + 40))
    if match is None:
        return ""
    name = match[1].strip()
    folded = key[match.start(1) : match.start(1) + len(name)]
    if folded in _WORDS.no_source_tags:
        return ""
    capitals = _LETTERS.fullmatch(name) is not None and name.isupper()
    known = folded in _WORDS.source_tags or _SITE.fullmatch(folded) is not None
    return match.group() if capitals or known else ""
