"""Remaining: of y, x are done; what is said to remain is y less x."""

import re
from collections.abc import Iterator

from camket.reading.checks.check import Check
from camket.reading.checks.evidence import Evidence
from camket.reading.checks.notation import number
from camket.reading.checks.printed import Printed, sane
from camket.reading.checks.relation import Relation
from camket.reading.lexing.tokens import Fraction

_REACH = 160
_LEFT = re.compile(r"(?<!\w)(?:còn lại|hiện còn|vẫn còn|còn)\s$")


def _find(evidence: Evidence) -> Iterator[Check]:
    for fraction in evidence.scan.fractions:
        if not (sane(fraction.part) and sane(fraction.whole)) or fraction.part > fraction.whole:
            continue
        left = _left(evidence, fraction)
        if left is not None:
            yield _check(evidence, fraction, left)


def _left(evidence: Evidence, fraction: Fraction) -> Printed | None:
    """The number after "còn" in the same sentence, of the same things."""
    key, end = evidence.scan.key, min(evidence.sentence_end(fraction.end), fraction.end + _REACH)
    for token in evidence.scan.quantities.within(fraction.end, end):
        said = _LEFT.search(key, max(fraction.end, token.qualifier_start - 12), token.qualifier_start)
        if said and token.unit == fraction.unit is not None:
            printed = evidence.number(token.start, token.end, token.value, token.unit)
            return printed if printed is not None and printed.exact else None
    return None


def _check(evidence: Evidence, fraction: Fraction, left: Printed) -> Check:
    computed = fraction.whole - fraction.part
    holds = abs(computed - left.value) <= left.half
    return Check(
        relation=REMAINING.name, holds=holds,
        places=(evidence.quote(fraction.start, fraction.end), evidence.quote(left.start, left.end)),
        arithmetic=f"{number(fraction.whole)} − {number(fraction.part)} = {number(computed)}"
        + ("" if computed == left.value else f" {'≈' if holds else '≠'} {number(left.value)}"),
        note=None if holds else f"Cần kiểm tra: phần còn lại tính ra {number(computed)}, văn bản nêu {number(left.value)}.",
    )  # fmt: skip


REMAINING = Relation("remaining", "Tổng số − số đã làm = số còn lại", _find)
