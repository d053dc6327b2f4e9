"""Generated histories: a province whose communes merge, split, give parts away, are renamed and end."""

from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal

from hypothesis import strategies as st

from camket.units.kind import Kind
from camket.units.move import ChangeKind, Move
from camket.units.org_unit import OrgUnit, State
from camket.units.register import Register

BEGINNING = date(2018, 1, 1)
DAYS = tuple(BEGINNING + timedelta(days=200 * step) for step in range(1, 5))
"""The days of change; a map holds from one to the day before the next."""
PROVINCES = ("01", "02")
_GROUP = 3


@dataclass
class History:
    """A history being made: the states of each unit, who lives, and all moves."""

    draw: st.DrawFn
    states: dict[str, list[State]] = field(default_factory=dict)
    living: dict[str, str] = field(default_factory=dict)
    """The living communes and their provinces."""
    moves: list[Move] = field(default_factory=list)
    endings: bool = True
    stated: bool = False
    begun: int = 0

    def begin(self, province: str, day: date | None) -> str:
        self.begun += 1
        unit = f"C{self.begun:03d}"
        self.states[unit] = [State(unit, f"Bản {unit}", Kind.COMMUNE, province, day)]
        self.living[unit] = province
        return unit

    def end(self, unit: str, day: date) -> None:
        last = self.states[unit][-1]
        self.states[unit][-1] = State(last.code, last.name, last.kind, last.parent, last.first, day - timedelta(days=1))
        del self.living[unit]

    def register(self) -> Register:
        units = [OrgUnit(unit, tuple(states)) for unit, states in self.states.items()]
        provinces = [OrgUnit(code, (State(code, f"Số {code}", Kind.PROVINCE),)) for code in PROVINCES]
        return Register([*provinces, *units], self.moves)


def _shares(draw: st.DrawFn, parts: int, *, stated: bool) -> list[Decimal | None]:
    """Shares that are all stated and add up, or some of them left out; no unit is without people or land."""
    cuts = sorted(draw(st.lists(st.integers(1, 99), min_size=parts - 1, max_size=parts - 1, unique=True)))
    shares = [Decimal(high - low) / 100 for low, high in zip([0, *cuts], [*cuts, 100], strict=True)]
    hidden = 0 if stated else draw(st.sampled_from([0, 0, 0, 1, 2, parts]))
    return [None if place < hidden else share for place, share in enumerate(shares)]


def _rearranged(history: History, day: date, olds: list[str]) -> None:
    """Some communes end and others begin of them: a merge, a split, or both at once."""
    draw, province = history.draw, history.living[olds[0]]
    for old in olds:
        history.end(old, day)
    news = [history.begin(province, day) for _ in range(draw(st.integers(1, _GROUP)))]
    for old in olds:
        targets = draw(st.lists(st.sampled_from(news), min_size=1, unique=True))
        kind = ChangeKind.MERGE if len(targets) == 1 else ChangeKind.SPLIT
        people, land = (_shares(draw, len(targets), stated=history.stated) for _ in "pa")
        for target, population, area in zip(targets, people, land, strict=True):
            act, part = f"{draw(st.integers(1, 3))}/NQ", len(targets) > 1
            history.moves.append(
                Move(day, kind, old, target, act, not part, population if part else None, area if part else None)
            )
    for new in news:
        # a unit that nothing came into would have begun of nothing
        if all(move.target != new for move in history.moves):
            del history.states[new], history.living[new]


def _transferred(history: History, day: date, donor: str, receiver: str) -> None:
    """A part of a commune goes to another, perhaps without people; both go on, and so the donor keeps something."""
    unstated = [] if history.stated else [None]
    population, area = (history.draw(st.sampled_from([*unstated, "0", "0.05", "0.3", "0.125"])) for _ in "pa")
    people, land = (None if share is None else Decimal(share) for share in (population, area))
    history.moves.append(Move(day, ChangeKind.TRANSFER, donor, receiver, "9/NQ-CP", population=people, area=land))


def _renamed(history: History, day: date, unit: str) -> None:
    last = history.states[unit][-1]
    history.states[unit][-1] = State(last.code, last.name, last.kind, last.parent, last.first, day - timedelta(days=1))
    history.states[unit].append(State(last.code, last.name + " Mới", Kind.WARD, last.parent, day))
    history.moves.append(Move(day, ChangeKind.RENAME, unit, unit, "5/NQ"))


def _changed(history: History, day: date, units: list[str]) -> None:
    what = history.draw(st.sampled_from(["rearranged", "rearranged", "transferred", "renamed", "ended", "nothing"]))
    if what == "rearranged":
        _rearranged(history, day, units)
    elif what == "transferred" and len(units) > 1:
        _transferred(history, day, units[0], units[1])
    elif what == "renamed":
        _renamed(history, day, units[0])
    elif what == "ended" and history.endings and history.draw(st.booleans()):
        history.end(units[0], day)


@st.composite
def histories(draw: st.DrawFn, *, endings: bool = True, stated: bool = False) -> Register:
    """A register of two provinces whose communes change inside them on several days; every move is consistent.

    Without ``endings``, no commune ends without successor, so that every figure stays on the map; with ``stated``,
    every share is known.
    """
    history = History(draw, endings=endings, stated=stated)
    for province in PROVINCES:
        for _ in range(draw(st.integers(1, 5))):
            history.begin(province, None)
    for day in DAYS:
        for province in PROVINCES:
            units = draw(st.permutations([unit for unit, of in history.living.items() if of == province]))
            while units:
                size = draw(st.integers(1, _GROUP))
                group, units = units[:size], units[size:]
                _changed(history, day, group)
    return history.register()
