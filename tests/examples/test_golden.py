"""Reading the examples gives what it gave when a person last accepted it; a change is shown statement by statement."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from golden import compare, parse

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
GOLDEN = EXAMPLES / "golden"
DOCUMENTS = sorted((EXAMPLES / "documents").iterdir())
CAMKET = Path(sys.executable).with_name("camket")


def read(document: Path) -> str:
    """What the command prints for one document."""
    run = subprocess.run([CAMKET, "read", "--format", "jsonl", document], capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr
    return run.stdout


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda document: document.name)
def test_reading_an_example_gives_its_golden_result(document: Path, request: pytest.FixtureRequest) -> None:
    if document.suffix == ".png" and shutil.which("tesseract") is None:
        pytest.skip("Tesseract is not installed: apt install tesseract-ocr tesseract-ocr-vie")
    found = read(document)
    path = GOLDEN / f"{document.name}.jsonl"
    golden = path.read_text("utf-8") if path.exists() else ""
    changes = compare(parse(golden), parse(found))
    if request.config.getoption("--accept"):
        GOLDEN.mkdir(exist_ok=True)
        path.write_text(found, "utf-8")
        return
    assert path.exists(), f"{path.name} is not there yet; look at what is read, then: make accept"
    message = f"{document.name} is read otherwise. Where that is right: make accept\n" + "\n".join(changes)
    assert not changes, message


def test_every_golden_result_has_its_document() -> None:
    documents = {document.name for document in DOCUMENTS}
    assert [path.name for path in GOLDEN.glob("*") if path.name.removesuffix(".jsonl") not in documents] == []


FALL = {"kind": "observation", "text": "giảm 2,5%", "start": 10, "end": 19, "change": "-2.5"}
PLEA = {"kind": "petition", "text": "sớm bố trí vốn", "start": 40, "end": 54}


def test_equal_results_show_nothing() -> None:
    assert compare([FALL, PLEA], [PLEA, FALL]) == []


def test_a_lost_and_a_gained_statement_are_named_with_their_words() -> None:
    assert compare([FALL], [PLEA]) == [
        "- lost   observation 10-19 «giảm 2,5%»",
        "+ gained petition 40-54 «sớm bố trí vốn»",
    ]


def test_a_field_told_otherwise_is_shown_before_and_after() -> None:
    (line,) = compare([FALL], [{**FALL, "change": "2.5"}])
    assert line.startswith("~ changed observation 10-19")
    assert "change: '-2.5' -> '2.5'" in line
