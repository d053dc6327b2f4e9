"""Skips, with the package to install, the tests whose outside program is not there."""

import shutil
import subprocess

import pytest

_MARKS = {
    "needs_soffice": "LibreOffice is not installed: apt install libreoffice-core libreoffice-writer",
    "needs_tesseract": "Tesseract with vie is not installed: apt install tesseract-ocr tesseract-ocr-vie",
}


def pytest_configure(config: pytest.Config) -> None:
    """Make the two marks known."""
    for mark, reason in _MARKS.items():
        config.addinivalue_line("markers", f"{mark}: skipped where {reason}")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Skip what cannot run here."""
    there = {"needs_soffice": shutil.which("soffice") is not None, "needs_tesseract": _has_vietnamese()}
    for item in items:
        for mark, reason in _MARKS.items():
            if item.get_closest_marker(mark) and not there[mark]:
                item.add_marker(pytest.mark.skip(reason=reason))


def _has_vietnamese() -> bool:
    program = shutil.which("tesseract")
    if program is None:
        return False
    listed = subprocess.run([program, "--list-langs"], capture_output=True, text=True, check=False)
    return "vie" in listed.stdout.split()
