"""Splitting: the items of a stretch, each with who owes it."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from camket.reading.structure.bodies import BodyReader
from camket.reading.structure.connectives import past_link, past_modal, skip
from camket.reading.structure.item import Governor
from camket.reading.structure.sentences import segments, trim
from camket.reading.structure.source import Source
from camket.reading.structure.state import State
from camket.reading.structure.stretch import Stretch

_EXAMPLES = re.compile(r"nhất là|trong đó có|(?<!\w)như(?!\w)|bao gồm|(?<!\w)gồm(?!\w)")


class Part(NamedTuple):
    """One item of a stretch; what it says starts at ``body``."""

    start: int
    end: int
    body: int


class Splitter:
    """Cuts stretches at their semicolons and finds the owners that items name themselves."""

    def __init__(self, bodies: BodyReader) -> None:
        self._bodies = bodies

    @staticmethod
    def parts(source: Source, stretch: Stretch) -> Iterator[Part]:
        """The items; under "nhất là", "như" noun phrases after ";" stay in their item."""
        key = source.key
        governed = stretch.role in ("petition", "directive", "own_task")
        for index, (start, end) in enumerate(_pieces(source, stretch, governed=governed)):
            body = past_link(key, skip(key, start)) if index or governed else start
            first = stretch.start if index == 0 else skip(key, start)
            last = trim(key, body, end)
            if last > body:
                yield Part(first, last, body)

    def owned(self, source: Source, part: Part, stretch: Stretch, state: State) -> tuple[int, Governor | None]:
        """Where an item's wording starts and who owes it, where the item names its own owner."""
        if stretch.role != "directive":
            return part.body, stretch.governor
        governor = stretch.governor or _unnamed(source, part.body, state)
        phrase = self._bodies.read(source.text, source.key, part.body, part.end)
        if phrase is None:
            return part.body, governor
        after = past_modal(source.key, skip(source.key, phrase.end), part.end)
        if after >= part.end or (source.cues.tasks.at(after) is None and after == skip(source.key, phrase.end)):
            return part.body, governor
        return after, governor._replace(addressee=source.words(phrase.start, phrase.end))


def _pieces(source: Source, stretch: Stretch, *, governed: bool) -> list[list[int]]:
    key, tasks = source.key, source.cues.tasks
    tasked = tasks.at(past_link(key, skip(key, stretch.body))) is not None
    pieces: list[list[int]] = []
    for start, end in segments(key, stretch.body, stretch.end):
        within = governed and (not stretch.listed or tasked) and tasks.at(past_link(key, skip(key, start))) is None
        if pieces and within and _EXAMPLES.search(key, pieces[-1][0], pieces[-1][1]):
            pieces[-1][1] = end
        else:
            pieces.append([start, end])
    return pieces


def _unnamed(source: Source, body: int, state: State) -> Governor:
    speaker = state.speaker.name if state.speaker else None
    return Governor(body, body, "directive", speaker, source.unit, (), None)
