"""Checks: one relation between figures of a document, tested, with its arithmetic and all its places."""

from datetime import date
from decimal import Decimal
from typing import Literal

import msgspec

DerivedRole = Literal["target", "baseline", "change", "total", "anniversary"]


class Quote(msgspec.Struct, frozen=True, gc=False):
    """Words of the document at [start, end)."""

    start: int
    end: int
    text: str


class Derived(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, gc=False):
    """A figure that is not printed but follows from printed ones. ``indicator`` is a code, or the label as written."""

    role: DerivedRole
    value: Decimal | date
    indicator: str | None = None
    period: str | None = None
    unit: str | None = None
    plan_owner: str | None = None


class Check(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, gc=False):
    """What one relation says of the figures at ``places``.

    ``arithmetic`` is in Vietnamese notation ("12 + 5 = 17"). ``note`` is what a person should look at; it asks for
    a look and accuses nobody. A check never changes a printed figure.
    """

    relation: str
    holds: bool
    arithmetic: str
    places: tuple[Quote, ...]
    note: str | None = None
    derived: Derived | None = None
