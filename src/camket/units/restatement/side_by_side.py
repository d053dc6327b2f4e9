"""Two views of the same figures: as reported, and on the map of the chosen day."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from camket.units.restatement.figure import Figure
from camket.units.restatement.outcome import Refusal, RestatedFigure
from camket.units.restatement.restate import Restated


@dataclass(frozen=True, slots=True)
class Row:
    """One figure on the chosen map beside those it comes from, as they were reported on the maps of their days."""

    reported: tuple[Figure, ...]
    restated: RestatedFigure | Refusal


def side_by_side(restated: Restated) -> Iterator[Row]:
    """Every re-stated or refused figure beside the reported ones, in order of indicator, period and unit.

    A reported figure stands in as many rows as units now hold a part of it, and in at least one; so nothing that was
    reported is lost from sight. A ratio stands beside the ratios that were reported, its parts name what it is made of.
    """
    of_key = _reported(restated)
    outcomes: list[RestatedFigure | Refusal] = [*restated.figures, *restated.refusals]
    for one in sorted(outcomes, key=_order):
        if isinstance(one, Refusal):
            yield Row(one.figures, one)
        else:
            yield Row(of_key[one.unit, one.indicator, one.period.first, one.period.last, one.role], one)


def _reported(restated: Restated) -> dict[tuple[object, ...], tuple[Figure, ...]]:
    return {
        (unit, key.indicator, key.first, key.last, key.role): tuple(
            restated.reported[one] for one in sorted(trace.parts)
        )
        for key, traces in restated.progress.traces.items()
        for unit, trace in traces.items()
    }


def _order(one: RestatedFigure | Refusal) -> tuple[str, date, date, str, str]:
    return one.indicator, one.period.first, one.period.last, one.role, one.unit
