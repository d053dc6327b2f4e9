"""Period end: a result that is no estimate speaks of a time that had come when the document came out."""

import re
from collections.abc import Iterator
from datetime import date

from camket.reading.checks.check import Check
from camket.reading.checks.evidence import Evidence
from camket.reading.checks.relation import Relation
from camket.reading.statements import Observation

_MONTHS = re.compile(r"(?:\d{4}-\d{2}/)?(\d{4})-(0[1-9]|1[0-2])")
_QUARTER = re.compile(r"(\d{4})-Q([1-4])")
_ESTIMATED = frozenset({"estimate", "about"})


def _find(evidence: Evidence) -> Iterator[Check]:
    """Only results of a time yet to come: that all others are past goes without saying."""
    published = evidence.scan.facts.published
    if published is None:
        return
    for one in evidence.observations:
        if one.value is None or _ESTIMATED & set(one.qualifier):
            continue
        for when in (one.as_of, _last_month(one.period)):
            if when is not None and when > published.date() and _told_here(evidence, one):
                yield _check(evidence, one, when, published.date())
                break


def _told_here(evidence: Evidence, one: Observation) -> bool:
    """Whether a period or day stands in the figure's own sentence: what is inherited may be somebody else's."""
    start, end = evidence.sentence_start(one.start), evidence.sentence_end(one.start)
    return bool(evidence.scan.periods.within(start, end) or evidence.scan.dates.within(start, end))


def _last_month(iso: str | None) -> date | None:
    """The first day of a period's last month, which a report within it may count whole.

    None of whole years, for "năm 2024" is said of the year so far.
    """
    months = _MONTHS.fullmatch(iso or "")
    quarter = _QUARTER.fullmatch(iso or "")
    if months:
        return date(int(months.group(1)), int(months.group(2)), 1)
    return date(int(quarter.group(1)), int(quarter.group(2)) * 3, 1) if quarter else None


def _check(evidence: Evidence, one: Observation, when: date, published: date) -> Check:
    return Check(
        relation=PERIOD_END.name, holds=False, places=evidence.quotes(one),
        arithmetic=f"{when.day}/{when.month}/{when.year} > {published.day}/{published.month}/{published.year}",
        note="Cần kiểm tra: kỳ của số liệu kết thúc sau ngày của văn bản mà không ghi là ước.",
    )  # fmt: skip


PERIOD_END = Relation("period_end", "Kỳ của kết quả (không phải ước) kết thúc trước ngày của văn bản", _find)
