"""Writing one cell so that it is what it says: text never a formula, a Decimal to its last digit, a date a date."""

import re
from datetime import date
from decimal import Decimal

from xlsxwriter.worksheet import Worksheet

from camket.reports.number import number_words
from camket.reports.sentence import Excerpt
from camket.reports.workbook.rows import Cell
from camket.reports.workbook.styles import Styles

_LONGEST = 32_000
"""Excel holds 32,767 characters in a cell."""
_MOST_DIGITS = 15
"""Excel keeps 15 significant digits; a longer number is written as text rather than rounded silently."""
_FIRST_YEAR = 1900
_UNPRINTABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f\ufffe\uffff\ud800-\udfff]")
_FORMULA_SIGNS = ("=", "+", "-", "@")


def write_cell(sheet: Worksheet, row: int, column: int, cell: Cell, styles: Styles, *, signed: bool = False) -> None:
    """Write a value with the looks of its type."""
    if cell is None or cell == "":
        sheet.write_blank(row, column, None, styles.text())
    elif isinstance(cell, Excerpt):
        _write_excerpt(sheet, row, column, cell, styles)
    elif isinstance(cell, date) and cell.year >= _FIRST_YEAR:
        sheet.write_datetime(row, column, cell, styles.day())
    elif isinstance(cell, Decimal) and _exact(cell):
        # XlsxWriter writes 16 significant digits of what it is given, and a Decimal prints its own.
        sheet.write_number(row, column, cell, styles.number(cell, signed=signed))
    elif isinstance(cell, int):
        sheet.write_number(row, column, cell, styles.count())
    else:
        write_text(sheet, row, column, _as_text(cell), styles)


def write_text(sheet: Worksheet, row: int, column: int, text: str, styles: Styles) -> None:
    """Write text as text, whatever sign it begins with."""
    text = clean(text)
    sheet.write_string(row, column, text, styles.text(guarded=text.startswith(_FORMULA_SIGNS)))


def shown_text(cell: Cell) -> str:
    """The text that a cell shows, near enough to reckon its height."""
    if isinstance(cell, Excerpt):
        return cell.text
    return _as_text(cell)


def clean(text: str) -> str:
    """Text without characters that a workbook cannot hold, cut to what a cell holds."""
    text = _UNPRINTABLE.sub(" ", text)
    return text if len(text) <= _LONGEST else text[:_LONGEST] + "…"


def _write_excerpt(sheet: Worksheet, row: int, column: int, excerpt: Excerpt, styles: Styles) -> None:
    """The sentence, and the statement in it in bold."""
    parts = [(clean(text), strong) for text, strong in zip(excerpt, (False, True, False), strict=True) if text]
    if len(parts) < 2 or sum(len(text) for text, _ in parts) > _LONGEST:
        text = clean(excerpt.text)
        sheet.write_string(row, column, text, styles.sentence(guarded=text.startswith(_FORMULA_SIGNS)))
        return
    runs = [run for text, strong in parts for run in (styles.strong_run() if strong else styles.plain_run(), text)]
    guarded = parts[0][0].startswith(_FORMULA_SIGNS)
    sheet.write_rich_string(row, column, *runs, styles.sentence(guarded=guarded))


def _exact(value: Decimal) -> bool:
    return value.is_finite() and len(value.normalize().as_tuple().digits) <= _MOST_DIGITS


def _as_text(cell: str | int | Decimal | date | None) -> str:
    if isinstance(cell, Decimal):
        return number_words(cell) if cell.is_finite() else str(cell)
    return "" if cell is None else str(cell)
