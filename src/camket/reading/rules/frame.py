"""What every statement takes from where it stands: its text, section, unit spoken of and period."""

from bisect import bisect_right
from typing import TypedDict

from camket.reading.scan import Scan
from camket.reading.statements import Piece, Section
from camket.reading.structure.item import Item


class Frame(TypedDict):
    """The arguments that all kinds of statements share."""

    text: str
    start: int
    end: int
    rule: str
    section: Section
    about: str | None
    period: str | None
    scanned: bool
    pieces: tuple[Piece, ...]


def frame(scan: Scan, item: Item, start: int, end: int, rule: str, *pieces: Piece) -> Frame:
    """The shared arguments of a statement at [start, end) inside ``item``."""
    return Frame(
        text=scan.text(start, end), start=start, end=end, rule=rule, section=item.section,
        about=item.about or scan.about, period=item.period.iso if item.period else None,
        scanned=scan.document.scanned, pieces=pieces,
    )  # fmt: skip


def item_at(scan: Scan, position: int) -> Item | None:
    """The item that ``position`` lies in; None in page furniture and between items."""
    index = bisect_right(scan.items, position, key=lambda item: item.start) - 1
    return scan.items[index] if index >= 0 and position < scan.items[index].end else None
