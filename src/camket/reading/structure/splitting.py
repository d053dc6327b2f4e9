"""Splitting: the items of a stretch, each with who owes it."""

import re
from collections.abc import Iterator, Sequence

import msgspec
from msgspec.structs import replace

from camket.reading.lexing.sought import Head, Sought
from camket.reading.structure.bodies import BodyReader
from camket.reading.structure.connectives import past_link, past_modal, skip
from camket.reading.structure.item import Governor
from camket.reading.structure.sentences import segments, trim
from camket.reading.structure.source import Source
from camket.reading.structure.state import State
from camket.reading.structure.stretch import Stretch

_FRONTED = Head(r"(?:đối với|về|riêng|trong)\s[^,;:.]{3,120},\s")
_PREPOSITION = Head(r"(?:từ|tại|ở|đến|của|thuộc|giữa|cho)\s(?!nay|đó)")
_PARTNERS = re.compile(r"phối hợp (?:chặt chẽ )?(?:với |cùng )?")
_BASES = ("căn cứ ", "trên cơ sở ", "theo chức năng")
_EXAMPLES = Sought(r"nhất là|trong đó có|(?<!\w)như(?!\w)|bao gồm|(?<!\w)gồm(?!\w)")


_GOVERNED = frozenset(("petition", "directive", "own_task"))


class Part(msgspec.Struct, frozen=True, gc=False):
    """One item of a stretch; what it says starts at ``body``."""

    start: int
    end: int
    body: int


class Splitter:
    """Cuts stretches at their semicolons and finds the owners that items name themselves."""

    def __init__(self, bodies: BodyReader) -> None:
        self._bodies = bodies

    def parts(self, source: Source, stretch: Stretch) -> list[Part]:
        """The items; under "nhất là", "như" noun phrases after ";" stay in their item."""
        key, body, end = source.key, stretch.body, stretch.end
        governed = stretch.role in _GOVERNED
        if key.find(";", body, end) >= 0:
            return list(self._several(source, stretch, governed=governed))
        if governed:
            body = past_link(key, skip(key, body))
        last = trim(key, body, end)
        return [Part(stretch.start, last, body)] if last > body else []

    def _several(self, source: Source, stretch: Stretch, *, governed: bool) -> Iterator[Part]:
        key = source.key
        for index, (start, end) in enumerate(self._pieces(source, stretch, governed=governed)):
            body = past_link(key, skip(key, start)) if index or governed else start
            first = stretch.start if index == 0 else skip(key, start)
            last = trim(key, body, end)
            if last > body:
                yield Part(first, last, body)

    def _pieces(self, source: Source, stretch: Stretch, *, governed: bool) -> list[list[int]]:
        key, tasks = source.key, source.cues.tasks
        if not governed:
            return [[start, end] for start, end in segments(key, stretch.body, stretch.end)]
        tasked = tasks.at(past_link(key, skip(key, stretch.body))) is not None
        pieces: list[list[int]] = []
        for start, end in segments(key, stretch.body, stretch.end):
            begin = skip(key, start)
            within = (not stretch.listed or tasked) and tasks.at(past_link(key, begin)) is None
            if pieces and self._goes_on(source, pieces[-1], begin, end, within=within):
                pieces[-1][1] = end
            else:
                pieces.append([start, end])
        return pieces

    def _goes_on(self, source: Source, piece: Sequence[int], begin: int, end: int, *, within: bool) -> bool:
        """Whether what follows a semicolon belongs to the item before it."""
        key = source.key
        if _PREPOSITION.match(key, begin) and source.cues.tasks.at(begin) is None:
            return True
        if within and _EXAMPLES.search(key, *piece):
            return True
        partners = _PARTNERS.search(key, *piece)
        if partners is None or self._bodies.read(source.text, key, begin, end) is None:
            return False
        last = max(partners.end(), skip(key, key.rfind(";", *piece) + 1))
        listed = self._bodies.read(source.text, key, last, piece[1])
        return listed is not None and not source.cues.tasks.within(listed.end, piece[1])

    def owned(self, source: Source, part: Part, governor: Governor | None, state: State) -> tuple[int, Governor]:
        """Where the wording of an order starts and who owes it, where the item names its own owner."""
        governor = governor or _unnamed(source, part.body, state)
        fronted = _FRONTED.match(source.key, part.body, part.end)
        start = fronted.end() if fronted else part.body
        phrase = self._bodies.read(source.text, source.key, start, part.end)
        if phrase is None:
            return part.body, governor
        if fronted and past_modal(source.key, skip(source.key, phrase.end), part.end) == skip(source.key, phrase.end):
            return part.body, replace(governor, addressee=source.words(phrase.start, phrase.end))
        after = past_modal(source.key, skip(source.key, phrase.end), part.end)
        told = source.cues.tasks.at(after) is not None or source.key.startswith(_BASES, after)
        if after >= part.end or not (told or after > skip(source.key, phrase.end)):
            return part.body, governor
        return after, replace(governor, addressee=source.words(phrase.start, phrase.end))


def _unnamed(source: Source, body: int, state: State) -> Governor:
    speaker = state.speaker.name if state.speaker else None
    return Governor(body, body, "directive", speaker, source.unit, (), None)
