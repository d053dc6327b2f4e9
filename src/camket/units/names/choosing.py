"""Choosing: the matches of a name put in order, and how many of them are best alike."""

from collections.abc import Sequence
from datetime import date

from camket.units.names.kinship import Kinship
from camket.units.names.matching import Match, Timing, reasons
from camket.units.names.neighbourhood import Nearness, Neighbourhood
from camket.units.names.reason import Reason
from camket.units.names.resolution import Candidate

type _Order = tuple[tuple[int, ...], bool, tuple[int, int], int]


def choose(
    matches: Sequence[Match],
    day: date,
    around: Neighbourhood | None,
    kinship: Kinship,
    extra: Sequence[Reason],
) -> tuple[tuple[Candidate, ...], int]:
    """The candidates, best first, and how many are best alike. ``extra`` reasons hold for each of them.

    What fits less well is left out, and so are units of another time where one of the day fits.
    """
    if len(matches) == 1:
        return (_candidate(matches[0], day, around, kinship, extra),), 1
    ordered = sorted(
        ((_order(match, around), match.entry.unit.id, match) for match in matches), key=lambda one: one[:2]
    )
    best = ordered[0][0]
    kept = [(order, match) for order, _, match in ordered if order[0] == best[0] and order[2][0] <= best[2][0]]
    equals = sum(order == best for order, _ in kept)
    return tuple(_candidate(match, day, around, kinship, extra) for _, match in kept), equals


def _order(match: Match, around: Neighbourhood | None) -> _Order:
    nearness = around.nearness(match.entry.unit) if around else Nearness.ITSELF
    return match.fit, nearness is Nearness.ELSEWHERE, match.order_in_time, nearness


def _candidate(
    match: Match,
    day: date,
    around: Neighbourhood | None,
    kinship: Kinship,
    extra: Sequence[Reason],
) -> Candidate:
    unit = match.entry.unit
    found = reasons(match)
    if around is not None and (near := around.reason(unit)):
        found.append(near)
    if match.confirmed:
        found.append(
            Reason.NOW_CALLED if match.timing in {Timing.ENDED, Timing.FORMER_NAME} else Reason.FORMERLY_CALLED
        )
    if kinship.before_horizon(unit.id, day):
        found.append(Reason.BEFORE_HORIZON)
    ended = match.timing is Timing.ENDED
    successors = kinship.heirs(unit.id) if ended else ()
    return Candidate(unit.id, match.entry.state, (*found, *extra), successors)
