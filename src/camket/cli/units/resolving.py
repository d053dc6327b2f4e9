"""Carrying out ``camket units resolve``."""

from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import NamedTuple

import click
from rich.text import Text

from camket.cli.output import one_line
from camket.cli.units.asking import Asking
from camket.cli.units.names_file import read_names
from camket.cli.units.opening import open_register
from camket.cli.units.printing import Record, day_words, plain_table, print_json, screen
from camket.cli.units.records import reference, unit_record
from camket.cli.units.refusal import refusing
from camket.cli.units.table_rows import Line
from camket.units.names import Candidate, FailedRow, NamedRow, Resolution, ResolvedRow, explain, resolve_table

ALL_FOUND, SOME_NOT_FOUND = 0, 1

type Answer = ResolvedRow | FailedRow


class Context(NamedTuple):
    """In what surroundings names are read, where a row of a file does not say otherwise."""

    day: date
    within: str | None
    about: str | None


def carry_out(names: tuple[str, ...], table: Path | None, context: Context, form: str, overrides: Path | None) -> int:
    """Resolve every name; return the exit code."""
    with refusing():
        asking = Asking(open_register(overrides))
        around = context._replace(
            within=asking.id(context.within, context.day), about=asking.id(context.about, context.day)
        )
        lines = [Line(number, {"name": name}) for number, name in enumerate(names, 1)]
        answers = list(_answers(asking, [*lines, *(read_names(table) if table else ())], around))
    if form == "json":
        print_json([_record(asking, one) for one in answers])
    elif table is None:
        _print_each(asking, answers)
    else:
        _print_table(asking, answers)
    failed = sum(isinstance(one, FailedRow) for one in answers)
    click.echo(f"{len(answers)} tên: {len(answers) - failed} xác định được, {failed} không.", err=True)
    return SOME_NOT_FOUND if failed else ALL_FOUND


def _answers(asking: Asking, lines: Iterable[Line], context: Context) -> Iterator[Answer]:
    for line in lines:
        cells = line.cells
        row = NamedRow(
            cells["name"],
            cells.get("on") or context.day,
            cells.get("within") or context.within,
            cells.get("about") or context.about,
        )
        if line.wrong:
            yield FailedRow(line.number, row, f"Dòng {line.number}: {line.wrong}")
            continue
        # one by one, so that each keeps the number of its line
        done = resolve_table(asking.resolver, [row], line.number)
        yield from done.resolved
        yield from done.failed


def _record(asking: Asking, answer: Answer) -> Record:
    found = answer.resolution
    return {
        "line": answer.number,
        "name": answer.row.name,
        "day": found.day if found else _day(answer.row),
        "unit": found.unit if found else None,
        "failure": answer.reason if isinstance(answer, FailedRow) else None,
        "reasons": [reason.value for reason in found.reasons] if found else [],
        "equals": found.equals if found else 0,
        "candidates": [_candidate(asking, found, one) for one in found.candidates] if found else [],
        "near": list(answer.proposals) if isinstance(answer, FailedRow) and not (found and found.candidates) else [],
    }


def _day(row: NamedRow) -> date | None:
    """The day of a row that failed, where what it gives is one."""
    return row.on if isinstance(row.on, date) else None


def _candidate(asking: Asking, found: Resolution, one: Candidate) -> Record:
    register = asking.register
    return {
        **unit_record(register, register[one.unit], found.day),
        "matched": one.state.full_name,
        "reasons": [reason.value for reason in one.reasons],
        "explanation": list(explain(one, register)),
        "successors": [reference(register[unit], found.day) for unit in one.successors],
        "place": one.place.full_name if one.place else None,
    }


def _print_each(asking: Asking, answers: list[Answer]) -> None:
    """Names from the command line: every candidate with its reasons."""
    console = screen()
    for answer in answers:
        console.print(Text(one_line(answer.row.name), style="bold reverse"))
        found = answer.resolution
        if isinstance(answer, FailedRow):
            console.print(Text(one_line(answer.reason.partition(": ")[2]), style="yellow"))
        for number, one in enumerate(found.candidates if found else ()):
            alike = found is not None and number < found.equals
            mark = "→ " if found and one.unit == found.unit else "? " if alike else "  "
            described = asking.described(asking.register[one.unit], found.day if found else date.max)
            console.print(Text(mark + described, style="bold" if mark == "→ " else ""))
            console.print(Text("    " + one_line(" ".join(explain(one, asking.register))), style="dim"))
        if isinstance(answer, FailedRow) and found and not found.candidates and answer.proposals:
            console.print(Text(one_line(f"Có phải là: {'; '.join(answer.proposals)}?")))


def _print_table(asking: Asking, answers: list[Answer]) -> None:
    """Names of a file: a line each, what could not be resolved among the rest, in the order of the file."""
    table = plain_table("Dòng", "Tên", "Ngày", "Mã", "Đơn vị, hoặc vì sao không xác định được")
    for answer in answers:
        found = answer.resolution
        day = day_words(found.day) if found else str(answer.row.on)
        if isinstance(answer, FailedRow):
            proposals = f" Gần nhất: {'; '.join(answer.proposals)}." if answer.proposals else ""
            words = Text(one_line(answer.reason.partition(": ")[2] + proposals), style="yellow")
            table.add_row(str(answer.number), one_line(answer.row.name), one_line(day), "✗", words)
        elif found is not None and found.unit is not None:
            path = Text(one_line(asking.resolver.path(found.unit, found.day)))
            table.add_row(str(answer.number), one_line(answer.row.name), day, found.unit, path)
    screen().print(table, soft_wrap=False)
