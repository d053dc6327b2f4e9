"""Carrying out ``camket units restate``."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import NamedTuple

import click
from rich.text import Text

from camket.cli.output import one_line
from camket.cli.units.asking import Asking
from camket.cli.units.opening import open_register
from camket.cli.units.printing import Record, day_words, plain_table, print_json, screen
from camket.cli.units.refusal import Refused, refusing
from camket.reports.number import number_words
from camket.units.path import state_near
from camket.units.register import Register
from camket.units.restatement import Figure, Part, Refusal, RestatedFigure, Row, restate, side_by_side
from camket.units.restatement.file import Failure, read_table
from camket.units.restatement.outcome import decimal
from camket.vocabulary.vocabulary import Vocabulary, load_vocabulary

ALL_RESTATED, SOME_NOT = 0, 1
_MOST_DECIMALS = Decimal("0.0001")
_SIDES = {"value": "", "numerator": "tử số ", "denominator": "mẫu số "}


class Order(NamedTuple):
    """What is asked for: a table's figures on the map of ``to``; where its names are sought, on whose map it was made."""

    table: Path
    to: date
    within: str | None
    as_of: date | None


def carry_out(order: Order, form: str, overrides: Path | None) -> int:
    """Re-state the figures of a file; return the exit code."""
    vocabulary, day = load_vocabulary(), order.to
    with refusing():
        asking = Asking(open_register(overrides))
        within = asking.id(order.within, day)
        read = read_table(
            order.table, asking.register, vocabulary, lambda name, on: asking.id_of_name(name, on, within), order.as_of
        )
        if not (read.figures or read.failures):
            raise Refused(f"«{order.table.name}» không có số liệu nào dưới dòng đầu.")
        restated = restate(read.figures, asking.register, vocabulary, day)
    pairs = list(side_by_side(restated))
    if form == "json":
        print_json(_record(asking.register, vocabulary, day, pairs, read.failures))
    else:
        _print(asking.register, vocabulary, day, pairs, read.failures)
    done = len(restated.figures)
    click.echo(
        f"{len(read.figures) + len(read.failures)} số liệu đã báo cáo; theo bản đồ {day_words(day)}: {done} tính được, "
        f"{len(restated.refusals)} không tính được; {len(read.failures)} dòng không đọc được.",
        err=True,
    )
    return SOME_NOT if read.failures or restated.refusals else ALL_RESTATED


def _record(
    register: Register, vocabulary: Vocabulary, day: date, pairs: Iterable[Row], unread: Iterable[Failure]
) -> Record:
    return {
        "to": day,
        "rows": [
            {
                "reported": [_figure(register, one) for one in pair.reported],
                "restated": _restated(register, vocabulary, pair.restated)
                if isinstance(pair.restated, RestatedFigure)
                else None,
                "refusal": _refusal(register, pair.restated) if isinstance(pair.restated, Refusal) else None,
            }
            for pair in pairs
        ],
        "unread": [{"line": one.line, "column": one.column, "reason": one.reason} for one in unread],
    }


def _figure(register: Register, figure: Figure) -> Record:
    return {
        "line": figure.line,
        "unit": figure.unit,
        "full_name": _name(register, figure.unit, figure.day),
        "indicator": figure.indicator,
        "period": figure.period.iso,
        "role": figure.role,
        "value": figure.value,
        "weight": figure.weight,
        "measure": figure.measure,
        "as_of": figure.day,
        "estimated": figure.estimated,
    }


def _restated(register: Register, vocabulary: Vocabulary, one: RestatedFigure) -> Record:
    return {
        "unit": one.unit,
        "full_name": _name(register, one.unit, one.day),
        "indicator": one.indicator,
        "period": one.period.iso,
        "role": one.role,
        "value": one.value,
        "weight": None if one.weight is None else decimal(one.weight),
        "measure": _measure(vocabulary, one.indicator),
        "scale": one.scale,
        "estimated": one.estimated,
        "unchanged": one.unchanged,
        "caution": one.caution,
        "parts": [_part(register, part) for part in one.parts],
    }


