"""Change and growth: a value, its absolute change and its change in percent tell one and the same earlier value."""

from collections.abc import Iterator
from decimal import Decimal

from camket.reading.checks.check import Check, Derived
from camket.reading.checks.evidence import Evidence, name
from camket.reading.checks.notation import amount, number, short
from camket.reading.checks.printed import Printed
from camket.reading.checks.relation import Relation
from camket.reading.statements import Observation

_MONEY = "VND"


def _find(evidence: Evidence) -> Iterator[Check]:
    for one in evidence.observations:
        if one.change is None or one.growth is None or one.unit == "%":
            continue
        change = evidence.number(one.start, one.end, one.change, one.change_unit)
        growth = evidence.number(one.start, one.end, one.growth, "%")
        if change is None or growth is None or not growth.value:
            continue
        value = evidence.value(one)
        if value is None:
            yield from _implied(evidence, one, change, growth)
        elif _same_unit(one.unit, one.change_unit) and change.exact and growth.exact:
            yield from _tested(evidence, one, value, change, growth)


def _same_unit(unit: str | None, change_unit: str | None) -> bool:
    """Income "tăng 1,6 triệu đồng" stands for triệu đồng/người/năm."""
    return unit == change_unit or (change_unit == _MONEY and unit is not None and unit.startswith(_MONEY))


def _tested(evidence: Evidence, one: Observation, value: Printed, change: Printed, growth: Printed) -> Iterator[Check]:
    before = value.value - change.value
    if before <= 0:
        return
    computed = change.value / before * 100
    # the change is the least precise of the three: its rounding decides
    slack = growth.half + change.half / before * 100 + abs(computed) * (value.half + change.half) / before
    holds = abs(abs(computed) - abs(growth.value)) <= slack
    sign = "≈" if holds else "≠"
    shown = f"{amount(abs(change.value), one.change_unit)} / {amount(before, one.unit)} = {short(abs(computed))}%"
    yield Check(
        relation=CHANGE_AND_GROWTH.name, holds=holds, places=evidence.quotes(one),
        arithmetic=shown if round(abs(computed), 2) == abs(growth.value) else f"{shown} {sign} {number(abs(growth.value))}%",
        note=None if holds else f"Cần kiểm tra: mức thay đổi tính ra {short(abs(computed))}%, văn bản nêu {number(abs(growth.value))}%.",
        derived=_derived(one, before),
    )  # fmt: skip


def _implied(evidence: Evidence, one: Observation, change: Printed, growth: Printed) -> Iterator[Check]:
    """Without the value itself, change and percentage tell the earlier value."""
    before = abs(change.value / growth.value * 100)
    unit = one.change_unit or one.unit
    if evidence.counted(unit):
        before = Decimal(round(before))
    yield Check(
        relation=CHANGE_AND_GROWTH.name, holds=True, places=evidence.quotes(one), derived=_derived(one, before),
        arithmetic=f"{amount(abs(change.value), unit)} / {number(abs(growth.value))}% ≈ {amount(before, unit)}",
    )  # fmt: skip


def _derived(one: Observation, before: Decimal) -> Derived:
    unit = one.unit or one.change_unit
    return Derived(role="baseline", value=before, indicator=name(one), period=one.baseline_period, unit=unit)


CHANGE_AND_GROWTH = Relation(
    "change_and_growth", "Mức thay đổi / (giá trị − mức thay đổi) = tốc độ tăng, giảm đã nêu", _find
)
