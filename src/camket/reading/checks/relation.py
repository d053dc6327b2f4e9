"""A relation: a law of arithmetic that figures of one document should obey."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from camket.reading.checks.check import Check
from camket.reading.checks.evidence import Evidence


@dataclass(frozen=True, slots=True)
class Relation:
    """``name`` is written into its checks, ``explanation`` (Vietnamese) tells people what is compared."""

    name: str
    explanation: str
    find: Callable[[Evidence], Iterator[Check]]
