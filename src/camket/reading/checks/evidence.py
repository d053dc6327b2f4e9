"""Evidence: the figures of a document as relations look at them, with places, rounding and neighbours."""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable
from decimal import Decimal
from functools import cached_property
from operator import attrgetter
from typing import cast

from msgspec.structs import replace

from camket.reading.checks.check import Quote
from camket.reading.checks.printed import VAGUE, Printed, last_digit, sane
from camket.reading.lexing.patterns import folded
from camket.reading.lexing.tokens import Fraction, Quantity
from camket.reading.scan import Scan
from camket.reading.statements import Figure, Loss, Observation, Scoreboard, Statement, Target
from camket.vocabulary.folding import fold

_HALF = Decimal("0.5")
_OUT_OF = folded(r"tr(?:ong|ên) (?:tổng )?số ")
_SHARE_REACH = 70
_SHARE_LINK = re.compile(
    r"[^.;%\d]{0,40}?(?:\(|đạt|bằng|chiếm|tỉ lệ|tương đương|=|,)\s?(?:tỉ lệ\s|được\s|đạt\s|bằng\s|khoảng\s)?$"
)
_BETWEEN = re.compile(r"[^.;:()\d\n]{0,70}")


class Evidence:
    """The statements of one document and the scan they were read from."""

    def __init__(self, statements: Iterable[Statement], scan: Scan) -> None:
        self.scan = scan
        self.statements = tuple(sorted(statements, key=attrgetter("start")))
        self._of: dict[type[Statement], list[Statement]] = defaultdict(list)
        for one in self.statements:
            self._of[type(one)].append(one)
        self._items = [item.start for item in scan.items]
        # Many relations ask for the same statement's value; statements live as long as this does.
        self._values: dict[int, Printed | None] = {}

    @cached_property
    def observations(self) -> tuple[Observation, ...]:
        """The reported figures, in order."""
        return self._all(Observation)

    @cached_property
    def targets(self) -> tuple[Target, ...]:
        """The planned figures, in order."""
        return self._all(Target)

    @cached_property
    def losses(self) -> tuple[Loss, ...]:
        """The disaster losses, in order."""
        return self._all(Loss)

    @cached_property
    def scoreboards(self) -> tuple[Scoreboard, ...]:
        """The scoreboards, in order."""
        return self._all(Scoreboard)

    def _all[Kind: Statement](self, kind: type[Kind]) -> tuple[Kind, ...]:
        return cast("tuple[Kind, ...]", tuple(self._of.get(kind, ())))

    @cached_property
    def out_of(self) -> tuple[Fraction, ...]:
        """Each "x ... trong số y" of things that are counted, as if it were written x/y."""
        key, quantities, found = self.scan.key, self.scan.quantities, []
        for said in _OUT_OF.finditer(key):
            part, whole = quantities.before(said.start()), quantities.at(said.end())
            if part is None or whole is None or part.value is None or whole.value is None:
                continue
            if part.unit != whole.unit or part.qualifiers or whole.qualifiers or not self.counted(part.unit):
                continue
            if _BETWEEN.fullmatch(key, part.end, said.start()):
                found.append(Fraction(part.start, whole.end, whole.number_end, part.value, whole.value, part.unit))
        return tuple(found)

    @cached_property
    def shares(self) -> tuple[tuple[Fraction, Quantity, Printed], ...]:
        """Each x/y that a percentage follows at once, with that percentage."""
        key, quantities, found = self.scan.key, self.scan.quantities, []
        for fraction in (*self.scan.fractions, *self.out_of):
            if not (sane(fraction.part) and sane(fraction.whole)) or fraction.whole <= 0:
                continue
            following = quantities.within(fraction.end, fraction.end + _SHARE_REACH)
            percent = following[0] if following and following[0].unit == "%" else None
            if percent is None or not _SHARE_LINK.fullmatch(key, fraction.end, percent.qualifier_start):
                continue
            printed = self.number(percent.start, percent.end, percent.value, "%")
            if printed is not None and printed.exact:
                found.append((fraction, percent, printed))
        return tuple(found)

    def number(self, start: int, end: int, value: Decimal | None, unit: str | None) -> Printed | None:
        """How ``value`` (its sign aside) is printed in [start, end); None where it is no number to calculate with."""
        if value is None or not sane(value):
            return None
        for token in self.scan.quantities.within(start, end):
            if token.value is not None and abs(token.value) == abs(value):
                digits = self.scan.key[token.start : token.number_end]
                exact = VAGUE.isdisjoint(token.qualifiers)
                return Printed(value, self._half(value, digits, unit), exact, token.start, token.end)
        return Printed(value, self._half(value, "", unit), exact=True, start=start, end=end)

    def value(self, one: Figure | Loss) -> Printed | None:
        """The value of a statement as printed."""
        if one.value is None:
            return None
        if id(one) not in self._values:
            self._values[id(one)] = self._printed(one)
        return self._values[id(one)]

    def _printed(self, one: Figure | Loss) -> Printed | None:
        printed = self.number(one.start, one.end, one.value, one.unit)
        if printed is None or VAGUE.isdisjoint(one.qualifier):
            return printed
        return replace(printed, exact=False)

    def _half(self, value: Decimal, digits: str, unit: str | None) -> Decimal:
        power = last_digit(value, digits)
        return Decimal(0) if power <= 0 and self.counted(unit) else _HALF.scaleb(power)

    def counted(self, unit: str | None) -> bool:
        """Whether ``unit`` counts things, so that its figures are whole and exact."""
        known = self.scan.lexicon.vocabulary.units.get(unit or "")
        return known is not None and known.quantity == "count"

    def quote(self, start: int, end: int) -> Quote:
        """The document's words at [start, end)."""
        return Quote(start, end, self.scan.text(start, end))

    def quotes(self, *statements: Statement) -> tuple[Quote, ...]:
        """The words of statements, in the order given."""
        return tuple(Quote(one.start, one.end, one.text) for one in statements)

    def sentence(self, position: int) -> int:
        """The number of the sentence at ``position``."""
        index = bisect_right(self._items, position) - 1
        return self.scan.items[index].sentence if index >= 0 else -1

    def sentence_start(self, position: int, reach: int = 600) -> int:
        """Where the sentence at ``position`` starts, at most ``reach`` before."""
        items = self.scan.items
        index = bisect_right(self._items, position) - 1
        if index < 0:
            return position
        sentence, start = items[index].sentence, position
        while index >= 0 and items[index].sentence == sentence and start > position - reach:
            start = min(start, items[index].start)
            index -= 1
        return max(start, position - reach)

    def sentence_end(self, position: int, reach: int = 600) -> int:
        """Where the sentence at ``position`` ends, at most ``reach`` further on."""
        items = self.scan.items
        index = bisect_right(self._items, position) - 1
        if index < 0:
            return position
        sentence, end = items[index].sentence, position
        while index < len(items) and items[index].sentence == sentence and end < position + reach:
            end = max(end, items[index].end)
            index += 1
        return min(end, position + reach)


def label(one: Figure) -> str | None:
    """What a figure measures: its code, or its label folded."""
    return one.code or (fold(one.indicator) if one.indicator else None)


def name(one: Figure) -> str | None:
    """What a figure measures, for people: its code, or its label as written."""
    return one.code or one.indicator


def compatible(first: str | None, second: str | None) -> bool:
    """Whether two details (periods, units, owners) may be the same: equal, or one is not told."""
    return first is None or second is None or first == second
