"""Part of whole: x of y stated with its percentage, and actual of plan likewise."""

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache

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

_REACH = 70
_LINK = re.compile(
    r"[^.;%\d]{0,40}?(?:\(|đạt|bằng|chiếm|tỉ lệ|tương đương|=|,)\s?(?:tỉ lệ\s|được\s|đạt\s|bằng\s|khoảng\s)?$"
)
_PLAN = re.compile(r"\s?(?:so với\s)?(?:kế hoạch|kh|dự toán|chỉ tiêu|nghị quyết|nq)(?!\w)")


@lru_cache(maxsize=1)  # both relations ask for those of one document
def _pairs(evidence: Evidence) -> tuple[tuple[Fraction, Quantity, Printed], ...]:
    """Each x/y that a percentage follows at once."""
    return tuple(_followed(evidence))


def _followed(evidence: Evidence) -> Iterator[tuple[Fraction, Quantity, Printed]]:
    for fraction in (*evidence.scan.fractions, *evidence.out_of):
        if not (sane(fraction.part) and sane(fraction.whole)) or fraction.whole <= 0:
            continue
        following = evidence.scan.quantities.within(fraction.end, fraction.end + _REACH)
        percent = following[0] if following and following[0].unit == "%" else None
        if percent is None or not _LINK.fullmatch(evidence.scan.key, fraction.end, percent.qualifier_start):
            continue
        printed = evidence.number(percent.start, percent.end, percent.value, "%")
        if printed is not None and printed.exact:
            yield fraction, percent, printed


def _is_plan(evidence: Evidence, fraction: Fraction, percent: Quantity) -> bool:
    measured = fraction.unit is not None and not evidence.counted(fraction.unit)
    return measured or fraction.part > fraction.whole or _PLAN.match(evidence.scan.key, percent.end) is not None


def _parts(evidence: Evidence) -> Iterator[Check]:
    for fraction, percent, printed in _pairs(evidence):
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
    for fraction, percent, printed in _pairs(evidence):
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
