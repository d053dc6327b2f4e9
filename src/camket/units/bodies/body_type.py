"""Types of bodies: what kinds of units have them, under what names, from when to when, competent for what."""

from datetime import date
from enum import StrEnum
from typing import Literal

import msgspec

from camket.units.kind import Kind

NATION = "vn"
"""The id of the whole country where a body's unit is asked for; it is no unit of the table."""


class Presence(StrEnum):
    """Which units of the fitting kinds have a body of a type."""

    EVERY = "every"
    OPTIONAL = "optional"  # some have: a body is proposed as possible only
    DECLARED = "declared"  # only those that an installation names in its bodies.tsv


class BodyType(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A type of bodies, one entry of ``types/<branch>.yml``.

    ``names``: the formal one first; ``{party}`` in them is the word of the Party committee by the kind of unit.
    ``first`` and ``last`` are the days of the act that held for the whole country, ``early`` the first day on which any
    unit had it. ``takes_over``: codes of the types it was made of, by ``act``. ``general``: competent for everything.
    ``themes`` are codes of the vocabulary, ``fields`` finer words of one list for all types.
    """

    code: str
    branch: str
    label_en: str
    side: Literal["party", "state", "front"]
    kinds: frozenset[str]
    names: tuple[str, ...]
    first: date | None = None
    early: date | None = None
    last: date | None = None
    act: str = ""
    ended_by: str = ""
    under: str = ""
    presence: Presence = Presence.EVERY
    general: bool = False
    takes_over: tuple[str, ...] = ()
    themes: frozenset[str] = frozenset()
    fields: frozenset[str] = frozenset()

    @property
    def formal_name(self) -> str:
        """The name without the unit's: "Sở Tài chính", "Ban Tổ chức {party}"."""
        return self.names[0]

    def covers(self, day: date) -> bool:
        """Whether the type existed on ``day`` by the act for the whole country."""
        return (self.first is None or self.first <= day) and (self.last is None or day <= self.last)


PARTY_WORDS: dict[str, tuple[str, ...]] = {
    Kind.PROVINCE: ("Tỉnh ủy", "TU"),
    Kind.MUNICIPALITY: ("Thành ủy",),
    Kind.RURAL_DISTRICT: ("Huyện ủy", "HU"),
    Kind.URBAN_DISTRICT: ("Quận ủy",),
    Kind.TOWN: ("Thị ủy",),
    Kind.CITY: ("Thành ủy",),
    Kind.COMMUNE: ("Đảng ủy",),
    Kind.TOWNSHIP: ("Đảng ủy",),
    Kind.WARD: ("Đảng ủy",),
    Kind.SPECIAL_ZONE: ("Đảng ủy",),
}
"""What the Party committee of a unit is called, by the unit's kind; the formal word first."""
