"""Which figures a target may be compared with on a day, and why others may not."""

import datetime
from collections.abc import Iterable

import msgspec

from camket.vocabulary.assessment.target import Baseline, ObservedFigure, TargetTerms
from camket.vocabulary.indicator import Break


class Comparable(msgspec.Struct, frozen=True):
    """The figures that may be used, the one that decides last; and what was left out, told in Vietnamese."""

    figures: tuple[ObservedFigure, ...]
    refused: tuple[str, ...]


def comparable(target: TargetTerms, observations: Iterable[ObservedFigure], day: datetime.date) -> Comparable:
    """Return the figures that stood on ``day`` and may be compared with ``target``, in the order in which they decide.

    A later period goes before an earlier one, then the due period itself, what a person recommends, what is no estimate,
    and what was known last.
    """
    used, refused = [], []
    for one in observations:
        if one.indicator != target.indicator or not one.stands_on(day) or one.period.last > target.due.last:
            continue
        reason = _refusal(target, one)
        if reason is None:
            used.append(one)
        else:
            refused.append(f"Không dùng số liệu kỳ {one.period.iso} ({one.id}): {reason}.")
    used.sort(key=lambda one: _weight(target, one, day))
    return Comparable(tuple(used), tuple(sorted(refused)))


def crossed(first: int, second: int, breaks: Iterable[Break]) -> Break | None:
    """The break in series that lies between two years; None when they may be compared."""
    early, late = sorted((first, second))
    return next((one for one in breaks if early < one.year <= late), None)


def usable_baseline(target: TargetTerms) -> Baseline | None:
    """The baseline, where it is of the standard that the target is meant in."""
    base = target.baseline
    if base is None or crossed(base.period.last.year, target.standard_year, target.breaks):
        return None
    return base


def _refusal(target: TargetTerms, one: ObservedFigure) -> str | None:
    if one.unit != target.unit and not _only_growth(target, one):
        return f"tính bằng «{one.unit}», chỉ tiêu tính bằng «{target.unit}»"
    if broken := crossed(one.period.last.year, target.standard_year, target.breaks):
        return f"chuỗi số liệu đứt năm {broken.year}, {broken.reason}"
    if target.accrual == "flow" and one.period.first != target.due.first:
        return f"không phải số lũy kế từ ngày đầu kỳ {target.due.iso}"
    if not _numbers(one):
        return "không có giá trị"
    return None


def _only_growth(target: TargetTerms, one: ObservedFigure) -> bool:
    return target.measured == "growth_on_year" and one.growth is not None


def _numbers(one: ObservedFigure) -> bool:
    """Whether there is something to compare: a value, both ends of a range, or a growth; all of them numbers."""
    given = [number for number in (one.value, one.low, one.high, one.growth) if number is not None]
    ranged = one.low is not None and one.high is not None
    enough = one.value is not None or ranged or one.growth is not None
    return enough and all(number.is_finite() for number in given)


def _weight(target: TargetTerms, one: ObservedFigure, day: datetime.date) -> tuple[object, ...]:
    recommended = one.recommended_on is not None and one.recommended_on <= day
    return (one.period.last, one.period == target.due, recommended, not one.estimate, one.known_on, one.id)
