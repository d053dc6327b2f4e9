"""Text to measure on: the example documents over and over, their figures varied so that nothing repeats exactly."""

import random
import re
from pathlib import Path

from camket.reading.document import Document
from camket.reading.loading import load

EXAMPLES = Path(__file__).parent.parent / "examples" / "documents"
_READABLE = {".txt", ".html", ".docx"}
_NUMBER = re.compile(r"(?<![\d/.,-])\d{2,3}(?![\d/.,-])")


def varied_documents(megabytes: float, seed: int = 1) -> list[Document]:
    """At least ``megabytes`` (UTF-8) of documents made from the examples; the same for the same seed."""
    draw = random.Random(seed)  # noqa: S311 - figures for a benchmark, not secrets
    originals = [load(path) for path in sorted(EXAMPLES.iterdir()) if path.suffix in _READABLE]
    documents: list[Document] = []
    size = 0
    while size < megabytes * 1e6:
        original = originals[len(documents) % len(originals)]
        text = _NUMBER.sub(lambda match: str(draw.randint(10, 10 ** len(match.group()) - 1)), original.text)
        documents.append(Document(f"{len(documents):05d}-{original.name}", text))
        size += len(text.encode())
    return documents
