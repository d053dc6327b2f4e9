"""Anniversaries: an event and a number of years name a day, and printed years must span as many."""

import re
from collections.abc import Iterator
from functools import cache

from camket.reading.checks.check import Check, Derived
from camket.reading.checks.evidence import Evidence
from camket.reading.checks.relation import Relation
from camket.reading.lexing.patterns import any_of, folded
from camket.vocabulary.anniversary import anniversary, event_dates

_DATES = re.compile(
    r"[^()\n]{0,60}?\((?:\d{1,2}[/.-]\d{1,2}[/.-])?(\d{4})\s?-\s?(?:\d{1,2}[/.-]\d{1,2}[/.-])?(\d{4})\)"
)


@cache
def _pattern() -> re.Pattern[str]:
    events = any_of(tuple(event_dates()))
    return folded(rf"kỷ niệm (?:lần thứ )?(?P<n>\d{{1,3}}) năm (?:ngày )?(?P<event>{events})(?!\w)")


def _find(evidence: Evidence) -> Iterator[Check]:
    seen: set[tuple[str, str]] = set()
    for found in _pattern().finditer(evidence.scan.key):
        dates = _DATES.match(evidence.scan.key, found.end())
        if dates is None and (found["n"], found["event"]) in seen:
            continue
        seen.add((found["n"], found["event"]))
        yield from _check(evidence, found, dates)


def _check(evidence: Evidence, found: re.Match[str], dates: re.Match[str] | None) -> Iterator[Check]:
    event, years = event_dates()[found["event"]], int(found["n"])
    day = anniversary(event, years)
    if day is None:
        return
    holds = dates is None or int(dates.group(2)) - int(dates.group(1)) == years
    shown = f"{event.day}/{event.month}/{event.year} + {years} năm = {day.day}/{day.month}/{day.year}"
    span = "" if holds or dates is None else f"; {dates.group(2)} − {dates.group(1)} ≠ {years}"
    yield Check(
        relation=ANNIVERSARY.name, holds=holds, arithmetic=shown + span,
        places=(evidence.quote(found.start(), dates.end() if dates else found.end()),),
        note=None if holds else "Cần kiểm tra: số năm kỷ niệm khác với hai mốc năm đã nêu.",
        derived=Derived(role="anniversary", value=day, period=day.isoformat()),
    )  # fmt: skip


ANNIVERSARY = Relation("anniversary", "Ngày của sự kiện + số năm kỷ niệm = ngày kỷ niệm", _find)
