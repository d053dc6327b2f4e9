"""Real documents, as a careful person reads them: they stand beside the repository, not in it."""

import subprocess
import sys
from pathlib import Path

import pytest

SHARED = Path(__file__).resolve().parents[2] / "shared"
CAMKET = Path(sys.executable).with_name("camket")
MIN_F1 = "0.95"
MIN_FIELDS = "0.9"


@pytest.mark.shared
@pytest.mark.skipif(not (SHARED / "gold").is_dir(), reason="the gold of real documents (../shared) is not there")
def test_real_documents_are_read_as_a_careful_person_reads_them(tmp_path: Path) -> None:
    found = tmp_path / "found.jsonl"
    seeds = sorted((SHARED / "seeds").glob("*.txt"))
    reading = subprocess.run(
        [CAMKET, "read", "--format", "jsonl", "-o", found, *seeds], capture_output=True, text=True, check=False
    )
    assert reading.returncode == 0, reading.stderr
    scorer: list[str | Path] = [
        sys.executable,
        SHARED / "tools" / "score_reading.py",
        SHARED / "gold",
        found,
        "--errors",
    ]
    score = subprocess.run(
        [*scorer, "--min-f1", MIN_F1, "--min-fields", MIN_FIELDS], capture_output=True, text=True, check=False
    )
    assert score.returncode == 0, score.stdout + score.stderr
