"""Quantities: a number in any notation with its unit, a range, or words for an unsaid number."""

import re
from decimal import Decimal

from msgspec.structs import replace

from camket.reading.lexing.endings import Endings
from camket.reading.lexing.measures import Measure
from camket.reading.lexing.numerals import Numeral, numeral, spelled, tidy
from camket.reading.lexing.patterns import folded
from camket.reading.lexing.setting import Setting
from camket.reading.lexing.tokens import Quantity
from camket.vocabulary.folding import fold

# A number after these names a thing ("thôn 3", "quốc lộ 12", "cấp 13"), unless "tổng" or "trong" counts them.
_NAMES = Endings(
    fold(word)
    for word in (
        "thôn", "tổ", "bản", "ấp", "khóm", "khu phố", "khu dân cư", "tổ dân phố", "khu", "phường", "quận", "đội", "quốc lộ", "ql", "tỉnh lộ",
        "tl", "đt", "đh", "hl", "đường", "đường số", "cấp", "lớp", "khối", "điều", "khoản", "chương", "mục", "phụ lục", "biểu", "mẫu", "thứ",
        "lần", "lần thứ", "khóa", "kỳ", "hạng", "loại", "tầng", "phòng", "ngõ", "hẻm", "trang", "tập", "số", "tiểu khu", "vùng", "khu vực",
        "đợt", "phiên", "kỳ họp thứ", "giai đoạn", "bão số", "covid", "điện thoại", "hotline", "fax", "bài", "covid -", "covid-",
    )
)  # fmt: skip
_COUNTED = folded(r"(?:(?:tổng|trong|con|đa|một|thiểu|tuyến|mật độ dân|dân|chỉ|tham) số|các loại|hải phòng) ?$")
_BEFORE = 24
_RANGE = folded(r" ?(?:-|đến|tới) ?(?=\d)")
_RANGE_INITIALS = frozenset("-đt")
_SPELLED_YEAR = folded(
    r"(?:giai đoạn|trong|từ|đến|mỗi|hằng|hàng|cuối|đầu|các|của|những|qua|và|nhiều|mấy|hết|suốt|cả|hai|ba|bốn|kế hoạch|theo) $"
)
_VAGUE = folded(
    r"(?:hàng|vài|mấy|cả) (?:chục|trăm|nghìn|ngàn|vạn|triệu|tỷ)(?: (?:nghìn|ngàn|vạn|triệu|tỷ)(?!\w))?(?!\w)"
    r"|(?:nhiều|một số|một vài|vài|hàng loạt|số ít|không ít)(?!\w)"
)
VAGUE_STARTS = ("hàng", "vài", "mấy", "cả", "nhiều", "một số", "một vài", "hàng loạt", "số ít", "không ít")
_AND_MORE = re.compile(r" (?=\d{1,3} ?(?:triệu|nghìn|ngàn|trăm))")
_AND_REST = re.compile(r" (?=\d{1,3} ?[^\W\d])")
_CHAIN_AHEAD = re.compile(r" ?- ?\d")
_CHAIN_BEHIND = re.compile(r"[\d%] ?- ?\Z")
_WHOLE_ONLY = frozenset({"count"})
_DECIMAL_COMMA = frozenset({"percent", "points", "density", "score"})
_AMBIGUOUS = frozenset({"area", "length", "mass", "volume"})
_DOUBTFUL_MONEY = Decimal(50_000) * 10**9  # dearer than any local sum: then the dot was a decimal mark


def quantity(setting: Setting, start: int) -> Quantity | None:
    """Return the quantity in digits that starts at ``start``; None where the number only names something."""
    key = setting.key
    number = numeral(key, start)
    if number is None:
        return None
    own = setting.measures.after(key, number.end)
    if (own is None or own.quantity != "percent") and _names_something(key, start):
        return None
    return _range(setting, number, own) or _single(setting, number, own)


def spelled_quantity(setting: Setting, start: int) -> Quantity | None:
    """Return the quantity in words that starts at ``start``: "ba xã", "năm người"; the unit must follow."""
    key = setting.key
    number = spelled(key, start)
    if number is None or (key.startswith("năm", start) and _SPELLED_YEAR.search(key[max(0, start - 14) : start])):
        return None
    measure = setting.measures.after(key, number.end)
    if measure is None or measure.code is None or measure.quantity not in ("count", "area", "length", "mass", "money"):
        return None
    return _finish(setting, number, measure, number.value * measure.worth)


def vague_quantity(setting: Setting, start: int) -> Quantity | None:
    """Return "hàng chục ha", "nhiều nhà": a unit without a figure."""
    match = _VAGUE.match(setting.key, start)
    if match is None:
        return None
    measure = setting.measures.after(setting.key, match.end())
    if measure is None or measure.code is None:
        return None
    end = _with_after(setting, measure.end)[1]
    return Quantity(start, measure.end, match.end(), None, None, None, measure.code, ("vague",), start, None, end)


