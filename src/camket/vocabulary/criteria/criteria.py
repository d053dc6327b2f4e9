"""A criteria set (bộ tiêu chí): what an act asks of a unit, criterion by criterion, in one version of the act.

What was not seen in a source says so: a part of a set by ``verified`` and ``note``, a field of the set itself in
``unverified``. Nothing here decides whether a unit meets a criterion; people do, and the ledger keeps it.
"""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Literal

import msgspec

Level = Literal["commune", "district", "village", "urban"]
Kind = Literal["new_rural", "advanced", "model", "urban_class"]
Grade = Literal["met", "basically_met", "not_met"]
Comparator = Literal["at_least", "at_most", "equal"]


class Act(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A legal act by its number, the day it was signed and what it is called."""

    number: str
    date: date
    title: str | None = None


class Source(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Where part of the set was read, and which part."""

    address: str
    gives: str


class Counts(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """How many criteria and indicators the act is said to have; ``indicators`` is None where no source said."""

    criteria: int
    indicators: int | None = None


class Group(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Units of which the act asks the same: a region, a group of communes, a class of towns.

    ``was``: codes of groups of the set before, whose units pass into this group by the act itself.
    """

    code: str
    name_vi: str
    note: str | None = None
    was: tuple[str, ...] = ()


class Requirement(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What a figure must reach. No ``groups``: the general level (chỉ tiêu chung). ``year``: for that year only."""

    comparator: Comparator
    value: Decimal
    unit: str
    groups: tuple[str, ...] = ()
    year: int | None = None
    verified: bool = True
    note: str | None = None


class CriterionIndicator(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """An indicator (chỉ tiêu) of a criterion, numbered as in the act ("3.1", or "10" where it is the only one).

    No ``requirements``: it is met or not, or the levels were not seen.
    """

    number: str
    name_vi: str
    requirements: tuple[Requirement, ...] = ()
    verified: bool = True
    note: str | None = None


class Score(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The points a criterion may get; ``least`` is what it must get at least, None where no source said."""

    most: Decimal
    least: Decimal | None = None
    verified: bool = True
    note: str | None = None


class Criterion(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A criterion (tiêu chí). ``code`` stays the same for the same matter in other sets, where it is one there."""

    number: int
    code: str
    name_vi: str
    indicators: tuple[CriterionIndicator, ...] = ()
    score: Score | None = None
    verified: bool = True
    note: str | None = None


class CriteriaSet(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One version of a set: in force from ``first_day`` to ``last_day`` (None: still), both included.

    ``years`` are those its title names. ``conditions`` are what the act asks of the unit beside the criteria.
    ``indicators_listed``: whether all indicators of the act stand here, some, or none.
    """

    code: str
    label_vi: str
    label_en: str
    level: Level
    kind: Kind
    act: Act
    first_day: date
    assessed_by: Literal["grade", "score"]
    counts: Counts
    indicators_listed: Literal["all", "some", "none"]
    sources: tuple[Source, ...]
    criteria: tuple[Criterion, ...]
    last_day: date | None = None
    years: tuple[int, int] | None = None
    amended_by: tuple[Act, ...] = ()
    groups: tuple[Group, ...] = ()
    conditions: tuple[CriterionIndicator, ...] = ()
    unverified: dict[str, str] = msgspec.field(default_factory=dict)

    def holds_on(self, day: date) -> bool:
        """Whether the set is in force on that day."""
        return self.first_day <= day and (self.last_day is None or day <= self.last_day)

    def criterion(self, code: str) -> Criterion:
        """The criterion of that code. Raises KeyError when the set has none."""
        for one in self.criteria:
            if one.code == code:
                return one
        raise KeyError(code)

    def doubts(self) -> Iterator[tuple[str, str]]:
        """What was not verified: where in the set, and why, in Vietnamese."""
        yield from self.unverified.items()
        for condition in self.conditions:
            yield from _of_indicator(f"điều kiện {condition.number}", condition)
        for criterion in self.criteria:
            yield from _of_criterion(criterion)


def _of_criterion(criterion: Criterion) -> Iterator[tuple[str, str]]:
    if not criterion.verified:
        yield f"tiêu chí {criterion.number}", criterion.note or ""
    if criterion.score is not None and not criterion.score.verified:
        yield f"điểm của tiêu chí {criterion.number}", criterion.score.note or ""
    for indicator in criterion.indicators:
        yield from _of_indicator(f"chỉ tiêu {indicator.number}", indicator)


def _of_indicator(where: str, indicator: CriterionIndicator) -> Iterator[tuple[str, str]]:
    if not indicator.verified:
        yield where, indicator.note or ""
    for requirement in indicator.requirements:
        if not requirement.verified:
            yield f"mức của {where}", requirement.note or ""
