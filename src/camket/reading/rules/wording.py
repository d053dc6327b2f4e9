"""What the wording kinds share: the pieces of an item's governor, the acts, money and periods inside it."""

from collections import defaultdict
from functools import lru_cache
from operator import attrgetter

from camket.reading.figures.same import Same
from camket.reading.lexing.tokens import Quantity
from camket.reading.scan import Scan
from camket.reading.statements import Piece
from camket.reading.structure.item import Item

SHORTEST = 10
"""Fewer code points than this are no wish and no task."""


def governed(scan: Scan, *roles: str) -> tuple[Item, ...]:
    """The items under one of ``roles`` that are long enough to say something."""
    said = _by_role(Same(scan))
    if len(roles) == 1:
        return tuple(said.get(roles[0], ()))
    return tuple(sorted((item for role in roles for item in said.get(role, ())), key=_start))


_start = attrgetter("start")


@lru_cache(maxsize=1)  # most rules ask for the items of one document
def _by_role(same: Same[Scan]) -> dict[str, list[Item]]:
    """The items long enough to say something, by role, in order."""
    said: dict[str, list[Item]] = defaultdict(list)
    for item in same.thing.items:
        if item.end - item.body >= SHORTEST:
            said[item.role].append(item)
    return said


def pieces_of(item: Item) -> tuple[Piece, ...]:
    """The governor and the wording, for showing how a statement was made."""
    wording = Piece("wording", item.body, item.end)
    if item.governor is None:
        return (wording,)
    return (Piece("governor", item.governor.start, item.governor.end), wording)


def acts_in(scan: Scan, item: Item) -> tuple[str, ...]:
    """The numbers of the legal and Party documents named in an item's wording."""
    return tuple(scan.text(one.start, one.end) for one in scan.citations.within(item.body, item.end))


def money_in(scan: Scan, item: Item) -> Quantity | None:
    """The first sum of money in an item's wording."""
    return next(
        (one for one in scan.quantities.within(item.body, item.end) if one.unit == "VND" and one.value is not None),
        None,
    )


def period_in(scan: Scan, item: Item) -> str | None:
    """The first period that an item's wording names itself, ISO 8601."""
    mentions = scan.periods.within(item.body, item.end)
    return next((one.period.iso for one in mentions if one.period and one.role != "baseline"), None)
