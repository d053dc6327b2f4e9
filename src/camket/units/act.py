"""Acts: the resolutions and decrees by which units change."""

from datetime import date

import msgspec


class Act(msgspec.Struct, frozen=True, gc=False):
    """A public act. ``id`` is its number as written, "1661/NQ-UBTVQH15"; ``source`` where it can be read."""

    id: str
    issuer: str = ""
    signed: date | None = None
    effective: date | None = None
    title: str = ""
    source: str = ""
