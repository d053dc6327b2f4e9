"""The part of a body's name that says of which unit it is: "huyện Điện Biên", "tỉnh", "Tỉnh ủy", or nothing."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple, Protocol

from camket.units.bodies.body_type import NATION
from camket.units.bodies.names.phrases import Phrases
from camket.units.bodies.names.words import Words, words_of
from camket.units.kind import Kind
from camket.units.names.resolution import Resolution
from camket.units.org_unit import OrgUnit
from camket.units.register import Register
from camket.vocabulary.discourse import load_surnames

_OWN = frozenset({"nhà", "ta", "mình", "này", "nay"})
_LEFT = "Bỏ qua phần sau tên cơ quan, không phải tên đơn vị."
_NOT_ABOUT = "Tên không nêu đơn vị; đơn vị mà văn bản nói về và cấp trên của nó không có cơ quan loại này."
_OTHER_KIND = "Đơn vị được nêu không thuộc loại đơn vị có cơ quan này."
NO_UNIT = "Tên không nêu đơn vị; cần biết văn bản nói về đơn vị nào."


class UnitNames(Protocol):
    """What resolves the names of units; camket.units.names.Resolver does."""

    def resolve(self, name: str, *, on: date, within: str | None = None, about: str | None = None) -> Resolution:
        """What a unit's name can mean on a day."""


class UnitMeant(NamedTuple):
    """A unit that a body's name can be about, with sentences why; ``rank``: alike are the best alike."""

    unit: str
    rank: int
    reasons: tuple[str, ...]


class UnitPhrase(NamedTuple):
    """The phrase without words that say nothing, and the kinds that its own words allow."""

    text: str
    kinds: frozenset[str] | None
    bare: bool
    party: bool = False


