"""Figures of tables: a row is an indicator, and the head says what each of its numbers is."""

from collections.abc import Iterator
from decimal import Decimal

from msgspec.structs import replace

from camket.reading.figures.draft import PERCENT, Draft, Name
from camket.reading.figures.naming import fits, named_by_unit
from camket.reading.figures.number import Number, numbers_within
from camket.reading.figures.phrases import Phrases
from camket.reading.lexing.numerals import tidy
from camket.reading.scan import Scan
from camket.reading.structure.item import Item
from camket.reading.structure.tables import Cell, Column, Row, Table
from camket.vocabulary.period import Period

_FIGURES = frozenset({"actual", "estimate", "plan"})
_QUALIFYING = frozenset({"share", "growth", "previous"})
_WORDS_FIRST = 2


def is_of_figures(table: Table) -> bool:
    """Whether a table's head names indicators and at least one column of figures."""
    return table.has("indicator", "task") and table.has(*_FIGURES) and not table.has("owner", "deadline")


def table_figures(scan: Scan, phrases: Phrases, table: Table, item: Item) -> Iterator[Draft]:
    """The figures of a table; ``item`` lends section, unit and period of the place where it stands."""
    for row in table.rows:
        if len(row.cells) == len(table.columns):
            yield from _of_row(scan, phrases, table, row, item)


def _of_row(scan: Scan, phrases: Phrases, table: Table, row: Row, item: Item) -> Iterator[Draft]:
    label = table.cell(row, "indicator") or table.cell(row, "task")
    if label is None or not any(letter.isalpha() for letter in scan.key[label.start : label.end]):
        return
    worth, unit = _unit(scan, table, row, label)
    drafts = [
        _draft(scan, phrases, label, column, number, item)
        for column, cell in zip(table.columns, row.cells, strict=True)
        if column.role in _FIGURES and (number := _number(scan, cell, worth, unit)) is not None
    ]
    result = next((draft for draft in drafts if not draft.target), None)
    for column, cell in zip(table.columns, row.cells, strict=True):
        if column.role in _QUALIFYING and result is not None:
            _qualify(scan, result, column, cell, worth)
    yield from _apart(drafts)


def _apart(drafts: list[Draft]) -> Iterator[Draft]:
    """Of two results, or two plans, of one row only the first reaches back to the label, so that they do not overlap."""
    seen: set[bool] = set()
    for draft in drafts:
        if draft.target in seen and draft.number is not None:
            draft.start = draft.number.start
        seen.add(draft.target)
        yield draft


def _unit(scan: Scan, table: Table, row: Row, label: Cell) -> tuple[Decimal, str | None]:
    """What one of the row's unit is worth, and its code; written in a column of its own or after the label in brackets."""
    cell = table.cell(row, "unit")
    if cell is not None:
        measure = scan.lexicon.measures.after(scan.key, cell.start)
        return (measure.worth, measure.code) if measure is not None else (Decimal(1), None)
    opened = scan.key.rfind("(", label.start, label.end)
    measure = scan.lexicon.measures.after(scan.key, opened + 1) if opened >= 0 else None
    return (measure.worth, measure.code) if measure is not None else (Decimal(1), None)


def _number(scan: Scan, cell: Cell, worth: Decimal, unit: str | None) -> Number | None:
    found = numbers_within(scan, cell.start, cell.end)
    if len(found) != 1 or not found[0].exact or found[0].start - cell.start > _WORDS_FIRST:
        return None
    number = found[0]
    if number.unit is not None:
        return number
    value, low, high = (None if one is None else tidy(one * worth) for one in (number.value, number.low, number.high))
    return replace(number, unit=unit, value=value, low=low, high=high)


def _draft(scan: Scan, phrases: Phrases, label: Cell, column: Column, number: Number, item: Item) -> Draft:
    planned = column.role == "plan"
    draft = Draft(
        item if column.year is None else replace(item, period=Period.of_year(column.year)),
        label.start,
        number.end,
        planned,
    )
    draft.due = Period.of_year(column.year) if planned and column.year is not None else None
    draft.number = number
    draft.qualifiers = ("estimate", *number.qualifiers) if column.role == "estimate" else number.qualifiers
    indicator = next(
        (
            phrase.indicator
            for found in phrases.within(label.start, label.end)
            for phrase in found.entry
            if phrase.kind != "verb" and fits(phrase.indicator, number.unit, relative=False)
        ),
        named_by_unit(scan, number.unit),
    )
    draft.name = Name(label.start, label.end, _without_bracket(scan.text(label.start, label.end)), indicator)
    draft.use("label", label.start, label.end)
    draft.use("number", number.start, number.end)
    return draft


def _without_bracket(label: str) -> str:
    """The label without a unit in brackets at its end."""
    head, opened, _ = label.rpartition("(")
    return head.rstrip(" -:") if opened and label.endswith(")") and head.strip() else label.strip(" -:*+")


def _qualify(scan: Scan, draft: Draft, column: Column, cell: Cell, worth: Decimal) -> None:
    found = numbers_within(scan, cell.start, cell.end)
    if len(found) != 1 or found[0].value is None:
        return
    value = found[0].value
    if column.role == "share" and found[0].unit in PERCENT | {None}:
        draft.share = value
    elif column.role == "growth":
        draft.growth = value
    elif column.role == "previous" and draft.number is not None and draft.number.value is not None:
        draft.baseline_value = tidy(value * worth) if found[0].unit is None else value
    if cell.start > draft.start:
        draft.use(column.role or "cell", cell.start, cell.end)
