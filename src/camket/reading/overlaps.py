"""Overlaps: kinds may overlap, for one sentence says several things; within a kind no two statements may.

A figure that a disaster took is a loss and no observation or target besides.
"""

from bisect import bisect_left
from collections.abc import Iterable
from operator import attrgetter

from camket.reading.statements import Loss, Observation, Statement, Target


def settle(statements: Iterable[Statement]) -> tuple[Statement, ...]:
    """The statements in order of place; of two of one kind that overlap the earlier, then longer, stays."""
    kept: list[Statement] = []
    ends: dict[type[Statement], int] = {}
    # Two sorts by one number each are quicker than one by a pair made for each; the first holds within the second.
    ordered = sorted(sorted(statements, key=attrgetter("end"), reverse=True), key=attrgetter("start"))
    lost = _lost(ordered)
    for one in ordered:
        kind = type(one)
        if one.start >= ends.get(kind, -1) and not (lost and kind in _FIGURES and _is_lost(one, lost)):
            ends[kind] = one.end
            kept.append(one)
    return tuple(kept)


_FIGURES = frozenset((Observation, Target))


def _lost(statements: Iterable[Statement]) -> list[int]:
    """Where the numbers of the losses start, in order."""
    return sorted(
        piece.start for one in statements if type(one) is Loss for piece in one.pieces if piece.role == "number"
    )


def _is_lost(one: Statement, lost: list[int]) -> bool:
    """Whether a number of a loss stands in a figure."""
    index = bisect_left(lost, one.start)
    return index < len(lost) and lost[index] < one.end
