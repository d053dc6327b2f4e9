"""Golden results: what reading an example document gave when a person last looked at it, and what has changed since."""

import json
from collections.abc import Iterable, Iterator
from typing import Any

type Row = dict[str, Any]  # one statement as printed: its fields are its kind's

_PLACE = ("kind", "start", "end")
_SHOWN = 90


def parse(lines: str) -> list[Row]:
    """The statements of a JSON Lines text."""
    return [json.loads(line) for line in lines.splitlines() if line.strip()]


def compare(golden: Iterable[Row], found: Iterable[Row]) -> list[str]:
    """One line for each statement lost, gained or told otherwise, in the order of the document; empty when all agree."""
    before, after = _by_place(golden), _by_place(found)
    places = sorted(before.keys() | after.keys(), key=lambda place: (place[1], place[2], place[0]))
    return [line for place in places for line in _changes(before.get(place), after.get(place))]


def _by_place(rows: Iterable[Row]) -> dict[tuple[Any, ...], Row]:
    return {tuple(row[name] for name in _PLACE): row for row in rows}


def _changes(golden: Row | None, found: Row | None) -> Iterator[str]:
    if golden is None or found is None:
        row = found or golden or {}
        yield f"{'- lost  ' if found is None else '+ gained'} {_head(row)}"
    elif golden != found:
        fields = [name for name in {**golden, **found} if golden.get(name) != found.get(name)]
        told = "; ".join(f"{name}: {golden.get(name)!r} -> {found.get(name)!r}" for name in fields)
        yield f"~ changed {_head(found)}\n           {told}"


def _head(row: Row) -> str:
    text = " ".join(row["text"].split())
    shown = text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"
    return f"{row['kind']} {row['start']}-{row['end']} «{shown}»"
