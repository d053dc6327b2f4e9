"""Where fuzzing begins: the example documents, whole as files and in parts as texts."""

import zipfile
from pathlib import Path

from lxml import etree
from shapes import REPEATED

from camket.reading.loading import load

EXAMPLES = Path(__file__).parents[2] / "examples" / "documents"
_PART = 600
_LARGEST_FILE = 100_000


def texts() -> list[bytes]:
    """Parts of the examples' texts, cut at line ends, and every hostile piece a few times."""
    parts: list[str] = []
    for path in sorted(EXAMPLES.iterdir()):
        if path.suffix in {".txt", ".html", ".docx"}:
            parts.extend(_parts(load(path).text))
    return [part.encode() for part in [*parts, *(piece * 5 for piece in REPEATED.values())]]


def _parts(text: str) -> list[str]:
    parts = [""]
    for line in text.splitlines(keepends=True):
        if len(parts[-1]) + len(line) > _PART:
            parts.append("")
        parts[-1] += line
    return parts


def files() -> list[tuple[str, bytes]]:
    """Extension and bytes of the examples that are not too large to be changed byte by byte."""
    found = [(path.suffix, path.read_bytes()) for path in sorted(EXAMPLES.iterdir())]
    return [(suffix, data) for suffix, data in found if len(data) <= _LARGEST_FILE]


def bodies() -> list[bytes]:
    """What stands in the bodies of the Word examples, in parts of some paragraphs or a table each."""
    parts: list[bytes] = []
    for path in sorted(EXAMPLES.glob("*.docx")):
        body = etree.fromstring(zipfile.ZipFile(path).read("word/document.xml"))[0]
        parts.extend(b"".join(etree.tostring(child) for child in body[at : at + 5]) for at in range(0, len(body), 20))
    return parts


def words() -> list[bytes]:
    """The dictionary: words that begin something, for a fuzzer to put in whole."""
    return [piece.strip().encode()[:60] for piece in REPEATED.values() if piece.strip()]
