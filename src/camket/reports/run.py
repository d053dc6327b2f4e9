"""What a report is made of: what was read, and what could not be read and why."""

from dataclasses import replace
from datetime import datetime

import msgspec

from camket.reading.read import Reading
from camket.reports.failure import Failure

__all__ = ["Failure", "Run", "named"]


class Run(msgspec.Struct, frozen=True):
    """The frozen input of every report. ``made`` is the moment that the report bears; the caller says which."""

    readings: tuple[Reading, ...]
    failures: tuple[Failure, ...]
    made: datetime


def named(reading: Reading, name: str) -> Reading:
    """The same reading of a document that goes by ``name``."""
    if reading.document.name == name:
        return reading
    return msgspec.structs.replace(reading, document=replace(reading.document, name=name))
