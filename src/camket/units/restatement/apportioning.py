"""What each indicator's re-statement needs to know: its rule, its share, its measure, its scale, its breaks."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

import msgspec

from camket.units.errors import UnitsError
from camket.units.share import Quantity
from camket.vocabulary.indicator import Aggregation, Break, Indicator, Measure
from camket.vocabulary.vocabulary import Vocabulary
from camket.vocabulary.yaml_file import load_yaml

# a measure is a base quantity: it is counted, so it adds up
_ADDS = Aggregation("sum")


class Apportioning(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The data file: which figures go by area instead of population, and the scales of ratios."""

    area_units: frozenset[str]
    area_indicators: frozenset[str]
    ratio_scale: Mapping[str, int]


@cache
def load_apportioning() -> Apportioning:
    """The packaged data, read once."""
    return load_yaml(Path(__file__).with_name("apportioning.yml"), Apportioning)


class Rules:
    """The rules of every indicator and measure of a vocabulary."""

    def __init__(self, vocabulary: Vocabulary, apportioning: Apportioning | None = None) -> None:
        """``apportioning`` is the packaged one unless given."""
        self._vocabulary = vocabulary
        self._apportioning = apportioning or load_apportioning()

    def __contains__(self, code: object) -> bool:
        return code in self._vocabulary.indicators or code in self._vocabulary.measures

    def label(self, code: str) -> str:
        """The indicator's Vietnamese label."""
        return self._entry(code).label_vi

    def measure(self, code: str) -> str:
        """The unit of measure its values are kept in."""
        return self._entry(code).unit

    def aggregation(self, code: str) -> Aggregation:
        """How its figures are put together; measures add up."""
        entry = self._entry(code)
        return entry.aggregation if isinstance(entry, Indicator) else _ADDS

    def quantity(self, code: str) -> Quantity:
        """By which share its figures go with a part of a unit."""
        by_area = self.measure(code) in self._apportioning.area_units or code in self._apportioning.area_indicators
        return Quantity.AREA if by_area else Quantity.POPULATION

    def carried_by(self, code: str) -> Quantity:
        """The share by which all that a figure is put together from goes: of a mean its weight's, of a ratio its numerator's.

        No ratio of the vocabulary divides land by people; a test holds that.
        """
        rule = self.aggregation(code)
        return self.quantity(rule.numerator or rule.weight or code)

    def scale(self, code: str) -> int | None:
        """What a ratio is multiplied by to be written in the indicator's unit; None where the data do not say."""
        return self._apportioning.ratio_scale.get(self.measure(code))

    def breaks(self, code: str) -> tuple[Break, ...]:
        """The breaks of its series in order of time, those of its numerator, denominator and weight included."""
        entry = self._entry(code)
        if not isinstance(entry, Indicator):
            return ()
        rule = entry.aggregation
        others = [one for one in (rule.numerator, rule.denominator, rule.weight) if one in self._vocabulary.indicators]
        found = {one: None for other in others if other for one in self._vocabulary.indicators[other].breaks}
        return tuple(sorted({**dict.fromkeys(entry.breaks), **found}, key=lambda one: (one.year, one.reason)))

    def _entry(self, code: str) -> Indicator | Measure:
        entry = self._vocabulary.indicators.get(code) or self._vocabulary.measures.get(code)
        if entry is None:
            message = f"Không có chỉ tiêu nào có mã «{code}» trong từ vựng."
            raise UnitsError(message)
        return entry
