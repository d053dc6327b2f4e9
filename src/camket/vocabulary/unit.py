"""Units of measure: the code values are kept in, and the words that are written for it."""

from collections.abc import Mapping
from decimal import Decimal
from types import MappingProxyType
from typing import Literal

import msgspec

Quantity = Literal["count", "money", "percent", "points", "area", "length", "mass", "volume", "density", "score"]


class Unit(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A unit. ``words``: written form -> what one of it is worth in this unit ("tỷ đồng" -> 10^9 VND).

    ``quantity`` is what it measures; only a "count" is always whole.
    """

    code: str
    label_vi: str
    label_en: str
    quantity: Quantity
    words: Mapping[str, Decimal]

    def __post_init__(self) -> None:
        """Freeze the words as the rest is frozen."""
        msgspec.structs.force_setattr(self, "words", MappingProxyType(dict(self.words)))
