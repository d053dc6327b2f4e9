"""Baseline: a value less its change is the earlier value, with a word of care where the series has a break."""

from collections.abc import Iterator
from decimal import Decimal

from camket.reading.checks.check import Check, Derived
from camket.reading.checks.evidence import Evidence, label, name
from camket.reading.checks.notation import amount, number
from camket.reading.checks.printed import Printed
from camket.reading.checks.relation import Relation
from camket.reading.lexing.patterns import folded
from camket.reading.statements import Figure, Observation

_POINTS = "điểm %"
_SINCE = folded(r"(?<!\w)so với[^().;%]{0,40}\(\s?$")


def _find(evidence: Evidence) -> Iterator[Check]:
    changed = [one for one in evidence.observations if one.change is not None and one.baseline_value is None]
    told = _told(evidence) if changed else {}
    for one in changed:
        value = evidence.value(one)
        change = evidence.number(one.start, one.end, one.change, one.change_unit)
        if value is None or change is None or not (value.exact and change.exact):
            continue
        if _SINCE.search(evidence.scan.key, max(one.start, change.start - 60), change.start):
            yield from _bracketed(evidence, one, value, change)
        elif _same_unit(one):
            yield _check(evidence, one, value, change, told.get((label(one), one.baseline_period)))


def _bracketed(evidence: Evidence, one: Observation, value: Printed, before: Printed) -> Iterator[Check]:
    """ "giảm 5,9% so với năm 2022 (51,2%), còn 45,3%": what the bracket holds is the earlier value itself."""
    token = evidence.scan.quantities.before(before.start)
    if token is None or token.start < one.start or token.unit != one.unit:
        return
    change = evidence.number(token.start, token.end, token.value, token.unit)
    if change is None or not change.exact:
        return
    low, high = sorted((value.value, abs(before.value)))
    holds = abs(high - low - change.value) <= value.half + before.half + change.half
    yield Check(
        relation=BASELINE.name, holds=holds, places=evidence.quotes(one),
        arithmetic=f"{_shown(low, one)} + {_shown(change.value, one)} = {_shown(low + change.value, one)}"
        + ("" if low + change.value == high else f" {'≈' if holds else '≠'} {_shown(high, one)}"),
        note=None if holds else f"Cần kiểm tra: hai số đã nêu cách nhau {_shown(high - low, one)}, văn bản nêu {_shown(change.value, one)}.",
    )  # fmt: skip


def _same_unit(one: Observation) -> bool:
    """Income "tăng 1,6 triệu đồng" stands for triệu đồng/người/năm; a rate changes by points."""
    if one.unit == "%":
        return one.change_unit == _POINTS
    return one.unit == one.change_unit or (one.change_unit == "VND" and (one.unit or "").startswith("VND/"))


def _told(evidence: Evidence) -> dict[tuple[str | None, str | None], Observation]:
    """The values told of each indicator and period, to compare with."""
    return {
        (label(one), one.period): one
        for one in evidence.observations
        if one.period and label(one) and one.value is not None
    }


def _check(evidence: Evidence, one: Observation, value: Printed, change: Printed, earlier: Observation | None) -> Check:
    before = value.value - change.value
    printed = (
        evidence.value(earlier) if earlier is not None and earlier is not one and earlier.unit == one.unit else None
    )
    holds = printed is None or abs(printed.value - before) <= printed.half + value.half + change.half
    sign = "+" if change.value < 0 else "−"
    plain = f"{_shown(value.value, one)} {sign} {_shown(abs(change.value), one)} = {_shown(before, one)}"
    when = f" ({_period(one.baseline_period)})" if one.baseline_period else ""
    notes = [] if holds or printed is None else [
        f"Cần kiểm tra: tính ngược lại được {_shown(before, one)}, văn bản nêu {_shown(printed.value, one)}."
    ]  # fmt: skip
    notes += _breaks(evidence, one)
    return Check(
        relation=BASELINE.name, holds=holds, arithmetic=plain + when,
        places=evidence.quotes(one, *([earlier] if printed is not None and earlier else [])), note=" ".join(notes) or None,
        derived=Derived(role="baseline", value=before, indicator=name(one), period=one.baseline_period, unit=one.unit),
    )  # fmt: skip


def _shown(value: Decimal, one: Figure) -> str:
    return number(value) if one.unit == "%" else amount(value, one.unit)


def _period(iso: str) -> str:
    return f"năm {iso}" if iso.isdigit() else iso


def _breaks(evidence: Evidence, one: Observation) -> list[str]:
    """Why the two values may not be compared: breaks of the series after the baseline's year and not after the value's."""
    indicator = evidence.scan.lexicon.vocabulary.indicators.get(one.code or "")
    before = (one.baseline_period or "")[:4]
    if indicator is None or not before.isdigit():
        return []
    now = (one.period or "")[:4]
    published = evidence.scan.facts.published
    year = int(now) if now.isdigit() else published.year if published else None
    return [
        f"Lưu ý: hai số ở hai phía của một lần đổi chuẩn ({each.reason}), cần kiểm tra trước khi so sánh."
        for each in indicator.breaks if int(before) < each.year and (year is None or each.year <= year)
    ]  # fmt: skip


BASELINE = Relation("baseline", "Giá trị − mức thay đổi = giá trị của kỳ trước", _find)
