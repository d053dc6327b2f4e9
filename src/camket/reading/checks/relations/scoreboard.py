"""Scoreboards: targets met and targets not met make up all targets."""

from collections import defaultdict
from collections.abc import Iterator
from itertools import islice

from camket.reading.checks.check import Check, Quote
from camket.reading.checks.evidence import Evidence, compatible
from camket.reading.checks.relation import Relation
from camket.reading.checks.target_counts import Count, Counts, target_counts
from camket.reading.statements import Scoreboard

_LOOK_BACK = 50
"""Boards of one total that are tried as partners, so that a text of boards takes linear time."""


def _find(evidence: Evidence) -> Iterator[Check]:
    told: set[int] = set()
    for counts in target_counts(evidence):
        check = _within(evidence, counts)
        if check is not None:
            told.add(evidence.sentence(counts.start))
            yield check
    yield from _across(evidence, told)


def _within(evidence: Evidence, counts: Counts) -> Check | None:
    """What the counts of one sentence say; None where they need not make up the total."""
    outer = [one for one in counts.counts if not one.nested]
    for some in (outer, counts.counts):
        if len(some) > 1 and sum(one.number for one in some) == counts.total:
            return _check([one.number for one in some], counts.total, _places(evidence, counts, some))
    outcomes = {one.outcome for one in outer}
    if not counts.clear or outcomes != {"met", "missed"}:
        return None
    return _check([one.number for one in outer], counts.total, _places(evidence, counts, outer))


def _places(evidence: Evidence, counts: Counts, some: list[Count]) -> tuple[Quote, ...]:
    total = [] if counts.start == counts.counts[0].start else [evidence.quote(counts.start, counts.end)]
    return (*total, *(evidence.quote(one.start, one.words_end) for one in some))


def _across(evidence: Evidence, told: set[int]) -> Iterator[Check]:
    """Boards of different sentences, ``told`` being the sentences that were summed already."""
    boards: dict[int, list[Scoreboard]] = defaultdict(list)
    last: Scoreboard | None = None
    for one in evidence.scoreboards:
        sentence = evidence.sentence(one.start)
        if one.met is not None and one.total is not None:
            boards[one.total].append(one)
            last = one
        if one.not_met is None or one.met is not None or sentence in told:
            continue
        partner = _partner(one, boards) if one.total is not None else last
        if partner is not None and (one.total is not None or sentence - evidence.sentence(partner.start) == 1):
            yield _check([partner.met or 0, one.not_met], partner.total or 0, evidence.quotes(partner, one))
            told.add(sentence)


def _partner(missed: Scoreboard, boards: dict[int, list[Scoreboard]]) -> Scoreboard | None:
    """The board before ``missed`` that counts what was met of the same total."""
    same = islice(reversed(boards[missed.total or 0]), _LOOK_BACK)
    return next((one for one in same if one.not_met is None and compatible(missed.period, one.period)), None)


def _check(numbers: list[int], total: int, places: tuple[Quote, ...]) -> Check:
    summed = sum(numbers)
    holds = summed == total
    return Check(
        relation=SCOREBOARD.name, holds=holds, places=places,
        arithmetic=f"{' + '.join(map(str, numbers))} = {summed}" + ("" if holds else f" ≠ {total}"),
        note=None if holds else f"Cần kiểm tra: số chỉ tiêu đạt và chưa đạt cộng lại là {summed}, văn bản nêu tổng {total}.",
    )  # fmt: skip


SCOREBOARD = Relation("scoreboard", "Số chỉ tiêu đạt + số chỉ tiêu chưa đạt = tổng số chỉ tiêu", _find)
"""Told in one sentence or in two."""
