"""A rule: what it is called, what it looks for in words a person can read, and what it makes."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from camket.reading.scan import Scan
from camket.reading.statements import Statement


@dataclass(frozen=True, slots=True)
class Rule[T: Statement]:
    """``name`` is written into every statement the rule makes; ``pattern`` is for people.

    ``make`` yields what the rule finds in a scan.
    """

    name: str
    pattern: str
    make: Callable[[Scan], Iterator[T]]
