"""PDF files: the text that is in them, and, for a page that is only a picture, what Tesseract makes of it."""

from collections.abc import Iterator
from contextlib import closing
from itertools import islice

import pypdfium2
import pypdfium2.raw as pdfium
from PIL import Image

from camket.reading.loading.assembly import Assembly
from camket.reading.loading.decoding import text_from
from camket.reading.loading.errors import (
    BrokenFileError,
    LoadError,
    MissingProgramError,
    ProtectedFileError,
    TooLargeError,
)
from camket.reading.loading.limits import Limits
from camket.reading.loading.ocr import POINTS_PER_INCH, RESOLUTION, read_image
from camket.reading.loading.pages import flow_pages

_FEWEST_LETTERS = 10  # a page with fewer, and with a picture, is taken for a scan
_WORST_TEXT = 0.3  # from this share of signs without meaning on, a text layer is no better than none
# pdfium writes U+FFFE or U+0002 for a hyphen at a line's end; bullets of Symbol and Wingdings have private codes.
_SIGNS = str.maketrans(
    {"\ufffe": "-", "\x02": "-", "\0": "", "\uf0b7": "•", "\uf0a7": "▪", "\uf0d8": "➢", "\uf02d": "-"}
)
_SMALLEST_PICTURE = 0.3  # of the page, so that a logo does not make a scan


def load_pdf(data: bytes, name: str, limits: Limits) -> Assembly:
    """Read a .pdf file; raises a LoadError where it is broken, protected, too long, or a scan without Tesseract."""
    assembly = Assembly()
    with closing(_open(data, name)) as pdf:
        if len(pdf) > limits.pages:
            raise TooLargeError(name, f"có {len(pdf)} trang, quá mức {limits.pages}", "Hãy tách thành các tệp nhỏ hơn")
        try:
            pages = _read_pages(pdf, name, limits, assembly)
        except pypdfium2.PdfiumError as error:
            raise _broken(name) from error
    flow_pages(_converted(pages, assembly), assembly)
    return assembly


def _open(data: bytes, name: str) -> pypdfium2.PdfDocument:
    try:
        return pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).lower() or "security" in str(error).lower():
            raise ProtectedFileError(name, "tệp được đặt mật khẩu", "Hãy bỏ mật khẩu, lưu lại rồi đọc") from error
        raise _broken(name) from error


def _read_pages(pdf: pypdfium2.PdfDocument, name: str, limits: Limits, assembly: Assembly) -> list[list[str]]:
    pages: list[list[str]] = []
    scans: list[int] = []
    for index in range(len(pdf)):
        with closing(pdf[index]) as page:
            lines, scan = _typed_lines(page, assembly if index == 0 else None)
            pages.append(lines)
            if scan:
                scans.append(index)
    if len(scans) > limits.scanned_pages:
        problem = f"có {len(scans)} trang quét, quá mức {limits.scanned_pages}"
        raise TooLargeError(name, problem, "Hãy tách thành các tệp nhỏ hơn")
    _read_scans(pdf, scans, pages, assembly, name, limits)
    return pages


def _converted(pages: list[list[str]], assembly: Assembly) -> list[list[str]]:
    """Convert lines printed in a font of before Unicode; the pages are judged together, so that short ones follow."""
    decoded = text_from("\n".join(line for page in pages for line in page))
    assembly.encoding = decoded.encoding
    assembly.warnings.extend(decoded.warnings)
    lines = iter(decoded.text.split("\n"))
    return [list(islice(lines, len(page))) for page in pages]


def _typed_lines(page: pypdfium2.PdfPage, assembly: Assembly | None) -> tuple[list[str], bool]:
    """Lines of the page's text, and whether it must be read as a picture instead."""
    with closing(page.get_textpage()) as textpage:
        text = textpage.get_text_range()
        if assembly is not None:
            assembly.margins.extend(_columns(textpage))
    text = text.translate(_SIGNS)
    letters = sum(sign.isalpha() for sign in text)
    lost = sum(sign == "\ufffd" or "\ue000" <= sign <= "\uf8ff" or sign < "\t" for sign in text)
    poor = letters < _FEWEST_LETTERS or lost > _WORST_TEXT * len(text)
    return text.replace("\r\n", "\n").replace("\r", "\n").split("\n"), poor and _has_picture(page)


def _columns(textpage: pypdfium2.PdfTextPage) -> Iterator[str]:
    """The stretches of a letterhead apart: a stamp stands beside the motto, in one line but not in one column."""
    for index in range(min(textpage.count_rects(), 60)):
        yield textpage.get_text_bounded(*textpage.get_rect(index)).strip()


def _has_picture(page: pypdfium2.PdfPage) -> bool:
    width, height = page.get_size()
    covered = 0.0
    for picture in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_IMAGE], max_depth=3):
        left, bottom, right, top = picture.get_bounds()
        covered += abs(right - left) * abs(top - bottom)
    return bool(covered >= _SMALLEST_PICTURE * width * height)


def _read_scans(
    pdf: pypdfium2.PdfDocument, scans: list[int], pages: list[list[str]], assembly: Assembly, name: str, limits: Limits
) -> None:
    for index in scans:
        try:
            pages[index] = read_image(_picture(pdf, index, name, limits), name, limits)
        except MissingProgramError as error:
            if len(scans) == len(pdf) or index == 0:
                raise
            shown = ", ".join(str(scan + 1) for scan in scans)
            assembly.warnings.append(f"Trang {shown} là ảnh chụp, chưa đọc được: {error.problem}. {error.remedy}.")
            return
        assembly.scanned = True


def _picture(pdf: pypdfium2.PdfDocument, index: int, name: str, limits: Limits) -> Image.Image:
    with closing(pdf[index]) as page:
        width, height = page.get_size()
        scale = RESOLUTION / POINTS_PER_INCH
        pixels = width * height * scale * scale
        if pixels > limits.pixels:
            raise TooLargeError(name, f"trang {index + 1} quá khổ", "Hãy quét lại ở khổ A4 hoặc A3")
        with closing(page.render(scale=scale, grayscale=True)) as bitmap:
            picture: Image.Image = bitmap.to_pil().copy()
    return picture


def _broken(name: str) -> LoadError:
    return BrokenFileError(name, "tệp .pdf bị hỏng", "Hãy mở tệp, in lại thành .pdf rồi đọc bản mới")
