"""Yield: area times yield is output (tạ/ha and ha to tấn)."""

from collections.abc import Iterator
from itertools import pairwise

from camket.reading.checks.check import Check
from camket.reading.checks.evidence import Evidence
from camket.reading.checks.notation import number, short
from camket.reading.checks.relation import Relation
from camket.reading.statements import Observation

_UNITS = ("ha", "tạ/ha", "tấn")


def _find(evidence: Evidence) -> Iterator[Check]:
    observations = evidence.observations
    for (area, rate), (_, output) in pairwise(pairwise(observations)):
        if (area.unit, rate.unit, output.unit) == _UNITS and _together(evidence, area, output):
            yield from _check(evidence, area, rate, output)


def _together(evidence: Evidence, first: Observation, last: Observation) -> bool:
    return evidence.sentence(first.start) == evidence.sentence(last.start) and first.period == last.period


def _check(evidence: Evidence, area: Observation, rate: Observation, output: Observation) -> Iterator[Check]:
    a, r, o = evidence.value(area), evidence.value(rate), evidence.value(output)
    if a is None or r is None or o is None or not (a.exact and r.exact and o.exact):
        return
    computed = a.value * r.value / 10
    slack = o.half + (a.half * r.value + r.half * a.value) / 10
    holds = abs(computed - o.value) <= slack
    equal = "" if computed == o.value else f" {'≈' if holds else '≠'} {number(o.value)} tấn"
    yield Check(
        relation=YIELD_OUTPUT.name, holds=holds, places=evidence.quotes(area, rate, output),
        arithmetic=f"{number(a.value)} ha × {number(r.value)} tạ/ha / 10 = {short(computed)} tấn{equal}",
        note=None if holds else f"Cần kiểm tra: sản lượng tính ra {short(computed)} tấn, văn bản nêu {number(o.value)} tấn.",
    )  # fmt: skip


YIELD_OUTPUT = Relation("yield_output", "Diện tích × năng suất = sản lượng", _find)
