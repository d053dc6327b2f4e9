"""New rural criteria: the mean of the communes lies between what their counts allow."""

import re
from collections.abc import Iterator
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal

from camket.reading.checks.check import Check
from camket.reading.checks.evidence import Evidence, compatible
from camket.reading.checks.notation import number
from camket.reading.checks.printed import Printed
from camket.reading.checks.relation import Relation
from camket.reading.checks.relations.share_of_target import implied_target
from camket.reading.statements import Observation

ALL = 19
"""Criteria of the national set for communes (2010 to 2025)."""

_STANDARD = ("ntm_communes_incl_basic", "ntm_communes")
_UNDER = re.compile(r"dưới\s(\d{1,2})\s")


def _find(evidence: Evidence) -> Iterator[Check]:
    means = [one for one in evidence.observations if one.code == "ntm_criteria_average" and one.value is not None]
    if not means:
        return
    for mean in means[:20]:
        printed = evidence.value(mean)
        known = [
            (one, total)
            for code in _STANDARD
            for one in _same(evidence, mean, code)
            if (total := _total(evidence, one))
        ]
        if known and printed is not None and printed.exact:
            standard, total = min(known, key=lambda each: abs(each[0].start - mean.start))
            yield _check(evidence, mean, printed, standard, total)


def _same(evidence: Evidence, mean: Observation, code: str) -> list[Observation]:
    """The figures of ``code`` for the same unit and period."""
    return [
        one for one in evidence.observations
        if one.code == code and one.value is not None and one.about == mean.about and compatible(one.period, mean.period)
    ]  # fmt: skip


def _total(evidence: Evidence, standard: Observation) -> int | None:
    """How many communes there are: as "18/21 xã" says, or as 18 at 85,71 % imply."""
    for fraction in evidence.scan.fractions.within(standard.start, standard.end):
        if fraction.part == standard.value and fraction.whole > fraction.part:
            return int(fraction.whole)
    value = evidence.value(standard)
    share = evidence.number(standard.start, standard.end, standard.share_of_target, "%")
    if value is None or share is None or share.value <= 0 or not share.exact:
        return None
    total = int(implied_target(evidence, value, share, standard.unit)[0])
    return total if total >= value.value else None


def _check(evidence: Evidence, mean: Observation, printed: Printed, standard: Observation, total: int) -> Check:
    reached = int(standard.value or 0)
    floor, floored = _floor(evidence, mean)
    least = reached * ALL + (total - reached) * floor
    most = reached * ALL + (total - reached) * (ALL - 1)
    highest = (printed.high * total).to_integral_value(ROUND_FLOOR)
    lowest = (printed.low * total).to_integral_value(ROUND_CEILING)
    holds = least <= highest and lowest <= most
    bound, sign = (least, f"nhiều nhất {number(highest)}") if lowest <= most else (most, f"ít nhất {number(lowest)}")
    rest = f" + {total - reached} × {floor if lowest <= most else ALL - 1}" if total > reached else ""
    return Check(
        relation=CRITERIA.name, holds=holds, places=evidence.quotes(standard, mean, *floored),
        arithmetic=f"{reached} × {ALL}{rest} = {bound} tiêu chí; {number(printed.value)} × {total} → {sign}",
        note=None if holds else _note(standard, reached, total, printed.value),
    )  # fmt: skip


def _floor(evidence: Evidence, mean: Observation) -> tuple[int, tuple[Observation, ...]]:
    """The fewest criteria a commune can have, where "không còn xã dưới 10 tiêu chí" says so."""
    under = next(iter(_same(evidence, mean, "ntm_communes_under_n_criteria")), None)
    found = _UNDER.search(evidence.scan.key, under.start, under.end) if under and under.value == 0 else None
    return (int(found.group(1)), (under,)) if found and under else (0, ())


def _note(standard: Observation, reached: int, total: int, mean: Decimal) -> str:
    basic = " (một phần mới cơ bản đạt chuẩn)" if standard.code == "ntm_communes_incl_basic" else ""
    return (
        f"Cần kiểm tra: {reached} xã không thể đều đạt {ALL} tiêu chí{basic} "
        f"khi bình quân {total} xã là {number(mean)} tiêu chí/xã."
    )


CRITERIA = Relation(
    "criteria", "Số xã đạt chuẩn × 19 + số xã còn lại × số tiêu chí tối thiểu phải khớp số bình quân", _find
)
