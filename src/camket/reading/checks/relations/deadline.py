"""Deadlines: what is owed is due on or after the day of the document."""

import re
from collections.abc import Iterator
from datetime import date

from camket.reading.checks.check import Check
from camket.reading.checks.evidence import Evidence
from camket.reading.checks.relation import Relation
from camket.reading.statements import Directive, OwnTask

_DAY = re.compile(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?")


def _find(evidence: Evidence) -> Iterator[Check]:
    published = evidence.scan.facts.published
    if published is None:
        return
    for one in evidence.statements:
        due = _last_day(one.deadline) if isinstance(one, (Directive, OwnTask)) and one.deadline else None
        if due is None:
            continue
        holds = due >= published.date()
        yield Check(
            relation=DEADLINE.name, holds=holds, places=evidence.quotes(one),
            arithmetic=f"{_shown(due)} {'≥' if holds else '<'} {_shown(published.date())}",
            note=None if holds else "Cần kiểm tra: thời hạn sớm hơn ngày của văn bản.",
        )  # fmt: skip


def _last_day(iso: str) -> date | None:
    """The last day of a date, month or year; None of words and other periods."""
    found = _DAY.fullmatch(iso)
    if found is None:
        return None
    year, month, day = (int(part) if part else None for part in found.groups())
    try:
        return date(year or 1, month or 12, day or (31 if month is None else 28))
    except ValueError:
        return None


def _shown(day: date) -> str:
    return f"{day.day}/{day.month}/{day.year}"


DEADLINE = Relation("deadline", "Thời hạn không sớm hơn ngày của văn bản", _find)
