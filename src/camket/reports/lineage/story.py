"""The story of a lineage: what happened on which day under which act, a sentence each."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby

from camket.reports.lineage.wording import (
    citation_words,
    clean,
    listed,
    name_words,
    parent_words,
    share_words,
    unit_words,
)
from camket.units.consistency import LAST_DAY_OF_DISTRICTS
from camket.units.kind import Level
from camket.units.lineage import Lineage
from camket.units.move import Move
from camket.units.org_unit import OrgUnit
from camket.units.path import state_near
from camket.units.register import Register

_EVE = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Event:
    """What happened to one unit on one day: moves of which it is the receiver, or by which it changed or ended."""

    day: date
    unit: OrgUnit
    moves: tuple[Move, ...]
    sentence: str
    citation: str


def events_of(lineage: Lineage, register: Register) -> Iterator[Event]:
    """The events of a lineage in order of time; those of a day by unit."""
    ordered = sorted(lineage.moves, key=_event_of)
    for (day, unit, _), moves in groupby(ordered, key=_event_of):
        of_event = tuple(moves)
        acts = dict.fromkeys(move.act for move in of_event)
        citation = listed([citation_words(register, act) for act in acts])
        yield Event(day, register[unit], of_event, _sentence(register, of_event), citation)


def _event_of(move: Move) -> tuple[date, str, str]:
    # what changes in a unit itself, what comes into it, and its end are told each in one sentence
    change = "end" if move.target is None else "itself" if move.target == move.source else ""
    return move.day, move.target or move.source, change


def _sentence(register: Register, moves: tuple[Move, ...]) -> str:
    move = moves[0]
    notes = "; ".join(dict.fromkeys(clean(one.note) for one in moves if one.note))
    note = f" ({notes})" if notes else ""
    if move.target is None:
        return f"{_ended(register[move.source], move.day)}{note}."
    if move.target == move.source:
        return f"{_changed(register, register[move.source], move.day)}{note}."
    return _received(register, register[move.target], moves)


def _ended(unit: OrgUnit, day: date) -> str:
    name = _capital(unit_words(unit, day - _EVE))
    if unit.level is Level.DISTRICT and day > LAST_DAY_OF_DISTRICTS:
        return f"{name} kết thúc hoạt động; không còn cấp huyện nên không có đơn vị kế thừa"
    return f"{name} kết thúc hoạt động, không có đơn vị kế thừa"


def _changed(register: Register, unit: OrgUnit, day: date) -> str:
    before, after = state_near(unit, day - _EVE), state_near(unit, day)
    was, now = name_words(before), name_words(after)
    clauses = []
    if was != now:
        clauses.append(f"{'đổi tên thành' if before.kind is after.kind else 'trở thành'} {now}")
    if before.parent != after.parent:
        clauses.append(_moved(parent_words(register, before, day - _EVE), parent_words(register, after, day)))
    return f"{_capital(was)} {', '.join(clauses) or 'được điều chỉnh'}"


def _moved(old: str, new: str) -> str:
    """From one above to the other; a city that grew is a new unit, under the name of the old one."""
    if old == new:
        old, new = f"{old} cũ", f"{new} mới"
    return f"chuyển{f' từ {old}' if old else ''} về trực thuộc {new or 'trung ương'}"


def _received(register: Register, unit: OrgUnit, moves: tuple[Move, ...]) -> str:
    name, day = unit_words(unit, moves[0].day), moves[0].day
    given = listed([_given(register, move) for move in _wholes_first(moves)])
    if unit.first == day:
        place = parent_words(register, state_near(unit, day), day)
        return f"Thành lập {name}{f' ({place})' if place else ''} từ {given}."
    return f"{_capital(name)} nhận thêm {given}."


def _wholes_first(moves: tuple[Move, ...]) -> list[Move]:
    return sorted(moves, key=lambda move: not move.whole)


def _given(register: Register, move: Move) -> str:
    name = unit_words(register[move.source], move.day - _EVE)
    details = "; ".join(filter(None, (share_words(move), clean(move.note))))
    return f"{'toàn bộ' if move.whole else 'một phần'} {name}" + (f" ({details})" if details else "")


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
