"""From A to B: the two ends of a change tell its size, and must agree with the size or rate that is stated."""

from collections.abc import Iterator
from decimal import Decimal

from camket.reading.checks.check import Check, Derived
from camket.reading.checks.evidence import Evidence, name
from camket.reading.checks.notation import amount, number, short
from camket.reading.checks.printed import Printed
from camket.reading.checks.relation import Relation
from camket.reading.statements import Figure, Observation, Target

_POINTS = "điểm %"


def _find(evidence: Evidence) -> Iterator[Check]:
    for one in (one for one in evidence.statements if isinstance(one, (Observation, Target))):
        if one.baseline_value is None:
            continue
        value = evidence.value(one)
        before = evidence.number(one.start, one.end, one.baseline_value, one.unit)
        if value is None or before is None or not (value.exact and before.exact):
            continue
        yield _change(evidence, one, before, value)
        growth = evidence.number(one.start, one.end, one.growth, "%")
        if growth is not None and before.value > 0 and one.unit != "%":
            yield _growth(evidence, one, before, value, growth)


def _change(evidence: Evidence, one: Figure, before: Printed, value: Printed) -> Check:
    change = value.value - before.value
    unit = _POINTS if one.unit == "%" else one.unit
    stated = evidence.number(one.start, one.end, one.change, one.change_unit) if one.change_unit == unit else None
    holds = stated is None or abs(abs(change) - abs(stated.value)) <= stated.half + value.half + before.half
    shown = f"{_plain(value, one)} − {_plain(before, one)} = {amount(change, unit).replace('-', '−')}"
    return Check(
        relation=FROM_TO.name, holds=holds, places=evidence.quotes(one), note=None if holds else _note(stated, change),
        arithmetic=shown if stated is None or holds else f"{shown} ≠ {number(stated.value).replace('-', '−')}",
        derived=Derived(role="change", value=change, indicator=name(one), period=one.period, unit=unit),
    )  # fmt: skip


def _plain(printed: Printed, one: Figure) -> str:
    return number(printed.value) if one.unit == "%" else amount(printed.value, one.unit)


def _note(stated: Printed | None, change: Decimal) -> str:
    printed = number(abs(stated.value)) if stated else ""
    return f"Cần kiểm tra: hai mốc đã nêu cho mức thay đổi {number(abs(change))}, văn bản nêu {printed}."


def _growth(evidence: Evidence, one: Figure, before: Printed, value: Printed, growth: Printed) -> Check:
    computed = (value.value - before.value) / before.value * 100
    slack = growth.half + (value.half + before.half) / before.value * 100
    holds = abs(abs(computed) - abs(growth.value)) <= slack
    return Check(
        relation=FROM_TO.name, holds=holds, places=evidence.quotes(one),
        arithmetic=f"{_plain(value, one)} / {_plain(before, one)} − 1 = {short(computed)}%"
        + ("" if round(computed, 2) == growth.value else f" {'≈' if holds else '≠'} {number(growth.value)}%"),
        note=None if holds else f"Cần kiểm tra: tốc độ tính ra {short(computed)}%, văn bản nêu {number(growth.value)}%.",
    )  # fmt: skip


FROM_TO = Relation("from_to", "Giá trị sau − giá trị trước = mức tăng, giảm (và tốc độ) đã nêu", _find)
