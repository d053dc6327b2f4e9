"""Printed pages, from a pdf or a scan, turned into a text of whole sentences with page numbers in its places."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from camket.reading.document import Place
from camket.reading.loading.assembly import Assembly

_EDGE = 2  # so many lines at the top and at the bottom of a page may be its header and footer
_REPEATED = 3
_LONGEST_FURNITURE = 120
_FULL = 0.72  # a line is full from this share of the page's usual line length
_PAGE_NUMBER = re.compile(r"\W{0,6}(?:trang\s?)?(\d{1,4})(?:\s?/\s?\d{1,4})?\W{0,6}", re.IGNORECASE)
_DIGITS = re.compile(r"\d+")
_BULLETS = "•●○▪■□◦➢►✓✔*+–—-"
_ITEM = re.compile(
    r"(?:\d{1,2}(?:\.\d{1,2}){0,3}\s?[.)]\s?(?!\d)|[a-zđ]\s?[.)]\s|[IVX]{1,6}\s?[.)/-]\s|(?:Điều|Mục|Bảng|Biểu)\s(?:số\s)?\d"
    r"|(?:Chương|Phần)\s(?:thứ|[IVX\d])|(?:Phụ lục|Kính gửi|Nơi nhận|Căn cứ)\b)"
)
_NUMBER = re.compile(r"[\d.,/%+-]*\d[\d.,/%]*")
_RANGES = "-–"
_ENDS = ".!?…:;"
_CLOSERS = "\"'”’)]»"


@dataclass(slots=True)
class _Line:
    text: str
    page: int
    furniture: bool = False
    full: bool = False


@dataclass(slots=True)
class _Flow:
    """The paragraph being put together, and the furniture met meanwhile, which follows it."""

    assembly: Assembly
    open: list[_Line] = field(default_factory=list)
    waiting: list[_Line] = field(default_factory=list)
    paragraphs: int = 0
    paused: bool = False

    def close(self) -> None:
        if self.open:
            self.paragraphs += 1
            self._write_paragraph()
        for line in self.waiting:
            kind = "footer" if line.full else "header"
            self.assembly.line(line.text, Place(0, kind, page=line.page, furniture=True))
        self.open, self.waiting = [], []

    def _write_paragraph(self) -> None:
        page = None
        for before, line in zip([None, *self.open], self.open, strict=False):
            if before is not None:
                self.assembly.write(_joint(before.text))
            if line.page != page:
                self.assembly.start(Place(0, "paragraph", page=line.page, paragraph=self.paragraphs))
                page = line.page
            self.assembly.write(line.text)
            self.assembly.printed.append(line.text)
        self.assembly.write("\n")


def flow_pages(pages: Sequence[Sequence[str]], assembly: Assembly) -> None:
    """Add the lines of the pages to ``assembly``: sentences broken at a line or page end are joined with a space.

    After a blank line only a small letter goes on with the sentence. Page headers, footers and numbers stay in the text, marked as furniture, after
    the paragraph that they interrupt.
    """
    flow = _Flow(assembly)
    for lines in _marked([_page(lines, number) for number, lines in enumerate(pages, 1)]):
        for line in lines:
            if line.furniture:
                flow.waiting.append(line)
            elif not line.text:
                flow.paused = True
            else:
                if not flow.open or not _goes_on(flow.open[-1], line, paused=flow.paused):
                    flow.close()
                flow.open.append(line)
                flow.paused = False
    flow.close()


def _page(lines: Sequence[str], number: int) -> list[_Line]:
    page = [_Line(text.strip(), number) for text in lines]
    lengths = sorted(len(line.text) for line in page if line.text)
    usual = lengths[len(lengths) * 9 // 10] if lengths else 0
    return [replace(line, full=len(line.text) >= _FULL * usual) for line in page]


def _marked(pages: list[list[_Line]]) -> list[list[_Line]]:
    """Mark as furniture what stands at the edge of several pages, and the page numbers."""
    edges = [_edges(page) for page in pages]
    seen = Counter(key for edge in edges for key in {_DIGITS.sub("#", line.text) for line, _ in edge})
    shifts = Counter(shift for edge in edges for shift in {_shift(line) for line, _ in edge} - {None})
    shift = shifts.most_common(1)[0][0] if shifts else None
    needed = max(_REPEATED, len(pages) // 3)
    for edge in edges:
        for line, foot in edge:
            numbered = shift is not None and _shift(line) == shift and (shifts[shift] > 1 or shift == 0)
            repeated = seen[_DIGITS.sub("#", line.text)] >= needed and len(line.text) <= _LONGEST_FURNITURE
            if numbered or repeated:
                line.furniture, line.full = True, foot
    return pages


def _edges(page: list[_Line]) -> list[tuple[_Line, bool]]:
    """Return the lines at the top and bottom of a page, with whether each is at the bottom."""
    lines = [line for line in page if line.text]
    top = min(_EDGE, (len(lines) + 1) // 2)
    return [(line, False) for line in lines[:top]] + [(line, True) for line in lines[max(top, len(lines) - _EDGE) :]]


def _shift(line: _Line) -> int | None:
    """By how much the page number printed in a line differs from the page's place in the file."""
    number = _PAGE_NUMBER.fullmatch(line.text) if len(line.text) < 30 else None
    return int(number.group(1)) - line.page if number else None


def _goes_on(before: _Line, line: _Line, *, paused: bool) -> bool:
    """Tell whether a line continues the sentence of the one before."""
    text, last = line.text, before.text.rstrip(_CLOSERS)[-1:]
    if last and last in _ENDS:
        return False
    if text[0] in _RANGES and last.isdigit() and text[1:].lstrip()[:1].isdigit():
        return True  # "2021" and "- 2025"
    if _starts_item(text) or _is_row(text) or _is_row(before.text):
        return False
    if text[0].islower() or last == ",":
        return True
    return before.full and not paused and not _is_heading(before.text)


def _starts_item(text: str) -> bool:
    bullet = text[0] in _BULLETS and not text[1:2].isdigit()
    return bullet or bool(_ITEM.match(text))


def _is_row(text: str) -> bool:
    """Tell whether a line is rather a row of a table: two numbers or more, and nearly half of its words."""
    words = text.split()
    numbers = sum(_NUMBER.fullmatch(word) is not None for word in words)
    return numbers >= 2 and numbers * 5 >= len(words) * 2


def _is_heading(text: str) -> bool:
    return text.isupper()


def _joint(before: str) -> str:
    return "" if before.endswith("-") and before[-2:-1].isalpha() else " "
