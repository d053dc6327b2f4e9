"""Lines: the stretches of a text that stand on a line of their own, each typed by what it is.

The kind decides what may be read from a line: body, bullet, heading, table and title are text; captions
tell only people; related links, navigation, bylines, date lines and debris tell nothing (a linked title
holds real figures of another article). When in doubt a line is body.
"""

from bisect import bisect_right
from collections.abc import Sequence
from itertools import pairwise

import msgspec

from camket.reading.document import Place
from camket.reading.structure.blocks import Row, continues, settle
from camket.reading.structure.furniture import LONG, LineKind, kind_of, kind_of_long, traits_of

__all__ = ["SILENT", "Line", "LineKind", "read_lines"]

SILENT: frozenset[LineKind] = frozenset(
    ("dateline", "caption", "byline", "related", "navigation", "header", "signature", "debris")
)
"""Kinds of lines from which no statement is made (of captions, the meeting's people may be)."""

_STOPS = ".;:!?…"
_CUTS = 6
"""So many sentences cut by line breaks show that a page is set to a width."""
_FULL = 0.8
_PLACED: dict[str, LineKind] = {
    "caption": "caption", "byline": "byline", "related": "related", "dateline": "dateline", "title": "title",
    "signature": "signature", "debris": "debris",
}  # fmt: skip


class Line(msgspec.Struct, frozen=True, gc=False):
    """``text[start:end]`` is the line without the white space around it; it holds no line break.

    ``joins_next``: the sentence goes on in the next line, as on sites that break lines every dozen words.
    """

    start: int
    end: int
    kind: LineKind
    joins_next: bool = False


def read_lines(text: str, key: str, places: tuple[Place, ...] = ()) -> tuple[Line, ...]:
    """Return the lines of ``text`` in order, empty ones dropped. ``key`` is ``fold(text)``."""
    rows = _rows(text, key)
    _take_places(rows, places)
    settle(rows)
    joins = _joins(rows)
    return tuple(Line(row.start, row.end, row.kind or "body", joined) for row, joined in zip(rows, joins, strict=True))


def unbroken(key: str, lines: Sequence[Line]) -> str:
    """The key with a blank for every line break inside a sentence, so that words on two lines are found as on one."""
    joined = [(line.end, after.start) for line, after in pairwise(lines) if line.joins_next]
    if not joined:
        return key
    pieces, done = [], 0
    for start, end in joined:
        pieces += [key[done:start], " " * (end - start)]
        done = end
    return "".join([*pieces, key[done:]])


def _rows(text: str, key: str) -> list[Row]:
    rows: list[Row] = []
    traits = traits_of(key)
    at = 0
    for piece in key.split("\n"):
        words = piece.strip()
        if words:
            start = at + piece.index(words)
            end = start + len(words)
            own = text[start:end]
            kind = kind_of_long(words, traits) if len(words) >= LONG else kind_of(words, own, traits)
            rows.append(Row(start, end, words, own, kind))
        at += len(piece) + 1
    return rows


def _take_places(rows: list[Row], places: tuple[Place, ...]) -> None:
    """Let what loading knew of a stretch (a caption, a cell, a heading, furniture) decide over its words."""
    if not places:
        return
    starts = [place.start for place in places]
    untitled = True
    for row in rows:
        at = bisect_right(starts, row.start) - 1
        if at < 0:
            continue
        row.kind = _placed(places[at], row, untitled=untitled)
        untitled = untitled and row.kind not in ("title", "heading", "body", "bullet", "table")


def _placed(place: Place, row: Row, *, untitled: bool) -> LineKind | None:
    if place.furniture:
        return _PLACED.get(place.kind, "navigation")
    if place.kind == "caption":
        return "caption"
    if place.kind == "heading" and row.kind in (None, "bullet", "body"):
        # The first heading of a page is its title, the first of a report may be "I. ...".
        return "title" if untitled and row.kind is None else "heading"
    if place.table is not None and row.kind in (None, "body", "bullet", "heading"):
        return "table"
    return row.kind


def _joins(rows: list[Row]) -> list[bool]:
    """Return for each row whether its sentence goes on in the next one."""
    joins = [_goes_on(row, after) and continues(row, after) for row, after in pairwise(rows)]
    cut = [len(row.key) for row, joined in zip(rows, joins, strict=False) if joined]
    if len(cut) >= _CUTS:
        # The page breaks its lines at a width: a full line is cut too when the next one opens with a name or figure.
        width = sorted(cut)[len(cut) // 2] * _FULL
        full = (
            _goes_on(row, after) and after.kind == "body" and len(row.key) >= width for row, after in pairwise(rows)
        )
        joins = [
            joined or (filled and len(row.key) < LONG) for joined, filled, row in zip(joins, full, rows, strict=False)
        ]
    return [*joins, False][: len(rows)]


def _goes_on(row: Row, after: Row) -> bool:
    if row.key[-1] in _STOPS or after.kind not in ("body", "title"):
        return False
    return row.kind in ("body", "bullet", "title", "heading")
