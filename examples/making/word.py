"""A Word file in the layout of Decree 30/2020/NĐ-CP (or of Party offices): A4, Times New Roman, two-column head."""

from __future__ import annotations

import io
import re
import zipfile
from datetime import datetime
from typing import TYPE_CHECKING, Any

import docx
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_BREAK
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Length, Mm, Pt, RGBColor

from making.table import add_head, add_signature, add_table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docx.document import Document
    from docx.oxml.xmlchemy import BaseOxmlElement
    from docx.styles.style import ParagraphStyle
    from docx.text.paragraph import Paragraph

    from making.source import Source

FONT = "Times New Roman"
BODY_SIZE = 14  # points, as the decree says
FIRST_LINE = Mm(10)
FIXED_TIME = (2020, 1, 1, 0, 0, 0)
_CENTRE = WD_ALIGN_PARAGRAPH.CENTER
_BOLD = re.compile(r"\*\*(.{1,500}?)\*\*")


def to_docx(source: Source) -> bytes:
    """Make the Word file of a source; the same source always gives the same bytes."""
    document = docx.Document()
    _set_page(document, landscape=bool(source.facts.get("landscape")))
    _set_styles(document, source.facts.get("font", FONT), Pt(source.facts.get("size", BODY_SIZE)))
    _set_properties(document, source)
    add_head(document, source.facts["head"])
    for block in _blocks(source.body):
        _add_block(document, block, source.facts)
    buffer = io.BytesIO()
    document.save(buffer)
    return _without_clock(buffer.getvalue())


def _set_page(document: Document, *, landscape: bool) -> None:
    section = document.sections[0]
    width, height = (Mm(297), Mm(210)) if landscape else (Mm(210), Mm(297))
    section.orientation = WD_ORIENT.LANDSCAPE if landscape else WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = width, height
    section.top_margin = section.bottom_margin = Mm(20)
    section.left_margin, section.right_margin = Mm(30), Mm(15)
    section.different_first_page_header_footer = True
    number = section.header.paragraphs[0]
    number.alignment = _CENTRE
    for kind, text in (("begin", None), (None, "PAGE"), ("end", None)):
        number.add_run()._r.append(_field(kind, text))  # noqa: SLF001  python-docx has no call for fields


def _field(kind: str | None, text: str | None) -> BaseOxmlElement:
    element = OxmlElement("w:fldChar" if kind else "w:instrText")
    if kind:
        element.set(qn("w:fldCharType"), kind)
    else:
        element.text = text
    return element


def _set_styles(document: Document, font: str, size: Length) -> None:
    for name in ("Normal", "Heading 1", "Heading 2", "List Bullet", "List Number"):
        style = document.styles[name]
        style.font.name, style.font.size = font, size
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
            fonts.attrib.pop(qn(f"w:{theme}"), None)
        for script in ("ascii", "hAnsi", "eastAsia", "cs"):
            fonts.set(qn(f"w:{script}"), font)
    for name, italic in (("Heading 1", False), ("Heading 2", True)):
        _set_heading(document.styles[name], italic=italic)


def _set_heading(style: ParagraphStyle, *, italic: bool) -> None:
    """Word's own headings are blue and sans; an office's are black, bold, the subordinate ones italic too."""
    style.font.bold, style.font.italic = True, italic
    style.font.color.rgb = RGBColor(0, 0, 0)
    style.paragraph_format.first_line_indent = FIRST_LINE
    style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(6), Pt(3)


def _set_properties(document: Document, source: Source) -> None:
    properties = document.core_properties
    properties.author, properties.title = "Camket", source.facts["title"]["vi"]
    properties.comments, properties.language = "Số liệu minh họa", "vi-VN"
    properties.created = properties.modified = datetime(*FIXED_TIME)  # noqa: DTZ001  Word keeps no zone


def _blocks(body: str) -> Iterator[list[str]]:
    """Lines of the body; the lines of one table come together, every other line comes alone."""
    table: list[str] = []
    for line in body.splitlines():
        if line.startswith("|"):
            table.append(line)
            continue
        if table:
            yield table
            table = []
        if line.strip():
            yield [line.strip()]
    if table:
        yield table


def _add_block(document: Document, block: list[str], facts: dict[str, Any]) -> None:
    line = block[0]
    mark, _, text = line.partition(" ")
    if line.startswith("|"):
        add_table(document, block)
    elif line == "===":
        document.add_paragraph().add_run().add_break(WD_BREAK.PAGE)
    elif line == "@signature":
        add_signature(document, facts["signature"])
    elif mark in _TITLES:
        _add_title(document, mark, text)
    elif mark in _STYLES:
        write(document.add_paragraph(style=_STYLES[mark]), text)
    else:
        _add_text(document, line)


_TITLES = {"#": (True, False), "##": (True, False), "//": (False, True)}
_STYLES = {"###": "Heading 1", "####": "Heading 2", "*": "List Bullet", "1#": "List Number"}


def _add_title(document: Document, mark: str, text: str) -> None:
    bold, italic = _TITLES[mark]
    paragraph = document.add_paragraph()
    paragraph.alignment = _CENTRE
    paragraph.paragraph_format.space_before = Pt(10 if mark == "#" else 0)
    paragraph.paragraph_format.space_after = Pt(0 if mark == "#" else 8)
    paragraph.paragraph_format.keep_with_next = True
    for place, line in enumerate(text.split("<br>")):
        run = paragraph.add_run()
        if place:
            run.add_break()
        run.add_text(line)
        run.bold, run.italic = bold, italic


def _add_text(document: Document, line: str) -> None:
    paragraph = document.add_paragraph()
    paragraph.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
    paragraph.paragraph_format.first_line_indent = FIRST_LINE
    paragraph.paragraph_format.space_after = Pt(5)
    write(paragraph, line)


def write(paragraph: Paragraph, text: str) -> None:
    """Put text into a paragraph; what stands between ``**`` becomes bold."""
    for place, piece in enumerate(_BOLD.split(text)):
        if piece:
            paragraph.add_run(piece).bold = place % 2 == 1 or None


def _without_clock(docx: bytes) -> bytes:
    """Pack the parts again with one fixed time, so that the same text gives the same file."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(docx)) as old, zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as new:
        for name in sorted(old.namelist(), key=lambda part: (part != "[Content_Types].xml", part)):
            entry = zipfile.ZipInfo(name, FIXED_TIME)
            entry.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(entry, old.read(name))
    return buffer.getvalue()
