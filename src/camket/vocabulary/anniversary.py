"""Anniversaries: national events by whose n-th return documents set dates."""

import datetime
from collections.abc import Mapping
from functools import cache
from pathlib import Path

import msgspec

from camket.vocabulary.folding import fold
from camket.vocabulary.yaml_file import load_yaml

_FILE = Path(__file__).parent / "anniversaries.yml"


class Event(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A day of national history and the words that name it after "kỷ niệm n năm (ngày)"."""

    date: datetime.date
    words: tuple[str, ...]


@cache
def event_dates() -> Mapping[str, datetime.date]:
    """Return the day of each event by its folded words. Raise msgspec.ValidationError on a broken data file."""
    events = load_yaml(_FILE, dict[str, Event])
    return {fold(words): event.date for event in events.values() for words in event.words}


def anniversary(event: datetime.date, years: int) -> datetime.date | None:
    """The day on which ``event`` is ``years`` years past; None beyond the calendar."""
    try:
        return event.replace(year=event.year + years)
    except ValueError:
        return None
