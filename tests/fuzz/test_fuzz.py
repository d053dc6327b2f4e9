"""A short run of each fuzzer: what they find in twenty seconds may not come into the code at all."""

import os
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

HERE = Path(__file__).parent
SECONDS = 20


@pytest.mark.skipif(find_spec("atheris") is None, reason="atheris has no package for this machine: pip install atheris")
@pytest.mark.parametrize("fuzzer", ["fuzz_read.py", "fuzz_load.py"])
def test_a_short_fuzz_run_finds_nothing(fuzzer: str, tmp_path: Path) -> None:
    # A process of its own, for libFuzzer ends the process it runs in; it leaves what failed in the folder it started in.
    done = subprocess.run(
        [sys.executable, HERE / fuzzer, f"-max_total_time={SECONDS}"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        errors="replace",
        timeout=SECONDS * 15,
        env={**os.environ, "PYTHONDONTWRITEBYTECODE": "1"},
        check=False,
    )
    found = {file.name: file.read_bytes()[:2000] for file in tmp_path.iterdir()}
    assert (done.returncode, found) == (0, {}), done.stderr[-5000:]
    assert "stat::number_of_executed_units" in done.stderr


@pytest.mark.skipif(find_spec("atheris") is None, reason="atheris has no package for this machine: pip install atheris")
def test_a_fuzzer_tells_what_fails(tmp_path: Path) -> None:
    """The harness itself: an input that breaks a property ends the run with an error and the input on disk."""
    program = "\n".join(
        (
            "import sys",
            f"sys.path.insert(0, {str(HERE)!r})",
            "from running import run",
            "def one_input(data):",
            "    assert b'12/17' not in data",
            "run(one_input, ['fuzz', '-max_total_time=20'], [b'12/17'])",
        )
    )
    done = subprocess.run([sys.executable, "-c", program], cwd=tmp_path, capture_output=True, check=False, timeout=120)
    assert done.returncode != 0
    assert [file.name.partition("-")[0] for file in tmp_path.iterdir()] == ["crash"]
