"""Period end: a result that is no estimate speaks of a time that had ended when the document came out."""

import re
from collections.abc import Iterator
from datetime import date

from camket.reading.checks.check import Check
from camket.reading.checks.evidence import Evidence
from camket.reading.checks.relation import Relation
from camket.reading.statements import Observation

_MONTHS = re.compile(r"(?:\d{4}-\d{2}/)?(\d{4})-(\d{2})")
_QUARTER = re.compile(r"(\d{4})-Q([1-4])")
_ESTIMATED = frozenset({"estimate", "about"})


def _find(evidence: Evidence) -> Iterator[Check]:
    published = evidence.scan.facts.published
    if published is None:
        return
    for one in evidence.observations:
        first = _first_of_last_month(one.period) if one.period and one.section == "results" else None
        if first is None or _ESTIMATED & set(one.qualifier) or one.value is None:
            continue
        # within the last month a report may count the whole of it
        holds = first <= published.date()
        if not holds:
            yield Check(
                relation=PERIOD_END.name, holds=False, places=evidence.quotes(one),
                arithmetic=f"{one.period} > {published.day}/{published.month}/{published.year}",
                note="Cần kiểm tra: kỳ của số liệu kết thúc sau ngày của văn bản mà không ghi là ước.",
            )  # fmt: skip


def _first_of_last_month(iso: str) -> date | None:
    """The first day of a period's last month; None of whole years, for which "năm 2024" may mean the year so far."""
    months = _MONTHS.fullmatch(iso)
    quarter = _QUARTER.fullmatch(iso)
    if months and 1 <= int(months.group(2)) <= 12:  # noqa: PLR2004 - months
        return date(int(months.group(1)), int(months.group(2)), 1)
    return date(int(quarter.group(1)), int(quarter.group(2)) * 3, 1) if quarter else None


PERIOD_END = Relation("period_end", "Kỳ của kết quả (không phải ước) kết thúc trước ngày của văn bản", _find)
