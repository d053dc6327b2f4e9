"""Economic structure: the shares of all sectors make 100 percent."""

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import groupby

from camket.reading.checks.check import Check
from camket.reading.checks.evidence import Evidence
from camket.reading.checks.notation import number
from camket.reading.checks.printed import Printed
from camket.reading.checks.relation import Relation
from camket.reading.statements import Observation

SLACK = Decimal("0.15")
_SECTORS = 3
_NEAR = Decimal(8)  # shares that miss 100 by more are no whole structure
_HEAD = re.compile(r"(?<!\w)(?:cơ cấu|tỉ trọng)(?!\w)")


def _find(evidence: Evidence) -> Iterator[Check]:
    shares = [one for one in evidence.observations if one.unit == "%" and (one.value is not None or one.code)]
    if len(shares) < _SECTORS:
        return
    for _, group in groupby(shares, key=lambda one: evidence.sentence(one.start)):
        members = list(group)[:20]
        if len(members) < _SECTORS or not _is_structure(evidence, members):
            continue
        yield from _sums(evidence, members, [evidence.value(one) for one in members])
        before = [evidence.number(one.start, one.end, one.baseline_value, "%") for one in members]
        yield from _sums(evidence, members, before)


def _is_structure(evidence: Evidence, members: list[Observation]) -> bool:
    if all((one.code or "").startswith("structure_") for one in members):
        return True
    first = members[0]
    return _HEAD.search(evidence.scan.key, max(0, first.start - 200), first.end) is not None


def _sums(evidence: Evidence, members: list[Observation], shares: list[Printed | None]) -> Iterator[Check]:
    known = [share for share in shares if share is not None and share.exact]
    total = sum((share.value for share in known), start=Decimal(0))
    if len(known) != len(members) or abs(total - 100) > _NEAR:
        return
    holds = abs(total - 100) <= max(SLACK, sum((share.half for share in known), start=Decimal(0)))
    shown = " + ".join(number(share.value) for share in known)
    yield Check(
        relation=STRUCTURE.name, holds=holds, places=evidence.quotes(*members),
        arithmetic=f"{shown} = {number(total)}" + ("" if total == 100 else f" {'≈' if holds else '≠'} 100"),
        note=None if holds else f"Cần kiểm tra: các tỷ trọng cộng lại là {number(total)}%; có thể còn một thành phần chưa nêu.",
    )  # fmt: skip


STRUCTURE = Relation("structure", "Các tỷ trọng trong cơ cấu cộng lại = 100% (lệch không quá 0,15)", _find)
