"""Share of target: a value and the share of its target that it is imply the target."""

from collections.abc import Iterator
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal

from camket.reading.checks.check import Check, Derived
from camket.reading.checks.evidence import Evidence, compatible, name
from camket.reading.checks.notation import amount, number
from camket.reading.checks.printed import Printed
from camket.reading.checks.relation import Relation
from camket.reading.statements import Observation, Target
from camket.vocabulary.folding import fold

HARD = Decimal("0.15")
"""Percentage points by which a printed share and the one computed may differ."""

_MOST = 50
_Label = tuple[str | None, str]


def _find(evidence: Evidence) -> Iterator[Check]:
    shared = [one for one in evidence.observations if one.share_of_target is not None and one.unit != "%"]
    targets = _by_label(evidence) if shared else {}
    for one in shared:
        value = evidence.value(one)
        share = evidence.number(one.start, one.end, one.share_of_target, "%")
        if value is not None and share is not None and share.value > 0:
            check = _check(evidence, one, value, share, _stated(one, targets.get(_label(one), [])))
            # "58/173 tỷ đồng, đạt 37%" is asked about once, by the relation of actual and plan
            if check.holds or not evidence.scan.fractions.within(one.start, one.end):
                yield check


def _by_label(evidence: Evidence) -> dict[_Label, list[Target]]:
    """The first targets of each indicator, told in the same words."""
    targets: dict[_Label, list[Target]] = {}
    for target in evidence.targets:
        same = targets.setdefault(_label(target), [])
        if target.value and len(same) < _MOST:
            same.append(target)
    return targets


def _label(one: Observation | Target) -> _Label:
    return one.code, fold(one.indicator or "")


def _stated(one: Observation, targets: list[Target]) -> Target | None:
    """The target that the document itself states for the same figure."""
    fitting = (
        target for target in targets
        if target.unit == one.unit and compatible(target.plan_owner, one.plan_owner) and _same_period(target, one)
    )  # fmt: skip
    found = next(fitting, None)
    return next(
        (target for target in targets if one.start <= target.start < one.end and target.unit == one.unit), found
    )


def _same_period(target: Target, one: Observation) -> bool:
    """Whether a target told elsewhere is for the very period of the figure: that of the next term is another."""
    return one.period is not None and target.period == one.period and target.due in (None, one.period)


def _check(evidence: Evidence, one: Observation, value: Printed, share: Printed, stated: Target | None) -> Check:
    implied, fits = implied_target(evidence, value, share, one.unit)
    shown = f"{amount(value.value, one.unit)} / {number(share.value)}% ≈ {amount(implied, one.unit)}"
    note = (
        None if fits else "Cần kiểm tra: không có số nguyên nào cho đúng tỷ lệ đã nêu; có thể tỷ lệ tính trên số khác."
    )
    if stated is not None and stated.value:
        fits = abs(value.value / stated.value * 100 - share.value) <= max(share.half, HARD)
        shown += f"; kế hoạch nêu {amount(stated.value, stated.unit)}"
        note = None if fits else "Cần kiểm tra: kế hoạch suy ra từ tỷ lệ khác kế hoạch nêu trong văn bản."
    holds = fits or not (value.exact and share.exact)
    return Check(
        relation=SHARE_OF_TARGET.name, holds=holds, arithmetic=shown, note=None if holds else note,
        places=evidence.quotes(one, *([stated] if stated else [])), derived=derived_target(one, implied, one.plan_owner),
    )  # fmt: skip


def implied_target(evidence: Evidence, value: Printed, share: Printed, unit: str | None) -> tuple[Decimal, bool]:
    """The target, to the printed precision of the value; of things counted, whether a whole number of them fits."""
    middle = value.value / share.value * 100
    if not evidence.counted(unit):
        digit = (value.half * 2).adjusted() if value.half else 0
        rounded = round(middle.scaleb(-digit)) * Decimal(1).scaleb(digit)
        return Decimal(f"{rounded:f}"), True
    low = value.low / (share.value + max(share.half, HARD)) * 100
    high = value.high / max(share.value - max(share.half, HARD), share.value / 2) * 100
    return middle.to_integral_value(), low.to_integral_value(ROUND_CEILING) <= high.to_integral_value(ROUND_FLOOR)


def derived_target(one: Observation, implied: Decimal, owner: str | None) -> Derived:
    """The implied target of a figure."""
    return Derived(
        role="target", value=implied, indicator=name(one), period=one.period, unit=one.unit, plan_owner=owner
    )


SHARE_OF_TARGET = Relation(
    "share_of_target", "Giá trị / tỷ lệ so với kế hoạch = kế hoạch (số đếm: làm tròn đến đơn vị)", _find
)
