"""The whole sentence around a statement, so that a row can be understood without the document."""

import re
from bisect import bisect_right
from typing import NamedTuple

from camket.reading.document import Document
from camket.reading.structure.lines import read_lines
from camket.reading.structure.sentences import sentences
from camket.vocabulary.folding import fold

_MOST = 400
"""Characters kept on each side of a statement: a line of megabytes is no sentence that anybody reads."""
_BLANK = re.compile(r"\s+")


class Excerpt(NamedTuple):
    """A statement in its sentence: what stands before it, itself, and what follows; white space made single."""

    before: str
    itself: str
    after: str

    @property
    def text(self) -> str:
        """The sentence as one string."""
        return self.before + self.itself + self.after


class Sentences:
    """The sentences of one document."""

    def __init__(self, document: Document) -> None:
        self._text = document.text
        key = fold(document.text)
        lines = read_lines(document.text, key, document.places)
        spans = [(one.start, one.end) for one in sentences(document.text, key, lines)]
        covered = {start for start, _ in spans}
        # Lines that are not read (captions, bylines) have no sentences; a caption still proves who chaired.
        spans += [(line.start, line.end) for line in lines if line.start not in covered]
        self._spans = sorted(spans)
        self._starts = [start for start, _ in self._spans]

    def around(self, start: int, end: int) -> Excerpt:
        """The sentence, or the sentences, that hold ``text[start:end]``."""
        first, last = self._bounds(start, end)
        before, after = self._text[max(first, start - _MOST) : start], self._text[end : min(last, end + _MOST)]
        return Excerpt(
            _single("…" + before if first < start - _MOST or self._is_cut(first) else before).lstrip(),
            _single(self._text[start:end]),
            _single(after + "…" if last > end + _MOST else after).rstrip(),
        )

    def _is_cut(self, first: int) -> bool:
        """Whether a sentence that was too long to be one goes on before ``first``."""
        return first > 1 and self._text[first - 1] == " " and self._text[first - 2] not in ".!?…;:\n"

    def _bounds(self, start: int, end: int) -> tuple[int, int]:
        first, last = start, end
        index = bisect_right(self._starts, start) - 1
        if index >= 0 and self._spans[index][1] > start:
            first, last = self._spans[index][0], max(end, self._spans[index][1])
        index = bisect_right(self._starts, max(start, end - 1)) - 1
        if index >= 0 and self._spans[index][1] >= end:
            last = max(last, self._spans[index][1])
        return first, last


def _single(text: str) -> str:
    return _BLANK.sub(" ", text)
