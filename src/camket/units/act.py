"""Acts: the resolutions and decrees by which units change."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Act:
    """A public act. ``id`` is its number as written, "1661/NQ-UBTVQH15"; ``source`` where it can be read."""

    id: str
    issuer: str = ""
    signed: date | None = None
    effective: date | None = None
    title: str = ""
    source: str = ""
