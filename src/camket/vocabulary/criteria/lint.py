"""What no criteria set may break, each with a message that says what to do."""

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator
from datetime import date
from itertools import combinations

import msgspec

from camket.vocabulary.criteria.criteria import CriteriaSet, CriterionIndicator

Check = Callable[[CriteriaSet], Iterator[str]]

_CODE = re.compile(r"[a-z][a-z0-9_]{0,60}")


def criteria_problems(sets: Iterable[CriteriaSet], units: Collection[str]) -> list[str]:
    """Return what is wrong with the sets, in Vietnamese; ``units`` are the known codes of units of measure."""
    known = list(sets)
    found = [f"{one.code}: {problem}" for one in known for check in _CHECKS for problem in check(one)]
    found += [f"{one.code}: {problem}" for one in known for problem in _known_units(one, units)]
    return [*found, *_one_at_a_time(known), *_groups_before(known)]


def _criteria_numbers(one: CriteriaSet) -> Iterator[str]:
    numbers = [criterion.number for criterion in one.criteria]
    if numbers != list(range(1, len(numbers) + 1)):
        yield f"số thứ tự tiêu chí phải liền từ 1, nay là {numbers}; hãy đánh số lại như trong văn bản"
    if len(numbers) != one.counts.criteria:
        yield f"có {len(numbers)} tiêu chí, văn bản nói {one.counts.criteria}; hãy bổ sung hoặc sửa counts"


def _indicator_counts(one: CriteriaSet) -> Iterator[str]:
    listed, stated = sum(len(criterion.indicators) for criterion in one.criteria), one.counts.indicators
    match one.indicators_listed:
        case "none" if listed:
            yield f"indicators_listed là none mà có {listed} chỉ tiêu; hãy sửa thành some hoặc all"
        case "some" if not listed or (stated is not None and listed >= stated):
            yield f"indicators_listed là some mà có {listed} trên {stated} chỉ tiêu; hãy sửa thành none hoặc all"
        case "all" if listed != stated:
            yield f"có {listed} chỉ tiêu, văn bản nói {stated}; hãy bổ sung hoặc sửa counts"


def _indicator_numbers(one: CriteriaSet) -> Iterator[str]:
    numbers = [indicator.number for criterion in one.criteria for indicator in criterion.indicators]
    yield from (f"chỉ tiêu «{number}» có hai lần; hãy đánh số lại" for number in _twice(numbers))
    for criterion in one.criteria:
        given = [indicator.number for indicator in criterion.indicators]
        wanted = [f"{criterion.number}.{place}" for place in range(1, len(given) + 1)]
        # a criterion with but one indicator gives it its own number
        if given not in (wanted, [str(criterion.number)]):
            yield f"chỉ tiêu của tiêu chí {criterion.number} phải là {', '.join(wanted)} liền nhau, nay là {', '.join(given)}"


def _conditions(one: CriteriaSet) -> Iterator[str]:
    numbers = [condition.number for condition in one.conditions]
    if numbers != [str(place) for place in range(1, len(numbers) + 1)]:
        yield f"số thứ tự điều kiện phải liền từ 1, nay là {', '.join(numbers)}"


def _codes(one: CriteriaSet) -> Iterator[str]:
    for what, codes in (
        ("tiêu chí", [criterion.code for criterion in one.criteria]),
        ("nhóm", [group.code for group in one.groups]),
    ):
        yield from (f"mã {what} «{code}» có hai lần; hãy đổi một mã" for code in _twice(codes))
        yield from (
            f"mã {what} «{code}» chỉ được có chữ thường không dấu, số và _"
            for code in codes
            if not _CODE.fullmatch(code)
        )


def _days(one: CriteriaSet) -> Iterator[str]:
    if one.last_day is not None and one.last_day < one.first_day:
        yield f"ngày cuối {one.last_day} trước ngày đầu {one.first_day}; hãy sửa lại"
    if one.first_day < one.act.date:
        yield f"ngày đầu {one.first_day} trước ngày ký {one.act.number} ({one.act.date}); hãy sửa lại"
    if one.years is not None and one.years[0] > one.years[1]:
        yield f"years {one.years[0]}-{one.years[1]} ngược; hãy viết năm đầu trước"


