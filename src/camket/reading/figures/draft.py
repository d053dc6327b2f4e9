"""Drafts: a figure while it is being read, before it becomes a statement."""

from decimal import Decimal

from msgspec import Struct, field

from camket.reading.figures.number import Number
from camket.reading.statements import Assessment, Piece
from camket.reading.structure.item import Item
from camket.vocabulary.indicator import Indicator
from camket.vocabulary.period import Period

PERCENT = frozenset({"%", "%/năm", "‰"})
POINTS = frozenset({"điểm %", "điểm %/năm"})
# Units that measure; all others count, and then the noun after the number says what is counted.
MEASURES = frozenset({"ha", "m2", "m3", "km", "m", "tấn", "tạ/ha", "kg", "VND", "USD", "%", "điểm %", "VND/người/năm", "VND/ha",
                      "tiêu chí/xã", "%/năm", "‰", "lần", "VND/năm"})  # fmt: skip


class Name(Struct, frozen=True, gc=False):
    """What a figure is of: the words that say so, and the vocabulary's indicator where they are one of its wordings."""

    start: int
    end: int
    text: str
    indicator: Indicator | None
    counted: bool = False

    @property
    def counts(self) -> bool:
        """Whether a number without a unit can be of it: an indicator, or a count that says so."""
        return self.indicator is not None or self.counted or self.text.lower().startswith(("số ", "tổng số ", "hệ số "))

    @property
    def rated(self) -> bool:
        """Whether the words themselves say that it is a rate or a pace."""
        return self.text.lower().startswith(("tỷ lệ", "tỉ lệ", "tỷ trọng", "tỉ trọng", "tốc độ", "cơ cấu", "mức độ"))

    @property
    def rate(self) -> bool:
        """Whether its values are percentages, so that their changes are points."""
        if self.indicator is not None:
            return self.indicator.rate
        return self.rated


class Draft(Struct):
    """A figure as far as it has been read; ``target`` tells that it is still to be reached."""

    item: Item
    start: int
    end: int
    target: bool = False
    name: Name | None = None
    number: Number | None = None
    change: Decimal | None = None
    change_unit: str | None = None
    growth: Decimal | None = None
    share: Decimal | None = None
    owner: str | None = None
    baseline_value: Decimal | None = None
    baseline_period: str | None = None
    rank: str | None = None
    assessment: Assessment | None = None
    qualifiers: tuple[str, ...] = ()
    due: Period | None = None
    pieces: list[Piece] = field(default_factory=list)

    def use(self, role: str, start: int, end: int) -> None:
        """Note that ``start`` to ``end`` were read as ``role``, and let the figure reach over them."""
        self.pieces.append(Piece(role, start, end))
        if start < self.start:  # noqa: PLR1730 -- for every piece of every figure: a call takes three times as long
            self.start = start
        if end > self.end:  # noqa: PLR1730 - max() is a call more for each word
            self.end = end

    @property
    def percent(self) -> bool:
        """Whether the figure's own value is a percentage."""
        return self.number is not None and self.number.unit in PERCENT
