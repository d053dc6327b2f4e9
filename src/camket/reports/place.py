"""Where a statement stands, in words that let a person find it: page, paragraph, table, row; else the line."""

import re
from bisect import bisect_right

from camket.reading.document import Document, Place
from camket.reports.labels import Labels

_PLAIN_TEXT = "txt"


class Locator:
    """Finds places of one document."""

    def __init__(self, document: Document, labels: Labels) -> None:
        self._document = document
        self._labels = labels
        self._starts = [place.start for place in document.places]
        self._line_starts = [0, *(match.end() for match in re.finditer("\n", document.text))]

    def words(self, start: int) -> str:
        """ "trang 2, đoạn 5", "bảng 3, hàng 1, cột 2", or "dòng 12" where the file knows no more."""
        place = self.place(start)
        named = [] if place is None or self._document.format == _PLAIN_TEXT else _named(place, self._labels)
        return ", ".join(named) or f"dòng {bisect_right(self._line_starts, start)}"

    def place(self, start: int) -> Place | None:
        """The place that holds an offset; None where loading recorded none."""
        index = bisect_right(self._starts, start) - 1
        return self._document.places[index] if index >= 0 else None


def _named(place: Place, labels: Labels) -> list[str]:
    parts = (
        ("trang", place.page), ("bảng", place.table), ("hàng", place.row), ("cột", place.column),
        ("đoạn", place.paragraph),
    )  # fmt: skip
    words = [f"{word} {number}" for word, number in parts if number is not None]
    if words and place.kind in labels.places:
        words.append(labels.places[place.kind])
    return words
