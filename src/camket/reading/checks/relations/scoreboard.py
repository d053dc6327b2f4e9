"""Scoreboards: targets met and targets not met make up all targets."""

from collections import defaultdict
from collections.abc import Iterator
from itertools import islice

from camket.reading.checks.check import Check
from camket.reading.checks.evidence import Evidence, compatible
from camket.reading.checks.relation import Relation
from camket.reading.statements import Scoreboard

_LOOK_BACK = 50
"""Boards of one total that are tried as partners, so that a text of boards takes linear time."""


def _find(evidence: Evidence) -> Iterator[Check]:
    boards: dict[int, list[Scoreboard]] = defaultdict(list)
    for one in evidence.scoreboards:
        if one.total is not None:
            boards[one.total].append(one)
        if one.met is not None and one.not_met is not None and one.total is not None:
            yield _check(evidence, one, one)
    for same in boards.values():
        met = [one for one in same if one.met is not None and one.not_met is None]
        missed = [one for one in same if one.not_met is not None and one.met is None]
        for one in missed:
            partner = next(
                (other for other in islice(reversed(met), _LOOK_BACK) if compatible(one.period, other.period)), None
            )
            if partner is not None:
                yield _check(evidence, partner, one)


def _check(evidence: Evidence, met: Scoreboard, missed: Scoreboard) -> Check:
    total = (met.met or 0) + (missed.not_met or 0)
    holds = total == met.total
    return Check(
        relation=SCOREBOARD.name, holds=holds, places=evidence.quotes(*dict.fromkeys((met, missed))),
        arithmetic=f"{met.met} + {missed.not_met} = {total}" + ("" if holds else f" ≠ {met.total}"),
        note=None if holds else f"Cần kiểm tra: số chỉ tiêu đạt và chưa đạt cộng lại là {total}, văn bản nêu tổng {met.total}.",
    )  # fmt: skip


SCOREBOARD = Relation("scoreboard", "Số chỉ tiêu đạt + số chỉ tiêu chưa đạt = tổng số chỉ tiêu", _find)
