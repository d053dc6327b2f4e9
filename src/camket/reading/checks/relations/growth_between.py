"""Growth between periods: two values of one indicator tell the growth that the later one is said to have."""

from collections import defaultdict
from collections.abc import Iterator

from camket.reading.checks.check import Check
from camket.reading.checks.evidence import Evidence, label
from camket.reading.checks.notation import amount, number, short
from camket.reading.checks.relation import Relation
from camket.reading.statements import Observation


def _find(evidence: Evidence) -> Iterator[Check]:
    grown = [one for one in evidence.observations if _grown(one)]
    if not grown:
        return
    known: dict[tuple[str | None, ...], Observation] = defaultdict()
    for one in evidence.observations:
        if one.value is not None and one.period:
            known.setdefault((label(one), one.about, one.unit, one.period), one)
    for one in grown:
        before = known.get((label(one), one.about, one.unit, one.baseline_period))
        if before is not None and before is not one:
            yield from _check(evidence, before, one)


def _grown(one: Observation) -> bool:
    """Whether a figure tells its growth since a period that is named."""
    told = one.growth is not None and one.value is not None and one.baseline_period
    return bool(told) and one.unit != "%" and one.baseline_value is None


def _check(evidence: Evidence, before: Observation, one: Observation) -> Iterator[Check]:
    a, b = evidence.value(before), evidence.value(one)
    growth = evidence.number(one.start, one.end, one.growth, "%")
    if a is None or b is None or growth is None or a.value <= 0 or not (a.exact and b.exact and growth.exact):
        return
    computed = (b.value - a.value) / a.value * 100
    slack = growth.half + (a.half + b.half) * (b.value / a.value + 1) / a.value * 100
    holds = abs(computed - growth.value) <= slack
    shown = f"{amount(b.value, one.unit)} / {amount(a.value, one.unit)} − 1 = {short(computed)}%"
    yield Check(
        relation=GROWTH_BETWEEN.name, holds=holds, places=evidence.quotes(before, one),
        arithmetic=shown if round(computed, 2) == growth.value else f"{shown} {'≈' if holds else '≠'} {number(growth.value)}%",
        note=None if holds else f"Cần kiểm tra: tốc độ tính ra {short(computed)}%, văn bản nêu {number(growth.value)}%.",
    )  # fmt: skip


GROWTH_BETWEEN = Relation("growth_between", "Giá trị kỳ này / giá trị kỳ trước − 1 = tốc độ tăng đã nêu", _find)
