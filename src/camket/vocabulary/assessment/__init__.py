"""Whether a target is met: one pure function for ledger, analytics and pages alike."""

from camket.vocabulary.assessment.assess import assess
from camket.vocabulary.assessment.result import Assessment, Verdict
from camket.vocabulary.assessment.target import (
    Accrual,
    Baseline,
    Comparator,
    Measured,
    ObservedFigure,
    Step,
    TargetTerms,
)

__all__ = [
    "Accrual", "Assessment", "Baseline", "Comparator", "Measured", "ObservedFigure", "Step", "TargetTerms", "Verdict",
    "assess",
]  # fmt: skip
