"""The glossary: generated, complete, and found out when stale."""

from pathlib import Path

import pytest

from camket.vocabulary import load_vocabulary
from camket.vocabulary.glossary import glossary, main


def test_every_indicator_and_loss_has_its_row() -> None:
    vocabulary = load_vocabulary()
    text = glossary(vocabulary)
    for indicator in vocabulary.indicators.values():
        assert f"| {indicator.label_vi} | `{indicator.code}` | {indicator.label_en} |" in text
    for loss in vocabulary.loss_categories.values():
        assert f"| {loss.label_vi} | `{loss.code}` | {loss.label_en} |" in text


def test_every_state_has_its_row_in_the_words_of_its_kind() -> None:
    rows = glossary(load_vocabulary()).splitlines()
    assert "| quy hoạch và kế hoạch | `plan` | plan | đã phê duyệt | `done` | done |" in rows
    assert "| kiến nghị | `petition` | petition | đã trả lời | `answered` | answered |" in rows


def test_a_trap_is_told_with_the_other_term() -> None:
    rows = glossary(load_vocabulary()).splitlines()
    row = next(row for row in rows if "| `poverty_rate` |" in row)
    assert "`poverty_reduction_pp`" in row
    assert "mức giảm" in row


def test_the_published_glossary_is_fresh() -> None:
    assert main(["--check"]) == 0


def test_a_stale_or_missing_glossary_is_found(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "docs" / "GLOSSARY.md"
    assert main(["--check"], path) == 1
    assert main([], path) == 0
    assert main(["--check"], path) == 0
    path.write_text(path.read_text("utf-8") + "thêm", "utf-8")
    assert main(["--check"], path) == 1
    assert "đã cũ" in capsys.readouterr().out