class UnitPhrases:
    """Resolves the unit of a body's name: its own words, or the unit under review and those above it."""

    def __init__(self, register: Register, names: UnitNames, phrases: Phrases) -> None:
        self._register = register
        self._names = names
        self._phrases = phrases
        self._surnames = load_surnames()

    def meant(
        self, words: Words, start: int, end: int, kinds: frozenset[str], on: date, about: str | None, within: str | None
    ) -> tuple[list[UnitMeant], tuple[str, ...]]:
        """The units of ``kinds`` that the words between can mean, best first, and why none where there is none."""
        if kinds == {NATION}:
            return [UnitMeant(NATION, 0, ("Cơ quan Trung ương.",))], ()
        phrase = self._read(words, start, end)
        allowed = kinds if phrase.kinds is None else kinds & phrase.kinds or phrase.kinds
        center = about if about is not None else within
        found, reasons = ([], (NO_UNIT,)) if phrase.bare else self._named(phrase, allowed, on, about, within)
        if phrase.bare:
            found = list(self._around(center, allowed, on))
        elif not found and (said := self._no_unit(phrase)) is not None:
            around = self._around(center, allowed & said if said else allowed, on)
            found = [meant._replace(reasons=(*meant.reasons, _LEFT)) for meant in around]
        if found or center is None or not phrase.bare:
            return found, () if found else reasons
        return found, (_NOT_ABOUT,)

    def _no_unit(self, phrase: UnitPhrase) -> frozenset[str] | None:
        """The kinds said, where a text that names no unit is a verb or a person's name; None where it is neither."""
        words = words_of(phrase.text)
        length, said = self._phrases.kinds.at(words, 0)
        rest = words.between(length, len(words)).split()
        if not length and rest and rest[0][0].islower():
            return frozenset()
        person = 2 <= len(rest) <= 5 and rest[0].lower() in self._surnames and all(word[0].isupper() for word in rest)
        return frozenset(said) if person else None

    def kinds_said(self, words: Words, start: int, end: int) -> frozenset[str]:
        """The kinds of units that the words between say: "huyện Điện Biên" says district; none where they say none."""
        phrase = self._read(words, start, end)
        said = self._phrases.kinds.at(words_of(phrase.text), 0)[1]
        return phrase.kinds or frozenset(said)

    def unit_alone(self, words: Words, on: date, about: str | None, within: str | None) -> list[UnitMeant]:
        """The units that a text means which begins with the word of a kind; nothing for any other text."""
        said = self._phrases.kinds.at(words, 0)[1] if len(words) else ()
        return self.meant(words, 0, len(words), frozenset(said), on, about, within)[0] if said else []

    def says_party(self, words: Words, start: int, end: int) -> bool:
        """Whether the unit is told by the word of its Party committee: "(Văn phòng) Tỉnh ủy"."""
        return self._read(words, start, end).party

    def _named(
        self, phrase: UnitPhrase, kinds: frozenset[str], on: date, about: str | None, within: str | None
    ) -> tuple[list[UnitMeant], tuple[str, ...]]:
        answer = self._names.resolve(self._with_kind(phrase, kinds), on=on, within=within, about=about)
        fitting = [
            UnitMeant(one.unit, 0 if place < answer.equals else place, tuple(reason.sentence for reason in one.reasons))
            for place, one in enumerate(answer.candidates)
            if any(state.kind in kinds for state in self._register[one.unit].states)
        ]
        return fitting, () if fitting else tuple(reason.sentence for reason in answer.reasons) or (_OTHER_KIND,)

    def _with_kind(self, phrase: UnitPhrase, kinds: frozenset[str]) -> str:
        """The unit's name with the word of its kind, where the body's name says it ("Huyện ủy Điện Biên")."""
        if self._phrases.kinds.at(words_of(phrase.text), 0)[0]:
            return phrase.text
        said = {Kind(kind).word for kind in kinds if kind != NATION}
        return f"{said.pop()} {phrase.text}" if len(said) == 1 else phrase.text

    def _read(self, words: Words, start: int, end: int) -> UnitPhrase:
        """Words without meaning and owners skipped, the Party committee's word taken as the kind it tells."""
        kinds: frozenset[str] | None = None
        while start < end:
            length, party = self._phrases.party_kinds.at(words, start)
            skipped = length or self._skip(words, start)
            if not skipped:
                break
            kinds = frozenset(party) if length else kinds
            start += skipped
        length, said = self._phrases.kinds.at(words, start) if start < end else (0, ())
        rest = words.keys[start + length : end]
        if start >= end or (length and all(key in _OWN for key in rest)) or self._only_fillers(words, start, end):
            return UnitPhrase("", frozenset(said) or kinds, bare=True, party=kinds is not None)
        return UnitPhrase(words.between(start, end), kinds, bare=False, party=kinds is not None)

    def _skip(self, words: Words, start: int) -> int:
        return max(self._phrases.fillers.at(words, start)[0], self._phrases.owners.at(words, start)[0])

    def _only_fillers(self, words: Words, start: int, end: int) -> bool:
        while start < end and (length := self._phrases.fillers.at(words, start)[0]):
            start += length
        return start >= end

    def _around(self, about: str | None, kinds: frozenset[str], day: date) -> Iterator[UnitMeant]:
        """The unit under review or the one above it of a fitting kind; else those that its territory lay in before."""
        if about is None or about not in self._register:
            return
        chain = [self._register[about], *self._register.above(about, day)]
        for place, unit in enumerate(chain):
            state = unit.on(day) or unit.latest
            if state.kind in kinds:
                why = "Là đơn vị mà văn bản nói về." if place == 0 else "Là cấp trên của đơn vị mà văn bản nói về."
                yield UnitMeant(unit.id, 0, (why,))
                return
        for former in dict.fromkeys(self._former(self._register[about])):
            if self._register[former].latest.kind in kinds:
                yield UnitMeant(former, 0, ("Là cấp trên trước đây của địa bàn mà văn bản nói về.",))

    def _former(self, unit: OrgUnit) -> Iterator[str]:
        """Every unit that the unit, or what became it, ever lay in."""
        for one in (unit, *self._register.predecessors(unit.id)):
            for state in one.states:
                if state.parent is not None:
                    yield state.parent
                    yield from (above.parent for above in self._register[state.parent].states if above.parent)
