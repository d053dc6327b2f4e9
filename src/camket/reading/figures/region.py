"""Region: how far around a number the words about it may stand."""

from msgspec import Struct


class Region(Struct, frozen=True, gc=False):
    """Where the words about one number may stand: ``floor`` to ``cue`` before it, and up to ``limit`` after it."""

    floor: int
    cue: int
    limit: int
