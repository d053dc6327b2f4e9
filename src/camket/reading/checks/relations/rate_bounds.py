"""Rate bounds: a share of a whole lies between 0 and 100 percent."""

from collections.abc import Iterator

from camket.reading.checks.check import Check
from camket.reading.checks.evidence import Evidence
from camket.reading.checks.notation import number
from camket.reading.checks.printed import sane
from camket.reading.checks.relation import Relation
from camket.reading.statements import Figure

_WHOLE = 100
_SHOWN = 12


def _find(evidence: Evidence) -> Iterator[Check]:
    """Every rate outside the bounds, and one check that holds for all the others."""
    inside: list[Figure] = []
    for one in (*evidence.observations, *evidence.targets):
        if not _is_rate(evidence, one) or one.value is None:
            continue
        if 0 <= one.value <= _WHOLE:
            inside.append(one)
            continue
        shown = number(one.value)
        yield Check(
            relation=RATE_BOUNDS.name, holds=False, places=evidence.quotes(one), arithmetic=f"0 ≤ {shown} ≤ 100: không",
            note=f"Cần kiểm tra: tỷ lệ {shown}% nằm ngoài khoảng 0–100%.",
        )  # fmt: skip
    if inside:
        shown = "; ".join(sorted({number(one.value) for one in inside if one.value is not None})[:_SHOWN])
        yield Check(
            relation=RATE_BOUNDS.name, holds=True, places=evidence.quotes(*inside), arithmetic=f"0 ≤ {shown} ≤ 100",
        )  # fmt: skip


def _is_rate(evidence: Evidence, one: Figure) -> bool:
    """Whether the indicator is a share of a whole: growth, indices and shares of plans may exceed 100."""
    if one.unit != "%" or one.code is None:
        return False
    indicator = evidence.scan.lexicon.vocabulary.indicators.get(one.code)
    return (
        indicator is not None and indicator.rate and indicator.aggregation.rule == "ratio"
        and sane(one.value)
    )  # fmt: skip


RATE_BOUNDS = Relation("rate_bounds", "Tỷ lệ nằm trong khoảng 0–100%", _find)
