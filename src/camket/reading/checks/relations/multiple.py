"""Multiples: "gấp n lần" of an earlier value tells that value, which may stand elsewhere in the document."""

from collections.abc import Iterator
from decimal import Decimal

from camket.reading.checks.check import Check, Derived
from camket.reading.checks.evidence import Evidence, label, name
from camket.reading.checks.notation import amount, number, short
from camket.reading.checks.printed import Printed
from camket.reading.checks.relation import Relation
from camket.reading.lexing.patterns import folded
from camket.reading.statements import Observation

_TIMES = "lần"
_SAYS_TIMES = folded(r"(?<!\w)(?:gấp|bằng)(?:\s(?:khoảng|gần|hơn|trên|tới))?\s$")


def _find(evidence: Evidence) -> Iterator[Check]:
    multiples = [one for one in evidence.observations if one.change_unit == _TIMES and one.baseline_value is None]
    told = _told(evidence) if multiples else {}
    for one in multiples:
        value = evidence.value(one)
        times = evidence.number(one.start, one.end, one.change, _TIMES)
        if value is None or times is None or times.value <= 0 or not (value.exact and times.exact):
            continue
        # "tăng 1,5 lần" is written both for 1,5 times as much and for 1,5 times more
        if _SAYS_TIMES.search(evidence.scan.key, max(0, times.start - 16), times.start):
            yield _check(evidence, one, value, times, told.get((label(one), one.unit, one.baseline_period)))


def _told(evidence: Evidence) -> dict[tuple[str | None, ...], Observation]:
    """The first value told of each indicator, unit and period."""
    told: dict[tuple[str | None, ...], Observation] = {}
    for one in evidence.observations:
        if one.value is not None and one.period and label(one):
            told.setdefault((label(one), one.unit, one.period), one)
    return told


def _check(evidence: Evidence, one: Observation, value: Printed, times: Printed, earlier: Observation | None) -> Check:
    printed = evidence.value(earlier) if earlier is not None and earlier is not one else None
    before = value.value / times.value
    shown = f"{amount(value.value, one.unit)} / {number(times.value)} ≈ {amount(before, one.unit)}"
    derived = Derived(
        role="baseline", value=round(before, 3), indicator=name(one), period=one.baseline_period, unit=one.unit
    )
    if printed is None or earlier is None or printed.value <= 0:
        return Check(relation=MULTIPLE.name, holds=True, arithmetic=shown, places=evidence.quotes(one), derived=derived)
    holds = _fits(value, printed, times)
    computed = value.value / printed.value
    return Check(
        relation=MULTIPLE.name, holds=holds, places=evidence.quotes(earlier, one), derived=derived,
        arithmetic=f"{amount(value.value, one.unit)} / {amount(printed.value, one.unit)} = {short(computed)} lần"
        + ("" if round(computed, 2) == times.value else f" {'≈' if holds else '≠'} {number(times.value)} lần"),
        note=None if holds else f"Cần kiểm tra: tính ra gấp {short(computed)} lần, văn bản nêu {number(times.value)} lần.",
    )  # fmt: skip


def _fits(value: Printed, before: Printed, times: Printed) -> bool:
    low = value.low / before.high
    high = value.high / before.low if before.low > 0 else Decimal("Infinity")
    return low <= times.high and times.low <= high


MULTIPLE = Relation("multiple", "Giá trị sau / giá trị trước = số lần đã nêu", _find)
