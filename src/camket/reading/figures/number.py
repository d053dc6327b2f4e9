"""Numbers of a stretch: quantities and fractions in one order, in one shape."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from decimal import Decimal

from msgspec import Struct
from msgspec.structs import replace

from camket.reading.figures.nearby import heads_after, tails_before
from camket.reading.lexing.tokens import Fraction, Quantity
from camket.reading.scan import Scan
from camket.vocabulary.folding import fold

_SLASH_GAP = 3


class Number(Struct, frozen=True, gc=False):
    """A number as the grammar of figures sees it.

    ``start`` is where its qualifiers begin, ``digits`` where the number does; ``end`` takes in a
    qualifier after the unit ("trở lên"), ``unit_end`` does not; ``whole`` is the y of "x/y". ``before`` and
    ``after`` are the bits of what may end at ``start`` and begin at ``number_end``.
    """

    start: int
    digits: int
    number_end: int
    end: int
    value: Decimal | None
    low: Decimal | None
    high: Decimal | None
    unit: str | None
    qualifiers: tuple[str, ...]
    unit_end: int
    whole: Decimal | None = None
    before: int = -1
    after: int = -1

    @property
    def exact(self) -> bool:
        """Whether it has a value or a range, and is not merely vague."""
        return self.value is not None or self.low is not None or self.high is not None


_BASIC = fold("xây dựng")


def numbers_within(scan: Scan, start: int, end: int) -> list[Number]:
    """All numbers inside [start, end) in order."""
    return numbers_of(scan.key, scan.quantities.within(start, end), scan.fractions.within(start, end))


def numbers_of(key: str, counted: Sequence[Quantity], parted: Sequence[Fraction]) -> list[Number]:
    """The numbers of a stretch in order; of a fraction and a quantity at one place the fraction."""
    numbers = [_of_quantity(one, key) for one in counted]
    if parted:
        fractions = [_of_fraction(one, key) for one in parted]
        taken = {one.digits for one in fractions}
        numbers = [one for one in numbers if not _inside(one, fractions) and one.digits not in taken]
        numbers = sorted(fractions + numbers, key=lambda one: one.digits)
    slashed = len(numbers) > 1 and key.find("/", numbers[0].end, numbers[-1].digits) >= 0
    return list(_joined(key, numbers)) if slashed else numbers


def _of_quantity(one: Quantity, key: str) -> Number:
    first, number_end, qualifiers = one.qualifier_start, one.number_end, one.qualifiers
    if qualifiers and qualifiers[0] == "basically" and key.endswith(_BASIC, 0, max(0, first - 1)):
        # "xây dựng cơ bản thực hiện 20 tỷ": "cơ bản" belongs to the noun, not to the number
        qualifiers, first = qualifiers[1:], one.start
    return Number(
        first, one.start, number_end, one.qualifier_end or one.end, one.value, one.low, one.high, one.unit, qualifiers,
        one.end, None, tails_before(key, first), heads_after(key, number_end),
    )  # fmt: skip


def _of_fraction(one: Fraction, key: str) -> Number:
    start, number_end, end = one.start, one.number_end, one.end
    return Number(start, start, number_end, end, one.part, None, None, one.unit, (), end, one.whole,
                  tails_before(key, start), heads_after(key, number_end))  # fmt: skip


def _inside(one: Number, fractions: list[Number]) -> bool:
    # Fractions stand in order and none overlaps the next: only the last that begins before the number can hold it.
    before = bisect_right(fractions, one.digits, key=lambda fraction: fraction.digits)
    return before > 0 and one.digits < fractions[before - 1].end


def _joined(key: str, numbers: list[Number]) -> Iterator[Number]:
    """ "6.859 ha/6.830ha": two quantities of one unit with a slash between are actual and plan."""
    skip = False
    for one, following in zip(numbers, [*numbers[1:], None], strict=True):
        if skip:
            skip = False
            continue
        skip = following is not None and _slashed(key, one, following)
        yield replace(one, end=following.end, whole=following.value) if skip and following else one


def _slashed(key: str, one: Number, following: Number) -> bool:
    if one.unit is None or one.unit != following.unit or following.digits - one.end > _SLASH_GAP:
        return False
    return one.whole is None and key[one.end : following.digits].strip() == "/"
