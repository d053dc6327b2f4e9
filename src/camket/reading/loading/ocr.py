"""Pictures of pages read by Tesseract, after the noise is taken out and the page set straight."""

import io
from functools import cache
from itertools import pairwise
from warnings import catch_warnings

from PIL import Image, ImageChops, ImageFilter, ImageOps, ImageSequence

from camket.reading.loading.assembly import Assembly
from camket.reading.loading.errors import BrokenFileError, MissingProgramError, TooLargeError
from camket.reading.loading.limits import Limits
from camket.reading.loading.pages import flow_pages
from camket.reading.loading.programs import find_program, run_program

RESOLUTION = 300
"""Dots per inch at which Tesseract reads best."""
POINTS_PER_INCH = 72
_PACKAGES = "tesseract-ocr tesseract-ocr-vie"
_LANGUAGE = "vie"
_DARK = 128
_NARROWEST = 1500  # pixels: a page narrower than this was taken at less than about 180 dots per inch
_MOST_SPECKS = 0.02  # of the dark pixels; clean print loses about half of that to the median
_PROFILE_WIDTH = 800
_STEEPEST = 5.0
_COARSE, _FINE = 0.5, 0.1


def load_image(data: bytes, name: str, limits: Limits) -> Assembly:
    """Read a picture file, each frame of a .tif being a page; raises a LoadError."""
    assembly = Assembly(scanned=True)
    flow_pages([read_image(page, name, limits) for page in _frames(data, name, limits)], assembly)
    return assembly


def read_image(picture: Image.Image, name: str, limits: Limits) -> list[str]:
    """Read one page in grey into its lines; blank lines stand between blocks."""
    program = find_program("tesseract", name, "Tesseract và dữ liệu tiếng Việt", _PACKAGES)
    if _LANGUAGE not in _languages(program):
        problem = "Tesseract trên máy chưa có dữ liệu tiếng Việt"
        raise MissingProgramError(name, problem, f"Hãy cài đặt, trên Debian/Ubuntu: sudo apt install {_PACKAGES}")
    stream = io.BytesIO()
    clean(picture).save(stream, "PNG", compress_level=1)
    command = [program, "stdin", "stdout", "-l", _LANGUAGE, "--psm", "3", "--dpi", str(RESOLUTION)]
    # One thread: Tesseract's own threads slow it down, and several files are read side by side.
    output = run_program(command, name, limits.page_seconds, stream.getvalue(), {"OMP_THREAD_LIMIT": "1"})
    return output.decode("utf-8", "replace").replace("\f", "\n").split("\n")


def clean(picture: Image.Image) -> Image.Image:
    """Return a page in grey, large enough, without specks, and straight."""
    page = ImageOps.autocontrast(picture.convert("L"), cutoff=1)
    if page.width < _NARROWEST:
        page = page.resize((page.width * 2, page.height * 2), Image.Resampling.LANCZOS)
    page = _without_specks(page)
    angle = skew(page)
    return page.rotate(angle, Image.Resampling.BICUBIC, expand=True, fillcolor=255) if angle else page


def skew(page: Image.Image) -> float:
    """By how many degrees (counter-clockwise) the page must be turned to be straight; at most 5 either way.

    The lines of a straight page make its projection on the left edge jump most between black and white.
    """
    height = max(1, page.height * _PROFILE_WIDTH // page.width)
    small = ImageOps.invert(page.resize((_PROFILE_WIDTH, min(height, 4 * _PROFILE_WIDTH)), Image.Resampling.BOX))
    steps = int(_STEEPEST / _COARSE)
    coarse = max((step * _COARSE for step in range(-steps, steps + 1)), key=lambda angle: _jumps(small, angle))
    near = [coarse + step * _FINE for step in range(-4, 5)]
    best = max(near, key=lambda angle: _jumps(small, angle))
    # Turning blurs a little: not worth it for less than one step.
    return round(best, 2) if abs(best) > _FINE and _jumps(small, best) > 1.02 * _jumps(small, 0.0) else 0.0


def _jumps(small: Image.Image, angle: float) -> int:
    turned = small.rotate(angle, Image.Resampling.BILINEAR)
    profile = turned.resize((1, turned.height), Image.Resampling.BOX).tobytes()
    return sum((above - below) ** 2 for above, below in pairwise(profile))


def _without_specks(page: Image.Image) -> Image.Image:
    """Take a 3x3 median where it takes away more dark dots than clean print has."""
    smooth = page.filter(ImageFilter.MedianFilter(3))
    dark = page.point(lambda value: 255 if value < _DARK else 0)
    gone = ImageChops.subtract(dark, smooth.point(lambda value: 255 if value < 2 * _DARK - 56 else 0))
    return smooth if _amount(gone) > _MOST_SPECKS * _amount(dark) else page


def _amount(mask: Image.Image) -> int:
    return mask.histogram()[255]


def _frames(data: bytes, name: str, limits: Limits) -> list[Image.Image]:
    remedy = "Hãy quét hoặc chụp lại trang rồi đọc"
    try:
        # Pillow warns of odd tags on standard error; what matters of them shows in the picture.
        with catch_warnings(action="ignore"), Image.open(io.BytesIO(data), formats=("PNG", "JPEG", "TIFF")) as image:
            frames = getattr(image, "n_frames", 1)
            if image.width * image.height > limits.pixels or frames > limits.scanned_pages:
                raise TooLargeError(name, "ảnh quá lớn hoặc có quá nhiều trang", "Hãy tách hoặc thu nhỏ ảnh rồi đọc")
            return [_upright(frame, name, limits) for frame in ImageSequence.Iterator(image)]
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError) as error:
        raise BrokenFileError(name, "tệp ảnh bị hỏng", remedy) from error


def _upright(frame: Image.Image, name: str, limits: Limits) -> Image.Image:
    if frame.width * frame.height > limits.pixels:
        raise TooLargeError(name, "ảnh quá lớn", "Hãy thu nhỏ ảnh rồi đọc")
    page = ImageOps.exif_transpose(frame)
    if page.mode in ("RGBA", "LA", "PA", "P"):
        layered = page.convert("RGBA")
        page = Image.new("RGBA", layered.size, "white")
        page.alpha_composite(layered)
    return page.convert("L")


@cache
def _languages(program: str) -> frozenset[str]:
    return frozenset(run_program([program, "--list-langs"], "tesseract", 20).decode("utf-8", "replace").split())
