"""From A to B: the two ends of a change tell its size, and must agree with the size or rate that is stated."""

from collections.abc import Iterator
from decimal import Decimal
from operator import attrgetter

from camket.reading.checks.check import Check, Derived, Quote
from camket.reading.checks.evidence import Evidence, name
from camket.reading.checks.notation import amount, number, short
from camket.reading.checks.printed import Printed
from camket.reading.checks.relation import Relation
from camket.reading.lexing.patterns import folded
from camket.reading.statements import Figure
from camket.vocabulary.folding import fold

_POINTS = "điểm %"
_REACH = 60
_SIZE = folded(
    r"(?:\s(?:vào )?(?:cuối |đầu )?năm \d{4})?\s?[,;(]\s?(?:tức |tương đương |tương ứng |như vậy )?(?:đã )?(?:là )?"
    r"(?P<way>tăng|giảm)(?: được| thêm| đi)? $"
)
_YEARLY = folded(r"(?<!\w)(?:bình quân|trung bình|mỗi năm|hằng năm|hàng năm)(?!\w)[^;.]{0,16}$")
_DOWN = fold("giảm")
_SINCE = folded(r"\)?\s?(?:so với|mỗi năm|một năm|/năm|hằng năm|hàng năm|kế hoạch|chỉ tiêu)")


def _find(evidence: Evidence) -> Iterator[Check]:
    based = [one for one in (*evidence.observations, *evidence.targets) if one.baseline_value is not None]
    for one in sorted(based, key=attrgetter("start")):
        value = evidence.value(one)
        before = evidence.number(one.start, one.end, one.baseline_value, one.unit)
        if value is None or before is None or not (value.exact and before.exact):
            continue
        yield _change(evidence, one, before, value)
        growth = evidence.number(one.start, one.end, one.growth, "%")
        if growth is not None and before.value > 0 and one.unit != "%":
            yield _growth(evidence, one, before, value, growth)


def _change(evidence: Evidence, one: Figure, before: Printed, value: Printed) -> Check:
    change = value.value - before.value
    unit = _POINTS if one.unit == "%" else one.unit
    stated = evidence.number(one.start, one.end, one.change, one.change_unit) if one.change_unit == unit else None
    stated = stated or _size(evidence, one, change)
    if stated is not None and _other_span(evidence, stated) and abs(change) != abs(stated.value):
        stated = None
    holds = stated is None or abs(abs(change) - abs(stated.value)) <= stated.half + value.half + before.half
    holds = holds or (stated is not None and _is_growth(one, before, change, stated))
    shown = f"{_plain(value, one)} − {_plain(before, one)} = {amount(change, unit).replace('-', '−')}"
    return Check(
        relation=FROM_TO.name, holds=holds, places=_places(evidence, one, stated), note=None if holds else _note(stated, change),
        arithmetic=shown if stated is None or holds else f"{shown} ≠ {number(stated.value).replace('-', '−')}",
        derived=Derived(role="change", value=change, indicator=name(one), period=one.period, unit=unit),
    )  # fmt: skip


def _other_span(evidence: Evidence, stated: Printed) -> bool:
    """Whether a stated change is one a year, or since another time than the first of the two ends."""
    key = evidence.scan.key
    yearly = _YEARLY.search(key, max(0, stated.start - 24), stated.start)
    return yearly is not None or _SINCE.match(key, stated.end) is not None


def _places(evidence: Evidence, one: Figure, stated: Printed | None) -> tuple[Quote, ...]:
    after = stated is not None and stated.start >= one.end
    return (*evidence.quotes(one), *([evidence.quote(stated.start, stated.end)] if stated and after else []))


def _size(evidence: Evidence, one: Figure, change: Decimal) -> Printed | None:
    """The size of the change where it is told right after both ends ("còn 5,4%, giảm 11,5%")."""
    following = evidence.scan.quantities.within(one.end, one.end + _REACH)
    token = following[0] if following else None
    if token is None or token.value is None or token.qualifiers:
        return None
    told = _SIZE.fullmatch(evidence.scan.key, one.end, token.start)
    if told is None or _SINCE.match(evidence.scan.key, token.end) or (told["way"] == _DOWN) != (change < 0):
        return None
    same = token.unit in {"%", _POINTS} if one.unit == "%" else token.unit == one.unit
    return evidence.number(token.start, token.end, token.value, token.unit) if same else None


def _is_growth(one: Figure, before: Printed, change: Decimal, stated: Printed) -> bool:
    """Whether a rate's change is told in percent of the rate before, as some do."""
    return (
        one.unit == "%" and before.value > 0
        and abs(abs(change) / before.value * 100 - abs(stated.value)) <= max(stated.half, Decimal("0.15"))
    )  # fmt: skip


def _plain(printed: Printed, one: Figure) -> str:
    return number(printed.value) if one.unit == "%" else amount(printed.value, one.unit)


def _note(stated: Printed | None, change: Decimal) -> str:
    printed = number(abs(stated.value)) if stated else ""
    return f"Cần kiểm tra: hai mốc đã nêu cho mức thay đổi {number(abs(change))}, văn bản nêu {printed}."


def _growth(evidence: Evidence, one: Figure, before: Printed, value: Printed, growth: Printed) -> Check:
    computed = (value.value - before.value) / before.value * 100
    slack = growth.half + (value.half + before.half) / before.value * 100
    holds = abs(abs(computed) - abs(growth.value)) <= slack
    return Check(
        relation=FROM_TO.name, holds=holds, places=evidence.quotes(one),
        arithmetic=f"{_plain(value, one)} / {_plain(before, one)} − 1 = {short(computed)}%"
        + ("" if round(computed, 2) == growth.value else f" {'≈' if holds else '≠'} {number(growth.value)}%"),
        note=None if holds else f"Cần kiểm tra: tốc độ tính ra {short(computed)}%, văn bản nêu {number(growth.value)}%.",
    )  # fmt: skip


FROM_TO = Relation("from_to", "Giá trị sau − giá trị trước = mức tăng, giảm (và tốc độ) đã nêu", _find)
