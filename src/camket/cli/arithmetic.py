"""A document's checks as lines on the screen."""

from collections.abc import Iterator

from rich.text import Text

from camket.cli.output import one_line
from camket.reading.read import Reading
from camket.reports.checked import Checked, checks_of
from camket.reports.labels import load_labels
from camket.reports.place import Locator

__all__ = ["arithmetic_of", "checks_of"]

_MOST_QUOTED = 160


def arithmetic_of(reading: Reading, checks: tuple[Checked, ...]) -> Iterator[Text]:
    """Each check with its arithmetic, its places, and, where it does not hold, what to look at."""
    yield Text(one_line(reading.document.name), style="bold reverse")
    if not checks:
        yield Text("  Không có con số nào so được với nhau.")
    locator = Locator(reading.document, load_labels())
    for one in checks:
        yield Text.assemble(
            ("  " + one.outcome, "bold green" if one.holds else "bold yellow"),
            f": {one.arithmetic}",
            (f"  [{one.relation}]", "dim"),
        )
        if one.note and not one.holds:
            yield Text(f"    {one.note}")
        for start, end in one.spans:
            yield Text(
                f"    {locator.words(start)} ({start}-{end}): «{_quoted(reading.document.text[start:end])}»",
                style="dim",
            )
    yield Text()


def _quoted(text: str) -> str:
    words = one_line(text)
    return words if len(words) <= _MOST_QUOTED else words[:_MOST_QUOTED] + "…"
