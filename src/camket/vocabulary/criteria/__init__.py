"""Criteria sets that units are assessed by: new-rural communes and districts, classes of towns. Read only when asked."""

from camket.vocabulary.criteria.criteria import (
    Act,
    Counts,
    CriteriaSet,
    Criterion,
    CriterionIndicator,
    Grade,
    Group,
    Requirement,
    Score,
    Source,
)
from camket.vocabulary.criteria.loading import GRADES, in_force, load_criteria_sets, read_criteria_sets

__all__ = [
    "GRADES", "Act", "Counts", "CriteriaSet", "Criterion", "CriterionIndicator", "Grade", "Group", "Requirement",
    "Score", "Source", "in_force", "load_criteria_sets", "read_criteria_sets",
]  # fmt: skip
