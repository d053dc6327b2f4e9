"""Putting a document's text together from its pieces, each with its place, and fixing it once."""

import re
from dataclasses import dataclass, field, replace

from camket.reading.document import Place
from camket.reading.loading.composing import nfc

_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")


def settle(text: str) -> str:
    """Fix a text as the contract has it: no byte order mark at its head, line ends LF, NFC; nothing else changes.

    NUL and half a surrogate pair cannot be stored or written by what follows, so they become U+FFFD.
    """
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    return nfc(_UNSTORABLE.sub("\ufffd", text))


@dataclass(slots=True)
class Assembly:
    """Text growing line by line. A piece is settled alone: no piece joins with a neighbour across LF, space or bar.

    ``printed`` keeps the lines as they stand on paper and ``margins`` what floats around them (page headers, text
    boxes, watermarks), both for the look-out for secrecy marks.
    """

    pieces: list[str] = field(default_factory=list)
    places: list[Place] = field(default_factory=list)
    printed: list[str] = field(default_factory=list)
    margins: list[str] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)
    encoding: str = "utf-8"
    scanned: bool = False
    length: int = 0

    def line(self, text: str, place: Place) -> None:
        """Add a line (or a paragraph of several) with its place; ``place.start`` is filled in here."""
        self.start(place)
        self.write(text)
        self.write("\n")
        self.printed.extend(text.split("\n"))

    def start(self, place: Place) -> None:
        """Open a place where the next piece will stand."""
        self.places.append(replace(place, start=self.length))

    def write(self, text: str) -> None:
        """Add a piece to the place opened last."""
        settled = settle(text)
        self.pieces.append(settled)
        self.length += len(settled)

    def text(self) -> str:
        """Return the whole text; it ends with a line end unless it is empty."""
        return "".join(self.pieces)
