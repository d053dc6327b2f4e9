"""Sentences: the text's readable lines cut at full stops, and each sentence cut at its semicolons."""

import re
from collections.abc import Iterator, Sequence

import msgspec

from camket.reading.structure.lines import SILENT, Line, LineKind
from camket.reading.structure.marks import ANYTHING, Marks

# It begins with one of a few signs, so that the search skips to the next of them.
_STOP = re.compile(r"[.!?…](?:(?<=\.)\.{0,5}|(?<!\.))[\"')\]]{0,3}\s{1,20}(?=\S)")
_ABBREVIATION = re.compile(r"(?<!\w)(?:tp|tx|tt|h|x|p|q|t|đ/c|ths?|ts|pgs|gs|bs|ks|st|tr|v\.v|no|[a-zđ])$")
_ENUMERATOR = re.compile(r"\(?(?:\d{1,3}(?:\.\d{1,2}){0,3}|[ivx]{1,5}|[a-zđ]|điều \d{1,3})\.?\s?")
_MARKER = re.compile(
    r"(?:[-+*•●▪♦⁃]{1,2}\s{0,4}|\(?\d{1,2}(?:\.\d{1,2}){0,3}\s?[.)\]](?!\d)\s{0,4}|\(\d{1,2}\)\s{0,4}|\(?[a-zđ]\)\s{0,4}"
    r"|điều \d{1,3}\s?[.:]\s{0,4}|khoản \d{1,2}\s?[.:]\s{0,4}|[ivx]{1,5}\s?[.)]\s{0,4}|[ivx]{1,5}\s-\s|[a-zđ]\.\s{1,4}|\d{1,2}\s?-\s)"
)
_BREAKS = re.compile(r'[;()\[\]"]')
_TRAILING = " \n.;,:…!?-/"
_STOPS = " \n.;,…!?-/"
_LONGEST_ENUMERATOR = 16
_NO_ABBREVIATION = 4
"""So many letters in a row are no abbreviation."""
MAX_LENGTH = 8000  # no sentence is as long; what looks through all of one is thereby bounded
MAX_DEPTH_LENGTH = 600  # a bracket that stays open longer than this was never closed


class Sentence(msgspec.Struct, frozen=True, gc=False):
    """``start`` is past a bullet or number; ``marked`` tells there was one; ``paragraph`` numbers the joined lines.

    ``holds`` are the bits of the words of interest in it.
    """

    start: int
    end: int
    marked: bool
    first: bool
    paragraph: int
    line: int
    kind: LineKind
    holds: int = ANYTHING


def sentences(text: str, key: str, lines: Sequence[Line], marks: Marks | None = None) -> list[Sentence]:
    """The sentences of every line that may be read, in order."""
    found: list[Sentence] = []
    index = paragraph = 0
    while index < len(lines):
        first = index
        while lines[index].joins_next and index + 1 < len(lines):
            index += 1
        line, end = lines[first], lines[index].end
        if line.kind == "table":
            holds = marks.within(line.start, end) if marks else ANYTHING
            found.append(Sentence(line.start, end, False, True, paragraph, first, line.kind, holds))  # noqa: FBT003 - fields
        elif line.kind not in SILENT:
            _cut(text, key, Sentence(line.start, end, False, True, paragraph, first, line.kind), marks, found)  # noqa: FBT003 - a field of the sentence, in its order
        paragraph += 1
        index += 1
    return found


def _cut(text: str, key: str, whole: Sentence, marks: Marks | None, found: list[Sentence]) -> None:
    """Cut a paragraph into its sentences."""
    start, end, first = whole.start, whole.end, True
    for stop in [*_STOP.finditer(key, start, end), None]:
        if stop is None:
            stop_end = end
        elif _ends_sentence(text, key, start, stop):
            stop_end = stop.end()
        else:
            continue
        marker = _MARKER.match(key, start, stop_end)
        begin = marker.end() if marker and marker.end() < stop_end else start
        last = _stripped(key, begin, stop_end)
        for at, piece_end in ((begin, last),) if last - begin <= MAX_LENGTH else pieces(key, begin, last):
            marked = at == begin and begin > start
            holds = marks.within(at, piece_end) if marks else ANYTHING
            found.append(
                Sentence(at, piece_end, marked, first and at == begin, whole.paragraph, whole.line, whole.kind, holds)
            )
        start, first = stop_end, False
        if start >= end:
            return


def _ends_sentence(text: str, key: str, start: int, stop: re.Match[str]) -> bool:
    at, end = stop.span()
    following = text[end]
    if not (following.isupper() or following.isdigit() or following in '-+"“(•Ð'):
        return False
    if at - start <= _LONGEST_ENUMERATOR and _ENUMERATOR.fullmatch(key, start, at):
        return False
    if key[at] != "." or key[at + 1] == ".":
        return True
    if key[at - _NO_ABBREVIATION : at].isalpha() and at >= _NO_ABBREVIATION:
        return True
    return _ABBREVIATION.search(key, max(start, at - 6), at) is None


def pieces(key: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The stretch itself; one longer than any sentence cut where a clause or at least a word ends."""
    while end - start > MAX_LENGTH:
        limit = start + MAX_LENGTH
        ends = ((key.rfind(sign, start + MAX_LENGTH // 2, limit), len(sign)) for sign in ("; ", ", ", " "))
        cut = next((at + length for at, length in ends if at >= 0), limit)
        yield start, _stripped(key, start, cut)
        start = cut
    yield start, end


def _stripped(key: str, start: int, end: int) -> int:
    """The end without its full stop; a closing colon stays, for it opens a list."""
    while end > start and key[end - 1] in _STOPS:
        end -= 1
    return end


def trim(key: str, start: int, end: int) -> int:
    """The end without trailing separators, stops and blanks; a closing bracket or quotation mark stays."""
    while end > start and key[end - 1] in _TRAILING:
        end -= 1
    return end


def segments(key: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The stretches between semicolons that stand outside brackets and quotation marks."""
    if key.find(";", start, end) < 0:
        yield start, end
        return
    depth, quoted, opened = 0, False, start
    begin = start
    for mark in _BREAKS.finditer(key, start, end):
        sign, at = mark.group(), mark.start()
        if (depth > 0 or quoted) and at - opened > MAX_DEPTH_LENGTH:
            depth, quoted = 0, False
        if sign in "([":
            depth, opened = depth + 1, at
        elif sign in ")]":
            depth = max(0, depth - 1)
        elif sign == '"':
            quoted, opened = not quoted, at
        elif depth == 0 and not quoted:
            yield begin, at
            begin = at + 1
    yield begin, end
