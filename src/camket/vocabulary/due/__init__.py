"""By when something is owed, how that day was found, and whether it is past."""

from camket.vocabulary.due.compute import compute_due
from camket.vocabulary.due.due import Doubt, Due, DueKind, Frequency
from camket.vocabulary.due.lateness import days_late, due_soon, overdue
from camket.vocabulary.due.periodic import period_end, period_ends

__all__ = [
    "Doubt", "Due", "DueKind", "Frequency", "compute_due", "days_late", "due_soon", "overdue", "period_end",
    "period_ends",
]  # fmt: skip
