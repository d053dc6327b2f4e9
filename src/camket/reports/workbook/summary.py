"""The first sheet: what was read, how much of each kind, what is to be followed up, and what could not be read."""

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from xlsxwriter.utility import xl_col_to_name
from xlsxwriter.worksheet import Worksheet

from camket.reading.read import Reading
from camket.reports.checked import checks_of
from camket.reports.labels import Labels
from camket.reports.period import date_words
from camket.reports.run import Run
from camket.reports.workbook.cells import shown_text, write_cell, write_text
from camket.reports.workbook.heights import row_height
from camket.reports.workbook.layout import Book, Sheet
from camket.reports.workbook.rows import Cell, Row
from camket.reports.workbook.sheet import set_up_print
from camket.reports.workbook.styles import Styles

TITLE = "Tổng hợp"
_WIDTHS = (5, 36, 44, 13, 22, 11, 11, 46)


class Written(NamedTuple):
    """A sheet that stands in the workbook, with its rows."""

    layout: Sheet
    rows: Sequence[Row]


class Summary:
    """Writes the sheet block by block, each under the one before."""

    def __init__(self, sheet: Worksheet, styles: Styles, labels: Labels) -> None:
        self._sheet = sheet
        self._styles = styles
        self._labels = labels
        self._at = 0

    def write(self, run: Run, book: Book, written: Sequence[Written]) -> None:
        """Fill the sheet."""
        for index, width in enumerate(_WIDTHS):
            self._sheet.set_column(index, index, width)
        self._write_title(run)
        self._write_kinds(run, written)
        self._write_follow_up(run, book, written)
        self._write_documents(run)
        if run.failures:
            self._write_failures(run)
        set_up_print(self._sheet, TITLE, run.made)
        self._sheet.hide_gridlines(2)

    def _write_title(self, run: Run) -> None:
        self._sheet.write_string(0, 0, "Sổ theo dõi cam kết", self._styles.title())
        self._sheet.set_row(0, 26)
        counts = f"Đọc được {len(run.readings)} văn bản, không đọc được {len(run.failures)}"
        note = f"{counts}. Lập ngày {date_words(run.made.date())}. Máy đọc và đề xuất; người phụ trách đối chiếu với văn bản gốc."
        self._sheet.write_string(1, 0, note, self._styles.quiet())
        self._at = 3

    def _write_kinds(self, run: Run, written: Sequence[Written]) -> None:
        counts = Counter(statement.kind for reading in run.readings for statement in reading.statements)
        home = {kind: one.layout.title for one in written for kind in one.layout.kinds}
        self._open("Số mục đọc được theo loại", ("", "Loại nội dung", "Trang tính", "Số mục"))
        for kind, label in self._labels.kinds.items():
            self._sheet.write_blank(self._at, 0, None, self._styles.count())
            write_text(self._sheet, self._at, 1, label.label, self._styles)
            self._link(2, home[kind])
            self._sheet.write_number(self._at, 3, counts[kind], self._styles.count())
            self._at += 1
        self._at += 1

    def _write_follow_up(self, run: Run, book: Book, written: Sequence[Written]) -> None:
        self._open("Theo dõi thực hiện", ("", "Trang tính", "Cách tính", "Tổng số", "Đã xong", "Quá hạn"))
        for layout, rows in written:
            if layout.list_index is not None:
                self._write_followed(run, book, layout, rows)
        self._at += 1

    def _write_followed(self, run: Run, book: Book, layout: Sheet, rows: Sequence[Row]) -> None:
        state = layout.list_index or 0
        done = book.lists[layout.columns[state].list or ""].done
        self._cells("", None, f"Đã xong: {', '.join(done).lower()}", len(rows))
        self._link(1, layout.title)
        states = _range(layout, state, len(rows))
        finished = "+".join(f'COUNTIF({states},"{word}")' for word in done)
        self._sheet.write_formula(self._at, 4, f"={finished}", self._styles.count(), 0)
        self._write_overdue(run, layout, rows, done)
        self._at += 1

    def _write_overdue(self, run: Run, layout: Sheet, rows: Sequence[Row], done: tuple[str, ...]) -> None:
        day, state = layout.index("due_day"), layout.list_index
        if day is None or state is None:
            self._sheet.write_blank(self._at, 5, None, self._styles.count())
            return
        days, states = _range(layout, day, len(rows)), _range(layout, state, len(rows))
        open_still = "".join(f',{states},"<>{word}"' for word in done)
        # Programs that do not reckon on opening show what held on the day the workbook was made.
        late = sum(1 for row in rows if (due := row.cell("due_day")) and str(due) < run.made.date().isoformat())
        formula = f'=COUNTIFS({days},"<"&TODAY(){open_still})'
        self._sheet.write_formula(self._at, 5, formula, self._styles.count(), late)

    def _write_documents(self, run: Run) -> None:
        headings = ("STT", "Văn bản", "Tiêu đề", "Ngày", "Về đơn vị", "Số mục", "Cần kiểm tra", "Lưu ý khi đọc")
        self._open("Văn bản đã đọc", headings)
        for number, reading in enumerate(run.readings, 1):
            self._cells(number, *_document_cells(reading))
            self._at += 1
        self._at += 1

    def _write_failures(self, run: Run) -> None:
        self._open("Tệp không đọc được", ("STT", "Tệp", "Lý do"))
        for number, failure in enumerate(run.failures, 1):
            self._cells(number, failure.name, None)
            width = sum(_WIDTHS[2:])
            self._sheet.set_row(self._at, row_height([(failure.name, _WIDTHS[1]), (failure.reason, width)]))
            self._sheet.merge_range(self._at, 2, self._at, len(_WIDTHS) - 1, "", self._styles.text())
            write_text(self._sheet, self._at, 2, failure.reason, self._styles)
            self._at += 1

    def _open(self, title: str, headings: Sequence[str]) -> None:
        for column in range(len(_WIDTHS)):
            self._sheet.write_blank(self._at, column, None, self._styles.section())
        self._sheet.write_string(self._at, 0, title, self._styles.section())
        self._sheet.set_row(self._at, 20)
        for column, heading in enumerate(headings):
            self._sheet.write_string(self._at + 1, column, heading, self._styles.heading())
        self._at += 2

    def _cells(self, *cells: Cell) -> None:
        self._sheet.set_row(
            self._at, row_height((shown_text(cell), width) for cell, width in zip(cells, _WIDTHS, strict=False))
        )
        for column, cell in enumerate(cells):
            write_cell(self._sheet, self._at, column, cell, self._styles)

    def _link(self, column: int, title: str) -> None:
        self._sheet.write_url(self._at, column, f"internal:'{title}'!A1", self._styles.link(), string=title)


def _document_cells(reading: Reading) -> tuple[Cell, ...]:
    published = reading.facts.published
    doubtful = sum(1 for check in checks_of(reading) if not check.holds)
    scan = ("đọc từ bản quét, số liệu cần đối chiếu",) if reading.document.scanned else ()
    return (
        reading.document.name, reading.facts.title, published.date() if published else None, reading.about,
        len(reading.statements), doubtful, "; ".join((*scan, *reading.document.warnings)),
    )  # fmt: skip


def _range(layout: Sheet, column: int, rows: int) -> str:
    name = xl_col_to_name(column)
    return f"'{layout.title}'!${name}$2:${name}${max(2, rows + 1)}"
