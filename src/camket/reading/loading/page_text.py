"""The text of a web page in document order: a block a line, a table row a line, furniture marked and kept."""

import re
from dataclasses import dataclass

from lxml import etree

from camket.reading.document import Place
from camket.reading.loading.markup import SILENT_TAGS, Marks, is_data, tag_of

_BLOCKS = frozenset(
    "html body div p section article main header footer nav aside form fieldset figure figcaption blockquote pre ul ol li "
    "dl dt dd table thead tbody tfoot tr td th caption h1 h2 h3 h4 h5 h6 hr address details summary center menu dir".split()
)
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_SPACE = re.compile(r"[ \t\n\r\f\v]+")
_TITLE_LENGTH = 25
"""A line that is all link is a title from this length on, a menu entry below."""
_PROSE = 220
_CELL = " | "


@dataclass(frozen=True, slots=True)
class Block:
    """A line of the page, not yet settled, and its place (whose start is filled in when the text is put together)."""

    text: str
    place: Place


class PageText:
    """Walks a page once and gathers its blocks."""

    def __init__(self, root: etree._Element, title: str) -> None:
        self.blocks: list[Block] = []
        self._marks = Marks(root)
        self._title = title
        self._words: list[str] = []
        self._linked = 0
        self._letters = 0
        self._in_link = 0
        self._in_pre = 0
        self._kinds: list[tuple[etree._Element, str]] = []
        self._prefix = ""
        self._lists: list[int | None] = []
        self._table = self._row = self._tables = 0
        self._cells: list[str] | None = None
        self._data: etree._Element | None = None
        self._walk(root)
        self._flush("paragraph")

    def _walk(self, root: etree._Element) -> None:
        walker = etree.iterwalk(root, events=("start", "end"))
        for event, element in walker:
            tag = tag_of(element)
            if event == "start":
                if tag in SILENT_TAGS or not tag:
                    walker.skip_subtree()
                else:
                    self._open(element, tag)
                    self._add(element.text)
            else:
                if tag and tag not in SILENT_TAGS:
                    self._close(element, tag)
                if element is not root:
                    self._add(element.tail)

    def _open(self, element: etree._Element, tag: str) -> None:
        if tag == "a" and element.get("href"):
            self._in_link += 1
        if tag == "br":
            self._break("paragraph")
        kind = self._marks.kind(element)
        if tag not in _BLOCKS and kind is None:
            return
        self._break("paragraph")
        if kind is not None:
            self._kinds.append((element, kind))
        self._open_structure(element, tag)

    def _open_structure(self, element: etree._Element, tag: str) -> None:
        if tag == "pre":
            self._in_pre += 1
        elif tag in ("ul", "ol"):
            self._lists.append(1 if tag == "ol" else None)
        elif tag == "li":
            self._prefix = self._mark_of_item()
        elif tag == "table" and self._data is None and is_data(element):
            self._data, self._row = element, 0
            self._tables += 1
        elif tag == "tr" and self._data is not None:
            self._end_row()
            self._cells, self._row = [], self._row + 1
        elif tag in ("td", "th") and self._cells is not None:
            self._cells.append("")

    def _close(self, element: etree._Element, tag: str) -> None:
        if tag == "a" and element.get("href"):
            self._in_link -= 1
        marked = bool(self._kinds) and self._kinds[-1][0] is element
        if tag not in _BLOCKS and not marked:
            return
        self._break("heading" if tag in _HEADINGS else "paragraph")
        if tag == "pre":
            self._in_pre -= 1
        elif tag in ("ul", "ol") and self._lists:
            self._lists.pop()
        elif tag == "tr" or (tag == "table" and element is self._data):
            self._end_row()
        if element is self._data:
            self._data = None
        if marked:
            self._kinds.pop()

    def _mark_of_item(self) -> str:
        number = self._lists[-1] if self._lists else None
        if number is None:
            return "• "
        self._lists[-1] = number + 1
        return f"{number}. "

    def _add(self, text: str | None) -> None:
        if not text:
            return
        if self._in_pre:
            first, *rest = text.split("\n")
            self._write(first)
            for line in rest:
                self._break("paragraph")
                self._write(line)
        else:
            self._write(_SPACE.sub(" ", text))

    def _write(self, text: str) -> None:
        self._words.append(text)
        letters = len(text.strip())
        self._letters += letters
        if self._in_link:
            self._linked += letters

    def _break(self, kind: str) -> None:
        """End the line, or, inside a row of values, only the piece of a cell."""
        if self._cells is None:
            self._flush(kind)
            return
        text = self._taken()
        if text and self._cells:
            self._cells[-1] = f"{self._cells[-1]} {text}".strip()
        elif text:
            self._cells.append(text)

    def _taken(self) -> str:
        text = _SPACE.sub(" ", "".join(self._words)).strip()
        self._words.clear()
        return text

    def _end_row(self) -> None:
        cells, self._cells = self._cells, None
        if cells and any(cells):
            self._put(_CELL.join(cells), "cell", table=self._tables, row=self._row)
        self._linked = self._letters = 0

    def _flush(self, kind: str) -> None:
        text = self._taken()
        if text:
            prefix = "" if self._all_link() else self._prefix
            self._put(prefix + text, kind)
            self._prefix = ""
        self._linked = self._letters = 0

    def _all_link(self) -> bool:
        return self._letters > 0 and self._linked >= self._letters - 2

    def _put(self, text: str, kind: str, table: int | None = None, row: int | None = None) -> None:
        furniture = self._furniture(text, kind)
        place = Place(
            0, furniture or kind, paragraph=len(self.blocks) + 1, table=table, row=row, furniture=furniture is not None
        )
        self.blocks.append(Block(text, place))

    def _furniture(self, text: str, kind: str) -> str | None:
        if self._kinds and not (kind == "heading" and text in self._title):
            return self._kinds[-1][1]
        if (
            kind == "cell"
            or not self._all_link()
            or len(text) >= _PROSE
            or (text in self._title and len(text) > _TITLE_LENGTH)
        ):
            return None
        return "related" if len(text) >= _TITLE_LENGTH else "navigation"
