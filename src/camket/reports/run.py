"""What a report is made of: what was read, and what could not be read and why."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from pathlib import PurePath

import msgspec

from camket.reading.read import Reading


class Failure(msgspec.Struct, frozen=True):
    """A file that could not be read; ``reason`` is for the user, in Vietnamese."""

    name: str
    reason: str


class Run(msgspec.Struct, frozen=True):
    """The frozen input of every report. ``made`` is the moment that the report bears; the caller says which."""

    readings: tuple[Reading, ...]
    failures: tuple[Failure, ...]
    made: datetime


def distinct_names(paths: Iterable[PurePath]) -> list[str]:
    """File names, with as many folders before them as it takes to tell files of one name apart."""
    parts = [path.parts for path in paths]
    depths = [1] * len(parts)
    while clashing := _clashing(parts, depths):
        for index in clashing:
            depths[index] += 1
    return [_printable("/".join(one[-depth:])) for one, depth in zip(parts, depths, strict=True)]


def named(reading: Reading, name: str) -> Reading:
    """The same reading of a document that goes by ``name``."""
    if reading.document.name == name:
        return reading
    return msgspec.structs.replace(reading, document=replace(reading.document, name=name))


def _clashing(parts: list[tuple[str, ...]], depths: list[int]) -> list[int]:
    seen: dict[tuple[str, ...], list[int]] = {}
    for index, (one, depth) in enumerate(zip(parts, depths, strict=True)):
        seen.setdefault(one[-depth:], []).append(index)
    return [
        index for same in seen.values() if len(same) > 1 for index in same if depths[index] < len(parts[index])
    ]


def _printable(name: str) -> str:
    """A file name whose bytes are no UTF-8 still has to be printed."""
    return name.encode("utf-8", "replace").decode("utf-8")
