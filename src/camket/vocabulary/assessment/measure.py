"""What of a figure is compared: its value, or the growth that it means."""

from collections.abc import Sequence
from decimal import Decimal

import msgspec

from camket.vocabulary.assessment.comparable import crossed, usable_baseline
from camket.vocabulary.assessment.target import ObservedFigure, TargetTerms
from camket.vocabulary.assessment.zone import Zone

# A computed growth is told to so many places: what is beyond them comes from dividing, not from a report.
_PLACES = Decimal("0.0001")
_DAYS_A_YEAR = Decimal("365.2425")


class Measure(msgspec.Struct, frozen=True):
    """The number that is compared; or None, and ``reason`` says why there is none."""

    number: Decimal | None
    reason: str = ""
    estimate: bool = False


def measure(target: TargetTerms, one: ObservedFigure, figures: Sequence[ObservedFigure], zone: Zone) -> Measure:
    """Return what of ``one`` is compared with ``target``; ``figures`` are all that may be used."""
    if target.measured == "growth_on_year" and one.growth is not None:
        return Measure(one.growth, estimate=one.estimate)
    value = _value(one, zone)
    if value is None:
        return Measure(None, f"Số liệu kỳ {one.period.iso} chỉ có mức tăng, không có giá trị")
    if target.measured == "value":
        return Measure(value, estimate=one.estimate)
    if target.measured == "growth_on_year":
        return _on_year(target, one, value, figures, zone)
    return _since_baseline(target, one, value)


def _value(one: ObservedFigure, zone: Zone) -> Decimal | None:
    """Of a range the end that is worse for the target: a range must not meet what only its better end meets."""
    if one.value is not None:
        return one.value
    if one.low is None or one.high is None:
        return None
    return min(one.low, one.high, key=zone.distance)


def _on_year(
    target: TargetTerms, one: ObservedFigure, value: Decimal, figures: Sequence[ObservedFigure], zone: Zone
) -> Measure:
    before = [other for other in figures if other.unit == one.unit and _year_before(other, one)]
    if not before or (base := _value(before[-1], zone)) is None:
        return Measure(None, f"Không có số liệu cùng kỳ năm trước để tính mức tăng của kỳ {one.period.iso}")
    if broken := crossed(before[-1].period.last.year, one.period.last.year, target.breaks):
        return Measure(None, f"Không tính được mức tăng: chuỗi số liệu đứt năm {broken.year}, {broken.reason}")
    return _growth(value, base, Decimal(1), estimate=one.estimate or before[-1].estimate)


def _year_before(other: ObservedFigure, one: ObservedFigure) -> bool:
    """Whether ``other`` is of the same days a year earlier; the end of February is the same day in leap years."""
    pairs = ((other.period.first, one.period.first), (other.period.last, one.period.last))
    return all(
        late.year == early.year + 1 and late.month == early.month and (late.day == early.day or {28, 29} == {late.day, early.day})
        for early, late in pairs
    )  # fmt: skip


def _since_baseline(target: TargetTerms, one: ObservedFigure, value: Decimal) -> Measure:
    base = usable_baseline(target)
    if base is None:
        return Measure(None, "Không tính được mức tăng: số liệu gốc thuộc chuỗi số liệu khác")
    days = (one.period.last - base.period.last).days
    if days <= 0:
        return Measure(None, f"Kỳ {one.period.iso} không sau kỳ gốc {base.period.iso}")
    whole = (one.period.last.month, one.period.last.day) == (base.period.last.month, base.period.last.day)
    years = Decimal(one.period.last.year - base.period.last.year) if whole else days / _DAYS_A_YEAR
    return _growth(
        value, base.value, years if target.measured == "growth_a_year" else Decimal(1), estimate=one.estimate
    )


def _growth(value: Decimal, base: Decimal, years: Decimal, *, estimate: bool) -> Measure:
    if base <= 0 or (value < 0 and years != 1):
        return Measure(None, "Không tính được mức tăng từ một gốc bằng không hoặc âm")
    ratio = value / base if years == 1 else (value / base) ** (1 / years)
    return Measure(((ratio - 1) * 100).quantize(_PLACES), estimate=estimate)
