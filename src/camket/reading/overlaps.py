"""Overlaps: kinds may overlap, for one sentence says several things; within a kind no two statements may.

A figure that a disaster took is a loss and no observation or target besides.
"""

from bisect import bisect_left
from collections.abc import Iterable

from camket.reading.statements import Loss, Observation, Statement, Target


def settle(statements: Iterable[Statement]) -> tuple[Statement, ...]:
    """The statements in order of place; of two of one kind that overlap the earlier, then longer, stays."""
    kept: list[Statement] = []
    ends: dict[str, int] = {}
    ordered = sorted(statements, key=lambda one: (one.start, -one.end))
    lost = _lost(ordered)
    for one in ordered:
        if one.start >= ends.get(one.kind, -1) and not _is_lost(one, lost):
            ends[one.kind] = one.end
            kept.append(one)
    return tuple(kept)


def _lost(statements: Iterable[Statement]) -> list[int]:
    """Where the numbers of the losses start, in order."""
    return sorted(
        piece.start for one in statements if isinstance(one, Loss) for piece in one.pieces if piece.role == "number"
    )


def _is_lost(one: Statement, lost: list[int]) -> bool:
    if not lost or not isinstance(one, Observation | Target):
        return False
    index = bisect_left(lost, one.start)
    return index < len(lost) and lost[index] < one.end
