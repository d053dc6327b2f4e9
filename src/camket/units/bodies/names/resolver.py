"""Resolving the names of bodies: which bodies a text names, on a day, in a document about a unit."""

import re
from dataclasses import replace
from datetime import date
from functools import lru_cache
from itertools import pairwise

from camket.units.bodies.body import Body
from camket.units.bodies.body_register import BodyRegister
from camket.units.bodies.body_type import NATION, Presence
from camket.units.bodies.names.heads import Sense, heads_of
from camket.units.bodies.names.mention import BodyCandidate, BodyGroup, BodyMention, Standing
from camket.units.bodies.names.parsing import Parsed, Parser
from camket.units.bodies.names.phrases import LEVEL_KINDS, load_phrases
from camket.units.bodies.names.unit_phrase import UnitMeant, UnitNames, UnitPhrases
from camket.units.bodies.names.words import Words, words_of

LONGEST = 600
"""A longer text is no list of bodies."""
_KEPT = 1 << 16
_NOW = re.compile(r"\(\s?nay là (?P<now>[^()]{1,200})\)", re.IGNORECASE)
_OLD_NAME = "Văn bản gọi bằng tên cũ «{}»."
_UNKNOWN = "Không phải tên cơ quan đã biết."
_UNIT_ALONE = "Chỉ nêu tên đơn vị, chưa rõ cơ quan nào của đơn vị."
_SPEAKERS = ("peoples_committee", "party_committee", "peoples_council")
_AMBIGUOUS = "Có nhiều cơ quan cùng phù hợp như nhau; cần người chọn."
_NOT_DECLARED = "Cơ quan loại này chỉ được biết khi đã khai báo trong bodies.tsv."
_NO_BODY = "Đơn vị này không có cơ quan loại ấy."