def _assessed(one: CriteriaSet) -> Iterator[str]:
    for criterion in one.criteria:
        if one.assessed_by == "grade" and criterion.score is not None:
            yield f"tiêu chí {criterion.number} có điểm mà bộ này xét đạt/chưa đạt; hãy bỏ score"
        if criterion.score is not None and not 0 <= (criterion.score.least or 0) <= criterion.score.most:
            yield f"tiêu chí {criterion.number}: điểm ít nhất phải từ 0 đến điểm nhiều nhất"


def _requirements(one: CriteriaSet) -> Iterator[str]:
    groups = {group.code for group in one.groups}
    for indicator in _indicators(one):
        cases = [(group, each.year) for each in indicator.requirements for group in each.groups or ("",)]
        yield from (
            f"chỉ tiêu {indicator.number}: hai mức cho cùng nhóm «{group}», năm {year}; hãy bỏ một mức"
            for group, year in _twice(cases)
        )
        yield from (
            f"chỉ tiêu {indicator.number}: nhóm «{group}» không có trong groups của bộ này"
            for group in sorted({group for group, _ in cases} - groups - {""})
        )


def _doubts_told(one: CriteriaSet) -> Iterator[str]:
    yield from (f"chưa kiểm chứng {where} mà không nói vì sao; hãy viết note" for where, why in one.doubts() if not why)
    for path in one.unverified:
        if not _has(one, path.split(".")):
            yield f"unverified nêu «{path}» không phải thuộc tính nào của bộ này; hãy sửa lại"
    if not one.sources:
        yield "không có sources; hãy ghi địa chỉ đã đọc"


def _clean(one: CriteriaSet) -> Iterator[str]:
    for text in _texts(one):
        if text != " ".join(text.split()) or not text or not unicodedata.is_normalized("NFC", text):
            yield f"«{text}» trống, thừa dấu cách hoặc không ở dạng NFC; hãy gõ lại"


def _known_units(one: CriteriaSet, units: Collection[str]) -> Iterator[str]:
    for indicator in _indicators(one):
        for requirement in indicator.requirements:
            if requirement.unit not in units:
                yield f"chỉ tiêu {indicator.number}: đơn vị «{requirement.unit}» không có trong units.yml"


def _one_at_a_time(sets: Iterable[CriteriaSet]) -> Iterator[str]:
    for one, other in combinations(sets, 2):
        if _same(one, other) and _overlap(one, other):
            yield f"{other.code}: cùng hiệu lực với «{one.code}»; hãy cho bộ cũ một last_day trước bộ mới"


def _groups_before(sets: Iterable[CriteriaSet]) -> Iterator[str]:
    known = list(sets)
    for one in known:
        before = [each for each in known if _same(each, one) and each.first_day < one.first_day]
        last = max(before, key=lambda each: each.first_day, default=None)
        codes = {group.code for group in last.groups} if last else set()
        for group in one.groups:
            for code in group.was:
                if code not in codes:
                    yield f"{one.code}: nhóm «{group.code}» nói was «{code}», bộ trước không có nhóm đó"


def _same(one: CriteriaSet, other: CriteriaSet) -> bool:
    return (one.level, one.kind) == (other.level, other.kind)


def _overlap(one: CriteriaSet, other: CriteriaSet) -> bool:
    first = max(one.first_day, other.first_day)
    return first <= min(one.last_day or date.max, other.last_day or date.max)


def _indicators(one: CriteriaSet) -> Iterator[CriterionIndicator]:
    yield from one.conditions
    for criterion in one.criteria:
        yield from criterion.indicators


def _twice[T](values: Iterable[T]) -> list[T]:
    return [value for value, times in Counter(values).items() if times > 1]


def _has(value: object, path: list[str]) -> bool:
    if not path:
        return True
    return isinstance(value, msgspec.Struct) and hasattr(value, path[0]) and _has(getattr(value, path[0]), path[1:])


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, msgspec.Struct):
        yield from (text for part in msgspec.structs.astuple(value) for text in _texts(part))
    elif isinstance(value, dict):
        yield from (text for part in value.values() for text in _texts(part))
    elif isinstance(value, tuple):
        yield from (text for item in value for text in _texts(item))


_CHECKS: tuple[Check, ...] = (
    _criteria_numbers,
    _indicator_counts,
    _indicator_numbers,
    _conditions,
    _codes,
    _days,
    _assessed,
    _requirements,
    _doubts_told,
    _clean,
)
