"""Stock after flow: what was added and the stock it led to tell the stock before."""

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from camket.reading.checks.check import Check, Derived
from camket.reading.checks.evidence import Evidence, name
from camket.reading.checks.notation import amount, number
from camket.reading.checks.relation import Relation
from camket.reading.statements import Observation

_VERBS = ("nâng", "đưa")
_RAISED = re.compile(r"(?<!\w)(?:nâng|đưa)\s(?:tổng\s)?(?:số\s)?[^.;\d]{0,80}(?:lên|thành)(?:\s\w+)?\s$")


def _find(evidence: Evidence) -> Iterator[Check]:
    first: Observation | None = None
    for flow, stock in pairwise(evidence.observations):
        before, first = first, flow
        if flow.unit is None or flow.unit != stock.unit or not _may_raise(evidence.scan.key, flow.end - 1, stock.end):
            continue
        added, after = evidence.value(flow), evidence.value(stock)
        if added is None or after is None or not (added.exact and after.exact):
            continue
        if not _RAISED.search(evidence.scan.key, max(flow.end - 1, after.start - 120), after.start):
            continue
        if before is not None and _make_up(evidence, before, flow, stock):
            yield _sum(evidence, before, flow, stock)
        elif evidence.counted(flow.unit):
            yield _check(evidence, flow, stock)


def _may_raise(key: str, start: int, end: int) -> bool:
    return any(key.find(verb, start, end) >= 0 for verb in _VERBS)


def _make_up(evidence: Evidence, first: Observation, second: Observation, stock: Observation) -> bool:
    """Whether two figures of one sentence are what the total consists of ("9.120 tấn thóc và 3.480 tấn ngô")."""
    if first.unit != stock.unit or evidence.sentence(first.start) != evidence.sentence(stock.start):
        return False
    return (first.value or 0) + (second.value or 0) == stock.value


def _sum(evidence: Evidence, first: Observation, second: Observation, stock: Observation) -> Check:
    parts = " + ".join(amount(one.value or Decimal(0), one.unit) for one in (first, second))
    return Check(
        relation=STOCK_AFTER_FLOW.name, holds=True, places=evidence.quotes(first, second, stock),
        arithmetic=f"{parts} = {amount(stock.value or Decimal(0), stock.unit)}",
    )  # fmt: skip


def _check(evidence: Evidence, flow: Observation, stock: Observation) -> Check:
    added, after = flow.value or 0, stock.value or 0
    before = after - added
    holds = before >= 0
    return Check(
        relation=STOCK_AFTER_FLOW.name, holds=holds, places=evidence.quotes(flow, stock),
        arithmetic=f"{number(after)} − {number(added)} = {number(before)}",  # type: ignore[arg-type]  # both have values
        note=None if holds else "Cần kiểm tra: số tăng thêm lớn hơn tổng số sau khi tăng.",
        derived=Derived(role="baseline", value=before, indicator=name(stock), unit=stock.unit),  # type: ignore[arg-type]
    )  # fmt: skip


STOCK_AFTER_FLOW = Relation("stock_after_flow", "Tổng số sau − số tăng thêm = tổng số trước", _find)
