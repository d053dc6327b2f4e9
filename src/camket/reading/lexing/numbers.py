"""Quantities: a number in any notation with its unit, a range, or words for an unsaid number."""

import re
from decimal import Decimal

from msgspec.structs import replace

from camket.reading.lexing.endings import Endings, last_word
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
_NAMING = _NAMES.last_words
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
_ZERO, _ONE = Decimal(0), Decimal(1)
_SPLIT_MONEY = 10**9  # from here on the rest of a sum is told in a smaller unit: "1 tỷ 250 triệu"
_DOUBTFUL_MONEY = Decimal(50_000) * 10**9  # dearer than any local sum: then the dot was a decimal mark


def quantity(setting: Setting, start: int) -> Quantity | None:
    """Return the quantity in digits that starts at ``start``; None where the number only names something."""
    number = numeral(setting.key, start)
    return counted(setting, number) if number else None


def counted(setting: Setting, number: Numeral) -> Quantity | None:
    """Return the quantity that a numeral begins; None where it only names something."""
    key, start, end = setting.key, number.start, number.end
    own = setting.measures.after(key, end)
    word = last_word(key, start)
    if word in _NAMING and (own is None or own.quantity != "percent") and _names_something(word, key, start):
        return None
    last = own.end if own else end
    if key[last + 1 : last + 2] in _RANGE_INITIALS or key[last : last + 1] in _RANGE_INITIALS:
        range_ = _range(setting, number, own, last, word)
        if range_ is not None:
            return range_
    if own is not None:
        return _measured(setting, number, own, word)
    if key[end : end + 1].isalpha():
        return None  # a code: "27c", "30a"
    return _finish(setting, number, Measure(end, None, _ONE, None), number.value, word)


def spelled_quantity(setting: Setting, start: int) -> Quantity | None:
    """Return the quantity in words that starts at ``start``: "ba xã", "năm người"; the unit must follow."""
    key = setting.key
    number = spelled(key, start)
    if number is None or (key.startswith("năm", start) and _SPELLED_YEAR.search(key[max(0, start - 14) : start])):
        return None
    measure = setting.measures.after(key, number.end)
    if measure is None or measure.code is None or measure.quantity not in ("count", "area", "length", "mass", "money"):
        return None
    return _finish(setting, number, measure, tidy(number.value * measure.worth), last_word(key, start))


def vague_quantity(setting: Setting, start: int) -> Quantity | None:
    """Return "hàng chục ha", "nhiều nhà": a unit without a figure."""
    match = _VAGUE.match(setting.key, start)
    if match is None:
        return None
    measure = setting.measures.after(setting.key, match.end())
    if measure is None or measure.code is None:
        return None
    end = setting.qualifiers.after(setting.key, measure.end)[1]
    return Quantity(start, measure.end, match.end(), None, None, None, measure.code, ("vague",), start, None, end)


def _names_something(word: str, key: str, start: int) -> bool:
    named = _NAMES.after(word, key, start)
    return named is not None and not _COUNTED.search(key[max(0, start - _BEFORE) : start])


def _range(setting: Setting, low: Numeral, own: Measure | None, end: int, word: str) -> Quantity | None:
    """ "10 - 10,5%", "5% đến 7%", "từ 3.400 đến 3.700 USD": the unit stands after the second number."""
    key, measures = setting.key, setting.measures
    link = _RANGE.match(key, end)
    high = numeral(key, link.end()) if link else None
    measure = measures.after(key, high.end) if high else None
    if high is None or measure is None or (own and own.code not in (measure.code, None)):
        return None
    first = tidy(_reading(low, own or measure) * (own.worth if own and own.code else measure.worth))
    second = tidy(_reading(high, measure) * measure.worth)
    if first >= second or (own and _chained(key, low.start, measure.end)):
        return None
    made = _finish(setting, replace(low, end=high.end), measure, _ZERO, word)
    return replace(made, value=None, low=first, high=second, other_value=None)


def _chained(key: str, start: int, end: int) -> bool:
    """Whether more than two numbers stand in a row ("15% - 38% - 47%"): a list, and no range."""
    return _CHAIN_AHEAD.match(key, end) is not None or _CHAIN_BEHIND.search(key, max(0, start - 4), start) is not None


def _measured(setting: Setting, number: Numeral, measure: Measure, word: str) -> Quantity:
    if measure.code is None and measure.worth > 1 and (rest := _with_rest(setting, number, measure)) is not None:
        return _finish(setting, number, rest[0], tidy(rest[1]), word)
    value = number.value if number.other is None else tidy(_reading(number, measure))
    if measure.worth != 1:
        value = tidy(value * measure.worth)
    if measure.quantity == "money" and measure.worth >= _SPLIT_MONEY:
        more = _smaller_part(setting, measure)
        if more is not None:
            return _finish(setting, number, more[0], tidy(value + more[1]), word)
    return _finish(setting, number, measure, value, word)


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


def _finish(setting: Setting, number: Numeral, measure: Measure, value: Decimal, word: str) -> Quantity:
    """The quantity of a tidy ``value`` with the qualifiers around it; ``word`` stands before it."""
    key, qualifiers = setting.key, setting.qualifiers
    codes, first = qualifiers.before(word, key, number.start)
    code, last = qualifiers.after(key, measure.end)
    if code is not None and code not in codes:
        codes = (*codes, code)
    other = None if number.other is None else _other(number, measure, _reading(number, measure))
    return Quantity(
        number.start, measure.end, number.end, value, None, None, measure.code, codes, first,
        None if other is None else tidy(other * measure.worth), last,
    )  # fmt: skip
