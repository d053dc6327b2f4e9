"""Checks of a document's own figures as reports show them."""

from typing import NamedTuple

from camket.reading.checks import Check, explanation
from camket.reading.read import Reading


class Checked(NamedTuple):
    """A relation that was tested: in words, whether it holds, the arithmetic, the figures' places, a remark."""

    relation: str
    holds: bool
    arithmetic: str
    spans: tuple[tuple[int, int], ...]
    note: str


def checks_of(reading: Reading) -> tuple[Checked, ...]:
    """The checks of a reading, those that need a look first."""
    return tuple(
        sorted(
            (
                Checked(explanation(one.relation), one.holds, one.arithmetic, _spans(one), one.note or "")
                for one in reading.checks
            ),
            key=lambda one: one.holds,
        )
    )


def _spans(check: Check) -> tuple[tuple[int, int], ...]:
    return tuple((place.start, place.end) for place in check.places)
