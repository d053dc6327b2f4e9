"""Told twice: a figure that a document gives in two places is the same in both, rounding aside."""

from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from camket.reading.checks.check import Check
from camket.reading.checks.evidence import Evidence
from camket.reading.checks.notation import amount
from camket.reading.checks.printed import Printed
from camket.reading.checks.relation import Relation
from camket.reading.statements import Loss, Observation, Scoreboard, Statement
from camket.vocabulary.folding import fold

_ROUNDED = Decimal("0.1")  # a headline's "gần 90%" may be this far from the body's figure
_REACH = 400
_LOSSES = frozenset({"economic_loss", "dead_or_missing"})

_Key = tuple[str | None, ...]
_Told = tuple[Statement, Printed, str | None]


def _find(evidence: Evidence) -> Iterator[Check]:
    told: dict[_Key, list[Observation | Loss]] = defaultdict(list)
    for one in _repeated(evidence):
        if key := _key(evidence, one):
            told[key].append(one)
    for same in told.values():
        printed = [(one, value, one.unit) for one in same if (value := evidence.value(one))] if len(same) > 1 else []
        for earlier, later in pairwise(printed):
            # within one sentence, the later is a part of the earlier, or it is another's
            if evidence.sentence(earlier[0].start) != evidence.sentence(later[0].start):
                yield _check(evidence, earlier, later)
    yield from _boards(evidence)


def _repeated(evidence: Evidence) -> Iterator[Observation | Loss]:
    """The figures of indicators, and the losses of categories, that are told more than once."""
    figures: dict[str, list[Observation | Loss]] = defaultdict(list)
    for one in evidence.observations:
        if one.code is not None and one.value is not None:
            figures[one.code].append(one)
    losses: dict[str, list[Observation | Loss]] = defaultdict(list)
    for loss in evidence.losses:
        if loss.category in _LOSSES:
            losses[loss.category].append(loss)
    for same in (*figures.values(), *losses.values()):
        if len(same) > 1:
            yield from same


def _own_unit(evidence: Evidence, one: Observation) -> bool:
    """Whether the figure stands with its own label in its indicator's unit, and so is neither growth nor a share."""
    indicator = evidence.scan.lexicon.vocabulary.indicators.get(one.code or "")
    if indicator is None or one.unit != indicator.unit:
        return False
    return fold(one.indicator or "") in evidence.scan.key[one.start : one.end]


def _bracketed(evidence: Evidence, one: Statement) -> bool:
    """Whether it stands in a bracket, and so is a part of what stands before."""
    key, first = evidence.scan.key, max(0, one.start - _REACH)
    return key.rfind("(", first, one.start) > key.rfind(")", first, one.start)


def _key(evidence: Evidence, one: Observation | Loss) -> _Key | None:
    """What must be equal for two figures to be one and the same; None where that cannot be known."""
    if isinstance(one, Observation) and one.indicator and one.value is not None and _own_unit(evidence, one):
        return ("observation", one.code, fold(one.indicator), one.about, one.period, one.unit, one.plan_owner)
    if isinstance(one, Loss) and one.category in _LOSSES and not _bracketed(evidence, one):
        return ("loss", one.category, one.place, str(one.event_date), one.period, one.unit, str(one.as_of))
    return None


def _check(evidence: Evidence, earlier: _Told, later: _Told) -> Check:
    (first, a, unit), (second, b, _) = earlier, later
    holds = a.low <= b.high and b.low <= a.high
    if not holds and not (a.exact and b.exact):
        holds = abs(a.value - b.value) <= max(abs(a.value), abs(b.value)) * _ROUNDED
    sign = "=" if a.value == b.value else "≈" if holds else "≠"
    return Check(
        relation=TOLD_TWICE.name, holds=holds, places=evidence.quotes(first, second),
        arithmetic=f"{amount(a.value, unit)} {sign} {amount(b.value, unit)}",
        note=None if holds else "Cần kiểm tra: cùng một chỉ tiêu được nêu hai số khác nhau; có thể khác phạm vi hoặc thời điểm.",
    )  # fmt: skip


def _boards(evidence: Evidence) -> Iterator[Check]:
    """Boards of one total, period and resolution that count what is met."""
    told: dict[_Key, Scoreboard] = {}
    for one in evidence.scoreboards:
        key = (str(one.total), one.about, one.period, one.resolution)
        before = told.get(key)
        if one.met is None or one.total is None:
            continue
        # within one sentence, two counts of one total are its parts ("16/30 đạt, 12/30 có khả năng đạt")
        if before is not None and evidence.sentence(before.start) != evidence.sentence(one.start):
            holds = before.met == one.met
            yield Check(
                relation=TOLD_TWICE.name, holds=holds, places=evidence.quotes(before, one),
                arithmetic=f"{before.met}/{before.total} {'=' if holds else '≠'} {one.met}/{one.total}",
                note=None if holds else "Cần kiểm tra: số chỉ tiêu đạt được nêu hai lần khác nhau.",
            )  # fmt: skip
        told[key] = one


TOLD_TWICE = Relation("told_twice", "Cùng chỉ tiêu, cùng đơn vị, cùng kỳ được nêu ở hai chỗ phải như nhau", _find)
