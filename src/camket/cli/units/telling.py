"""Carrying out ``camket units history``."""

from datetime import date
from itertools import groupby
from pathlib import Path
from typing import NamedTuple

import click
from rich.text import Text

from camket.cli.output import one_line, open_output
from camket.cli.units.asking import Asking
from camket.cli.units.opening import open_register
from camket.cli.units.printing import Record, day_words, print_json, screen
from camket.cli.units.records import act_record, move_record, reference, state_record, unit_record
from camket.cli.units.refusal import Refused, refusing
from camket.reports.lineage import Event, draw, events_of
from camket.units.lineage import Lineage, lineage
from camket.units.path import path_of
from camket.units.register import Register

TOLD = 0


class Question(NamedTuple):
    """Which unit is asked for."""

    unit: str
    day: date
    within: str | None


def carry_out(question: Question, form: str, svg: Path | None, overrides: Path | None) -> int:
    """Find the unit, tell its history, draw it where asked to; return the exit code."""
    with refusing():
        register = open_register(overrides)
        unit = Asking(register).unit(question.unit, question.day, question.within)
        line = lineage(register, unit.id)
    events = list(events_of(line, register))
    if svg is not None:
        _draw(line, register, svg)
    if form == "json":
        print_json(_record(line, register, events, question.day))
    else:
        _print(line, register, events, question.day)
    if svg is not None:
        click.echo(f"Đã vẽ {len(line.units)} đơn vị vào {svg}.", err=True)
    return TOLD


def _draw(line: Lineage, register: Register, path: Path) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise Refused(
            f"Không tạo được thư mục «{path.parent}» ({error.strerror}); hãy chọn nơi khác cho --svg."
        ) from error
    try:
        with open_output(path) as stream:
            stream.write(draw(line, register))
    except click.ClickException as error:
        raise Refused(error.message) from error


def _record(line: Lineage, register: Register, events: list[Event], day: date) -> Record:
    acts = dict.fromkeys(move.act for move in line.moves if move.act)
    return {
        "unit": unit_record(register, line.unit, day),
        "states": [state_record(register, state) for state in line.unit.states],
        "units": [unit_record(register, unit, day) for unit in line.units],
        "events": [
            {
                "day": event.day,
                "unit": reference(event.unit, event.day),
                "sentence": event.sentence,
                "citation": event.citation,
                "moves": [move_record(register, move) for move in event.moves],
            }
            for event in events
        ],
        "acts": [act_record(register, act) for act in acts],
    }


def _print(line: Lineage, register: Register, events: list[Event], day: date) -> None:
    console = screen()
    console.print(Text(one_line(f"{path_of(register, line.unit, day)} ({line.unit.id})"), style="bold reverse"))
    if line.unit.first is None:
        console.print(Text("Ngày thành lập chưa rõ: trước thời gian danh mục đầy đủ của tỉnh.", style="dim"))
    for of_day, together in groupby(events, key=lambda event: event.day):
        for number, event in enumerate(together):
            own = "bold" if event.unit.id == line.unit.id else ""
            head = day_words(of_day) if not number else " " * 10
            console.print(Text.assemble((head, "bold"), "  ", (one_line(event.sentence), own)))
            known = any(move.act for move in event.moves)
            citation = f"Theo {event.citation}." if known else "Chưa rõ văn bản."
            console.print(Text(" " * 12 + citation, style="dim"))
    console.print(Text(_ending(line, events), style="dim"))


def _ending(line: Lineage, events: list[Event]) -> str:
    unit = line.unit
    if unit.last is None:
        return "Đơn vị đang tồn tại." if events else "Đơn vị đang tồn tại; danh mục chưa ghi nhận thay đổi nào."
    return f"Đơn vị tồn tại đến hết ngày {day_words(unit.last)}."
