"""How high a row must be for its wrapped text: reckoned here, since not every program does so when it opens a file."""

from collections.abc import Iterable

_LINE = 12.75
_PADDING = 3.0
_HIGHEST = 409.0
"""The most that a spreadsheet allows, in points."""
_CHARACTERS = 1.08
"""Letters of text that fit into the width of one digit, less a little, so that no line is cut off."""


def row_height(cells: Iterable[tuple[str, float]]) -> float:
    """The height in points for texts, each in a column of a width in digits."""
    lines = max((_lines(text, width) for text, width in cells), default=1)
    return min(_HIGHEST, lines * _LINE + _PADDING)


def _lines(text: str, width: float) -> int:
    room = max(1, int(width * _CHARACTERS))
    return sum(_wrapped(line, room) for line in text.split("\n"))


def _wrapped(line: str, room: int) -> int:
    lines, used = 1, 0
    for word in line.split(" "):
        length = len(word)
        if used and used + 1 + length > room:
            lines, used = lines + 1, 0
        lines += max(0, length - 1) // room  # a word longer than the column is cut
        used += length + (1 if used else 0)
    return lines
