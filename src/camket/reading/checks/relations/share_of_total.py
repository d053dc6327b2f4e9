"""Share of total: a part told with the share it is of the figure before it."""

import re
from collections.abc import Iterator
from itertools import pairwise

from camket.reading.checks.check import Check
from camket.reading.checks.evidence import Evidence
from camket.reading.checks.notation import amount, number, short
from camket.reading.checks.printed import Printed
from camket.reading.checks.relation import Relation
from camket.reading.checks.relations.part_of_whole import HARD
from camket.reading.statements import Observation

_SHARE = re.compile(r"[^.;%\d]{0,40}(?:,\s|\()(?:ước\s)?chiếm\s(?:tỉ lệ\s|khoảng\s)?")
_WITHIN = re.compile(r"(?<!\w)trong đó(?!\w)")


def _find(evidence: Evidence) -> Iterator[Check]:
    for whole, part in pairwise(evidence.observations):
        if whole.unit != part.unit or part.unit in (None, "%"):
            continue
        if _WITHIN.search(evidence.scan.key, whole.end, part.start + 10) is None:
            continue
        if evidence.sentence(whole.start) == evidence.sentence(part.start):
            yield from _check(evidence, whole, part)


def _check(evidence: Evidence, whole: Observation, part: Observation) -> Iterator[Check]:
    a, b = evidence.value(whole), evidence.value(part)
    share = _share(evidence, b) if b is not None else None
    if a is None or b is None or share is None or not (a.exact and b.exact and share.exact) or a.value <= 0:
        return
    computed = b.value / a.value * 100
    slack = max(HARD, share.half) + (b.half + a.half * b.value / a.value) / a.value * 100
    holds = abs(computed - share.value) <= slack
    shown = f"{amount(b.value, part.unit)} / {amount(a.value, whole.unit)} = {short(computed)}%"
    yield Check(
        relation=SHARE_OF_TOTAL.name, holds=holds, places=(*evidence.quotes(whole, part), evidence.quote(share.start, share.end)),
        arithmetic=shown if round(computed, 2) == share.value else f"{shown} {'≈' if holds else '≠'} {number(share.value)}%",
        note=None if holds else f"Cần kiểm tra: tính ra {short(computed)}%, văn bản nêu {number(share.value)}%.",
    )  # fmt: skip


def _share(evidence: Evidence, part: Printed) -> Printed | None:
    """The share that is told right after a part."""
    link = _SHARE.match(evidence.scan.key, part.end)
    tokens = evidence.scan.quantities.within(link.end() - 10, link.end() + 20) if link else ()
    token = next((one for one in tokens if one.unit == "%"), None)
    return evidence.number(token.start, token.end, token.value, "%") if token else None


SHARE_OF_TOTAL = Relation("share_of_total", "Phần / tổng = tỷ lệ chiếm trong tổng", _find)
