"""The values that meet a target, and the side on which they are exceeded."""

from decimal import Decimal
from typing import Literal

import msgspec

from camket.vocabulary.assessment.target import TargetTerms

Side = Literal["short", "in", "beyond"]
_TOWARD = {"at_least": "up", "at_most": "down"}


class Zone(msgspec.Struct, frozen=True):
    """From ``low`` to ``high``; ``toward`` is the good side, "neutral" when there is none."""

    low: Decimal
    high: Decimal
    toward: str

    def side(self, value: Decimal) -> Side:
        """Whether ``value`` falls short, lies within, or is beyond on the good side."""
        if self.low <= value <= self.high:
            return "in"
        good = (value > self.high and self.toward == "up") or (value < self.low and self.toward == "down")
        return "beyond" if good else "short"

    def distance(self, value: Decimal) -> Decimal:
        """How far ``value`` is on the good side of the goal; negative when short; 0 within a neutral zone."""
        if self.toward == "up":
            return value - self.low
        if self.toward == "down":
            return self.high - value
        return min(Decimal(0), value - self.low, self.high - value)

    def goal(self, value: Decimal) -> Decimal:
        """The bound that ``value`` is measured against."""
        if self.toward == "neutral":
            return self.high if value > self.high else self.low
        return self.low if self.toward == "up" else self.high

    def as_good(self, value: Decimal, other: Decimal) -> bool:
        """Whether ``value`` is at least as good as ``other``."""
        return self.distance(value) >= self.distance(other)


def zone_of(target: TargetTerms) -> Zone:
    """The zone of a target: its comparator says which side is good, else its indicator's direction."""
    low = target.value if target.low is None else target.low
    high = target.value if target.high is None else target.high
    if low is None or high is None:
        raise ValueError("Chỉ tiêu không có giá trị")
    return Zone(low, high, _TOWARD.get(target.comparator or "", target.direction))
