"""Readings as tables on the screen: a head a document, how much of each kind, then every statement."""

from collections import Counter
from collections.abc import Iterable, Iterator
from io import TextIOWrapper
from typing import BinaryIO

from rich import box
from rich.console import Console, Group, RenderableType
from rich.table import Table
from rich.text import Text

from camket.cli.output import one_line, screen_width
from camket.reading.read import Reading
from camket.reading.statements import Statement
from camket.reports.checked import checks_of
from camket.reports.fields import shown_fields
from camket.reports.labels import Labels, load_labels
from camket.reports.place import Locator


def print_readings(readings: Iterable[Reading], stream: BinaryIO, *, explain: bool = False) -> None:
    """Write each reading to ``stream``; coloured where the stream is a terminal."""
    labels = load_labels()
    file = TextIOWrapper(stream, encoding="utf-8", errors="replace", write_through=True)
    console = Console(file=file, width=screen_width(), highlight=False)
    try:
        for reading in readings:
            for part in _reading(reading, labels, explain=explain):
                console.print(part)
    finally:
        file.detach()


def _reading(reading: Reading, labels: Labels, *, explain: bool) -> Iterator[RenderableType]:
    yield Text(one_line(reading.document.name), style="bold reverse")
    head = (reading.facts.title, reading.about)
    yield Text(one_line(" · ".join(one for one in head if one)), style="bold")
    yield from (Text(f"! {warning}", style="yellow") for warning in reading.document.warnings)
    yield Text(_counts(reading, labels))
    if doubtful := sum(1 for check in checks_of(reading) if not check.holds):
        yield Text(f"Cần kiểm tra {doubtful} phép tính: camket check {one_line(reading.document.name)}", style="yellow")
    yield _table(reading, labels, explain=explain) if reading.statements else Text("Không đọc thấy nội dung nào.")
    yield Text()


def _counts(reading: Reading, labels: Labels) -> str:
    counts = Counter(statement.kind for statement in reading.statements)
    return " · ".join(f"{label.label} {counts[kind]}" for kind, label in labels.kinds.items() if counts[kind])


def _table(reading: Reading, labels: Labels, *, explain: bool) -> Table:
    locator = Locator(reading.document, labels)
    table = Table(box=box.SIMPLE_HEAD, show_lines=explain, pad_edge=False, expand=False)
    table.add_column("Loại", max_width=16, style="bold")
    table.add_column("Nội dung", ratio=3)
    table.add_column("Chi tiết", ratio=3)
    table.add_column("Vị trí", max_width=18)
    for one in reading.statements:
        details: RenderableType = Text(
            "\n".join(f"{field.heading}: {one_line(field.words)}" for field in shown_fields(one, labels, reading.about))
        )
        if explain:
            details = Group(details, _explanation(reading, one, labels))
        where = f"{locator.words(one.start)}\n{one.start}-{one.end}"
        table.add_row(Text(labels.kinds[one.kind].label), Text(one_line(one.text)), details, Text(where))
    return table


def _explanation(reading: Reading, statement: Statement, labels: Labels) -> Text:
    """Which rule made a statement, and of which pieces of the text."""
    lines = [f"Quy tắc {statement.rule}, từ:"]
    for piece in statement.pieces:
        words = one_line(reading.document.text[piece.start : piece.end])
        lines.append(f"  {labels.pieces.get(piece.role, piece.role)} ({piece.start}-{piece.end}): «{words}»")
    return Text("\n".join(lines), style="dim")
