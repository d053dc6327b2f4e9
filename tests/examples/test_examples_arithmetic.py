"""Every false sum planted in an example is asked about, none that holds is, and nothing else is."""

import re
import shutil
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from camket.reading.checks import Check
from camket.reading.loading import load
from camket.reading.read import Reading, read
from camket.vocabulary import load_vocabulary

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
SOURCES = sorted((EXAMPLES / "sources").glob("*.md"))

type Claim = dict[str, Any]

# A row of the table of document 03: 58 of 140 are 41,4 percent, not 45,3.
IN_A_TABLE = {("03-bao-cao-muong-ang-2024.docx", "58 người / 45,3% ≈ 128 người; kế hoạch nêu 140 người")}


def _facts(source: Path) -> dict[str, Any]:
    facts: dict[str, Any] = yaml.safe_load(source.read_text("utf-8").split("---\n")[1])
    return facts


CLAIMS: list[tuple[str, Claim]] = [
    (facts["output"], claim) for source in SOURCES for facts in [_facts(source)] for claim in facts["arithmetic"]
]
PLANTED = [(output, claim) for output, claim in CLAIMS if not claim["holds"]]
HOLDING = [(output, claim) for output, claim in CLAIMS if claim["holds"]]


def _id(value: str | Claim) -> str:
    return value[:2] if isinstance(value, str) else str(value["quote"])[:40]


@cache
def _reading(output: str) -> Reading:
    if output.endswith(".png") and shutil.which("tesseract") is None:
        pytest.skip("Tesseract is not installed: apt install tesseract-ocr tesseract-ocr-vie")
    return read(load(EXAMPLES / "documents" / output), load_vocabulary())


def _span(text: str, quote: str) -> tuple[int, int]:
    """Where the quoted words stand, however the document breaks its lines."""
    # the source may begin a sentence where the document goes on with one
    found = re.search(r"\s+".join(map(re.escape, quote.split())), text, re.IGNORECASE)
    assert found, f"not in the document as it was loaded: {quote}"
    return found.span()


def _about(reading: Reading, claim: Claim) -> list[Check]:
    """The checks of figures that stand in the words of a claim, one of them at least."""
    start, end = _span(reading.document.text, claim["quote"])
    return [one for one in reading.checks if any(place.start < end and place.end > start for place in one.places)]


def _numbers(claim: Claim) -> set[Decimal]:
    told = [*claim["sum"], claim["total"]] if "sum" in claim else [claim["part"], claim["whole"], claim["percent"]]
    return {Decimal(str(one)) for one in told}


def _shown(check: Check) -> set[Decimal]:
    """The numbers of a check's arithmetic, as printed: 1.234,5."""
    printed = re.findall(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:,\d+)?", check.arithmetic)
    return {Decimal(one.replace(".", "").replace(",", ".")) for one in printed}


def _outcome(reading: Reading, claim: Claim) -> list[bool]:
    return [one.holds for one in _about(reading, claim) if _numbers(claim) <= _shown(one)]


@pytest.mark.parametrize(("output", "claim"), PLANTED, ids=_id)
def test_a_planted_contradiction_is_asked_about_once(output: str, claim: Claim) -> None:
    assert _outcome(_reading(output), claim) == [False], [one.arithmetic for one in _about(_reading(output), claim)]


@pytest.mark.parametrize(("output", "claim"), HOLDING, ids=_id)
def test_what_holds_is_never_asked_about(output: str, claim: Claim) -> None:
    assert [one.arithmetic for one in _about(_reading(output), claim) if not one.holds] == []


@pytest.mark.parametrize("source", SOURCES, ids=lambda source: source.stem)
def test_nothing_is_asked_about_that_was_not_planted(source: Path) -> None:
    facts = _facts(source)
    reading = _reading(facts["output"])
    planted = [one for claim in facts["arithmetic"] if not claim["holds"] for one in _about(reading, claim)]
    others = {(facts["output"], one.arithmetic) for one in reading.checks if not one.holds and one not in planted}
    assert others <= IN_A_TABLE


def test_most_of_what_holds_is_shown_with_its_sum() -> None:
    told = [(output, claim) for output, claim in HOLDING if not output.endswith(".png")]
    silent = [claim["quote"] for output, claim in told if True not in _outcome(_reading(output), claim)]
    assert len(silent) <= 0.15 * len(told), silent
