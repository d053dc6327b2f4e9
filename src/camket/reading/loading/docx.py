"""Word documents: paragraphs, lists with the numbers Word draws, headings and tables, in document order.

A table's row becomes one line, its cells joined by `` | ``; a merged cell stands once. What was deleted under
tracked changes is left out, what was inserted is kept. Page headers and footers are no text of the document.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from camket.reading.document import Place
from camket.reading.loading.assembly import Assembly
from camket.reading.loading.limits import Limits
from camket.reading.loading.numbering import W, whole
from camket.reading.loading.opc import Package, open_package
from camket.reading.loading.runs import Typed, read_paragraph

CELL_GAP = " | "
# A table this near the top lays out the letterhead, where a mark of secrecy stands in a cell of its own.
_LETTERHEAD_LINES = 20
_WRAPPERS = {f"{W}{tag}" for tag in ("sdt", "sdtContent", "ins", "moveTo", "customXml", "smartTag")}


def load_docx(data: bytes, name: str, limits: Limits) -> Assembly:
    """Read a .docx file; raises BrokenFileError, ProtectedFileError or TooLargeError."""
    package = open_package(data, name, limits)
    walk = _Walk(package)
    for root in package.margins:
        walk.assembly.margins.extend(_plain_lines(root))
    body = package.document.find(f"{W}body")
    if body is not None:
        walk.blocks(body)
    walk.footnotes()
    return walk.assembly


@dataclass(slots=True)
class _Walk:
    package: Package
    assembly: Assembly = field(default_factory=Assembly)
    paragraphs: int = 0
    tables: int = 0
    carried: str = ""

    def blocks(self, parent: etree._Element) -> None:
        for block in _blocks(parent):
            if block.tag == f"{W}tbl":
                self.table(block)
            else:
                self.paragraph(block)

    def paragraph(self, element: etree._Element) -> None:
        typed = read_paragraph(element, self.package.styles)
        self.paragraphs += 1
        for box in typed.boxes:
            self.assembly.margins.extend(_plain_lines(box))
            self.blocks(box)
        text = self.carried + self.label(typed) + typed.text
        self.carried = text if typed.joined else ""
        if not typed.joined and text.strip():
            self.assembly.line(text, Place(0, typed.kind, paragraph=self.paragraphs))

    def label(self, typed: Typed) -> str:
        if typed.number is None or not typed.text.strip() or self.carried:
            return ""
        return self.package.numbering.label(typed.number, typed.depth)

    def table(self, element: etree._Element) -> None:
        rows = [row for row in _children(element, f"{W}tr") if not _deleted_row(row)]
        if all(len(list(_children(row, f"{W}tc"))) == 1 for row in rows):
            for row in rows:  # a frame drawn around ordinary text
                for cell in _children(row, f"{W}tc"):
                    self.blocks(cell)
            return
        self.tables += 1
        table = self.tables
        letterhead = len(self.assembly.printed) < _LETTERHEAD_LINES
        for number, row in enumerate(rows, 1):
            self.row([*self.cells(row)], table, number, letterhead=letterhead)

    def cells(self, row: etree._Element) -> Iterator[tuple[int, list[str]]]:
        column = 1 + _grid_before(row)
        for cell in _children(row, f"{W}tc"):
            properties = cell.find(f"{W}tcPr")
            yield column, [] if _continues_merge(properties) else self.cell_lines(cell)
            column += max(1, _number(properties, "gridSpan"))

    def cell_lines(self, cell: etree._Element) -> list[str]:
        lines: list[str] = []
        for block in _blocks(cell):
            if block.tag == f"{W}tbl":
                for row in _children(block, f"{W}tr"):
                    lines.extend(line for _, inner in self.cells(row) for line in inner)
                continue
            typed = read_paragraph(block, self.package.styles)
            lines.extend(line for box in typed.boxes for line in _plain_lines(box))
            lines.extend((self.label(typed) + typed.text).split("\n"))
        return [" ".join(line.split()) for line in lines if line.strip()]

    def row(self, cells: list[tuple[int, list[str]]], table: int, row: int, *, letterhead: bool) -> None:
        if not any(lines for _, lines in cells):
            return
        for position, (column, lines) in enumerate(cells):
            self.assembly.start(Place(0, "cell", table=table, row=row, column=column))
            self.assembly.write(" ".join(lines))
            self.assembly.write(CELL_GAP if position + 1 < len(cells) else "\n")
        # Further down, a cell of one line holds a figure or a word of a table; an annex's letterhead has several.
        shown = [lines for _, lines in cells if letterhead or len(lines) > 1]
        self.assembly.printed.extend(line for lines in shown for line in lines)

    def footnotes(self) -> None:
        for root in self.package.notes:
            for note in root:
                # The notes of a type are the rules drawn above notes, not text.
                if isinstance(note.tag, str) and note.get(f"{W}type") is None:
                    self.blocks(note)


def _blocks(parent: etree._Element) -> Iterator[etree._Element]:
    for child in parent:
        if child.tag in (f"{W}p", f"{W}tbl"):
            yield child
        elif child.tag in _WRAPPERS:
            yield from _blocks(child)


def _children(parent: etree._Element, tag: str) -> Iterator[etree._Element]:
    for child in parent:
        if child.tag == tag:
            yield child
        elif child.tag in _WRAPPERS:
            yield from _children(child, tag)


def _plain_lines(root: etree._Element) -> Iterator[str]:
    """Lines of a page header, footer or text box, and the words of a watermark."""
    for paragraph in root.iter(f"{W}p"):
        yield from read_paragraph(paragraph, {}).text.split("\n")
    for drawn in root.iter("{urn:schemas-microsoft-com:vml}textpath"):
        yield drawn.get("string", "")


def _deleted_row(row: etree._Element) -> bool:
    properties = row.find(f"{W}trPr")
    return properties is not None and properties.find(f"{W}del") is not None


def _continues_merge(properties: etree._Element | None) -> bool:
    merge = None if properties is None else properties.find(f"{W}vMerge")
    return merge is not None and merge.get(f"{W}val") != "restart"


def _grid_before(row: etree._Element) -> int:
    return _number(row.find(f"{W}trPr"), "gridBefore")


def _number(properties: etree._Element | None, tag: str) -> int:
    child = None if properties is None else properties.find(f"{W}{tag}")
    return 0 if child is None else min(whole(child.get(f"{W}val")), 1000)
