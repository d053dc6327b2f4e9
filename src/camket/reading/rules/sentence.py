"""The sentence that a place in the text belongs to."""

from bisect import bisect_right
from typing import NamedTuple

from camket.reading.scan import Scan
from camket.reading.structure.item import Item

MAX_ITEMS = 60
"""How many items of one sentence are looked at on either side, so that a text of semicolons takes linear time."""


class InSentence(NamedTuple):
    """The item at a place, and where its sentence starts and ends."""

    item: Item
    start: int
    end: int


def sentence_at(scan: Scan, position: int) -> InSentence | None:
    """The sentence that ``position`` lies in; None in page furniture."""
    items = scan.items
    index = bisect_right(items, position, key=lambda item: item.start) - 1
    if index < 0 or position >= items[index].end:
        return None
    item = items[index]
    first = last = index
    while first > max(0, index - MAX_ITEMS) and items[first - 1].sentence == item.sentence:
        first -= 1
    while last < min(len(items) - 1, index + MAX_ITEMS) and items[last + 1].sentence == item.sentence:
        last += 1
    return InSentence(item, items[first].start, items[last].end)
