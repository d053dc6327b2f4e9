"""Rate bounds: a share of a whole lies between 0 and 100 percent."""

from collections.abc import Iterator

from camket.reading.checks.check import Check
from camket.reading.checks.evidence import Evidence
from camket.reading.checks.notation import number
from camket.reading.checks.relation import Relation
from camket.reading.statements import Observation, Target


def _find(evidence: Evidence) -> Iterator[Check]:
    """Every rate outside the bounds, and one check that holds for all the others."""
    rates = [one for one in (*evidence.observations, *evidence.targets) if _is_rate(evidence, one)]
    outside = [one for one in rates if not 0 <= (one.value or 0) <= 100]  # noqa: PLR2004 - percent
    for one in outside:
        shown = number(one.value or rates[0].value or 0)  # type: ignore[arg-type]  # a rate has a value
        yield Check(
            relation=RATE_BOUNDS.name, holds=False, places=evidence.quotes(one), arithmetic=f"0 ≤ {shown} ≤ 100: không",
            note=f"Cần kiểm tra: tỷ lệ {shown}% nằm ngoài khoảng 0–100%.",
        )  # fmt: skip
    inside = [one for one in rates if one not in outside]
    if inside:
        low, high = (number(f(one.value or 0 for one in inside)) for f in (min, max))  # type: ignore[arg-type]
        yield Check(
            relation=RATE_BOUNDS.name, holds=True, places=evidence.quotes(*inside), arithmetic=f"0 ≤ {low}; {high} ≤ 100",
        )  # fmt: skip


def _is_rate(evidence: Evidence, one: Observation | Target) -> bool:
    """Whether the indicator is a share of a whole: growth, indices and shares of plans may exceed 100."""
    indicator = evidence.scan.lexicon.vocabulary.indicators.get(one.code or "")
    return (
        indicator is not None and indicator.rate and indicator.aggregation.rule == "ratio" and one.unit == "%"
        and one.value is not None and evidence.value(one) is not None
    )  # fmt: skip


RATE_BOUNDS = Relation("rate_bounds", "Tỷ lệ nằm trong khoảng 0–100%", _find)
