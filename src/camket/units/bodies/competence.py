"""Competence: how much of what one body was competent for another one is, and why."""

from collections.abc import Mapping
from fractions import Fraction
from functools import cache
from pathlib import Path
from typing import NamedTuple

import msgspec

from camket.units.bodies.body_type import BodyType
from camket.vocabulary.yaml_file import load_yaml

_GENERAL = Fraction(1, 2)
"""A committee is competent for all that its sections prepare; the section is nearer to the work."""


class Competence(NamedTuple):
    """``share`` of what was sought, 0 to 1, and sentences that say why."""

    share: Fraction
    reasons: tuple[str, ...]


class Transfer(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The decree that moved powers of the district in some themes."""

    themes: frozenset[str]
    fields: frozenset[str]
    act: str


_COMMITTEE = "peoples_committee"
NONE = Competence(Fraction(0), ())


@cache
def load_transfers() -> tuple[Transfer, ...]:
    """The packaged decrees, read once."""
    return load_yaml(Path(__file__).with_name("transfers.yml"), tuple[Transfer, ...])


def competence(former: BodyType, now: BodyType, types: Mapping[str, BodyType], matter: frozenset[str]) -> Competence:
    """How competent a body of type ``now`` is for what one of ``former`` was; for ``matter`` only where it is given.

    ``matter`` are codes of themes or words of fields. What the two share in neither themes nor fields is 0.
    """
    if former.side != now.side:
        return NONE
    if former.general or now.general:
        return _general(former, now, types)
    by_act = _taken_over(former, now, types)
    overlap = _overlap(former, now, matter)
    if by_act is not None and (overlap.share or not matter):
        return Competence(max(by_act.share, overlap.share), (*by_act.reasons, *overlap.reasons))
    return overlap


def base(code: str) -> str:
    """A type's code without the year that tells it from an earlier one of the same name."""
    return code.partition("@")[0]


def _general(former: BodyType, now: BodyType, types: Mapping[str, BodyType]) -> Competence:
    if former.general and now.general and base(former.code) == base(now.code):
        return Competence(Fraction(1), ("Cùng loại cơ quan, thẩm quyền chung.",))
    if now.general and not former.general and base(now.code) in _line_above(former, types):
        return Competence(_GENERAL, ("Là cơ quan mà cơ quan cũ giúp việc; có thẩm quyền chung.",))
    return NONE


def under_committee(one: BodyType, types: Mapping[str, BodyType]) -> bool:
    """Whether a type is the people's committee or works for it."""
    return _COMMITTEE in {base(one.code), *_line_above(one, types)}


def _line_above(one: BodyType, types: Mapping[str, BodyType]) -> set[str]:
    found: set[str] = set()
    while one.under and one.under not in found:
        found.add(one.under)
        one = types[one.under]
    return found


def _taken_over(former: BodyType, now: BodyType, types: Mapping[str, BodyType]) -> Competence | None:
    if former.code in now.takes_over:
        return Competence(Fraction(1), (f"Được lập trên cơ sở cơ quan cũ, theo {now.act}.",))
    for code in now.takes_over:
        if (step := _taken_over(former, types[code], types)) is not None:
            return Competence(
                step.share, (*step.reasons, f"Sau đó được lập trên cơ sở cơ quan trung gian, theo {now.act}.")
            )
    return None


def _overlap(former: BodyType, now: BodyType, matter: frozenset[str]) -> Competence:
    if former.code == now.code and not matter:
        return Competence(Fraction(1), ("Cùng loại cơ quan.",))
    sought = matter or former.fields or former.themes
    shared = sought & (now.fields | now.themes)
    if not sought or not shared:
        return NONE
    named = ", ".join(sorted(shared)[:4]) + (", …" if len(shared) > 4 else "")
    return Competence(Fraction(len(shared), len(sought)), (f"Cùng lĩnh vực ({len(shared)}/{len(sought)}): {named}.",))


def acts_of_transfer(former: BodyType, matter: frozenset[str]) -> tuple[str, ...]:
    """The decrees under which the powers of a district's body of that type went to others."""
    return tuple(
        one.act
        for one in load_transfers()
        if (matter & (one.themes | one.fields) if matter else former.general or former.fields & one.fields)
    )