class BodyResolver:
    """Resolves names of bodies against a register of bodies; the latest 65,536 answers are kept."""

    def __init__(self, bodies: BodyRegister, names: UnitNames) -> None:
        self._bodies = bodies
        phrases = load_phrases()
        self._parser = Parser(heads_of(bodies), phrases, dict(bodies.types))
        self._phrases = phrases
        self._units = UnitPhrases(bodies.units, names, phrases)
        self._answers = lru_cache(maxsize=_KEPT)(self._resolve)

    def resolve(
        self, name: str, *, on: date, about: str | None = None, within: str | None = None
    ) -> tuple[BodyMention, ...]:
        """The bodies that ``name`` names, in order; one mention without candidates where it names none.

        ``about``: the id of the unit under review, whose bodies and whose superiors' are meant where no unit is named;
        ``within``: the id of a unit that must hold the named one. Raises UnknownUnitError for an id that no unit has.
        """
        return self._answers(name, on, about, within)

    def _resolve(self, name: str, on: date, about: str | None, within: str | None) -> tuple[BodyMention, ...]:
        for unit in (about, within):
            if unit is not None:
                self._bodies.units[unit]  # raises where there is none
        if len(name) > LONGEST:
            return (BodyMention(name, reasons=(_UNKNOWN,)),)
        if (renamed := self._renamed(name, on, about, within)) is not None:
            return renamed
        words = words_of(name)
        named = self._shared(words, self._parser.parse(words))
        found = [mention for one in named for mention in self._mentions(words, one, on, about, within)]
        return tuple(found) or (self._unit_alone(name, words, on, about, within),)

    def _unit_alone(self, name: str, words: Words, on: date, about: str | None, within: str | None) -> BodyMention:
        """A unit named without any of its bodies: those that speak for it, none of them before the others."""
        units = self._units.unit_alone(words, on, about, within)
        alike = [unit.unit for unit in units if unit.rank == units[0].rank]
        found = tuple(
            self._candidate(self._bodies[f"{unit}/{code}"], on, (_UNIT_ALONE,))
            for unit in alike
            for code in _SPEAKERS
            if f"{unit}/{code}" in self._bodies
        )
        if not found:
            return BodyMention(name, reasons=(_UNKNOWN,))
        only = alike[0] if len(alike) == 1 else None
        return BodyMention(name, found, len(found), reasons=(_UNIT_ALONE,), unit=only)

    def _renamed(self, name: str, on: date, about: str | None, within: str | None) -> tuple[BodyMention, ...] | None:
        """The body that an old name is said to be called now: "Sở A (nay là Sở B)"."""
        said = _NOW.search(name)
        now = self._resolve(said["now"], on, about, within) if said else ()
        if said is None or len(now) != 1 or not now[0].candidates:
            return None
        why = _OLD_NAME.format(name[: said.start()].strip())
        candidates = tuple(replace(one, reasons=(*one.reasons, why)) for one in now[0].candidates)
        return (replace(now[0], text=name, candidates=candidates),)

    def _shared(self, words: Words, named: list[Parsed]) -> list[Parsed]:
        """A list's names without a unit have that of the next one, or of the one before, where that can be theirs."""
        for order in (range(len(named) - 2, -1, -1), range(1, len(named))):
            for place in order:
                other = named[place + 1 if order.step < 0 else place - 1]
                if self._lacks_unit(named[place]) and self._fits(words, named[place], other):
                    named[place] = named[place]._replace(shared=other.phrase)
        return named

    @staticmethod
    def _lacks_unit(one: Parsed) -> bool:
        return one.group is None and one.phrase[0] >= one.phrase[1]

    def _fits(self, words: Words, one: Parsed, other: Parsed) -> bool:
        return other.group is None and bool(one.kinds & self._units.kinds_said(words, *other.phrase))

    def _mentions(
        self, words: Words, one: Parsed, on: date, about: str | None, within: str | None
    ) -> tuple[BodyMention, ...]:
        if one.group is None:
            return (self._mention(words, one, on, about, within),)
        pieces = self._pieces(words, one)
        if pieces:
            return tuple(mention for piece in pieces for mention in self._resolve(piece, on, about, within))
        kinds = LEVEL_KINDS[one.group.level]
        units, reasons = self._units.meant(words, one.unit, one.end, kinds, on, about, within)
        unit = units[0].unit if len({meant.unit for meant in units if meant.rank == units[0].rank}) == 1 else None
        group = BodyGroup(one.group, unit)
        return (BodyMention(words.between(one.start, one.end), group=group, post=one.post, reasons=reasons),)

    def _pieces(self, words: Words, one: Parsed) -> list[str]:
        """Each name after a group's words with those before it: "UBND các xã A, B" is "UBND xã A", "UBND xã B"."""
        if one.group is None or not one.group.each or " " not in one.group.each:
            return []
        if one.unit >= one.end or self._phrases.kinds.at(words, one.unit)[0] or not _capital(words, one.unit):
            return []
        cuts = [one.unit, *(place for place in range(one.unit + 1, one.end) if words.breaks[place]), one.end]
        return [f"{one.group.each} {words.between(a, b)}" for a, b in pairwise(cuts)]

    def _mention(self, words: Words, one: Parsed, on: date, about: str | None, within: str | None) -> BodyMention:
        text = words.between(one.start, one.end)
        own = [sense.declared for sense in one.senses if sense.declared is not None]
        found: list[tuple[int, BodyCandidate]] = []
        if own and one.unit >= one.end:
            found = [(self._far(body, about), self._candidate(self._bodies[body], on, ())) for body in own]
        reasons: tuple[str, ...] = ()
        if not found:
            found, reasons = self._of_units(words, one, on, about, within)
        ordered = sorted(found, key=lambda pair: (pair[1].standing, pair[0]))
        equals = sum((pair[1].standing, pair[0]) == (ordered[0][1].standing, ordered[0][0]) for pair in ordered)
        if equals > 1:
            reasons = (_AMBIGUOUS,)
        return BodyMention(text, tuple(pair[1] for pair in ordered), equals, None, one.post, one.organ, reasons)

    def _of_units(
        self, words: Words, one: Parsed, on: date, about: str | None, within: str | None
    ) -> tuple[list[tuple[int, BodyCandidate]], tuple[str, ...]]:
        units, reasons = self._units.meant(words, *one.phrase, one.kinds, on, about, within)
        party = self._units.says_party(words, *one.phrase)
        senses = tuple(sense for sense in one.senses if not party or sense.type.side == "party")
        found = [(unit.rank, candidate) for unit in units for candidate in self._in_unit(unit, senses, on)]
        if found or not units:
            return found, reasons
        declared_only = all(sense.type.presence is Presence.DECLARED for sense in senses)
        return found, (_NOT_DECLARED if declared_only else _NO_BODY,)

    def _in_unit(self, unit: UnitMeant, senses: tuple[Sense, ...], on: date) -> list[BodyCandidate]:
        """The unit's bodies of the senses; where one stands, those of the same name that ended or are to come do not count."""
        known = self._bodies.all_of(unit.unit)
        ids = dict.fromkeys(sense.declared or f"{unit.unit}/{sense.type.code}" for sense in senses)
        found = [self._candidate(known[body], on, unit.reasons) for body in ids if body in known]
        best = min((candidate.standing for candidate in found), default=None)
        kept = [candidate for candidate in found if candidate.standing is best]
        if best is Standing.ENDED:
            latest = max(candidate.body.last for candidate in kept if candidate.body.last)
            kept = [candidate for candidate in kept if candidate.body.last == latest]
        return kept

    def _far(self, body: str, about: str | None) -> int:
        """0 for a declared body of the unit under review or one above it, 1 for others'."""
        unit = body.partition("/")[0]
        if about is None or unit in {about, NATION}:
            return 0
        above = {state.parent for one in self._line(about) for state in self._bodies.units[one].states}
        return 0 if unit in above else 1

    def _line(self, unit: str) -> list[str]:
        parents = [state.parent for state in self._bodies.units[unit].states if state.parent]
        return [unit, *(above for parent in parents for above in self._line(parent))]

    @staticmethod
    def _candidate(body: Body, on: date, reasons: tuple[str, ...]) -> BodyCandidate:
        standing, why = _standing(body, on)
        return BodyCandidate(body, standing, (*reasons, *why))


def _standing(body: Body, on: date) -> tuple[Standing, tuple[str, ...]]:
    if body.exists(on):
        if body.certain:
            return Standing.LIVING, ()
        return Standing.POSSIBLE, ("Chỉ một số địa phương có cơ quan loại này; cần người xác nhận.",)
    if body.last is not None and on > body.last:
        act = f" theo {body.type.ended_by}" if body.type.ended_by and body.last == body.type.last else ""
        return Standing.ENDED, (f"Tên của cơ quan đã kết thúc ngày {body.last:%d/%m/%Y}{act}.",)
    early = body.type.early
    if early is not None and on >= early and body.type.presence is not Presence.DECLARED:
        return Standing.EARLY, (f"Có nơi thành lập từ ngày {early:%d/%m/%Y}, trước ngày chung {body.first:%d/%m/%Y}.",)
    return Standing.NOT_YET, (f"Đến ngày {body.first:%d/%m/%Y} mới có cơ quan này.",)


def _capital(words: Words, place: int) -> bool:
    return words.text[words.starts[place]].isupper() or words.text[words.starts[place]].isdigit()
