"""Two authorities: one value with its shares of two plans implies two targets, and they must not be the same."""

import re
from collections.abc import Iterator
from decimal import Decimal

from msgspec.structs import replace

from camket.reading.checks.check import Check, Quote
from camket.reading.checks.evidence import Evidence, label
from camket.reading.checks.notation import amount, number
from camket.reading.checks.printed import Printed
from camket.reading.checks.relation import Relation
from camket.reading.checks.relations.share_of_target import derived_target, implied_target
from camket.reading.statements import Observation

_PLAN = re.compile(
    r"\s?(?:so với\s)?(?:kế hoạch|dự toán|chỉ tiêu|kh|dt)\s(?:do\s)?(?P<owner>[^%,;.()\d]{2,40}?)\s(?:đã\s)?giao(?!\w)"
)
_SET = "giao"  # what each plan must say
_TWO = 2
_PLAN_REACH = 80
_REACH = 140


def _find(evidence: Evidence) -> Iterator[Check]:
    observations = evidence.observations
    for index, one in enumerate(observations):
        if one.share_of_target is None or one.unit == "%":
            continue
        after = observations[index + 1] if index + 1 < len(observations) else None
        end = min(after.end if after is not None and _goes_on(one, after) else one.end, one.end + _REACH)
        if evidence.scan.key.count(_SET, one.start, end + _PLAN_REACH) < _TWO:
            continue
        value, shares = evidence.value(one), _shares(evidence, one.start, end)
        if value is not None and len(shares) > 1:
            yield from _checks(evidence, one, value, shares)


def _goes_on(one: Observation, after: Observation) -> bool:
    return after.value is None and after.share_of_target is not None and label(after) == label(one)


def _shares(evidence: Evidence, start: int, end: int) -> list[tuple[Printed, str]]:
    """The shares of plans in [start, end), each with whose plan it is."""
    shares = []
    for token in evidence.scan.quantities.within(start, end):
        plan = _PLAN.match(evidence.scan.key, token.end, token.end + _PLAN_REACH) if token.unit == "%" else None
        share = evidence.number(token.start, token.end, token.value, "%") if plan else None
        if plan and share is not None and share.value > 0:
            shares.append((replace(share, end=plan.end()), evidence.scan.text(*plan.span("owner"))))
    return shares


def _checks(evidence: Evidence, one: Observation, value: Printed, shares: list[tuple[Printed, str]]) -> Iterator[Check]:
    (first, first_owner), *others = shares
    base, _ = implied_target(evidence, value, first, one.unit)
    for share, owner in others:
        implied, _ = implied_target(evidence, value, share, one.unit)
        holds = owner != first_owner or share.value == first.value
        yield Check(
            relation=TWO_AUTHORITIES.name, holds=holds, places=_places(evidence, one, first, share),
            arithmetic=_shown(one, value, first, base) + "; " + _shown(one, value, share, implied),
            note=None if holds else f"Cần kiểm tra: hai tỷ lệ khác nhau so với cùng kế hoạch do {owner} giao.",
            derived=derived_target(one, implied, owner),
        )  # fmt: skip


def _shown(one: Observation, value: Printed, share: Printed, implied: Decimal) -> str:
    return f"{amount(value.value, one.unit)} / {number(share.value)}% ≈ {amount(implied, one.unit)}"


def _places(evidence: Evidence, one: Observation, first: Printed, second: Printed) -> tuple[Quote, ...]:
    return (*evidence.quotes(one), evidence.quote(first.start, first.end), evidence.quote(second.start, second.end))


TWO_AUTHORITIES = Relation(
    "two_authorities", "Một giá trị so với kế hoạch của hai cấp giao cho biết hai kế hoạch", _find
)
