"""From drafts to statements: units normalised, comparators and due dates read, text cut out."""

from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import Literal, TypedDict

from msgspec import Struct

from camket.reading.figures.attach import period_of
from camket.reading.figures.draft import PERCENT, Draft
from camket.reading.figures.number import Number
from camket.reading.figures.same import Same
from camket.reading.lexing.patterns import folded
from camket.reading.lexing.tokens import DateMention, PeriodMention
from camket.reading.scan import Scan
from camket.reading.spans import Spans
from camket.reading.statements import Assessment, Observation, Piece, Section, Target
from camket.vocabulary.folding import fold
from camket.vocabulary.period import Period

Comparator = Literal["at_least", "at_most", "equal"]

_INCOME = "VND/người"
_OF_WHICH = fold("trong đó")
_SENTENCE = 400
_NEAR = 24  # so far before a date stand the words that say it is one by which is counted
_UP_TO = folded(r"(?<!\w)(?:tính đến|đến|tính tới|đến hết)(?: hết| cuối)?(?: ngày)? ?\Z")


class _Shared(TypedDict, total=False):
    text: str
    start: int
    end: int
    section: Section
    about: str | None
    period: str | None
    scanned: bool
    pieces: tuple[Piece, ...]
    indicator: str | None
    code: str | None
    value: Decimal | None
    low: Decimal | None
    high: Decimal | None
    unit: str | None
    qualifier: tuple[str, ...]
    change: Decimal | None
    change_unit: str | None
    baseline_value: Decimal | None
    baseline_period: str | None
    growth: Decimal | None
    share_of_target: Decimal | None
    plan_owner: str | None
    rank: str | None
    assessment: Assessment | None


def observation(draft: Draft, scan: Scan) -> Observation:
    """The reported figure that a draft has become."""
    return Observation(rule="observation.figure", **_shared(draft, scan), as_of=_as_of(draft, scan))


def target(draft: Draft, scan: Scan) -> Target:
    """The figure to be reached that a draft has become."""
    shared = _shared(draft, scan)
    return Target(rule="target.figure", **shared, comparator=_comparator(draft.number), due=_due(draft, scan))


def _shared(draft: Draft, scan: Scan) -> _Shared:
    name, number, period = draft.name, draft.number, period_of(draft, scan)
    indicator = None if name is None else name.indicator
    return {
        "text": scan.text(draft.start, draft.end), "start": draft.start, "end": draft.end,
        "section": draft.item.section, "about": draft.item.about,
        "period": None if period is None else period.iso,
        "scanned": scan.document.scanned, "pieces": tuple(draft.pieces),
        "indicator": None if name is None else name.text, "code": None if indicator is None else indicator.code,
        "value": None if number is None else number.value, "low": None if number is None else number.low,
        "high": None if number is None else number.high, "unit": _unit(draft),
        "qualifier": draft.qualifiers or (() if number is None else number.qualifiers),
        "change": draft.change, "change_unit": draft.change_unit, "baseline_value": draft.baseline_value,
        "baseline_period": draft.baseline_period, "growth": draft.growth, "share_of_target": draft.share,
        "plan_owner": draft.owner, "rank": draft.rank, "assessment": draft.assessment,
    }  # fmt: skip


def _unit(draft: Draft) -> str | None:
    """Income is always a person's in a year, however briefly it is written."""
    if draft.number is None:
        return None
    unit = draft.number.unit
    indicator = None if draft.name is None else draft.name.indicator
    if indicator is not None and indicator.unit.startswith(_INCOME) and unit in {"VND", "VND/năm"}:
        return indicator.unit
    if unit == "tiêu chí" and indicator is not None and indicator.unit == "tiêu chí/xã":
        return indicator.unit
    if indicator is not None and unit is None and indicator.unit not in PERCENT:
        return indicator.unit
    return unit


class _Days(Struct, frozen=True):
    """The days by which a text counts: periods that say so, and dates with "đến" before them."""

    periods: Spans[PeriodMention]
    dates: Spans[DateMention]


@lru_cache(maxsize=1)  # all figures of a document ask, and few documents have any
def _days(same: Same[Scan]) -> _Days:
    scan = same.thing
    told = [one for one in scan.periods if one.role == "as_of" and one.period is not None]
    dates = [
        one
        for one in scan.dates
        if one.last is not None and _UP_TO.search(scan.key, max(0, one.start - _NEAR), one.start)
    ]
    return _Days(Spans(told, sort=False), Spans(dates, sort=False))


def _as_of(draft: Draft, scan: Scan) -> date | None:
    """The day the figure speaks of: its item's, or one that the words before it name ("tính đến 30/9/2024")."""
    start = draft.item.start
    if draft.item.as_of is not None:
        return draft.item.as_of
    days = _days(Same(scan))
    for period in reversed(days.periods.within(start, draft.end) if len(days.periods) else ()):
        if period.period is not None:
            return period.period.last
    for mention in reversed(days.dates.within(start, draft.end) if len(days.dates) else ()):
        if _UP_TO.search(scan.key, max(start, mention.start - _NEAR), mention.start):
            return mention.last
    return _day_before(draft, scan) if scan.key.startswith(_OF_WHICH, start) else None


def _day_before(draft: Draft, scan: Scan) -> date | None:
    """The day of the sentence before, whose figure is parted: "Tính đến ngày 15/10, thu đạt ... Trong đó, thu nội địa ..."."""
    line = max(scan.key.rfind("\n", 0, draft.item.start), draft.item.start - _SENTENCE)
    spoken = [one.period for one in scan.periods.within(line, draft.item.start) if one.role == "as_of"]
    return spoken[-1].last if spoken and spoken[-1] is not None else None


def _comparator(number: Number | None) -> Comparator | None:
    if number is None:
        return None
    if {"at_least", "over"} & set(number.qualifiers):
        return "at_least"
    if {"at_most", "below"} & set(number.qualifiers):
        return "at_most"
    return None


def _due(draft: Draft, scan: Scan) -> str | None:
    """When it is due: as the figure itself says, else as the words that announced the plan say; of a span its last year."""
    written = [
        one.period
        for one in scan.periods.within(draft.item.start, draft.end)
        if one.period and one.role != "baseline" and not _bracketed(scan.key, draft.item.start, one.start)
    ]
    period = next(
        (
            one
            for one in (written[-1] if written else None, draft.due, draft.item.period)
            if one is not None and not _past(one, draft.due)
        ),
        None,
    )
    if period is None:
        return None
    return str(period.last.year) if period.first.year != period.last.year else period.iso


def _bracketed(key: str, start: int, position: int) -> bool:
    """Whether a place lies in brackets, where price bases and standards are named."""
    return key.rfind("(", start, position) > key.rfind(")", start, position)


def _past(period: Period, due: Period | None) -> bool:
    """Whether a period ended before the plan began, and so is a price base or a comparison."""
    return due is not None and period.last < due.first
