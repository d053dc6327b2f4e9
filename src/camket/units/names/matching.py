"""Matching: a known state beside a written name, and how well the two agree."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import IntEnum
from itertools import chain

from camket.units.names.asked import Part, Wording, fallbacks
from camket.units.names.index import Entry, NameIndex
from camket.units.names.kinship import Kinship
from camket.units.names.reason import Reason
from camket.units.names.spelling import Likeness, likeness


class Belonging(IntEnum):
    """How a unit belongs to the one that must hold it; the smaller, the better."""

    ON_THE_DAY = 0
    ANOTHER_TIME = 1
    TERRITORY = 2
    NOT = 3


class Timing(IntEnum):
    """How the day stands to the state that was matched."""

    HOLDS = 0
    FORMER_NAME = 1
    ENDED = 2
    LATER_NAME = 3
    NOT_YET = 4


@dataclass(slots=True)
class Match:
    """A state that a wording can mean; made anew for each question, and so the one thing here that may be changed."""

    entry: Entry
    wording: Wording
    likeness: Likeness
    timing: Timing
    belonging: Belonging | None = None
    other_kind: bool = False
    confirmed: bool = False
    """The other name beside it, "nay là" or "trước đây là", agrees."""
    old: bool = False
    new: bool = False

    @property
    def future(self) -> bool:
        """Whether the name was not yet borne on the day; who wrote it then cannot have meant it."""
        return self.timing >= Timing.LATER_NAME

    @property
    def fit(self) -> tuple[int, ...]:
        """What decides before time and neighbourhood do: kind, spelling, agreement with the other name, belonging."""
        belonging = self.belonging or Belonging.ON_THE_DAY
        if self.old and belonging is Belonging.ANOTHER_TIME:
            belonging = Belonging.ON_THE_DAY
        return (self.future, self.other_kind, _RANKS[self.likeness], not self.confirmed, belonging)

    @property
    def sound(self) -> bool:
        """Whether there is no need to look farther for a better one."""
        return not (self.future or self.other_kind or self.likeness is Likeness.SOME_DIACRITICS)

    @property
    def order_in_time(self) -> tuple[int, int]:
        """The place of the timing, and of what has ended the latest first.

        What holds on the day comes first, unless the text says that it means the old one.
        """
        past = self.timing in {Timing.FORMER_NAME, Timing.ENDED}
        last = self.entry.state.last
        return (not past) * self.old * 10 + self.timing, -last.toordinal() if past and last else 0


# A name in its own spelling is itself, whichever of the usual ways it is written.
_RANKS = {
    Likeness.EXACT: 0,
    Likeness.OLD_SPELLING: 0,
    Likeness.OTHER_FORM: 1,
    Likeness.NO_DIACRITICS: 2,
    Likeness.SOME_DIACRITICS: 3,
}
_SPELLED = {
    Likeness.EXACT: Reason.EXACT_NAME,
    Likeness.OLD_SPELLING: Reason.OLD_SPELLING,
    Likeness.OTHER_FORM: Reason.OTHER_FORM,
    Likeness.NO_DIACRITICS: Reason.NO_DIACRITICS,
    Likeness.SOME_DIACRITICS: Reason.SOME_DIACRITICS,
}
_TIMED = {
    Timing.FORMER_NAME: Reason.FORMER_NAME,
    Timing.ENDED: Reason.ENDED,
    Timing.LATER_NAME: Reason.LATER_NAME,
    Timing.NOT_YET: Reason.NOT_YET,
}
_BELONGS = {
    Belonging.ON_THE_DAY: Reason.WITHIN,
    Belonging.ANOTHER_TIME: Reason.WITHIN_THEN,
    Belonging.TERRITORY: Reason.WITHIN_TERRITORY,
}


class Matcher:
    """Finds the states that a part of a name can mean."""

    def __init__(self, index: NameIndex, kinship: Kinship) -> None:
        self._index = index
        self._kinship = kinship

    def find(self, part: Part, day: date, holders: Sequence[str] | None) -> list[Match]:
        """One match a unit, its best; only those in one of ``holders`` where these are given."""
        for reading in chain((part,), self._lazily(part)):
            if found := self._of(reading, day, holders):
                return found
        return []

    @staticmethod
    def _lazily(part: Part) -> Iterator[Part]:
        yield from fallbacks(part) if part.vague is None else ()

    def _of(self, part: Part, day: date, holders: Sequence[str] | None) -> list[Match]:
        if holders is None:
            return self._best(part, day, None)
        held = frozenset(holders)
        found = self._best(part, day, held)
        # Territory is asked for last: to go along the lines of descent of each unit of a frequent name takes long.
        if any(match.sound for match in found):
            return found
        return [*found, *self._best(part, day, held, territory=True)]

    def _best(self, part: Part, day: date, holders: frozenset[str] | None, *, territory: bool = False) -> list[Match]:
        best: dict[str, Match] = {}
        for wording in part.wordings:
            for entry in self._index[wording.key]:
                unit = entry.unit.id
                if holders is not None and territory is not holders.isdisjoint(self._kinship.ever(unit)):
                    continue
                match = _match(wording, entry, part, day)
                if match is None or (
                    holders is not None and not self._belongs(match, day, holders, territory=territory)
                ):
                    continue
                if unit not in best or _rank(match) < _rank(best[unit]):
                    best[unit] = match
        return list(best.values())

    def _belongs(self, match: Match, day: date, holders: frozenset[str], *, territory: bool) -> bool:
        """Whether the matched unit belongs to a holder; the match is told how."""
        unit = match.entry.unit.id
        if territory:
            match.belonging = Belonging.TERRITORY
            return not holders.isdisjoint(self._kinship.territory(unit))
        then = holders.isdisjoint(self._kinship.on(unit, day))
        match.belonging = Belonging.ANOTHER_TIME if then else Belonging.ON_THE_DAY
        return True


def _match(wording: Wording, entry: Entry, part: Part, day: date) -> Match | None:
    _, state, shape = entry
    other_kind = bool(wording.kinds) and state.kind not in wording.kinds
    if other_kind and all(kind.level is not state.kind.level for kind in wording.kinds):
        return None
    like = likeness(wording.name, wording.shape, state.name, shape)
    if like is None:
        return None
    if wording.unmarked and like < Likeness.NO_DIACRITICS and wording.shape.isascii():
        like = Likeness.NO_DIACRITICS
    return Match(entry, wording, like, _timing(entry, day), None, other_kind, old=part.old, new=part.new)


def _rank(match: Match) -> tuple[tuple[int, ...], tuple[int, int]]:
    return match.fit, match.order_in_time


def _timing(entry: Entry, day: date) -> Timing:
    unit, state, _ = entry
    if state.covers(day):
        return Timing.HOLDS
    past = state.last is not None and state.last < day
    if unit.exists(day):
        return Timing.FORMER_NAME if past else Timing.LATER_NAME
    return Timing.ENDED if unit.last is not None and unit.last < day else Timing.NOT_YET


def confirm(match: Match) -> Match:
    """The match, agreed with by the other name."""
    return replace(match, confirmed=True)


def reasons(match: Match) -> list[Reason]:
    """Why the match was made."""
    found = [Reason.ALIAS] if match.wording.alias else [_SPELLED[match.likeness]]
    if match.other_kind:
        found.append(Reason.OTHER_KIND)
    elif match.wording.reason is not None:
        found.append(match.wording.reason)
    if match.timing is not Timing.HOLDS:
        found.append(_TIMED[match.timing])
    if match.belonging is not None:
        found.append(_BELONGS[match.belonging])
    if match.old:
        found.append(Reason.MARKED_OLD)
    if match.new:
        found.append(Reason.MARKED_NEW)
    return found
