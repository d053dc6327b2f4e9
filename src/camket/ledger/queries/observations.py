"""Figures as an account may see them, and how targets stand by them."""

from collections.abc import Iterator
from datetime import date

import msgspec
from django.db.models import QuerySet

from camket.ledger.models.account import Account
from camket.ledger.models.commitment import Commitment
from camket.ledger.models.event import Event
from camket.ledger.models.observation import Observation
from camket.ledger.models.target_part import TargetPart
from camket.ledger.permissions import visible_to
from camket.vocabulary import load_vocabulary
from camket.vocabulary.assessment import Assessment, ObservedFigure, TargetTerms, assess
from camket.vocabulary.iso_period import parse_period


def observations(account: Account, unit: str = "", indicator: str = "") -> QuerySet[Observation]:
    """The figures that count, of one unit or all, of one indicator or all, in the order of their time. Two SQL statements."""
    asked = {"unit": unit, "indicator": indicator}
    chosen = {name: value for name, value in asked.items() if value}
    seen = visible_to(account, Observation).filter(withdrawn=False, **chosen)
    return seen.select_related("statement", "event").order_by("unit", "indicator", "last", "as_of", "id")


def losses(account: Account, event: Event) -> QuerySet[Observation]:
    """The losses of an event, those that later bulletins superseded among them, in the order of bulletins."""
    rows = visible_to(account, Observation).filter(event=event, withdrawn=False)
    return rows.select_related("statement", "superseded_by").order_by("category", "as_of", "id")


def assessment_of(account: Account, commitment: Commitment, day: date) -> Assessment | None:
    """How a target stood on ``day`` by the figures of its indicator and unit; computed, never kept.

    None where it cannot be asked: no target, no indicator of the vocabulary, or no value and time to reach. Four SQL statements.
    """
    part = TargetPart.objects.filter(
        commitment__in=visible_to(account, Commitment).filter(pk=commitment.pk, withdrawn=False)
    ).first()
    terms = _terms(commitment, part) if part is not None else None
    if terms is None:
        return None
    rows = observations(account, commitment.unit, terms.indicator).exclude(role=Observation.Role.BASELINE)
    return assess(terms, _figures(rows), day)


def _terms(commitment: Commitment, part: TargetPart) -> TargetTerms | None:
    indicator = load_vocabulary().indicators.get(part.indicator)
    due = parse_period(part.period)
    ranged = part.low is not None and part.high is not None
    only_growth = part.value is None and not ranged and part.growth is not None
    if indicator is None or due is None or (part.value is None and not ranged and not only_growth):
        return None
    told = {
        "indicator": part.indicator, "unit": part.measure, "due": due, "value": part.growth if only_growth else part.value, "low": part.low, "high": part.high,
        "comparator": part.comparator or None, "direction": indicator.direction, "set_on": commitment.made_on,
        "breaks": indicator.breaks, "measured": "growth_on_year" if only_growth else "value", "steps": tuple(_steps(part)), "baseline": _baseline(part),
    }  # fmt: skip
    return msgspec.convert(told, TargetTerms)


def _steps(part: TargetPart) -> Iterator[dict[str, object]]:
    for step in part.steps.all():
        yield {"period": parse_period(str(step.year)), "value": step.value}


def _baseline(part: TargetPart) -> dict[str, object] | None:
    period = parse_period(part.baseline_period)
    return None if period is None or part.baseline_value is None else {"period": period, "value": part.baseline_value}


def _figures(rows: QuerySet[Observation]) -> Iterator[ObservedFigure]:
    for row in rows:
        period = parse_period(row.period)
        if period is not None and row.as_of is not None:
            yield ObservedFigure(
                id=str(row.pk), indicator=row.indicator, unit=row.measure, period=period, known_on=row.as_of, value=row.value,
                low=row.low, high=row.high, growth=row.growth, estimate=row.role == Observation.Role.ESTIMATE,
                superseded_on=row.superseded_on, recommended_on=row.recommended_on if row.recommended else None,
            )  # fmt: skip
