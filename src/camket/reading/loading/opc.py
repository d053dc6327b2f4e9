"""The parts of a .docx package that reading needs, parsed without entities, network or endless depth."""

import posixpath
import zipfile
from dataclasses import dataclass, field

from lxml import etree

from camket.reading.loading.archive import check_archive, open_archive
from camket.reading.loading.errors import BrokenFileError
from camket.reading.loading.limits import Limits
from camket.reading.loading.numbering import Numbering, read_numbering
from camket.reading.loading.runs import Style, read_styles

# The strict variant of the standard (ISO/IEC 29500) differs, for what is read here, in this name only.
_STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
_TRANSITIONAL = b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_DOCUMENT = "word/document.xml"
_KINDS = frozenset({"styles", "numbering", "header", "footer", "footnotes", "endnotes"})


@dataclass(frozen=True, slots=True)
class Package:
    """``margins`` are page headers and footers, ``notes`` the parts with footnotes and endnotes."""

    document: etree._Element
    styles: dict[str, Style]
    numbering: Numbering
    margins: list[etree._Element] = field(default_factory=list)
    notes: list[etree._Element] = field(default_factory=list)


def open_package(data: bytes, name: str, limits: Limits) -> Package:
    """Open and check the container, then parse the parts; raises a LoadError."""
    with open_archive(data, name) as archive:
        check_archive(archive, name, limits)
        try:
            return _package(archive)
        except (KeyError, zipfile.BadZipFile, etree.LxmlError, OSError, ValueError, EOFError) as error:
            remedy = "Hãy mở bằng Word hoặc LibreOffice, lưu lại rồi đọc bản mới"
            raise BrokenFileError(name, "tệp .docx bị hỏng", remedy) from error


def _package(archive: zipfile.ZipFile) -> Package:
    start = next((target for kind, target in _relations(archive, "") if kind == "officeDocument"), _DOCUMENT)
    parts: dict[str, list[etree._Element]] = {}
    for kind, target in _relations(archive, start):
        if kind in _KINDS and target in archive.NameToInfo:
            parts.setdefault(kind, []).append(_parse(archive, target))
    return Package(
        document=_parse(archive, start),
        styles=read_styles(next(iter(parts.get("styles", [])), None)),
        numbering=read_numbering(next(iter(parts.get("numbering", [])), None)),
        margins=parts.get("header", []) + parts.get("footer", []),
        notes=parts.get("footnotes", []) + parts.get("endnotes", []),
    )


def _relations(archive: zipfile.ZipFile, source: str) -> list[tuple[str, str]]:
    """Kind (the last word of its type) and target of each relation of a part; "" is the package itself."""
    folder, base = posixpath.split(source)
    path = posixpath.join(folder, "_rels", f"{base}.rels")
    if path not in archive.NameToInfo:
        return []
    inner = [one for one in _parse(archive, path) if isinstance(one.tag, str) and one.get("TargetMode") != "External"]
    return [(one.get("Type", "").rpartition("/")[2], _absolute(folder, one.get("Target", ""))) for one in inner]


def _absolute(folder: str, target: str) -> str:
    """Return the path inside the container, which can lead nowhere outside it."""
    return posixpath.normpath(posixpath.join("/", folder, target))[1:]


def _parse(archive: zipfile.ZipFile, path: str) -> etree._Element:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False, load_dtd=False)
    return etree.fromstring(archive.read(path).replace(_STRICT, _TRANSITIONAL), parser)
