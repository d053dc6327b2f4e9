"""Whether a target was met, as it stood on any day."""

import datetime
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

import msgspec

from camket.vocabulary.assessment.comparable import comparable
from camket.vocabulary.assessment.measure import Measure, measure
from camket.vocabulary.assessment.pace import expected, required_pace
from camket.vocabulary.assessment.result import Assessment, Verdict
from camket.vocabulary.assessment.target import ObservedFigure, TargetTerms
from camket.vocabulary.assessment.telling import told
from camket.vocabulary.assessment.zone import Zone, zone_of


class _Case(msgspec.Struct, frozen=True):
    """A target, the figure that decides about it, and what is to be known of both."""

    target: TargetTerms
    zone: Zone
    figure: ObservedFigure
    value: Decimal
    expected: Decimal | None
    day: datetime.date

    @property
    def final(self) -> bool:
        return self.figure.period.last == self.target.due.last

    @property
    def past(self) -> bool:
        return self.day > self.target.due.last


def assess(target: TargetTerms, observations: Iterable[ObservedFigure], day: datetime.date) -> Assessment:
    """Return how ``target`` stood on ``day`` by what was known of ``observations`` then: those of the target's own unit.

    Superseded figures, those of another unit of measure and those beyond a break in series are not used. The latest
    period that ends by the due day decides. "met" and "exceeded" before that period's end are told as early; "not_met" needs
    the figure of the due period, or a flow that is already over its ceiling; else a target that falls short is
    "on_track" or "behind" by the way that its steps and baseline set, and "behind" where nothing sets one.
    """
    if target.set_on is not None and target.set_on > day:
        return Assessment(verdict="no_figure", day=day, notes=("Ngày này chỉ tiêu chưa được giao.",))
    found, zone = comparable(target, observations, day), zone_of(target)
    if not found.figures:
        return Assessment(verdict="no_figure", day=day, notes=(*found.refused, "Chưa có số liệu nào dùng được."))
    figure = found.figures[-1]
    measured = measure(target, figure, found.figures, zone)
    if measured.number is None:
        return Assessment(verdict="no_figure", day=day, notes=(*found.refused, f"{measured.reason}."))
    way = expected(target, figure.period.last, found.figures, zone)
    case = _Case(target, zone, figure, measured.number, way, day)
    return _told(case, measured, found.refused)


def _told(case: _Case, measured: Measure, refused: Sequence[str]) -> Assessment:
    verdict = _verdict(case)
    goal = case.zone.goal(case.value)
    open_end = verdict in {"on_track", "behind"} and not case.past and case.target.measured == "value"
    return Assessment(
        verdict=verdict,
        day=case.day,
        decided_by=case.figure.id,
        period=case.figure.period,
        measured=case.value,
        goal=goal,
        distance=case.zone.distance(case.value),
        expected=case.expected,
        required_pace=_pace(case, goal) if open_end else None,
        final=case.final,
        estimate=measured.estimate,
        notes=(*refused, *_notes(case, verdict, estimate=measured.estimate)),
    )


def _pace(case: _Case, goal: Decimal) -> Decimal | None:
    return required_pace(case.value, goal, case.figure.period.last, case.target.due.last)


def _verdict(case: _Case) -> Verdict:
    side = case.zone.side(case.value)
    if case.final or (side != "short" and _stays(case)):
        return "exceeded" if side == "beyond" else "met" if side == "in" else "not_met"
    if side == "short" and case.target.accrual == "flow" and case.value > case.zone.high:
        return "not_met"
    if side == "short" and (case.past or case.expected is None):
        return "behind"
    return "on_track" if case.expected is None or _on_the_way(case) else "behind"


def _stays(case: _Case) -> bool:
    """Whether a target that is met before its end is told as met, and not only as on the way.

    What must stay below a ceiling until the end, a rate of every year, and what must be neither more nor less are not.
    """
    if case.target.measured in {"growth_on_year", "growth_a_year"} or case.zone.toward == "neutral":
        return False
    return case.target.accrual == "level" or case.zone.toward == "up"


def _on_the_way(case: _Case) -> bool:
    """As good as expected. In a neutral target no farther from it than expected; a neutral flow not behind the way."""
    if case.expected is None:
        return False
    if case.zone.toward == "neutral" and case.target.accrual == "flow":
        return case.value >= case.expected
    return case.zone.as_good(case.value, case.expected)


def _notes(case: _Case, verdict: Verdict, *, estimate: bool) -> Iterator[str]:
    if estimate:
        yield "Số liệu ước, chưa phải số thực hiện."
    if case.figure.value is None and case.figure.low is not None:
        yield "Số liệu là một khoảng: so theo đầu kém hơn."
    if not case.final and verdict in {"met", "exceeded"}:
        yield f"Đạt trước hạn, theo số liệu kỳ {case.figure.period.iso}."
    if not case.final and case.past:
        yield f"Đã hết hạn nhưng chưa có số liệu của kỳ {case.target.due.iso}."
    if not case.final and verdict in {"on_track", "behind"} and not case.past:
        yield _way(case)


def _way(case: _Case) -> str:
    if case.expected is None:
        return "Không có gốc và các bước hằng năm nên chưa biết tiến độ phải đạt."
    step = next((one for one in case.target.steps if one.period.last == case.figure.period.last), None)
    if step is not None:
        return f"So với bước của kỳ {step.period.iso}: cần {told(step.value)}."
    return f"Theo tiến độ, hết kỳ {case.figure.period.iso} cần {told(case.expected.quantize(Decimal('0.01')))}."
