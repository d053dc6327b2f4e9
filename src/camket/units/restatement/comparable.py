"""Whether two periods of an indicator may be compared: a break in the series between them forbids it."""

from dataclasses import dataclass

from camket.units.restatement.apportioning import Rules
from camket.vocabulary.indicator import Break
from camket.vocabulary.period import Period
from camket.vocabulary.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True)
class Comparison:
    """Whether figures may be compared; where not, the breaks that lie between and the reason in Vietnamese."""

    breaks: tuple[Break, ...] = ()
    reason: str = ""

    def __bool__(self) -> bool:
        return not self.breaks


def comparable(indicator: str, one: Period, other: Period, vocabulary: Vocabulary) -> Comparison:
    """Whether figures of the two periods follow one definition.

    A break's year is the first that may not be compared with those before; re-stating on another map never mends
    that, for it changes the map of a figure and not its period. Raises UnitsError for an unknown indicator.
    """
    rules = Rules(vocabulary)
    first, last = min(one.first, other.first).year, max(one.last, other.last).year
    between = breaks_within(rules, indicator, first, last)
    if not between:
        return Comparison()
    reason = f"«{rules.label(indicator)}» không so sánh được giữa {one.iso} và {other.iso}: {told(between)}."
    return Comparison(between, reason)


def breaks_within(rules: Rules, indicator: str, first: int, last: int) -> tuple[Break, ...]:
    """The breaks after the first year and up to the last."""
    return tuple(one for one in rules.breaks(indicator) if first < one.year <= last)


def told(breaks: tuple[Break, ...]) -> str:
    """The breaks in words: "từ 2022: chuẩn nghèo mới"."""
    return "; ".join(f"từ năm {one.year}: {one.reason}" for one in breaks)
