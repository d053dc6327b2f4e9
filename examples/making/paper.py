"""From a Word file to a page: PDF through LibreOffice, and a page as a tired office scanner would leave it."""

from __future__ import annotations

import io
import os
import random
import re
import shutil
import subprocess
import tempfile
from pathlib import Path

import pypdfium2
from PIL import Image, ImageChops, ImageFilter

OFFICE_SECONDS = 180
SCAN_DPI = 200
SCAN_TILT_DEGREES = 0.7
SCAN_STEP = 5  # fifty greys: a smaller file, and all that cheap scanners give
SPECKS_PER_MILLION = 250
_EPOCH = b"20200101000000Z"


class LibreOfficeMissingError(RuntimeError):
    """LibreOffice is needed to lay a page out and is not here."""


def to_pdf(docx: bytes) -> bytes:
    """Lay a Word file out as PDF; the text stays text. Dates and identifiers are fixed, so runs can be compared."""
    office = shutil.which("soffice")
    if office is None:
        message = "Cần LibreOffice để tạo PDF: apt-get install libreoffice-core libreoffice-writer"
        raise LibreOfficeMissingError(message)
    with tempfile.TemporaryDirectory() as folder:
        page = Path(folder, "page.docx")
        page.write_bytes(docx)
        command = [office, f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", "pdf"]
        environment = {**os.environ, "SOURCE_DATE_EPOCH": "0", "TZ": "UTC"}
        command += ["--outdir", folder, str(page)]
        subprocess.run(command, check=True, capture_output=True, timeout=OFFICE_SECONDS, env=environment)
        return _without_clock(page.with_suffix(".pdf").read_bytes())


def _without_clock(pdf: bytes) -> bytes:
    """Overwrite creation dates and file identifiers in place: same length, so the cross-reference table holds."""
    pdf = re.sub(rb"(?<=Date\(D:)\d{14}[^)]{0,8}(?=\))", lambda m: _EPOCH.ljust(len(m[0]), b" ")[: len(m[0])], pdf)
    pdf = re.sub(rb"(?<=<)[0-9A-F]{32}(?=>)", b"0" * 32, pdf)
    return re.sub(rb"(?<=DocChecksum /)[0-9A-F]{32}", b"0" * 32, pdf)


def to_scan(pdf: bytes) -> bytes:
    """Print the first page, put it askew on the glass, and scan it in grey with specks and uneven ink (PNG)."""
    document = pypdfium2.PdfDocument(pdf)
    page: Image.Image = document[0].render(scale=SCAN_DPI / 72).to_pil().convert("L")
    document.close()
    page = page.rotate(SCAN_TILT_DEGREES, resample=Image.Resampling.BICUBIC, fillcolor=255)
    page = ImageChops.multiply(page.filter(ImageFilter.GaussianBlur(0.6)), _paper(page.size))
    buffer = io.BytesIO()
    page = page.point([grey // SCAN_STEP * SCAN_STEP for grey in range(256)])
    page.save(buffer, "PNG", optimize=True, dpi=(SCAN_DPI, SCAN_DPI))
    return buffer.getvalue()


def _paper(size: tuple[int, int]) -> Image.Image:
    """Make a sheet that is not quite white: darker towards the binding, with dark specks, the same ones every time."""
    chance = random.Random(20220718)  # noqa: S311  a picture's noise, not a secret
    width, height = size
    shade = bytes(max(150, 245 - max(0, 90 - column)) for column in range(width))
    sheet = Image.frombytes("L", (width, 1), shade).resize(size)
    for _ in range(width * height * SPECKS_PER_MILLION // 1_000_000):
        side, grey = chance.choice((1, 1, 1, 1, 2)), chance.randint(60, 200)
        sheet.paste(grey, (x := chance.randrange(width), y := chance.randrange(height), x + side, y + side))
    return sheet
