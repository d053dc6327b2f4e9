"""Dead and missing: where a document counts both together and each alone, the two make up the one."""

from collections.abc import Iterator
from decimal import Decimal

from camket.reading.checks.check import Check
from camket.reading.checks.evidence import Evidence, compatible
from camket.reading.checks.notation import number
from camket.reading.checks.relation import Relation
from camket.reading.statements import Loss

_REACH = 3  # losses looked at after the joint count


def _find(evidence: Evidence) -> Iterator[Check]:
    for index, whole in enumerate(evidence.losses):
        if whole.category != "dead_or_missing" or whole.value is None:
            continue
        near = [one for one in evidence.losses[index + 1 : index + 1 + _REACH] if _same_event(whole, one)]
        dead = next((one for one in near if one.category == "dead"), None)
        missing = next((one for one in near if one.category == "missing"), None)
        if dead and missing and dead.value is not None and missing.value is not None:
            yield _check(evidence, whole, dead, missing, dead.value + missing.value)


def _same_event(one: Loss, other: Loss) -> bool:
    return one.place == other.place and compatible(str(one.event_date), str(other.event_date))


def _check(evidence: Evidence, whole: Loss, dead: Loss, missing: Loss, total: Decimal) -> Check:
    holds = total == whole.value
    stated = number(whole.value or Decimal(0))
    return Check(
        relation=DEAD_AND_MISSING.name, holds=holds, places=evidence.quotes(whole, dead, missing),
        arithmetic=f"{number(dead.value or Decimal(0))} + {number(missing.value or Decimal(0))} = {number(total)}"
        + ("" if holds else f" ≠ {stated}"),
        note=None if holds else f"Cần kiểm tra: số chết và số mất tích cộng lại là {number(total)}, văn bản nêu chung {stated}.",
    )  # fmt: skip


DEAD_AND_MISSING = Relation("dead_and_missing", "Số người chết + số người mất tích = số người chết và mất tích", _find)
