"""Flows: where the territory of each unit of one day's map lies on the map of a later day, and with what share."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from itertools import groupby
from types import MappingProxyType

from camket.units.errors import UnitsError
from camket.units.move import Move
from camket.units.register import Register
from camket.units.share import ONE, ZERO, Quantity, Share, Unknown


@dataclass(frozen=True, slots=True)
class Flow:
    """The share of a unit's people and of its land that lies in another, and the acts by which it came there."""

    population: Share = ONE
    area: Share = ONE
    acts: tuple[str, ...] = ()

    @property
    def whole(self) -> bool:
        """Whether all of the unit went this way."""
        return self.population == ONE and self.area == ONE

    def of(self, quantity: Quantity) -> Share:
        """The share of people or of land."""
        return self.population if quantity is Quantity.POPULATION else self.area

    def then(self, later: "Flow") -> "Flow":
        """The flow and the next one on its way, as one."""
        return Flow(self.population * later.population, self.area * later.area, _once(self.acts + later.acts))

    def __add__(self, other: "Flow") -> "Flow":
        """Both ways together, where they end in the same unit."""
        return Flow(self.population + other.population, self.area + other.area, _once(self.acts + other.acts))


STAYS = Flow()
"""The flow of a unit into itself: whole, under no act."""
_ROUNDING = Fraction(5, 1000)
"""How far a share may be from what it was before it was rounded to hundredths, the coarsest that acts state."""


class Flows:
    """What became of every unit between two maps, composed over all moves in order of time.

    Renames, changes of kind and of parent move nothing. A unit that gives a part away and goes on keeps the rest. A
    unit that ends without successor stays where it was: ``out_of`` gives itself, though it does not exist on ``end``;
    and a unit of which no move says where it came from is its own origin in ``into``, though not on the map of ``start``.
    """

    def __init__(self, register: Register, start: date, end: date) -> None:
        """Raises UnitsError where ``end`` is before ``start``, or where shares of a unit cannot be so."""
        if end < start:
            message = f"ngày đích {end:%d/%m/%Y} trước ngày đầu {start:%d/%m/%Y}; chỉ tính được về sau"
            raise UnitsError(message)
        self.start, self.end = start, end
        self._into: dict[str, dict[str, Flow]] = {}
        moves = (move for move in register.moves if start < move.day <= end and moves_land(move))
        for day, of_day in groupby(moves, key=lambda move: move.day):
            self._apply(register, day, steps(register, day, of_day))
        self._out = _turned(self._into)

    def out_of(self, unit: str) -> Mapping[str, Flow]:
        """Where the unit of the first map lies on the second."""
        return MappingProxyType(self._out.get(unit) or {unit: STAYS})

    def into(self, unit: str) -> Mapping[str, Flow]:
        """Of which units of the first map the unit of the second is made."""
        return MappingProxyType(self._into.get(unit) or {unit: STAYS})

    def touches(self, unit: str) -> bool:
        """Whether anything left or came into the unit of the first map."""
        return dict(self.out_of(unit)) != {unit: STAYS} or dict(self.into(unit)) != {unit: STAYS}

    def _apply(self, register: Register, day: date, of_day: Mapping[str, Mapping[str, Flow]]) -> None:
        # all of a day happens at once: first everything is taken out, then it is handed on
        held = {source: self._into.pop(source, {source: STAYS}) for source in of_day}
        for source, targets in of_day.items():
            for target, step in targets.items():
                into = self._into.setdefault(target, {} if target in held else _before(register, target, day))
                for origin, flow in held[source].items():
                    onward = flow.then(step)
                    into[origin] = into[origin] + onward if origin in into else onward


def _before(register: Register, target: str, day: date) -> dict[str, Flow]:
    """What a receiver held on the evening before: itself, or nothing where it began on the day."""
    return {target: STAYS} if register[target].exists(day - timedelta(days=1)) else {}


def moves_land(move: Move) -> bool:
    """Whether a move changes any unit's territory."""
    return move.kind.moves_territory and move.target is not None and move.target != move.source


