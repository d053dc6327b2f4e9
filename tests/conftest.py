"""What all tests share: no skips where CI forbids them, the option that accepts changed golden results, no deadlines."""

import os
from collections.abc import Generator

import pytest
from hypothesis import settings

# How long one example takes says more about the machine than about the code; runaways are caught by tests of their own.
# Where all must pass before anything lands, the same examples are tried each time; elsewhere new ones.
settings.register_profile(
    "house", parent=settings(), deadline=None, derandomize=bool(os.environ.get("CAMKET_NO_SKIPS"))
)
settings.load_profile("house")

_NO_SKIPS = bool(os.environ.get("CAMKET_NO_SKIPS"))


def pytest_addoption(parser: pytest.Parser) -> None:
    """Accepting is an option of the test that compares, so that both read the documents in the same way."""
    parser.addoption("--accept", action="store_true", help="write changed golden results instead of failing on them")


def pytest_configure(config: pytest.Config) -> None:
    """Make the mark known."""
    config.addinivalue_line("markers", "shared: needs the papers beside the repository; may always be skipped")


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Where nothing may be skipped, a skipped test has failed."""
    report = yield
    if _NO_SKIPS and report.skipped and not hasattr(report, "wasxfail") and not item.get_closest_marker("shared"):
        _fail(report)
    return report


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report() -> Generator[None, pytest.CollectReport, pytest.CollectReport]:
    """The same for a whole module that skips itself."""
    report = yield
    if _NO_SKIPS and report.skipped:
        _fail(report)
    return report


def _fail(report: pytest.TestReport | pytest.CollectReport) -> None:
    reason = report.longrepr[2] if isinstance(report.longrepr, tuple) else report.longrepr
    report.outcome = "failed"
    report.longrepr = f"CAMKET_NO_SKIPS is set, and this was skipped: {reason}"
