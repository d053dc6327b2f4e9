"""Make the example documents from their sources: ``python examples/build.py [--out FOLDER]``.

The sources in ``sources/`` are text to read and change; what is made lies in ``documents/``. The same sources
give the same Word, text and web files byte for byte; PDF and scan depend on LibreOffice's version and fonts.
"""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from making.legacy import to_tcvn3
from making.paper import to_pdf, to_scan
from making.source import DOCUMENTS, Source, read_sources
from making.word import to_docx

if TYPE_CHECKING:
    from collections.abc import Callable


def _text(source: Source) -> bytes:
    return to_tcvn3(source.body) if source.facts.get("encoding") == "tcvn3" else source.body.encode()


MAKERS: dict[str, Callable[[Source], bytes]] = {
    "txt": _text,
    "html": _text,
    "docx": to_docx,
    "pdf": lambda source: to_pdf(to_docx(source)),
    "png": lambda source: to_scan(to_pdf(to_docx(source))),
}


def build(source: Source) -> bytes:
    """Make the document that a source describes; its bytes."""
    return MAKERS[source.suffix](source)


def main() -> None:
    """Build every example into the folder given, and say what was written."""
    parser = argparse.ArgumentParser(description="Tạo các tài liệu ví dụ từ examples/sources")
    parser.add_argument("--out", type=Path, default=DOCUMENTS, help="thư mục ghi kết quả")
    folder: Path = parser.parse_args().out
    folder.mkdir(parents=True, exist_ok=True)
    for source in read_sources():
        content = build(source)
        (folder / source.output).write_bytes(content)
        print(f"{source.output}: {len(content):,} byte")


if __name__ == "__main__":
    main()
