"""Files made by code for the tests of loading; their words are invented."""

import ctypes
import io
import zipfile
from collections.abc import Iterable, Sequence
from pathlib import Path

import docx
import pypdfium2
import pytest
from PIL import Image, ImageDraw, ImageFont

_FONT = Path("/usr/share/fonts/truetype/dejavu/DejaVuSerif.ttf")
DPI = 300


def docx_bytes(*paragraphs: str) -> bytes:
    """A Word file of plain paragraphs."""
    document = docx.Document()
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    return saved(document)


def saved(document: "docx.document.Document") -> bytes:
    """The bytes of a python-docx document."""
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def package(body: str, *, prolog: str = "", extra: dict[str, str] | None = None) -> bytes:
    """A minimal .docx whose w:body holds ``body``, for what python-docx does not write."""
    w = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    parts = {
        "[Content_Types].xml": "<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'/>",
        "_rels/.rels": "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>"
        f"<Relationship Id='a' Type='{office}/officeDocument' Target='word/document.xml'/></Relationships>",
        "word/document.xml": f"<?xml version='1.0'?>{prolog}<w:document xmlns:w='{w}' "
        "xmlns:mc='http://schemas.openxmlformats.org/markup-compatibility/2006' xmlns:v='urn:schemas-microsoft-com:vml'>"
        f"<w:body>{body}</w:body></w:document>",
        **(extra or {}),
    }
    return zipped(parts)


def relations(**targets: str) -> str:
    """The relations of word/document.xml: kind and target, each in the folder word."""
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    rows = "".join(
        f"<Relationship Id='r{kind}' Type='{office}/{kind}' Target='{target}'/>" for kind, target in targets.items()
    )
    return f"<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>{rows}</Relationships>"


def zipped(parts: dict[str, str]) -> bytes:
    """A zip container of text members."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for path, text in parts.items():
            archive.writestr(path, text)
    return stream.getvalue()


def pdf_bytes(pages: Iterable[Sequence[str | list[tuple[float, str]]]], size: int = 11) -> bytes:
    """A .pdf with a text layer in a font that knows Vietnamese, a line of text for each string.

    A line may be a list of (left edge in points, text), to set columns side by side.
    """
    pdf = pypdfium2.PdfDocument.new()
    font = pypdfium2.raw.FPDFText_LoadFont(
        pdf, *_buffer(_font_path().read_bytes()), pypdfium2.raw.FPDF_FONT_TRUETYPE, 1
    )
    for lines in pages:
        page = pdf.new_page(595, 842)
        for row, line in enumerate(lines):
            for left, text in [(60, line)] if isinstance(line, str) else line:
                _write(pdf, page, font, text, left, 790 - row * size * 1.5, size)
        page.gen_content()
    stream = io.BytesIO()
    pdf.save(stream)
    return stream.getvalue()


def _font_path() -> Path:
    if not _FONT.exists():
        pytest.skip("the font that test pages are set in is not installed: apt install fonts-dejavu-core")
    return _FONT


def _buffer(data: bytes) -> tuple[ctypes.Array[ctypes.c_ubyte], int]:
    return (ctypes.c_ubyte * len(data)).from_buffer_copy(data), len(data)


def _write(
    pdf: pypdfium2.PdfDocument,
    page: pypdfium2.PdfPage,
    font: object,
    text: str,
    left: float,
    bottom: float,
    size: float,
) -> None:
    raw = pypdfium2.raw
    stretch = raw.FPDFPageObj_CreateTextObj(pdf, font, size)
    encoded = ctypes.c_char_p((text + "\0").encode("utf-16-le"))
    raw.FPDFText_SetText(stretch, ctypes.cast(encoded, ctypes.POINTER(ctypes.c_ushort)))
    raw.FPDFPageObj_Transform(stretch, 1, 0, 0, 1, left, bottom)
    raw.FPDFPage_InsertObject(page, stretch)


def scan(*lines: str, angle: float = 0.0, specks: int = 0, size: tuple[int, int] = (2480, 1700)) -> Image.Image:
    """A page in grey at 300 dots per inch, turned by ``angle`` degrees, with ``specks`` dark dots strewn over it."""
    page = Image.new("L", size, 255)
    pen, font = ImageDraw.Draw(page), ImageFont.truetype(str(_font_path()), 50)
    for row, line in enumerate(lines):
        pen.text((250, 150 + row * 90), line, fill=20, font=font)
    page = page.rotate(angle, Image.Resampling.BICUBIC, fillcolor=255)
    seed = 12345
    for _ in range(specks):
        seed = (seed * 1103515245 + 12345) & 0x7FFFFFFF
        x = seed % size[0]
        seed = (seed * 1103515245 + 12345) & 0x7FFFFFFF
        page.putpixel((x, seed % size[1]), 0)
    return page


def picture_bytes(page: Image.Image, kind: str = "PNG") -> bytes:
    """The bytes of a picture file."""
    stream = io.BytesIO()
    page.save(stream, kind)
    return stream.getvalue()


def scanned_pdf(*pages: Image.Image) -> bytes:
    """A .pdf that holds pictures only."""
    stream = io.BytesIO()
    pages[0].save(stream, "PDF", save_all=True, append_images=pages[1:], resolution=DPI)
    return stream.getvalue()
