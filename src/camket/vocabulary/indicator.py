"""Indicators: what a figure measures, how it is written, and how it may be added up."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Literal

import msgspec

Direction = Literal["up", "down", "neutral"]
Rule = Literal["sum", "weighted_mean", "ratio", "none"]


class Aggregation(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How an indicator of a whole follows from its parts (units of one level).

    ``sum`` adds; ``weighted_mean`` needs ``weight``; ``ratio`` needs ``numerator`` and ``denominator``;
    ``none`` must be asked anew. Weight, numerator and denominator are codes of indicators or of measures.
    """

    rule: Rule
    weight: str | None = None
    numerator: str | None = None
    denominator: str | None = None


class Break(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The first year whose figures may not be compared with those before, and why (Vietnamese)."""

    year: int
    reason: str


class VerbHead(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A verb phrase that stands for the indicator when a number follows: "trồng mới 120 ha rừng".

    One of ``verbs`` comes before the number and one of ``nouns`` after it (after the unit, where one is written);
    without ``nouns`` the unit alone must fit. ``units`` are the units that may be written, codes.
    """

    verbs: tuple[str, ...]
    nouns: tuple[str, ...] = ()
    units: tuple[str, ...] = ()


class Indicator(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A thing that is counted or measured, with every wording by which reports name it.

    ``labels_vi``: the first is the canonical label, then synonyms that stand before the number. ``predicates`` are
    wordings that follow the number and name the indicator ("xã đạt chuẩn nông thôn mới"). ``unit`` is the code
    of the unit values are kept in; ``units_also`` of others reports use. ``rate`` is true when the value is itself
    a percentage, so that a fall "by 4 %" is one of 4 percentage points. ``not_this`` names what it is
    mistaken for: code of the other indicator, and how to tell them apart (Vietnamese).
    """

    code: str
    theme: str
    labels_vi: tuple[str, ...]
    label_en: str
    unit: str
    units_also: tuple[str, ...] = ()
    direction: Direction
    aggregation: Aggregation
    breaks: tuple[Break, ...] = ()
    rate: bool = False
    verb_heads: tuple[VerbHead, ...] = ()
    predicates: tuple[str, ...] = ()
    not_this: Mapping[str, str] = MappingProxyType({})

    def __post_init__(self) -> None:
        """Freeze the mapping as the rest is frozen."""
        msgspec.structs.force_setattr(self, "not_this", MappingProxyType(dict(self.not_this)))

    @property
    def label_vi(self) -> str:
        """The canonical Vietnamese label."""
        return self.labels_vi[0]


class Measure(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A base quantity that weights, numerators and denominators need but reports seldom give as a figure of its own."""

    code: str
    label_vi: str
    label_en: str
    unit: str
