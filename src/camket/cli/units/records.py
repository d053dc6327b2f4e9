"""What JSON says of units, moves and acts. The keys are part of the command's contract: they are added to, never changed."""

from collections.abc import Iterable
from datetime import date

from camket.cli.units.printing import Record
from camket.units.collation import sort_key
from camket.units.move import Move
from camket.units.org_unit import OrgUnit, State
from camket.units.path import day_in_life, path_of, state_near
from camket.units.register import Register


def unit_record(register: Register, unit: OrgUnit, day: date) -> Record:
    """A unit as it was on the day, or on the nearest on which it existed."""
    state = state_near(unit, day)
    return {
        "id": unit.id,
        "code": state.code,
        "full_name": state.full_name,
        "name": state.name,
        "kind": state.kind.value,
        "path": path_of(register, unit, day),
        "first": unit.first,
        "last": unit.last,
    }


def reference(unit: OrgUnit, day: date) -> Record:
    """A unit that another one's record speaks of."""
    return {"id": unit.id, "full_name": state_near(unit, day).full_name}


def state_record(register: Register, state: State) -> Record:
    """One state of a unit."""
    parent = state.parent if state.parent in register else None
    day = state.last or date.max
    return {
        "first": state.first,
        "last": state.last,
        "code": state.code,
        "full_name": state.full_name,
        "name": state.name,
        "kind": state.kind.value,
        "parent": reference(register[parent], day) if parent else None,
        "act": state.act,
    }


def move_record(register: Register, move: Move) -> Record:
    """One move, its shares as the table has them: decimal strings, null where no act says."""
    return {
        "day": move.day,
        "act": move.act,
        "kind": move.kind.value,
        "from": reference(register[move.source], day_in_life(register[move.source], move.day)),
        "to": reference(register[move.target], move.day) if move.target else None,
        "whole": move.whole,
        "population": move.population,
        "area": move.area,
        "note": move.note,
    }


def act_record(register: Register, act: str) -> Record:
    """An act, as far as it is known."""
    known = register.acts.get(act)
    if known is None:
        return {"id": act, "issuer": "", "signed": None, "effective": None, "title": "", "source": ""}
    return {
        "id": known.id,
        "issuer": known.issuer,
        "signed": known.signed,
        "effective": known.effective,
        "title": known.title,
        "source": known.source,
    }


def by_name(units: Iterable[OrgUnit], day: date) -> list[OrgUnit]:
    """Units in the order of their names, as a reader looks for them."""
    return sorted(units, key=lambda unit: (sort_key(state_near(unit, day).name), unit.id))
