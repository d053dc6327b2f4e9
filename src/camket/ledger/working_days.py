"""The calendar an installation counts working days by: the packaged one, and the files of its own in its home."""

from functools import cache
from pathlib import Path

from camket.ledger.place import home
from camket.vocabulary.working_calendar import WorkingCalendar, load_working_calendar, read_working_calendar


def calendar() -> WorkingCalendar:
    """The working days; ``holidays/<year>.yml`` in the home stands before the packaged year. Raises VocabularyError."""
    own = home() / "holidays"
    return _read(own) if own.is_dir() else load_working_calendar()


@cache
def _read(own: Path) -> WorkingCalendar:
    return read_working_calendar(own)
