"""Moves: what territory went from one unit to another on a day, and under which act."""

from datetime import date
from decimal import Decimal
from enum import StrEnum

import msgspec


class ChangeKind(StrEnum):
    """What happened to a unit. Values are the codes of the packaged table."""

    MERGE = "merge"
    SPLIT = "split"
    TRANSFER = "transfer"
    RENAME = "rename"
    LEVEL = "level"
    REPARENT = "reparent"
    ABOLITION = "abolition"

    @property
    def moves_territory(self) -> bool:
        """Whether people and land changed units; a rename or a new parent moves none."""
        return self in {ChangeKind.MERGE, ChangeKind.SPLIT, ChangeKind.TRANSFER}


class Move(msgspec.Struct, frozen=True, gc=False):
    """One flow of a change, effective on the morning of ``day``.

    ``whole``: all of ``source`` went to ``target``. Otherwise a part, whose shares of the source's population and area
    are between 0 and 1, None where the act does not say. ``target`` is None for an abolition without successor;
    source and target are the same unit where only name, kind or parent changed.
    """

    day: date
    kind: ChangeKind
    source: str
    target: str | None
    act: str | None = None
    whole: bool = False
    population: Decimal | None = None
    area: Decimal | None = None
    note: str = ""
