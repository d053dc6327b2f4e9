"""Overlaps: kinds may overlap, for one sentence says several things; within a kind no two statements may."""

from collections.abc import Iterable

from camket.reading.statements import Statement


def settle(statements: Iterable[Statement]) -> tuple[Statement, ...]:
    """The statements in order of place; of two of one kind that overlap the earlier, then longer, stays."""
    kept: list[Statement] = []
    ends: dict[str, int] = {}
    for one in sorted(statements, key=lambda one: (one.start, -one.end)):
        if one.start >= ends.get(one.kind, -1):
            ends[one.kind] = one.end
            kept.append(one)
    return tuple(kept)