def _part(register: Register, part: Part) -> Record:
    return {
        "line": part.figure.line,
        "unit": part.figure.unit,
        "full_name": _name(register, part.figure.unit, part.figure.day),
        "indicator": part.figure.indicator,
        "side": part.side,
        "value": part.figure.value,
        "share": decimal(part.share),
        "contribution": decimal(part.contribution),
        "weight": None if part.weight is None else decimal(part.weight),
        "acts": list(part.acts),
    }


def _refusal(register: Register, one: Refusal) -> Record:
    return {
        "unit": one.unit,
        "full_name": _name(register, one.unit, one.day),
        "indicator": one.indicator,
        "period": one.period.iso,
        "role": one.role,
        "cause": one.cause.value,
        "reason": one.reason,
    }


def _print(
    register: Register, vocabulary: Vocabulary, day: date, pairs: Iterable[Row], unread: Iterable[Failure]
) -> None:
    table = plain_table(
        "Đơn vị", "Chỉ tiêu", "Kỳ", f"Theo bản đồ {day_words(day)}", "Đã báo cáo", "Gồm, hoặc vì sao không tính được"
    )
    for pair in pairs:
        one = pair.restated
        reported = "\n".join(f"{_name(register, f.unit, f.day)}: {_number(f.value)}{_sign(f)}" for f in pair.reported)
        value, made = _told(register, vocabulary, one)
        table.add_row(
            one_line(_name(register, one.unit, day)), one_line(_label(vocabulary, one.indicator)), one.period.iso,
            value, Text(reported), made,
        )  # fmt: skip
    console = screen()
    if table.rows:
        console.print(table, soft_wrap=False)
    for line in unread:
        console.print(Text(one_line(f"✗ {line}."), style="yellow"))


def _told(register: Register, vocabulary: Vocabulary, one: RestatedFigure | Refusal) -> tuple[Text, Text]:
    """The value, and what it is made of; of a refusal, no value and the reason."""
    if isinstance(one, Refusal):
        return Text("✗"), Text(one_line(one.reason), style="yellow")
    value = f"{_number(one.value)} {_measure(vocabulary, one.indicator)}{' (ước)' if one.estimated else ''}"
    lines = ["như đã báo cáo"] if one.unchanged else [_made_of(register, part) for part in one.parts]
    return Text(one_line(value)), Text("\n".join([*lines, *([one.caution] if one.caution else [])]))


def _made_of(register: Register, part: Part) -> str:
    name = _name(register, part.figure.unit, part.figure.day)
    share = "" if part.share == 1 else f" × {_share(part.share)}"
    weight = "" if part.weight is None else f" × {_number(decimal(part.weight))}"
    acts = f" [{', '.join(part.acts)}]" if part.acts else ""
    return one_line(
        f"{_SIDES[part.side]}{name}: {_number(part.figure.value)}{share if part.weight is None else weight}{acts}"
    )


def _name(register: Register, unit: str, day: date) -> str:
    return one_line(state_near(register[unit], day).full_name) if unit in register else unit


def _label(vocabulary: Vocabulary, code: str) -> str:
    entry = vocabulary.indicators.get(code) or vocabulary.measures.get(code)
    return entry.label_vi if entry else code


def _measure(vocabulary: Vocabulary, code: str) -> str:
    entry = vocabulary.indicators.get(code) or vocabulary.measures.get(code)
    return entry.unit if entry else ""


def _sign(figure: Figure) -> str:
    return " (ước)" if figure.estimated else ""


def _number(value: Decimal) -> str:
    """A figure for the eye: at most four decimals, more of them rounded and marked; JSON has all."""
    exponent = value.as_tuple().exponent
    if isinstance(exponent, int) and exponent >= -4:
        return number_words(value)
    return f"≈ {number_words(value.quantize(_MOST_DECIMALS))}"


def _share(share: Fraction) -> str:
    return _number(decimal(share * 100)) + " %"
