"""The page: one self-contained HTML file, the documents on the left, what they say on the right."""

from camket.reports.page.document import Section, section_of
from camket.reports.page.frame import frame
from camket.reports.run import Run

__all__ = ["write_page"]


def write_page(run: Run) -> bytes:
    """The page of a run as UTF-8 bytes; the same run gives the same bytes. It asks nothing of any network."""
    return frame(run, tuple(_sections(run))).encode()


def _sections(run: Run) -> list[Section]:
    return [section_of(reading, number) for number, reading in enumerate(run.readings, 1)]
