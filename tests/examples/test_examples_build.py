"""The committed examples are what their sources make, and what the sources claim of their figures is so."""

from __future__ import annotations

import importlib.util
import io
import shutil
import sys
from decimal import Decimal
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from docx import Document

type Example = Any  # the builder is a script outside the package: its types are known only when it runs

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"


def _load_builder() -> Example:
    sys.path.insert(0, str(EXAMPLES))
    spec = importlib.util.spec_from_file_location("examples_build", EXAMPLES / "build.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


BUILDER = _load_builder()
SOURCES = BUILDER.read_sources()
CLAIMS = [(source, claim) for source in SOURCES for claim in source.facts["arithmetic"]]
NEEDS_OFFICE = {"pdf", "png"}
GREYS_APART = 2  # of 256, on average over a thumbnail


def _word_text(content: bytes) -> list[str]:
    document = Document(io.BytesIO(content))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return [paragraph.text for paragraph in document.paragraphs] + cells


def _pdf_text(content: bytes) -> list[str]:
    with pypdfium2.PdfDocument(content) as document:
        return " ".join(page.get_textpage().get_text_bounded() for page in document).split()


def _thumbnail(content: bytes) -> list[int]:
    image = pytest.importorskip("PIL.Image").open(io.BytesIO(content))
    return list(image.convert("L").resize((60, 85)).tobytes())


READERS: dict[str, Any] = {"docx": _word_text, "pdf": _pdf_text, "txt": bytes, "html": bytes}


@pytest.mark.parametrize("source", SOURCES, ids=lambda source: source.output)
def test_building_again_gives_the_committed_text(source: Example) -> None:
    if source.suffix in NEEDS_OFFICE and shutil.which("soffice") is None:
        pytest.skip("cần libreoffice-writer để tạo PDF và trang quét")
    committed = (EXAMPLES / "documents" / source.output).read_bytes()
    built = BUILDER.build(source)
    if source.suffix == "png":
        # Fonts and LibreOffice differ by a hair between machines; a changed paragraph moves far more than this.
        pairs = zip(_thumbnail(committed), _thumbnail(built), strict=True)
        assert sum(abs(old - new) for old, new in pairs) / (60 * 85) < GREYS_APART
        return
    read = READERS[source.suffix]
    assert read(built) == read(committed), f"chạy lại: python examples/build.py (tệp {source.output} đã cũ)"


def test_every_document_has_a_source_and_a_line_in_the_readme() -> None:
    documents = {path.name for path in (EXAMPLES / "documents").iterdir() if path.suffix.lstrip(".") in BUILDER.MAKERS}
    assert documents == {source.output for source in SOURCES}
    readme = (EXAMPLES / "README.md").read_text(encoding="utf-8")
    assert [name for name in sorted(documents) if f"`{name}`" not in readme] == []


@pytest.mark.parametrize("source", SOURCES, ids=lambda source: source.output)
def test_each_document_says_that_its_figures_are_illustrative(source: Example) -> None:
    body = source.body.replace("minh hoạ", "minh họa")
    assert "minh họa" in body
    assert "không phải số liệu chính thức" in body


@pytest.mark.parametrize(("source", "claim"), CLAIMS)
def test_what_a_source_claims_of_its_figures_is_so(source: Example, claim: dict[str, Any]) -> None:
    assert claim["quote"].casefold() in source.body.casefold()
    assert _holds(claim) is claim["holds"]


def _holds(claim: dict[str, Any]) -> bool:
    if "sum" in claim:
        return sum(Decimal(str(part)) for part in claim["sum"]) == Decimal(str(claim["total"]))
    share = Decimal(str(claim["part"])) * 100 / Decimal(str(claim["whole"]))
    return abs(share - Decimal(str(claim["percent"]))) <= Decimal("0.15")


def test_legacy_bytes_lose_nothing_but_the_case_of_toned_capitals() -> None:
    viparse = pytest.importorskip("viparse")
    source = next(source for source in SOURCES if source.facts.get("encoding") == "tcvn3")
    content = (EXAMPLES / "documents" / source.output).read_bytes()
    with pytest.raises(UnicodeDecodeError):
        content.decode("utf-8")
    mended = viparse.fix(content.decode("latin-1"), encoding="tcvn3")
    assert mended.casefold().split() == source.body.casefold().split()
