"""Carrying out ``camket units tree``."""

from datetime import date
from pathlib import Path

import click
from rich.text import Text
from rich.tree import Tree

from camket.cli.output import one_line
from camket.cli.units.asking import Asking
from camket.cli.units.opening import open_register
from camket.cli.units.printing import Record, day_words, print_json, screen
from camket.cli.units.records import by_name
from camket.cli.units.refusal import refusing
from camket.units.org_unit import OrgUnit
from camket.units.path import state_near
from camket.units.register import Register

SHOWN, NOT_ON_THAT_DAY = 0, 1
_ALL_LEVELS = 3


def carry_out(
    asked: str | None, day: date, within: str | None, depth: int | None, form: str, overrides: Path | None
) -> int:
    """Find the unit and show what lies below it; return the exit code."""
    with refusing():
        register = open_register(overrides)
        unit = Asking(register).unit(asked, day, within) if asked is not None else None
    if unit is not None and not unit.exists(day):
        name = one_line(state_near(unit, day).full_name)
        click.echo(f"Ngày {day_words(day)} không có {name} ({unit.id}); hãy chọn ngày khác bằng --on.", err=True)
        return NOT_ON_THAT_DAY
    levels = depth or (_ALL_LEVELS if unit else 1)
    if form == "json":
        print_json({"day": day, **_record(register, unit, day, levels)})
    else:
        screen().print(_branch(register, unit, day, levels))
    return SHOWN


def _record(register: Register, unit: OrgUnit | None, day: date, levels: int) -> Record:
    below = list(register.below(unit.id if unit else None, day))
    record: Record = {"id": None, "code": None, "full_name": "Việt Nam", "kind": None}
    if unit is not None:
        state = state_near(unit, day)
        record = {"id": unit.id, "code": state.code, "full_name": state.full_name, "kind": state.kind.value}
    record["count"] = len(below)
    if levels:
        record["below"] = [_record(register, one, day, levels - 1) for one in by_name(below, day)]
    return record


def _branch(register: Register, unit: OrgUnit | None, day: date, levels: int) -> Tree:
    below = list(register.below(unit.id if unit else None, day))
    name = one_line(state_near(unit, day).full_name) if unit else f"Việt Nam, ngày {day_words(day)}"
    label = Text(name, style="bold" if below else "")
    label.append(f"  {unit.id}" if unit else "", style="dim")
    label.append(f"  ({len(below)})" if below else "", style="dim")
    tree = Tree(label)
    for one in by_name(below, day) if levels else ():
        tree.add(_branch(register, one, day, levels - 1))
    return tree
