"""Partitions: the parts that a bracket or a list gives of a figure (by place, by cause) add up to it."""

from collections.abc import Iterator
from decimal import Decimal
from itertools import groupby

from camket.reading.checks.check import Check
from camket.reading.checks.evidence import Evidence
from camket.reading.checks.notation import amount, number
from camket.reading.checks.parts import Parts, lists
from camket.reading.checks.printed import Printed
from camket.reading.checks.relation import Relation

_ALMOST_ALL = Decimal("0.9")
"""Parts after "trong đó:" that make up this much of the whole were meant to be all of it."""
_SLIP = Decimal("0.02")
"""By so much the parts after "trong đó" without a colon may miss the whole that they were meant to make up."""
_CLOSED = 3  # parts, the last one after "và"


def _find(evidence: Evidence) -> Iterator[Check]:
    for listed in lists(evidence):
        grouped = _groups(listed)
        if grouped:
            yield from (_check(evidence, listed, parts, holds=True) for parts in grouped)
            continue
        verdict = _verdict(listed)
        if verdict is not None:
            yield _check(evidence, listed, listed.parts, holds=verdict)


def _groups(listed: Parts) -> list[list[Printed]]:
    """The stretches between semicolons, where each (by cause; by place) makes up the whole by itself."""
    pairs = zip(listed.groups, listed.parts, strict=True)
    groups = [[part for _, part in group] for _, group in groupby(pairs, key=lambda pair: pair[0])]
    whole = len(groups) > 1 and all(len(group) > 1 and _sum(group) == listed.whole.value for group in groups)
    return groups if whole else []


def _sum(parts: list[Printed]) -> Decimal:
    return sum((part.value for part in parts), start=Decimal(0))


def _verdict(listed: Parts) -> bool | None:
    """Whether the parts make up the whole; None where the list does not say that they should."""
    whole, total = listed.whole, _sum(listed.parts)
    several = len(listed.parts) > 1
    if several and total == whole.value:
        return True
    if not (listed.strict and whole.exact) or listed.crossing:
        return None
    if several and abs(total - whole.value) <= whole.half + sum((part.half for part in listed.parts), start=Decimal(0)):
        return True
    return False if several and _should(listed, total) else None


def _should(listed: Parts, total: Decimal) -> bool:
    """Whether the list claims to be complete, so that parts which do not add up are worth a look."""
    whole, closed = listed.whole.value, len(listed.parts) >= _CLOSED and listed.joined
    if listed.opening == "among":
        return closed and not listed.unfinished and abs(total - whole) <= whole * _SLIP
    if total > whole:
        return True
    return not listed.unfinished and (listed.opening != "among_colon" or total >= whole * _ALMOST_ALL)


def _check(evidence: Evidence, listed: Parts, parts: list[Printed], *, holds: bool) -> Check:
    total, whole, unit = _sum(parts), listed.whole.value, listed.token.unit
    equal = "" if total == whole else f" {'≈' if holds else '≠'} {_shown(whole, unit)}"
    key = evidence.scan.key
    words = key[listed.token.start : listed.whole_end].rstrip(" ,(.")
    return Check(
        relation=PARTITION.name, holds=holds,
        places=(
            evidence.quote(listed.token.start, listed.token.start + len(words)),
            *(evidence.quote(part.start, part.end) for part in parts),
        ),
        arithmetic=f"{' + '.join(_shown(part.value, unit) for part in parts)} = {_shown(total, unit)}{equal}",
        note=None if holds else f"Cần kiểm tra: các phần cộng lại là {_shown(total, unit)}, văn bản nêu {_shown(whole, unit)}; "
        + ("có thể liệt kê chưa đủ." if total < whole else "có thể có phần trùng nhau."),
    )  # fmt: skip


def _shown(value: Decimal, unit: str | None) -> str:
    return amount(value, unit) if unit is not None and unit.startswith("VND") else number(value)


PARTITION = Relation("partition", "Các phần trong ngoặc hoặc được liệt kê cộng lại = số chung", _find)
