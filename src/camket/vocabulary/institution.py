"""Bodies and posts: who speaks to whom, by rank. Documents: what they issue."""

from decimal import Decimal
from typing import Literal

import msgspec

Side = Literal["party", "state", "front", "people"]


class Body(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A kind of body. ``rank`` is its step on the ladder, 5 (central) to 1 (a village, voters).

    ``ranks`` holds every step it may stand on where the words alone do not tell ("Thành ủy": 4 or 3): the
    unit's name decides; ``rank`` is then the likelier.
    """

    code: str
    label_vi: str
    label_en: str
    words: tuple[str, ...]
    rank: Decimal
    ranks: tuple[Decimal, ...] = ()
    side: Side


class Post(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """An office that a person holds; it speaks with the rank of its body, or with ``rank`` where it has its own."""

    code: str
    label_vi: str
    label_en: str
    words: tuple[str, ...]
    side: Literal["party", "state", "front", "people", "any"]
    rank: Decimal | None = None


class DocumentType(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A kind of legal, administrative or Party document; ``marks`` stand for it in a number ("45/2018/QĐ-UBND")."""

    code: str
    label_vi: str
    label_en: str
    words: tuple[str, ...]
    marks: tuple[str, ...] = ()
    side: Literal["state", "party", "both"]
