"""Resolving: from a name as written to the units it can mean on a day."""

from collections.abc import Iterable, Sequence
from datetime import date
from functools import cached_property, lru_cache

from camket.units.names.asked import LONGEST, Asked, Part, read_name, read_run_on, tidy
from camket.units.names.choosing import choose
from camket.units.names.day import read_day
from camket.units.names.index import NameIndex, PlaceIndex
from camket.units.names.kinship import Kinship
from camket.units.names.matching import Match, Matcher, confirm
from camket.units.names.near import NearNames, distance
from camket.units.names.neighbourhood import Neighbourhood
from camket.units.names.reason import Reason
from camket.units.names.resolution import Candidate, Resolution
from camket.units.org_unit import OrgUnit
from camket.units.places import Place
from camket.units.register import Register

_KEPT = 1 << 16
_MOST_NEAR = 5

type _Above = tuple[tuple[str, ...], date, str | None, Neighbourhood | None]


class Resolver:
    """Resolves names against a register, and against places that are no units where some are given.

    The index is made when first needed; answers are kept, the latest 65,536 of them.
    """

    def __init__(self, register: Register, places: Iterable[Place] = ()) -> None:
        self.register = register
        self._given_places = tuple(places)
        self._kinship = Kinship(register)
        self._answers = lru_cache(maxsize=_KEPT)(self._resolve)
        self._known_holders: dict[_Above, tuple[Sequence[str] | None, bool]] = {}
        self._around = lru_cache(maxsize=1024)(self._neighbourhood)

    @cached_property
    def _index(self) -> NameIndex:
        return NameIndex(self.register)

    @cached_property
    def _places(self) -> PlaceIndex:
        return PlaceIndex(self._given_places)

    @cached_property
    def _matcher(self) -> Matcher:
        return Matcher(self._index, self._kinship)

    @cached_property
    def _near_names(self) -> NearNames:
        return NearNames(self._index.keys())

    def resolve(self, name: str, *, on: date | str, within: str | None = None, about: str | None = None) -> Resolution:
        """What ``name`` can mean on the day ``on`` (a date, or written 2025-07-01 or 1/7/2025).

        ``within``: the id of a unit that must hold it, on the day or in its own time. ``about``: the id of the unit
        under review; it is what "huyện" or "địa phương" means, and names near it come first. Raises NoSuchDayError
        for a day that cannot be, UnknownUnitError for an id that no unit has.
        """
        if len(name) > 2 * LONGEST:  # not worth keeping
            return Resolution(name[:LONGEST], on if type(on) is date else read_day(on), reasons=(Reason.UNKNOWN,))
        return self._answers(name, on if type(on) is date else read_day(on), within, about)

    def _resolve(self, name: str, day: date, within: str | None, about: str | None) -> Resolution:
        read_day(day)  # raises where it cannot be
        for unit in (within, about):
            if unit is not None:
                self.register[unit]  # raises where there is none
        text = tidy(name)
        if not text or len(text) > LONGEST:
            return Resolution(name, day, reasons=(Reason.UNKNOWN,))
        found = self._read(name, read_name(name), day, within, about)
        if found.candidates or Reason.ABOUT_NEEDED in found.reasons:
            return found
        others = [self._read(name, asked, day, within, about) for asked in read_run_on(name)]
        return next((one for one in others if one.unit), next((one for one in others if one.candidates), found))

    def _read(self, name: str, asked: Asked, day: date, within: str | None, about: str | None) -> Resolution:
        if not asked.parts:
            return Resolution(name, day, reasons=(Reason.UNKNOWN,))
        around = self._around(about, day) if about is not None else None
        first, extra = asked.parts[0], [Reason.OF_BODY] if asked.of_body else []
        if first.vague is not None and len(asked.parts) == 1:
            return self._vague(name, first, day, around, extra)
        holders, unmet = self._holders(asked.parts[1:], day, within, around)
        matches = self._confirmed(self._matcher.find(first, day, holders), asked, day, within)
        if matches and not (first.below and _is_village(first)):
            return self._answer(name, day, matches, within, around, [*extra, *_if(Reason.PATH_UNMET, met=not unmet)])
        if places := self._in_places(first, day, holders, around):
            return Resolution(name, day, places, len(places), _if(Reason.AMBIGUOUS, met=len(places) == 1))
        if first.below and (found := self._below(name, asked, day, within, about)):
            return found
        if not matches and (matches := self._unmet(asked, day, within)):
            extra.append(Reason.PATH_UNMET)
        matches = matches or self._renamed(asked, day, within)
        return self._answer(name, day, matches, within, around, extra)

    def _answer(
        self,
        name: str,
        day: date,
        matches: list[Match],
        within: str | None,
        around: Neighbourhood | None,
        extra: list[Reason],
    ) -> Resolution:
        if matches:
            candidates, equals = choose(matches, day, around, self._kinship, extra)
            return Resolution(name, day, candidates, equals, _if(Reason.AMBIGUOUS, met=equals == 1))
        return Resolution(name, day, reasons=(Reason.UNKNOWN,), _near=lambda: self.near(name, on=day, within=within))

    def _neighbourhood(self, about: str, day: date) -> Neighbourhood:
        return Neighbourhood(about, day, self.register, self._kinship)

    def _holders(
        self, parts: tuple[Part, ...], day: date, within: str | None, around: Neighbourhood | None
    ) -> tuple[Sequence[str] | None, bool]:
        """The ids that the parts above can mean, from the highest down; and whether one of them meant nothing."""
        if not parts:
            return None if within is None else (within,), False
        known = (tuple(part.text for part in parts), day, within, around)
        found = self._known_holders.get(known)
        if found is None:
            higher, unmet = self._holders(parts[1:], day, within, around)
            meant = self._meant(parts[0], day, higher, around, highest=len(parts) == 1)
            found = (meant or higher, unmet or not meant)
            if len(self._known_holders) > _KEPT:
                self._known_holders.clear()
            self._known_holders[known] = found
        return found

    def _meant(
        self, part: Part, day: date, holders: Sequence[str] | None, around: Neighbourhood | None, *, highest: bool
    ) -> list[str]:
        if part.vague is not None:
            return [unit.id for unit in around.meant_by(part.vague)] if around else []
        found = self._matcher.find(part, day, holders)
        best = min((match.fit[:3] for match in found), default=None)
        ids = [match.entry.unit.id for match in found if match.fit[:3] == best]
        if holders is None:
            return ids
        # "xã A, tỉnh B" may be asked within B itself or a district of it; a bare B may be the name of a lower unit too.
        if ids and (not highest or any(wording.kinds for wording in part.wordings)):
            return ids
        above = self._at_or_above(holders)
        named = any(match.entry.unit.id in above for match in self._matcher.find(part, day, None))
        return [*ids, *holders] if named else ids

    def _at_or_above(self, holders: Sequence[str]) -> set[str]:
        return {*holders, *(above for one in holders for above in self._kinship.ever(one))}

    def _confirmed(self, matches: list[Match], asked: Asked, day: date, within: str | None) -> list[Match]:
        """The matches, those marked with which the other names beside it agree."""
        if asked.now is None and asked.formerly is None:
            return matches
        others = {
            match.entry.unit.id
            for other in (asked.now, asked.formerly)
            if other is not None and other.parts
            for match in self._matcher.find(other.parts[0], day, None if within is None else (within,))
        }
        return [confirm(match) if others & self._line(match.entry.unit) else match for match in matches]

    def _line(self, unit: OrgUnit) -> set[str]:
        register = self.register
        return {unit.id, *(one.id for line in (register.predecessors, register.successors) for one in line(unit.id))}

    def _renamed(self, asked: Asked, day: date, within: str | None) -> list[Match]:
        """What the other name means, where the first one is not known."""
        for other in (asked.now, asked.formerly):
            if other is not None and other.parts:
                holders, _ = self._holders(other.parts[1:], day, within, None)
                if found := self._matcher.find(other.parts[0], day, holders):
                    return [confirm(match) for match in found]
        return []

    def _unmet(self, asked: Asked, day: date, within: str | None) -> list[Match]:
        """The lowest part within the highest alone, for a path whose middle does not hold."""
        if len(asked.parts) < 3:
            return []
        holders, _ = self._holders(asked.parts[-1:], day, within, None)
        return self._matcher.find(asked.parts[0], day, holders)

    def _below(self, name: str, asked: Asked, day: date, within: str | None, about: str | None) -> Resolution | None:
        """The unit that the rest of an address names, where its first part is a village, a street or a number."""
        rest = Asked(asked.parts[1:], asked.now, asked.formerly, asked.of_body)
        if not rest.parts:
            return None
        found = self._read(name, rest, day, within, about)
        passed = tuple(_with(candidate, Reason.BELOW_UNIT) for candidate in found.candidates)
        return Resolution(name, day, passed, found.equals, found.reasons, found._near)  # noqa: SLF001 - of its own class

    def _in_places(
        self, part: Part, day: date, holders: Sequence[str] | None, around: Neighbourhood | None
    ) -> tuple[Candidate, ...]:
        """The units in which a place of that name lies."""
        if not self._given_places:
            return ()
        found = {
            place.unit: place for place in self._places[part.text] if place.covers(day) and place.unit in self.register
        }
        return tuple(
            self._candidate_of(place, day, around)
            for unit, place in found.items()
            if holders is None or {unit, *self._kinship.ever(unit)} & set(holders)
        )

    def _candidate_of(self, place: Place, day: date, around: Neighbourhood | None) -> Candidate:
        unit = self.register[place.unit]
        near = around.reason(unit) if around else None
        return Candidate(place.unit, unit.on(day) or unit.latest, (Reason.PLACE, *((near,) if near else ())), (), place)

    def _vague(self, name: str, part: Part, day: date, around: Neighbourhood | None, extra: list[Reason]) -> Resolution:
        if around is None:
            return Resolution(name, day, reasons=(Reason.ABOUT_NEEDED,))
        units = around.meant_by(part.vague or frozenset())
        if not units:
            return Resolution(name, day, reasons=(Reason.UNKNOWN,))
        candidates = tuple(self._reviewed(unit, day, around, extra) for unit in units)
        return Resolution(name, day, candidates, len(units), _if(Reason.AMBIGUOUS, met=len(units) == 1))

    def _reviewed(self, unit: OrgUnit, day: date, around: Neighbourhood, extra: list[Reason]) -> Candidate:
        reasons = [around.reason(unit) or Reason.ABOVE_REVIEWED, *extra]
        if not unit.exists(day):
            reasons.append(Reason.ENDED)
        successors = () if unit.exists(day) else self._kinship.heirs(unit.id)
        return Candidate(unit.id, unit.on(day) or unit.latest, tuple(reasons), successors)

    def path(self, unit: str, day: date) -> str:
        """The full name with those above it on the day, or nearest to it: "xã A, huyện B, tỉnh C"."""
        ids = (unit, *self._kinship.place(unit, day))
        states = (self.register[one].on(day) or self.register[one].latest for one in ids)
        return ", ".join(state.full_name for state in states)

    def near(self, name: str, *, on: date | None = None, within: str | None = None) -> tuple[str, ...]:
        """Full names of units whose names differ little from ``name``: those within first, then the nearest.

        Of equally near names, those of units that existed on the day come first.
        """
        asked = read_name(name)
        wordings = [wording for part in asked.parts[:1] for wording in part.wordings if wording.key]
        found = {
            entry.state.full_name: (self._outside(entry.unit, within), distance(wording.shape, entry.shape), on is not None
                                    and not entry.state.covers(on), entry.state.full_name)
            for wording in wordings
            for key in self._near_names.of(wording.key)
            for entry in self._index[key]
        }  # fmt: skip
        return tuple(sorted(found, key=found.__getitem__)[:_MOST_NEAR])

    def _outside(self, unit: OrgUnit, within: str | None) -> bool:
        return within is not None and within not in self._kinship.ever(unit.id)


def _is_village(part: Part) -> bool:
    """Whether the word of a village is written small before a capital: "bản Lang", not the commune "Bản Lang"."""
    return part.text[:1].islower() and any(word[:1].isupper() for word in part.text.split()[1:])


def _if(reason: Reason, *, met: bool) -> tuple[Reason, ...]:
    return () if met else (reason,)


def _with(candidate: Candidate, reason: Reason) -> Candidate:
    return Candidate(
        candidate.unit, candidate.state, (*candidate.reasons, reason), candidate.successors, candidate.place
    )
