"""Part of whole: x of y stated with its percentage, and actual of plan likewise."""

import re
from collections.abc import Iterator
from decimal import Decimal

from camket.reading.checks.check import Check
from camket.reading.checks.evidence import Evidence
from camket.reading.checks.notation import amount, number, short
from camket.reading.checks.printed import Printed, sane
from camket.reading.checks.relation import Relation
from camket.reading.lexing.tokens import Fraction, Quantity

HARD = Decimal("0.15")
"""Percentage points that print and arithmetic may differ by; found by recomputing printed figures."""
SOFT = Decimal("0.5")
"""Up to here a difference may come from another denominator than the one printed."""

_PLAN = re.compile(r"\s?(?:so với\s)?(?:kế hoạch|kh|dự toán|chỉ tiêu|nghị quyết|nq)(?!\w)")


def _is_plan(evidence: Evidence, fraction: Fraction, percent: Quantity) -> bool:
    measured = fraction.unit is not None and not evidence.counted(fraction.unit)
    return measured or fraction.part > fraction.whole or _PLAN.match(evidence.scan.key, percent.end) is not None


def _parts(evidence: Evidence) -> Iterator[Check]:
    for fraction, percent, printed in evidence.shares:
        if not _is_plan(evidence, fraction, percent):
            yield _check(evidence, PART_OF_WHOLE.name, fraction, printed)
    for fraction in evidence.out_of:
        if sane(fraction.part) and sane(fraction.whole) and fraction.part > fraction.whole:
            yield _too_many(evidence, fraction)


def _too_many(evidence: Evidence, fraction: Fraction) -> Check:
    return Check(
        relation=PART_OF_WHOLE.name, holds=False, places=(evidence.quote(fraction.start, fraction.end),),
        arithmetic=f"{number(fraction.part)} > {number(fraction.whole)}",
        note="Cần kiểm tra: phần lớn hơn tổng số.",
    )  # fmt: skip


def _plans(evidence: Evidence) -> Iterator[Check]:
    for fraction, percent, printed in evidence.shares:
        if _is_plan(evidence, fraction, percent):
            yield _check(evidence, ACTUAL_OF_PLAN.name, fraction, printed)


def _check(evidence: Evidence, relation: str, fraction: Fraction, percent: Printed) -> Check:
    computed = fraction.part / fraction.whole * 100
    off = abs(computed - percent.value)
    holds = off <= max(percent.half, HARD)
    shown = f"{_shown(fraction.part, fraction.unit)} / {_shown(fraction.whole, fraction.unit)} = {short(computed)}%"
    equal = "" if round(computed, 2) == percent.value else f" {'≈' if holds else '≠'} {number(percent.value)}%"
    hint = "chênh lệch nhỏ, có thể do mẫu số khác" if off <= SOFT else "có thể mẫu số khác với số đã nêu"
    return Check(
        relation=relation, holds=holds, arithmetic=shown + equal,
        places=(evidence.quote(fraction.start, fraction.end), evidence.quote(percent.start, percent.end)),
        note=None if holds else f"Cần kiểm tra: tính ra {short(computed)}%, văn bản nêu {number(percent.value)}%; {hint}.",
    )  # fmt: skip


def _shown(value: Decimal, unit: str | None) -> str:
    return amount(value, unit) if unit is not None and unit.startswith("VND") else number(value)


PART_OF_WHOLE = Relation(
    "part_of_whole", "Phần / tổng thể = tỷ lệ phần trăm đã nêu (lệch không quá 0,15 điểm %)", _parts
)
ACTUAL_OF_PLAN = Relation(
    "actual_of_plan", "Thực hiện / kế hoạch = tỷ lệ phần trăm đã nêu (lệch không quá 0,15 điểm %)", _plans
)
