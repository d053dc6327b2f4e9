"""Figures re-stated on the units of a later day, each by its indicator's own rule, with what it is made of."""

from camket.units.restatement.comparable import Comparison, comparable
from camket.units.restatement.figure import Figure
from camket.units.restatement.outcome import Cause, Part, Refusal, RestatedFigure
from camket.units.restatement.restate import Restated, restate
from camket.units.restatement.side_by_side import Row, side_by_side

__all__ = [
    "Cause",
    "Comparison",
    "Figure",
    "Part",
    "Refusal",
    "Restated",
    "RestatedFigure",
    "Row",
    "comparable",
    "restate",
    "side_by_side",
]
