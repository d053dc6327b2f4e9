"""Stretches: the parts of a sentence, each under one role."""

import msgspec

from camket.reading.structure.item import Governor, Role
from camket.reading.structure.sentences import Sentence


class Stretch(msgspec.Struct, frozen=True, gc=False):
    """A part of a sentence under one role; what is governed starts at ``body``, after a colon where ``listed``."""

    start: int
    end: int
    body: int
    role: Role
    governor: Governor | None
    listed: bool


def whole(sentence: Sentence, body: int) -> Stretch:
    """All of a sentence, governed by nothing."""
    return Stretch(sentence.start, sentence.end, body, "plain", None, listed=False)