def _names_something(key: str, start: int) -> bool:
    named = _NAMES.ending(key, start)
    return named is not None and not _COUNTED.search(key[max(0, start - _BEFORE) : start])


def _range(setting: Setting, low: Numeral, own: Measure | None) -> Quantity | None:
    """ "10 - 10,5%", "5% đến 7%", "từ 3.400 đến 3.700 USD": the unit stands after the second number."""
    key, measures = setting.key, setting.measures
    end = own.end if own else low.end
    link = _RANGE.match(key, end) if key[end : end + 2].lstrip(" ")[:1] in _RANGE_INITIALS else None
    high = numeral(key, link.end()) if link else None
    measure = measures.after(key, high.end) if high else None
    if high is None or measure is None or (own and own.code not in (measure.code, None)):
        return None
    first = tidy(_reading(low, own or measure) * (own.worth if own and own.code else measure.worth))
    second = tidy(_reading(high, measure) * measure.worth)
    if first >= second or (own and _chained(key, low.start, measure.end)):
        return None
    made = _finish(setting, replace(low, end=high.end), measure, Decimal(0))
    return replace(made, value=None, low=first, high=second, other_value=None)


def _chained(key: str, start: int, end: int) -> bool:
    """Whether more than two numbers stand in a row ("15% - 38% - 47%"): a list, and no range."""
    return _CHAIN_AHEAD.match(key, end) is not None or _CHAIN_BEHIND.search(key, max(0, start - 4), start) is not None


def _single(setting: Setting, number: Numeral, found: Measure | None) -> Quantity | None:
    if found is None and setting.key[number.end : number.end + 1].isalpha():
        return None  # a code: "27c", "30a"
    measure = found or Measure(number.end, None, Decimal(1), None)
    if measure.code is None and measure.worth > 1 and (rest := _with_rest(setting, number, measure)) is not None:
        return _finish(setting, number, *rest)
    value = _reading(number, measure) * measure.worth
    if measure.quantity == "money" and measure.worth >= 10**9:
        more = _smaller_part(setting, measure)
        if more is not None:
            return _finish(setting, number, more[0], value + more[1])
    return _finish(setting, number, measure, value)


def _smaller_part(setting: Setting, measure: Measure) -> tuple[Measure, Decimal] | None:
    """The "250 triệu" of "1 tỷ 250 triệu đồng"."""
    link = _AND_MORE.match(setting.key, measure.end)
    number = numeral(setting.key, link.end()) if link else None
    part = setting.measures.after(setting.key, number.end) if number else None
    if number is None or part is None or part.code != measure.code or part.worth >= measure.worth:
        return None
    return part, number.value * part.worth


def _with_rest(setting: Setting, number: Numeral, measure: Measure) -> tuple[Measure, Decimal] | None:
    """The whole of "6 nghìn 700 tỷ", "7 triệu 520 nghìn con": the unit stands after the second part."""
    link = _AND_REST.match(setting.key, measure.end)
    rest = numeral(setting.key, link.end()) if link else None
    part = setting.measures.after(setting.key, rest.end) if rest else None
    if rest is None or part is None or part.code is None:
        return None
    if part.worth > measure.worth:
        return part, (number.value * measure.worth + rest.value) * part.worth
    return part, number.value * measure.worth + rest.value * part.worth


def _reading(number: Numeral, measure: Measure) -> Decimal:
    """Which of the two readings of "2,700" or "12.345" the unit allows."""
    if number.other is None:
        return number.value
    comma = number.value != number.value.to_integral_value() or number.other > number.value
    if comma:
        if measure.quantity in _WHOLE_ONLY and measure.worth == 1:
            return number.other
        trailing_zeros = number.other == number.other.quantize(Decimal(1)) and int(number.other) % 10 == 0
        return number.other if measure.quantity in _AMBIGUOUS and trailing_zeros else number.value
    return number.other if measure.quantity in _DECIMAL_COMMA else number.value


def _other(number: Numeral, measure: Measure, chosen: Decimal) -> Decimal | None:
    """The reading not chosen, where a reader could doubt."""
    if number.other is None:
        return None
    if measure.quantity in _AMBIGUOUS and number.other > number.value:
        return number.value if chosen == number.other else number.other
    dear = measure.quantity == "money" and chosen * measure.worth >= _DOUBTFUL_MONEY
    return number.other if dear else None


def _finish(setting: Setting, number: Numeral, measure: Measure, value: Decimal) -> Quantity:
    qualified = setting.qualifiers.before(setting.key, number.start)
    code, end = _with_after(setting, measure.end)
    codes = (*qualified.codes, code) if code and code not in qualified.codes else qualified.codes
    other = _other(number, measure, _reading(number, measure))
    return Quantity(
        number.start, measure.end, number.end, tidy(value), None, None, measure.code, codes, qualified.start,
        None if other is None else tidy(other * measure.worth), end,
    )  # fmt: skip


def _with_after(setting: Setting, end: int) -> tuple[str | None, int | None]:
    code, after = setting.qualifiers.after(setting.key, end)
    return (code, after) if code else (None, None)
