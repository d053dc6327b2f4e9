"""A source: YAML front matter between two ``---`` lines, then a body in the markup of ``examples/README.md``."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

EXAMPLES = Path(__file__).resolve().parent.parent
SOURCES = EXAMPLES / "sources"
DOCUMENTS = EXAMPLES / "documents"
FENCE = "---\n"


@dataclass(frozen=True)
class Source:
    """One example as it is written: where it goes, what stands around the text, and the text."""

    path: Path
    output: str
    facts: dict[str, Any]
    body: str

    @property
    def suffix(self) -> str:
        """The kind of file to make, as its ending without the dot."""
        return Path(self.output).suffix.removeprefix(".")


def read_source(path: Path) -> Source:
    """Read one source; ``ValueError`` names the file when its front matter is not closed or has no ``output``."""
    text = unicodedata.normalize("NFC", path.read_text(encoding="utf-8"))
    before, opened, rest = text.partition(FENCE)
    front, closed, body = rest.partition(FENCE)
    if before or not opened or not closed:
        message = f"{path.name}: thiếu phần khai báo giữa hai dòng '---' ở đầu tệp"
        raise ValueError(message)
    facts = yaml.safe_load(front)
    if "output" not in facts:
        message = f"{path.name}: phần khai báo cần có 'output: <tên tệp sẽ tạo>'"
        raise ValueError(message)
    return Source(path, facts["output"], facts, body.lstrip("\n"))


def read_sources(folder: Path = SOURCES) -> list[Source]:
    """Every source of the folder, in the order of its name."""
    return [read_source(path) for path in sorted(folder.glob("*.md"))]
