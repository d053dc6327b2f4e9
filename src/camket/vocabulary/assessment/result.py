"""What an assessment finds."""

import datetime
from decimal import Decimal
from typing import Literal

import msgspec

from camket.vocabulary.period import Period

Verdict = Literal["exceeded", "met", "on_track", "behind", "not_met", "no_figure"]


class Assessment(msgspec.Struct, frozen=True, kw_only=True):
    """How a target stood on ``day``, by which figure, and why.

    ``decided_by`` is the id of the figure, ``period`` its period, ``measured`` what of it was compared (a growth in
    percent where the target is one). ``final``: it is the figure of the due period's end. ``estimate``: it, or what it was
    compared with, is one. ``goal`` is the bound of the target next to it; ``distance`` how far it is on the good side of it
    (negative: short), in the unit of ``goal``. ``expected`` is where it should have been by the end of its period;
    ``required_pace`` the change a year that still leads to the goal in time. ``notes`` tell the rest in Vietnamese,
    and which figures were not used, with the reason.
    """

    verdict: Verdict
    day: datetime.date
    decided_by: str | None = None
    period: Period | None = None
    measured: Decimal | None = None
    goal: Decimal | None = None
    distance: Decimal | None = None
    expected: Decimal | None = None
    required_pace: Decimal | None = None
    final: bool = False
    estimate: bool = False
    notes: tuple[str, ...] = ()
