"""Writing one sheet: its header, its rows, its drop-downs, and how it prints."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import NamedTuple

from xlsxwriter import Workbook
from xlsxwriter.utility import xl_col_to_name
from xlsxwriter.worksheet import Worksheet

from camket.reports.period import date_words
from camket.reports.sentence import Excerpt
from camket.reports.workbook.cells import shown_text, write_cell
from camket.reports.workbook.heights import row_height
from camket.reports.workbook.layout import Choices, Column, Sheet
from camket.reports.workbook.rows import Cell, Row
from camket.reports.workbook.styles import Styles

_A4 = 9
_SPARE_ROWS = 300
"""Rows below the last one that still offer the drop-downs, for what the office adds by hand."""
_SMALL_PRINT = 1.17
"""How much more of the sentence, which is a size smaller, fits into a width."""
_SIGNED = {"change"}
_NOTHING = "Không đọc thấy nội dung loại này trong các văn bản."


class Lists(NamedTuple):
    """The drop-downs by name: what they offer, and the range of cells that holds it."""

    choices: Mapping[str, Choices]
    ranges: Mapping[str, str]


def write_sheet(
    workbook: Workbook, layout: Sheet, rows: Sequence[Row], lists: Lists, styles: Styles, made: datetime
) -> None:
    """Add a sheet to the workbook."""
    sheet = workbook.add_worksheet(layout.title)
    _write_header(sheet, layout, styles)
    for at, row in enumerate(rows, 1):
        _write_row(sheet, at, layout.columns, row, styles)
    if not rows:
        sheet.write_string(1, 1, _NOTHING, styles.quiet())
        sheet.set_tab_color("#B8C0C8")
    sheet.autofilter(0, 0, len(rows), len(layout.columns) - 1)
    sheet.freeze_panes(1, 2)
    _offer_choices(sheet, layout, len(rows), lists)
    _mark_rows(sheet, layout, len(rows), lists, styles)
    sheet.repeat_rows(0)
    set_up_print(sheet, layout.title, made)


def set_up_print(sheet: Worksheet, title: str, made: datetime) -> None:
    """A4 landscape, one page wide, with title, day, file and page numbers in the margins."""
    sheet.set_landscape()
    sheet.set_paper(_A4)
    sheet.fit_to_pages(1, 0)
    sheet.set_margins(left=0.4, right=0.4, top=0.65, bottom=0.6)
    sheet.set_header(f'&L&"Arial,Bold"&10{title.replace("&", "&&")}&R&"Arial"&9Lập ngày {date_words(made.date())}')
    sheet.set_footer('&L&"Arial"&8&F, trang tính &A&R&"Arial"&8Trang &P/&N')


def _write_header(sheet: Worksheet, layout: Sheet, styles: Styles) -> None:
    for at, column in enumerate(layout.columns):
        sheet.set_column(at, at, column.width)
        sheet.write_string(0, at, column.heading, styles.heading())
    sheet.set_row(0, 42)


def _write_row(sheet: Worksheet, at: int, columns: Sequence[Column], row: Row, styles: Styles) -> None:
    cells = [None if column.show is None else row.cell(column.show) for column in columns]
    sheet.set_row(at, row_height(_sized(cell, column.width) for cell, column in zip(cells, columns, strict=True)))
    for index, (cell, column) in enumerate(zip(cells, columns, strict=True)):
        if column.filled_in:
            sheet.write_blank(at, index, None, styles.filled_in())
        else:
            write_cell(sheet, at, index, cell, styles, signed=column.show in _SIGNED)


def _sized(cell: Cell, width: float) -> tuple[str, float]:
    return shown_text(cell), width * _SMALL_PRINT if isinstance(cell, Excerpt) else width


def _offer_choices(sheet: Worksheet, layout: Sheet, rows: int, lists: Lists) -> None:
    for index, column in enumerate(layout.columns):
        if column.list:
            sheet.data_validation(1, index, max(1, rows) + _SPARE_ROWS, index, {
                "validate": "list", "source": lists.ranges[column.list],
                "input_title": column.heading, "input_message": "Chọn trong danh sách thả xuống.",
                "error_title": "Không có trong danh mục",
                "error_message": "Hãy chọn một mục trong danh sách; danh sách nằm ở trang tính Danh mục.",
            })  # fmt: skip


def _mark_rows(sheet: Worksheet, layout: Sheet, rows: int, lists: Lists, styles: Styles) -> None:
    """Colour days that have passed undone, and figures that need a look."""
    if condition := overdue_condition(layout, lists.choices):
        day = layout.index("due_day") or 0
        rule = {"type": "formula", "criteria": "=" + condition, "format": styles.overdue()}
        sheet.conditional_format(1, day, rows + _SPARE_ROWS, day, rule)
    outcome = layout.index("outcome")
    if outcome is not None:
        rule = {"type": "text", "criteria": "begins with", "value": "Cần", "format": styles.attention()}
        sheet.conditional_format(1, outcome, max(1, rows), outcome, rule)


def overdue_condition(layout: Sheet, choices: Mapping[str, Choices]) -> str | None:
    """The condition, for row 2, under which what a row asks for is overdue; None where a sheet has no days."""
    day, state = layout.index("due_day"), layout.list_index
    if day is None or state is None:
        return None
    due, given = f"${xl_col_to_name(day)}2", f"${xl_col_to_name(state)}2"
    open_still = ",".join(f'{given}<>"{word}"' for word in choices[layout.columns[state].list or ""].done)
    return f"AND(ISNUMBER({due}),{due}<TODAY(),{open_still})"
