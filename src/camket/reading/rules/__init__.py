"""Rules by kind: each module finds the statements of its kind in a scan."""

from collections.abc import Callable, Iterator

from camket.reading.rules import (
    citation,
    directive,
    finding,
    loss,
    meeting,
    observation,
    own_task,
    petition,
    plan,
    progress,
    project,
    response,
    scoreboard,
    target,
)  # fmt: skip
from camket.reading.scan import Scan
from camket.reading.statements import Statement

Find = Callable[[Scan], Iterator[Statement]]

_MODULES = (
    meeting, scoreboard, observation, target, loss, petition, response, finding, directive, own_task, progress, project,
    plan, citation,
)  # fmt: skip


def all_rules() -> tuple[Find, ...]:
    """The ``find`` of every kind."""
    return tuple(module.find for module in _MODULES)
