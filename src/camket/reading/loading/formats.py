"""Which format a file is in: its bytes decide, its extension only where the bytes do not say."""

import re
import zipfile
from pathlib import PurePath

from camket.reading.loading.archive import open_archive
from camket.reading.loading.errors import BrokenFileError, ProtectedFileError, UnsupportedFormatError

EXTENSIONS = {
    ".txt": "txt", ".html": "html", ".htm": "html", ".xhtml": "html", ".docx": "docx", ".pdf": "pdf",
    ".doc": "doc", ".odt": "odt", ".rtf": "rtf",
    ".png": "image", ".jpg": "image", ".jpeg": "image", ".tif": "image", ".tiff": "image",
}  # fmt: skip
"""Extension (lower case) to format; what a folder is searched for."""

_TEXTUAL = {"txt", "html"}
_MAGIC = (
    (b"{\\rtf", "rtf"), (b"\x89PNG\r\n\x1a\n", "image"), (b"\xff\xd8\xff", "image"),
    (b"II*\0", "image"), (b"MM\0*", "image"),
)  # fmt: skip
_ZIP = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_HEAD = 1024
_HTML = re.compile(rb"^(?:\xef\xbb\xbf)?\s{0,500}(?:<\?xml[^>]{0,200}>\s{0,100})?(?:<!--[^>]{0,300}-->\s{0,100})?"
                   rb"<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE)  # fmt: skip
_WORD_XML = b'progid="Word.Document"'


def recognise(data: bytes, name: str) -> str:
    """Return txt, html, docx, pdf, doc, odt, rtf or image; raises a LoadError for anything else."""
    suffix = PurePath(name).suffix.lower()
    found = _by_bytes(data, name) or EXTENSIONS.get(suffix)
    if found is None:
        kinds = ", ".join(sorted(EXTENSIONS))
        raise UnsupportedFormatError(name, f"không đọc được loại tệp {suffix or 'không có đuôi'}", f"Hãy dùng {kinds}")
    if found in _TEXTUAL or _by_bytes(data, name):
        return found
    if EXTENSIONS[suffix] == "doc" and b"\0" not in data[:_HEAD] and data:
        return "txt"  # text saved under the wrong name, which Word opens without a word
    raise BrokenFileError(
        name, f"nội dung không phải là {suffix}", "Hãy kiểm tra tệp có bị hỏng hay đặt sai đuôi, rồi lưu lại"
    )


def _by_bytes(data: bytes, name: str) -> str | None:
    if data.startswith(_ZIP):
        return _zip_kind(data, name)
    if data.startswith(_OLE):
        return _ole_kind(data, name)
    for magic, kind in _MAGIC:
        if data.startswith(magic):
            return kind
    head = data[:_HEAD]
    if b"%PDF-" in head:
        return "pdf"
    if _WORD_XML in head:
        return "doc"
    return "html" if _HTML.match(head) else None


def _zip_kind(data: bytes, name: str) -> str:
    with open_archive(data, name) as archive:
        names = set(archive.namelist())
        if "word/document.xml" in names or any(one.startswith("word/") for one in names):
            return "docx"
        if _mimetype(archive).startswith(b"application/vnd.oasis.opendocument.text"):
            return "odt"
    if any(one.startswith(("xl/", "ppt/")) for one in names):
        raise _unsupported(name, "là bảng tính hoặc bản trình chiếu")
    raise _unsupported(name, "là tệp nén, không phải văn bản")


def _mimetype(archive: zipfile.ZipFile) -> bytes:
    try:
        with archive.open("mimetype") as file:
            return file.read(100)
    except (KeyError, zipfile.BadZipFile, OSError, ValueError, NotImplementedError, RuntimeError, EOFError):
        return b""


def _ole_kind(data: bytes, name: str) -> str:
    # The directory of a compound file names its streams in UTF-16.
    if _stream("EncryptedPackage") in data:
        raise ProtectedFileError(name, "tệp được đặt mật khẩu", "Hãy bỏ mật khẩu, lưu lại rồi đọc")
    if _stream("WordDocument") in data:
        return "doc"
    raise _unsupported(name, "là tệp Office cũ nhưng không phải văn bản Word")


def _stream(title: str) -> bytes:
    return title.encode("utf-16-le")


def _unsupported(name: str, problem: str) -> UnsupportedFormatError:
    return UnsupportedFormatError(name, problem, "Hãy lưu phần cần đọc thành .docx, .pdf hoặc .txt")
