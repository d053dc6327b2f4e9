"""The follow-up workbook: what an office keeps to see what became of each sentence."""

from io import BytesIO

from xlsxwriter import Workbook
from xlsxwriter.utility import xl_col_to_name

from camket.reports.checked import checks_of
from camket.reports.labels import load_labels
from camket.reports.run import Run
from camket.reports.workbook.layout import Book, load_book
from camket.reports.workbook.rows import CheckRow, Source, StatementRow
from camket.reports.workbook.sheet import Lists, set_up_print, write_sheet
from camket.reports.workbook.styles import FONT, Styles
from camket.reports.workbook.summary import TITLE, Summary, Written

__all__ = ["write_workbook"]

_LISTS_TITLE = "Danh mục"


def write_workbook(run: Run) -> bytes:
    """The workbook of a run as the bytes of an .xlsx file; the same run gives the same bytes."""
    buffer = BytesIO()
    options = {"in_memory": True, "default_format_properties": dict(FONT), "strings_to_formulas": False,
               "strings_to_urls": False, "strings_to_numbers": False}  # fmt: skip
    with Workbook(buffer, options) as workbook:
        workbook.set_properties({"title": "Sổ theo dõi cam kết", "author": "Camket", "created": run.made})
        _fill(workbook, run, load_book())
    return buffer.getvalue()


def _fill(workbook: Workbook, run: Run, book: Book) -> None:
    styles, labels = Styles(workbook), load_labels()
    summary = workbook.add_worksheet(TITLE)
    lists = Lists(book.lists, _ranges(book))
    written = _rows(run, book)
    for layout, rows in written:
        write_sheet(workbook, layout, rows, lists, styles, run.made)
    _write_lists(workbook, book, styles, run)
    Summary(summary, styles, labels).write(run, book, written)


def _rows(run: Run, book: Book) -> list[Written]:
    labels = load_labels()
    statements: dict[str, list[StatementRow]] = {sheet.title: [] for sheet in book.sheets}
    home = {kind: sheet.title for sheet in book.sheets for kind in sheet.kinds}
    checks: list[CheckRow] = []
    for reading in run.readings:
        source = Source(reading.document, labels)
        for statement in reading.statements:
            rows = statements[home[statement.kind]]
            rows.append(StatementRow(len(rows) + 1, source, statement))
        for check in checks_of(reading):
            checks.append(CheckRow(len(checks) + 1, source, check))
    return [*(Written(sheet, statements[sheet.title]) for sheet in book.sheets), Written(book.checks, checks)]


def _ranges(book: Book) -> dict[str, str]:
    return {
        name: f"='{_LISTS_TITLE}'!${(letter := xl_col_to_name(at))}$2:${letter}${len(choices.words) + 1}"
        for at, (name, choices) in enumerate(book.lists.items())
    }


def _write_lists(workbook: Workbook, book: Book, styles: Styles, run: Run) -> None:
    sheet = workbook.add_worksheet(_LISTS_TITLE)
    for column, choices in enumerate(book.lists.values()):
        sheet.set_column(column, column, 28)
        sheet.write_string(0, column, choices.heading, styles.heading())
        for at, word in enumerate(choices.words, 1):
            sheet.write_string(at, column, word, styles.text())
    sheet.freeze_panes(1, 0)
    set_up_print(sheet, _LISTS_TITLE, run.made)
