"""Targets: the figures a document says are to be reached."""

from collections.abc import Iterator

from camket.reading.figures.reading import figures
from camket.reading.figures.statement import target
from camket.reading.rules.rule import Rule
from camket.reading.scan import Scan
from camket.reading.statements import Target


def _planned(scan: Scan) -> Iterator[Target]:
    for draft in figures(scan):
        if draft.target:
            yield target(draft, scan)


RULES = (
    Rule(
        "target.figure",
        "phấn đấu|mục tiêu … <chỉ tiêu> đạt <số> <đơn vị> trở lên; (kế hoạch là <số>), (tỉnh giao … <số>)",
        _planned,
    ),
)


def find(scan: Scan) -> Iterator[Target]:
    """The planned figures of a document, in order."""
    for rule in RULES:
        yield from rule.make(scan)
