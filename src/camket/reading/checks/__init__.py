"""Checks: every relation that the figures of one document allow, tested, as holding or as worth a look."""

from collections.abc import Iterable

from camket.reading.checks.check import Check, Derived, Quote
from camket.reading.checks.evidence import Evidence
from camket.reading.checks.relation import Relation
from camket.reading.checks.relations import RELATIONS
from camket.reading.scan import Scan
from camket.reading.statements import Statement

__all__ = ["RELATIONS", "Check", "Derived", "Quote", "Relation", "check", "explanation"]


def check(statements: Iterable[Statement], scan: Scan) -> tuple[Check, ...]:
    """Test ``statements``, read from ``scan``, against one another; in the order of their first places.

    Raises on no statements; takes time in proportion to their number.
    """
    evidence = Evidence(statements, scan)
    # what two relations find in the same place with the same arithmetic is told once
    found = {(one.arithmetic, one.places[0].start if one.places else 0): one for one in _found(evidence)}
    return tuple(
        sorted(found.values(), key=lambda one: (one.places[0].start if one.places else 0, one.relation, one.arithmetic))
    )


def _found(evidence: Evidence) -> list[Check]:
    """All checks, those of the first relations last, so that they are the ones kept."""
    return [one for relation in reversed(RELATIONS) for one in relation.find(evidence)]


def explanation(relation: str) -> str:
    """What a relation compares, in Vietnamese; its name where there is no such relation."""
    return next((one.explanation for one in RELATIONS if one.name == relation), relation)
