"""From a file to a document: its size, its format, its text, and the look-out for secrecy marks, in this order."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from stat import S_ISREG

from camket.reading.document import Document, Place
from camket.reading.loading.assembly import Assembly, settle
from camket.reading.loading.decoding import decode
from camket.reading.loading.docx import load_docx
from camket.reading.loading.errors import BrokenFileError, LoadError, TooLargeError, UnreadableFileError
from camket.reading.loading.formats import recognise
from camket.reading.loading.html import load_html
from camket.reading.loading.limits import Limits
from camket.reading.loading.ocr import load_image
from camket.reading.loading.office import load_office
from camket.reading.loading.pdf import load_pdf
from camket.reading.loading.secrecy import refuse_secret

DEFAULT_LIMITS = Limits()
_SMALLER = "Hãy tách thành các tệp nhỏ hơn"


def load(path: Path, *, limits: Limits = DEFAULT_LIMITS) -> Document:
    """Read one file into a document; raises a LoadError and nothing else, except MemoryError."""
    return load_bytes(_read(path, limits), path.name, limits=limits)


def load_bytes(data: bytes, name: str, *, limits: Limits = DEFAULT_LIMITS) -> Document:
    """Read the bytes of a file called ``name``; raises a LoadError and nothing else, except MemoryError."""
    if len(data) > limits.bytes:
        raise _too_large(name, len(data), limits)
    try:
        return _load(data, name, limits)
    except (LoadError, MemoryError):
        raise
    except RecursionError:
        raise BrokenFileError(
            name, "tệp lồng quá nhiều lớp, giống một tệp phá hoại", "Hãy kiểm tra nguồn gốc của tệp"
        ) from None
    except Exception as error:
        # The parsers of six formats fail on hostile bytes in more ways than can be listed; whatever they raise,
        # the file is what is wrong, and a run over a folder must go on.
        problem = f"không đọc được nội dung ({type(error).__name__})"
        raise BrokenFileError(
            name, problem, "Hãy mở tệp, lưu lại bằng Word hoặc LibreOffice rồi đọc bản mới"
        ) from error


def _read(path: Path, limits: Limits) -> bytes:
    try:
        status = path.stat()
        if not S_ISREG(status.st_mode):
            raise UnreadableFileError(path.name, "không phải là một tệp", "Hãy chỉ ra đường dẫn của tệp")
        if status.st_size > limits.bytes:
            raise _too_large(path.name, status.st_size, limits)
        with path.open("rb") as file:
            return file.read(limits.bytes + 1)
    except FileNotFoundError as error:
        raise UnreadableFileError(path.name, f"không tìm thấy tệp {path}", "Hãy kiểm tra lại đường dẫn") from error
    except (OSError, ValueError) as error:
        raise UnreadableFileError(path.name, "không mở được tệp", "Hãy kiểm tra quyền đọc và ổ đĩa") from error


def _load(data: bytes, name: str, limits: Limits) -> Document:
    kind = recognise(data, name)
    if kind == "txt":
        document = _document(_text(data), name, kind)
    elif kind == "html":
        document = load_html(data, name)
        refuse_secret(name, document.text.split("\n"))
    else:
        document = _document(_LOADERS[kind](data, name, limits), name, kind)
    if len(document.text) > limits.characters:
        raise TooLargeError(name, f"có {len(document.text)} ký tự, quá mức {limits.characters}", _SMALLER)
    if not document.text.strip():
        document = replace(document, warnings=(*document.warnings, "Tệp không có chữ nào đọc được."))
    return document


def _document(assembly: Assembly, name: str, kind: str) -> Document:
    refuse_secret(name, assembly.printed, assembly.margins, scanned=assembly.scanned)
    return Document(
        name=name,
        text=assembly.text(),
        places=tuple(assembly.places),
        format=kind,
        encoding=assembly.encoding,
        scanned=assembly.scanned,
        warnings=tuple(assembly.warnings),
    )


def _text(data: bytes) -> Assembly:
    """A plain text stays as it is; each line that is not blank is a paragraph, numbered by its line."""
    decoded = decode(data)
    text = settle(decoded.text)
    lines = text.split("\n")
    assembly = Assembly(
        [text], printed=lines, encoding=decoded.encoding, warnings=[*decoded.warnings], length=len(text)
    )
    start = 0
    for number, line in enumerate(lines, 1):
        if line and not line.isspace():
            assembly.places.append(Place(start, "paragraph", paragraph=number))
        start += len(line) + 1
    return assembly


def _too_large(name: str, size: int, limits: Limits) -> LoadError:
    return TooLargeError(name, f"tệp lớn {size >> 20} MB, quá mức {limits.bytes >> 20} MB", _SMALLER)


_LOADERS: dict[str, Callable[[bytes, str, Limits], Assembly]] = {
    "docx": load_docx,
    "pdf": load_pdf,
    "image": load_image,
    "doc": lambda data, name, limits: load_office(data, name, "doc", limits),
    "odt": lambda data, name, limits: load_office(data, name, "odt", limits),
    "rtf": lambda data, name, limits: load_office(data, name, "rtf", limits),
}
