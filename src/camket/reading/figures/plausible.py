"""Plausibility: which numbers are reported figures, and which are sizes, crowds, grants, ranks or losses."""

from camket.reading.figures.nearby import Head, Tail
from camket.reading.figures.number import Number
from camket.reading.figures.words import load_words
from camket.reading.lexing.patterns import any_of, folded
from camket.reading.lexing.sought import Sought
from camket.vocabulary.folding import fold

_WORDS = load_words()
_ORDINAL = Tail(rf"(?<!\w)(?:{any_of(_WORDS.ordinals)})", r" ?[:.]? ?")
_SIZE = Tail(rf"(?<!\w)(?:{any_of(_WORDS.sizes)})(?: (?:khoảng|hơn|trên|gần|là|từ|đến|tới|lên tới))*", r" ?:? ?")
_SHARE_OF = Tail(rf"(?<!\w)(?:{any_of(_WORDS.shares_of)})", r" ?:? ?")
_GRANT = Tail(
    rf"(?<!\w)(?<!tổng )(?:{any_of(_WORDS.grants)})(?: (?:khoảng|hơn|trên|gần|là|từ|đến|tới|lên tới"
    rf"|dự kiến|ước|thực hiện|bằng|hỗ trợ|trị giá|thêm))*",
    r" ?:? ?",
)
_CROWD = Head(rf"(?:{any_of(_WORDS.crowds)})(?!\w)")
_HARM = Sought(rf"(?<!\w)(?:{any_of(_WORDS.harm)})(?!\w)")
_SUPPOSED = fold("nếu ")
_IF = folded(r"(?<!\w)nếu [^,;.:]{0,36}\Z")
_ONE_OF = Head(r"(?:trong|số)(?: số| các| những| tổng)? ")
_CASE = folded(
    r" ?vụ (?:án|việc|tai nạn|cháy|vi phạm|phạm|tngt|ma túy|khiếu|tranh|bạo|va chạm|gian lận"
    r"|[^\W\d]{1,8}, (?:làm|với))"
)
_LENGTHS = frozenset({"m", "km", "m2", "m3", "ha", None})
_CROPS_A_YEAR = 3
_SMALL_WHOLE = 5
_ONE = fold("một ")
_REACH = 40
_TIMES = frozenset({"lần", "mức", "hạng", "điểm", "chỉ tiêu", "kWh", "MW", "giờ", "ngày", "tháng", "năm", "tuổi", "mm"})
_INNER = folded(
    r" (?:đạt|dưới|trên|từ|đủ|hoàn thành|đạt dưới|đạt từ|đạt đủ|đạt trên|có|đã đạt|đã hoàn thành|xếp hạng"
    r"|hạng|đạt hạng|đạt chuẩn|chuẩn [^,;.]{0,30}đạt|[^,;.:\d]{1,40} (?:từ|dưới|trên|hạng|đạt|mức)) ?"
)
_CRITERIA = frozenset({"tiêu chí", "sao", "tuổi"})
_STARS = Head(r"(?:sao|tuổi|tiêu chí)(?!\w)")
_MONEY = "VND"
_FIRST_YEAR, _LAST_YEAR = 1900, 2100
_PLACING = _ORDINAL.bit | _SIZE.bit | _SHARE_OF.bit
_COUNTING = _CROWD.bit | _ONE_OF.bit


def ignored(key: str, floor: int, number: Number) -> bool:
    """Whether the number reports nothing, and is passed over as a word of the text; ``floor`` is where the figure before ended."""
    if number.unit is None and (_year_like(number) or _part_of(number)):
        return True
    if not key[number.digits].isdigit() and (_article(key, number) or _spelled_again(key, floor, number)):
        return True
    start = max(floor, number.start - _REACH)
    if number.before & _PLACING and (_ordinal(key, start, number) or _size(key, start, number)):
        return True
    if number.after & _COUNTING and (_CROWD.match(key, number.number_end) or _ONE_OF.match(key, number.number_end)):
        return True
    return _season(key, number) or _conditional(key, start, number)


def _ordinal(key: str, start: int, number: Number) -> bool:
    """Whether the number is a place in a row or part of a name: "lần thứ 5", "khu vực 3"."""
    return number.unit is None and _ORDINAL.search(key, start, number.start) is not None


def _size(key: str, start: int, number: Number) -> bool:
    """Whether the number says how long, high or far something is ("dài 6 km"), or of how many ("trong tổng số 20 xã")."""
    long = number.unit in _LENGTHS and _SIZE.search(key, start, number.start) is not None
    return long or _SHARE_OF.search(key, start, number.start) is not None


def _season(key: str, number: Number) -> bool:
    """Whether the number counts crops a year: "lúa 2 vụ"."""
    return (
        number.unit == "vụ"
        and number.value is not None
        and number.value <= _CROPS_A_YEAR
        and _CASE.match(key, number.number_end) is None
    )


def _article(key: str, number: Number) -> bool:
    """Whether the number is the word "một", which rather says "a"."""
    return key.startswith(_ONE, number.digits)


def _spelled_again(key: str, floor: int, number: Number) -> bool:
    """Whether money in brackets only says in words what digits have said: "13.500.000 đ (Mười ba triệu năm trăm nghìn đồng)"."""
    if number.unit != _MONEY:
        return False
    start = max(floor - _REACH, 0)
    return key.rfind("(", start, number.digits) > key.rfind(")", start, number.digits)


def grant(key: str, floor: int, number: Number) -> bool:
    """Whether the number is money given, asked or budgeted for one thing, and not a result."""
    if number.unit is None or not number.unit.startswith(_MONEY):
        return False
    start = max(floor, number.start - _REACH)
    return bool(number.before & _GRANT.bit) and _GRANT.search(key, start, number.start) is not None


def bare(number: Number) -> bool:
    """Whether a number without a unit that could carry a figure."""
    return number.unit is None or number.unit in _TIMES


def _conditional(key: str, start: int, number: Number) -> bool:
    """Whether the number stands in a condition: "nếu không có 7 xã"."""
    return key.find(_SUPPOSED, start, number.start) >= 0 and _IF.search(key, start, number.start) is not None


def inside_predicate(key: str, end: int, number: Number) -> bool:
    """Whether a further number belongs to what is counted: "xã đạt 19/19 tiêu chí", "sản phẩm từ 3 sao"."""
    inner = number.unit in _CRITERIA or (number.after & _STARS.bit and _STARS.match(key, number.number_end) is not None)
    return bool(inner) and _INNER.fullmatch(key, end, number.start) is not None


def _part_of(number: Number) -> bool:
    """Whether "1/3 diện tích" says a part, and counts nothing; of a number without a unit."""
    return number.whole is not None and number.whole <= _SMALL_WHOLE


def _year_like(number: Number) -> bool:
    """Whether a number without a unit looks like a year."""
    return number.value is not None and _FIRST_YEAR <= number.value <= _LAST_YEAR


def harm(key: str, start: int, end: int) -> bool:
    """Whether these words tell what a disaster did."""
    return _HARM.search(key, start, end) is not None
