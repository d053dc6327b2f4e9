"""Observations: the figures a document reports."""

from collections.abc import Iterator

from camket.reading.figures.reading import figures
from camket.reading.figures.statement import observation
from camket.reading.rules.rule import Rule
from camket.reading.scan import Scan
from camket.reading.statements import Observation


def _reported(scan: Scan) -> Iterator[Observation]:
    for draft in figures(scan):
        if not draft.target:
            yield observation(draft, scan)


RULES = (
    Rule(
        "observation.figure",
        "<chỉ tiêu> (ước) đạt|là|còn <số> <đơn vị>, tăng|giảm … so với …, đạt …% kế hoạch; có <số> <đơn vị> <vị ngữ>",
        _reported,
    ),
)


def find(scan: Scan) -> Iterator[Observation]:
    """The reported figures of a document, in order."""
    for rule in RULES:
        yield from rule.make(scan)
