"""Coverage-guided fuzzing of loading: do any bytes end in something else than a true document or a clear error?

    python tests/fuzz/fuzz_load.py [FOLDER] [-max_total_time=300] [any other option of libFuzzer]

The first byte of an input chooses the file's extension, the rest is the file; or the rest is the body of a Word file,
for changed bytes of a packed one are hardly ever unpacked. Inputs that reached new code are kept in
FOLDER; one that fails is written to the working directory and can be given as only argument.
"""

import io
import os
import sys
import zipfile

import atheris

with atheris.instrument_imports(include=["camket.reading.loading"]):
    from camket.reading.loading import EXTENSIONS, Limits, LoadError, load_bytes

from mutating import mutated
from properties import check_document, check_refusal
from running import run
from seeds import bodies, files

SUFFIXES = sorted(EXTENSIONS)
BODY = len(SUFFIXES)
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
WORDS = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
LIMITS = Limits(bytes=4 << 20, unpacked=16 << 20, pages=5, scanned_pages=1, pixels=1_000_000, conversion_seconds=5)


def one_input(data: bytes) -> None:
    """Load the bytes; both a document and a refusal must be sound."""
    kind = data[0] % (BODY + 1) if data else 0
    name, content = ("thử.docx", packed(data[1:])) if kind == BODY else (f"thử{SUFFIXES[kind]}", data[1:])
    try:
        document = load_bytes(content, name, limits=LIMITS)
    except LoadError as error:
        check_refusal(error, name)
    else:
        check_document(document)


def packed(body: bytes) -> bytes:
    """A Word file that holds nothing but ``body``."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("[Content_Types].xml", f"<Types xmlns='{PACKAGE}/content-types'/>")
        archive.writestr(
            "_rels/.rels",
            f"<Relationships xmlns='{PACKAGE}/relationships'>"
            f"<Relationship Id='a' Type='{OFFICE}/officeDocument' Target='word/document.xml'/></Relationships>",
        )
        head = f"<w:document xmlns:w='{WORDS}'><w:body>".encode()
        archive.writestr("word/document.xml", head + body + b"</w:body></w:document>")
    return stream.getvalue()


if __name__ == "__main__":
    # LibreOffice and Tesseract take seconds a file and are no code of ours; their absence is an answer too.
    os.environ["PATH"] = "/nowhere"
    seeds = [bytes([SUFFIXES.index(suffix)]) + data for suffix, data in files()]
    run(
        one_input,
        [sys.argv[0], "-max_len=50000", *sys.argv[1:]],
        [*seeds, *(bytes([BODY]) + body for body in bodies())],
        mutated,
    )
