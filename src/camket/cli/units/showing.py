"""Carrying out ``camket units show``."""

from collections import Counter
from collections.abc import Callable
from datetime import date
from pathlib import Path

from rich.table import Table
from rich.text import Text

from camket.cli.output import one_line
from camket.cli.units.asking import Asking
from camket.cli.units.opening import open_register
from camket.cli.units.printing import Record, day_words, print_json, screen
from camket.cli.units.records import act_record, by_name, reference, state_record, unit_record
from camket.cli.units.refusal import refusing
from camket.reports.lineage.wording import citation_words
from camket.units.completeness import complete_since, province_of
from camket.units.move import Move
from camket.units.org_unit import OrgUnit
from camket.units.path import day_in_life, known_above, state_near
from camket.units.register import Register

SHOWN, NOT_ON_THAT_DAY = 0, 1


def carry_out(asked: str, day: date, within: str | None, form: str, overrides: Path | None) -> int:
    """Find the unit and show it; return the exit code."""
    with refusing():
        register = open_register(overrides)
        unit = Asking(register).unit(asked, day, within)
    if form == "json":
        print_json(_record(register, unit, day))
    else:
        _print(register, unit, day)
    return SHOWN if unit.exists(day) else NOT_ON_THAT_DAY


def _record(register: Register, unit: OrgUnit, day: date) -> Record:
    near = day_in_life(unit, day)
    return {
        **unit_record(register, unit, day),
        "day": day,
        "exists": unit.exists(day),
        "level": unit.level.name.lower(),
        "complete_since": _since(register, unit, near),
        "above": [reference(one, near) for one in known_above(register, unit, near)],
        "below": [reference(one, near) for one in by_name(register.below(unit.id, near), near)],
        "states": [state_record(register, state) for state in unit.states],
        "predecessors": [reference(one, one.last or day) for one in register.predecessors(unit.id)],
        "successors": [reference(one, one.first or day) for one in register.successors(unit.id)],
        "acts": [act_record(register, act) for act in _acts(register, unit)],
    }


def _acts(register: Register, unit: OrgUnit) -> list[str]:
    """The acts that began, changed and ended the unit, in order of time."""
    moves = sorted({*register.moves_into(unit.id), *register.moves_from(unit.id)}, key=lambda move: move.day)
    begun = [state.act for state in unit.states[:1]]
    return list(dict.fromkeys(act for act in [*begun, *(move.act for move in moves)] if act))


def _print(register: Register, unit: OrgUnit, day: date) -> None:
    near = day_in_life(unit, day)
    state = state_near(unit, day)
    console = screen()
    console.print(Text(one_line(state.full_name), style="bold reverse"))
    if near != day:
        console.print(
            Text(f"Ngày {day_words(day)} đơn vị này không có; dưới đây là ngày {day_words(near)}.", style="yellow")
        )
    rows = [
        ("Mã", f"{state.code} (mã trong danh mục: {unit.id})" if state.code != unit.id else unit.id),
        ("Thuộc", ", ".join(state_near(one, near).full_name for one in known_above(register, unit, near))),
        ("Ngày đầu", day_words(unit.first, _before_the_table(register, unit, near))),
        ("Ngày cuối", day_words(unit.last, "đang tồn tại")),
        ("Các tên", _names(unit)),
        ("Từ", _listed(register, register.moves_into(unit.id), lambda move: move.source, unit, day)),
        ("Kế thừa", _listed(register, register.moves_from(unit.id), lambda move: move.target, unit, day)),
        ("Bên dưới", _below(register, unit, near)),
        ("Văn bản", "\n".join(citation_words(register, act) for act in _acts(register, unit))),
    ]
    table = Table.grid(padding=(0, 2))
    for heading, words in rows:
        if words:
            table.add_row(Text(heading, style="bold"), Text(words))
    console.print(table, soft_wrap=False)


def _since(register: Register, unit: OrgUnit, day: date) -> date | None:
    """From which day the table has every change of the province that held the unit."""
    province = province_of(register, unit, day)
    return complete_since(register, province) if province else None


def _before_the_table(register: Register, unit: OrgUnit, day: date) -> str:
    since = _since(register, unit, day)
    return f"chưa rõ; danh mục của tỉnh đầy đủ từ {day_words(since)}" if since else "chưa rõ"


def _names(unit: OrgUnit) -> str:
    """Every name that the unit bore, where it bore more than one."""
    if len({state.full_name for state in unit.states}) == 1:
        return ""
    return "\n".join(
        one_line(f"{state.full_name} ({day_words(state.first, '…')} – {day_words(state.last, 'nay')})")
        for state in unit.states
    )


def _listed(
    register: Register, moves: tuple[Move, ...], other: Callable[[Move], str | None], unit: OrgUnit, day: date
) -> str:
    """The units at the other end of the moves, those with which only a part was shared marked."""
    whole: dict[str, bool] = {}
    for move in moves:
        one = other(move)
        if one is not None and one != unit.id:
            whole[one] = whole.get(one, False) or move.whole
    return one_line(
        "; ".join(
            f"{state_near(register[one], day).full_name} ({one}{'' if all_of_it else ', một phần'})"
            for one, all_of_it in whole.items()
        )
    )


def _below(register: Register, unit: OrgUnit, day: date) -> str:
    units = by_name(register.below(unit.id, day), day)
    counts = Counter(state_near(one, day).kind.word for one in units)
    if not units:
        return ""
    head = ", ".join(f"{count} {word}" for word, count in sorted(counts.items(), key=lambda pair: -pair[1]))
    return one_line(f"{head}: {', '.join(state_near(one, day).full_name for one in units)}")
