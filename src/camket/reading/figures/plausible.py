"""Plausibility: which numbers are reported figures, and which are sizes, crowds, grants, ranks or losses."""

from decimal import Decimal

from camket.reading.figures.number import Number
from camket.reading.figures.words import load_words
from camket.reading.lexing.patterns import any_of, folded
from camket.reading.lexing.sought import Sought, Tail
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
_CROWD = folded(rf" ?(?:{any_of(_WORDS.crowds)})(?!\w)")
_HARM = Sought(rf"(?<!\w)(?:{any_of(_WORDS.harm)})(?!\w)")
_IF = Sought(r"(?<!\w)nếu [^,;.:]{0,36}\Z")
_ONE_OF = folded(r" ?(?:trong|số)(?: số| các| những| tổng)? ")
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
_STARS = folded(r" ?(?:sao|tuổi|tiêu chí)(?!\w)")
_MONEY = "VND"


def ordinal(key: str, floor: int, number: Number) -> bool:
    """Whether the number is a place in a row or part of a name: "lần thứ 5", "khu vực 3"."""
    return number.unit is None and _ORDINAL.search(key, max(floor, number.start - _REACH), number.start) is not None


def size(key: str, floor: int, number: Number) -> bool:
    """Whether the number says how long, high or far something is ("dài 6 km"), or of how many ("trong tổng số 20 xã")."""
    start = max(floor, number.start - _REACH)
    long = number.unit in _LENGTHS and _SIZE.search(key, start, number.start) is not None
    return long or _SHARE_OF.search(key, start, number.start) is not None


def season(key: str, number: Number) -> bool:
    """Whether the number counts crops a year: "lúa 2 vụ"."""
    return (
        number.unit == "vụ"
        and number.value is not None
        and number.value <= _CROPS_A_YEAR
        and _CASE.match(key, number.number_end) is None
    )


def article(key: str, number: Number) -> bool:
    """Whether the number is the word "một", which rather says "a"."""
    return key.startswith(_ONE, number.digits)


def spelled_again(key: str, floor: int, number: Number) -> bool:
    """Whether money in brackets only says in words what digits have said: "13.500.000 đ (Mười ba triệu năm trăm nghìn đồng)"."""
    if number.unit != _MONEY or key[number.digits].isdigit():
        return False
    start = max(floor - _REACH, 0)
    return key.rfind("(", start, number.digits) > key.rfind(")", start, number.digits)


def grant(key: str, floor: int, number: Number) -> bool:
    """Whether the number is money given, asked or budgeted for one thing, and not a result."""
    if number.unit is None or not number.unit.startswith(_MONEY):
        return False
    return _GRANT.search(key, max(floor, number.start - _REACH), number.start) is not None


def crowd(key: str, number: Number) -> bool:
    """Whether the number counts people present, votes, tasks or pages of a document."""
    return _CROWD.match(key, number.number_end) is not None


def bare(number: Number) -> bool:
    """Whether a number without a unit that could carry a figure."""
    return number.unit is None or number.unit in _TIMES


def conditional(key: str, floor: int, number: Number) -> bool:
    """Whether the number stands in a condition: "nếu không có 7 xã", or is one of several ("1 trong những")."""
    return (
        _IF.search(key, max(floor, number.start - _REACH), number.start) is not None
        or _ONE_OF.match(key, number.number_end) is not None
    )


def inside_predicate(key: str, end: int, number: Number) -> bool:
    """Whether a further number belongs to what is counted: "xã đạt 19/19 tiêu chí", "sản phẩm từ 3 sao"."""
    inner = number.unit in _CRITERIA or _STARS.match(key, number.number_end) is not None
    return inner and _INNER.fullmatch(key, end, number.start) is not None


def part_of(number: Number) -> bool:
    """Whether "1/3 diện tích" says a part, and counts nothing."""
    return number.whole is not None and number.unit is None and number.whole <= _SMALL_WHOLE


def year_like(number: Number) -> bool:
    """Whether a bare number looks like a year."""
    return number.unit is None and number.value is not None and Decimal(1900) <= number.value <= Decimal(2100)


def harm(key: str, start: int, end: int) -> bool:
    """Whether these words tell what a disaster did."""
    return _HARM.search(key, start, end) is not None