def steps(register: Register, day: date, moves: Iterable[Move]) -> dict[str, dict[str, Flow]]:
    """What one day's moves do: for each unit that gave, where its parts went, its own remainder among them."""
    given: defaultdict[str, list[Move]] = defaultdict(list)
    for move in moves:
        given[move.source].append(move)
    return {source: _parts(register, day, source, of_source) for source, of_source in given.items()}


def _parts(register: Register, day: date, source: str, moves: Sequence[Move]) -> dict[str, Flow]:
    if len(moves) == 1 and moves[0].whole and moves[0].target and not register[source].exists(day):
        # nearly all there is: worked out once for all
        return {moves[0].target: Flow(acts=(moves[0].act,) if moves[0].act else ())}
    people, land = (_shares(register, day, source, moves, quantity) for quantity in Quantity)
    acts = {move.target: (move.act,) for move in moves if move.act}
    flows = {target: Flow(people[target], land[target], acts.get(target, ())) for target in people}
    return {target: flow for target, flow in flows.items() if flow.population or flow.area}


def _shares(register: Register, day: date, source: str, moves: Sequence[Move], quantity: Quantity) -> dict[str, Share]:
    """The share of each target. The remainder of a unit that goes on, or one unstated part, is what is left over."""
    shares = _stated(moves, quantity)
    if register[source].exists(day):
        shares[source] = None
    stated = sum((share for share in shares.values() if share is not None), Fraction(0))
    open_parts = [target for target, share in shares.items() if share is None]
    if stated > 1 or (not open_parts and 1 - stated > _ROUNDING * len(shares)):
        raise _wrong(register, source, day, f"các tỷ lệ {quantity.word} cộng lại bằng {float(stated):g}, phải bằng 1")
    if not open_parts:
        # shares that were rounded when they were stated; nobody is to be lost by that
        return {target: Share.of(share / stated) for target, share in shares.items() if share is not None}
    return _filled(shares, open_parts, {move.target: move for move in moves if move.target}, quantity)


def _stated(moves: Iterable[Move], quantity: Quantity) -> dict[str, Fraction | None]:
    """The stated share of each target, in order of their ids; several rows of one target are added up."""
    rows: defaultdict[str, list[Decimal | None]] = defaultdict(list)
    for move in sorted(moves, key=lambda move: move.target or ""):
        share = move.population if quantity is Quantity.POPULATION else move.area
        rows[move.target or ""].append(Decimal(1) if move.whole else share)
    return {target: _added(shares) for target, shares in rows.items()}


def _added(shares: Sequence[Decimal | None]) -> Fraction | None:
    known = [Fraction(share) for share in shares if share is not None]
    return sum(known, Fraction(0)) if len(known) == len(shares) else None


def _filled(
    shares: Mapping[str, Fraction | None], open_parts: Sequence[str], moves: Mapping[str, Move], quantity: Quantity
) -> dict[str, Share]:
    filled = {target: Share.of(share) for target, share in shares.items() if share is not None}
    left = ONE - sum(filled.values(), ZERO)
    for target in open_parts[:-1] if left else ():
        move = moves[target]
        filled[target] = Share.unknown(Unknown(move.day, move.source, target, quantity, move.act or ""))
    last = {open_parts[-1]: ONE - sum(filled.values(), ZERO)}
    return dict.fromkeys(shares, ZERO) | filled | last


def _wrong(register: Register, source: str, day: date, reason: str) -> UnitsError:
    state = register[source].on(day) or register[source].latest
    return UnitsError(f"Thay đổi ngày {day:%d/%m/%Y} của {state.full_name} ({source}): {reason}.")


def _turned(into: Mapping[str, Mapping[str, Flow]]) -> dict[str, dict[str, Flow]]:
    out: defaultdict[str, dict[str, Flow]] = defaultdict(dict)
    for target, origins in into.items():
        for origin, flow in origins.items():
            out[origin][target] = flow
    return dict(out)


def _once(acts: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(acts)) if len(acts) > 1 else acts
