"""Rules by kind: each module finds the statements of its kind in a scan."""

from collections.abc import Callable, Iterator

from camket.reading.rules import directive, finding, meeting, own_task, petition, progress, response
from camket.reading.scan import Scan
from camket.reading.statements import Statement

Find = Callable[[Scan], Iterator[Statement]]

_MODULES = (meeting, petition, response, finding, directive, own_task, progress)


def all_rules() -> tuple[Find, ...]:
    """The ``find`` of every kind."""
    return tuple(module.find for module in _MODULES)
