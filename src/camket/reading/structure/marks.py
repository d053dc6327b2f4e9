"""Marks: what words of interest a sentence holds, told by bits, so that each rule looks only where there is something."""

from collections.abc import Iterable, Iterator
from sys import maxsize

from camket.reading.structure.cues import Cues

GOVERNS, PART, OPENER, FUTURE, FINDING, PERIOD, TARGETS, REACHED = (1 << place for place in range(8))
ANYTHING = -1
"""What a sentence holds of which nothing is known."""

type Mark = tuple[int, int, int]
"""Where a word starts and ends, and its bit."""

_NO_MORE: Mark = (maxsize, maxsize, 0)


class Marks:
    """The marks of one text, asked for sentence by sentence from its start to its end."""

    def __init__(self, marks: Iterable[Mark]) -> None:
        self._marks = [*sorted(marks), _NO_MORE]
        self._next = 0

    def within(self, start: int, end: int) -> int:
        """The bits of all words that lie wholly in a sentence that starts after those asked for before."""
        marks, at, held = self._marks, self._next, 0
        first, last, bit = marks[at]
        while first < end:
            if first >= start and last <= end:
                held |= bit
            at += 1
            first, last, bit = marks[at]
        self._next = at
        return held


def marks_of(cues: Cues) -> Iterator[Mark]:
    """The marks of discourse words."""
    for one in cues.governors:
        yield one.start, one.end, GOVERNS
    for part in cues.parts:
        yield part.start, part.end, PART
    for opener in cues.openers:
        yield opener.start, opener.end, OPENER | FUTURE if opener.entry == "future" else OPENER
    for finding in cues.findings:
        if finding.entry != "mask":
            yield finding.start, finding.end, FINDING
