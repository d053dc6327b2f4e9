"""What is made of readings, by format. Brings the reader and all reports with it, so it comes up while files are read."""

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import BinaryIO

from camket.cli.output import open_output
from camket.cli.table import print_readings
from camket.reading.read import Reading
from camket.reports.jsonl import json_lines
from camket.reports.page import write_page
from camket.reports.run import Run
from camket.reports.workbook import write_workbook

REPORTS: dict[str, Callable[[Run], bytes]] = {"xlsx": write_workbook, "html": write_page}


def write_stream(form: str, readings: Iterator[Reading], path: Path | None, *, explain: bool) -> None:
    """Write readings one after the other, each as soon as it is there, to a file or to standard output."""
    with open_output(path) as stream:
        partial(_STREAMS[form], explain=explain)(readings, stream)


def write_report(form: str, run: Run, path: Path) -> None:
    """Write one report of all readings."""
    with open_output(path) as stream:
        stream.write(REPORTS[form](run))


def _write_lines(readings: Iterable[Reading], stream: BinaryIO, *, explain: bool) -> None:
    for reading in readings:
        stream.writelines(json_lines(reading, explain=explain))


def _write_text(readings: Iterable[Reading], stream: BinaryIO, **_: bool) -> None:
    """The text as it is, so that offsets count in what is written; texts of several documents follow one another."""
    stream.writelines(reading.document.text.encode() for reading in readings)


_STREAMS: dict[str, Callable[..., None]] = {"jsonl": _write_lines, "text": _write_text, "table": print_readings}
