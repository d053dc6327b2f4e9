"""The tables of an official letter: its head, its signature block, and tables with rules."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Emu, Mm, Pt

if TYPE_CHECKING:
    from docx.document import Document
    from docx.table import Table, _Cell, _Row

_DECREE_SIZE = 14  # the sizes below are meant beside a text of 14 points
_CENTRE = WD_ALIGN_PARAGRAPH.CENTER
_BOLD = re.compile(r"\*\*(.{1,300}?)\*\*")


def add_head(document: Document, head: dict[str, Any]) -> None:
    """Add the two-column head without rules: who writes and the number, the country's or Party's name, the date."""
    table = _grid(document, 1, (38, 62))
    left, right = table.rows[0].cells
    for place, text in enumerate(head["issuer"]):
        _line(left, text, bold=place == len(head["issuer"]) - 1, first=place == 0)
    if head.get("party"):
        _line(left, "*", size=11)
    else:
        _rule(left, Mm(19))
    _line(left, head["number"])
    for text in head.get("about", []):
        _line(left, text, size=12)
    names = ["ĐẢNG CỘNG SẢN VIỆT NAM"] if head.get("party") else _STATE
    for place, text in enumerate(names):
        _line(right, text, bold=True, size=12 + place, first=place == 0)
    _rule(right, Mm(24))
    _line(right, head["place_date"], italic=True, size=13)
    document.add_paragraph().paragraph_format.space_after = Pt(0)


_STATE = ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"]


def _rule(cell: _Cell, indent: Mm) -> None:
    """Draw the thin line under a name in the head: a paragraph's border, so that no underscores enter the text."""
    paragraph = cell.add_paragraph()
    layout = paragraph.paragraph_format
    layout.left_indent = layout.right_indent = indent
    layout.space_after, layout.line_spacing = Pt(4), Pt(3)
    borders, bottom = OxmlElement("w:pBdr"), OxmlElement("w:bottom")
    for name, value in (("val", "single"), ("sz", "6"), ("space", "1"), ("color", "000000")):
        bottom.set(qn(f"w:{name}"), value)
    borders.append(bottom)
    paragraph._p.get_or_add_pPr().insert_element_before(borders, "w:spacing", "w:ind", "w:jc")  # noqa: SLF001


def add_signature(document: Document, signature: dict[str, Any]) -> None:
    """Add receivers on the left; authority, post and name of who signs on the right."""
    table = _grid(document, 1, (48, 52))
    _keep_whole(table.rows[0])
    left, right = table.rows[0].cells
    _line(left, "Nơi nhận:", bold=True, italic=True, size=12, centred=False, first=True)
    for text in signature["receivers"]:
        _line(left, f"- {text}", size=11, centred=False)
    for place, text in enumerate(signature["authority"]):
        _line(right, text, bold=True, first=place == 0)
    _line(right, "(Đã ký)", italic=True, size=12, space=18)
    _line(right, signature["name"], bold=True, size=14)


def add_table(document: Document, lines: list[str]) -> None:
    """Add a table with rules from ``|a|b|`` lines, the head first.

    A line ``|=|3c|14|`` before the head gives relative widths; ``c`` centres the column.
    """
    rows = [[cell.strip() for cell in line.strip().removeprefix("|").removesuffix("|").split("|")] for line in lines]
    columns = rows.pop(0)[1:] if rows[0][0] == "=" else ["1"] * len(rows[0])
    table = _grid(document, len(rows), tuple(int(column.rstrip("c")) for column in columns))
    table.style = "Table Grid"
    for place, row in enumerate(rows):
        for cell, text, column in zip(table.rows[place].cells, row, columns, strict=True):
            strong = place == 0 or bool(_BOLD.fullmatch(text))
            plain = _BOLD.sub(r"\1", text)
            _line(cell, plain, bold=strong, size=12, centred=place == 0 or column.endswith("c"), first=True)
        _keep_whole(table.rows[place], repeated=place == 0)
    document.add_paragraph().paragraph_format.space_after = Pt(2)


def _grid(document: Document, rows: int, widths: tuple[int, ...]) -> Table:
    section = document.sections[0]
    room = (section.page_width or 0) - (section.left_margin or 0) - (section.right_margin or 0)
    table: Table = document.add_table(rows, len(widths))
    table.alignment, table.autofit = WD_TABLE_ALIGNMENT.CENTER, False
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Emu(room * width // sum(widths))
        for cell in column.cells:
            cell.width = Emu(room * width // sum(widths))
    return table


def _keep_whole(row: _Row, *, repeated: bool = False) -> None:
    """Keep a row from breaking over pages; repeat the head of a long table on each."""
    properties = row._tr.get_or_add_trPr()  # noqa: SLF001  python-docx has no call for it
    properties.append(OxmlElement("w:cantSplit"))
    if repeated:
        properties.append(OxmlElement("w:tblHeader"))


def _line(
    cell: _Cell,
    text: str,
    *,
    bold: bool = False,
    italic: bool = False,
    size: int = 13,
    centred: bool = True,
    first: bool = False,
    space: int = 0,
) -> None:
    paragraph = cell.paragraphs[0] if first else cell.add_paragraph()
    paragraph.alignment = _CENTRE if centred else WD_ALIGN_PARAGRAPH.LEFT
    paragraph.paragraph_format.space_after = Pt(space)
    paragraph.paragraph_format.space_before = Pt(space)
    run = paragraph.add_run(text)
    body = paragraph.style.font.size if paragraph.style else None
    run.bold, run.italic = bold or None, italic or None
    run.font.size = Pt(size - _DECREE_SIZE + (body.pt if body else _DECREE_SIZE))
