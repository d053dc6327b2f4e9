"""Links: the few words between a figure and a further number that belongs to it."""

from functools import lru_cache
from typing import Literal

from msgspec import Struct

from camket.reading.figures.after import Phrase
from camket.reading.figures.fragments import OWNER, PLAN, SMALL
from camket.reading.lexing.patterns import folded
from camket.vocabulary.folding import fold

LinkKind = Literal["change", "level", "share", "excess", "plan", "baseline", "sign", "bare"]

_REST = r"(?:(?! (?:tăng|giảm|đạt|bằng|còn|vượt|và|cao hơn|thấp hơn|nhiều hơn|ít hơn|ước)(?!\w))[^,;.()\n\d]|\d{4}|\d{1,2}/(?=\d{4}))"
_LINK = folded(
    r"[ ,(/-]{0,5}(?:(?:và|hoặc|nhưng|song|đồng thời|tức|trong đó) )?"
    rf"(?:(?:nếu |khi )?so (?:với )?(?P<base>{_REST}{{1,50}}))?[ ,]{{0,3}}"
    r"(?:(?:đã|cũng|vẫn|chỉ|mới|ước|cơ bản|ước tính|chính thức|nay|hiện|đến nay|năm nay) ){0,2}"
    rf"(?:(?P<change>(?P<direction>tăng|giảm|cao hơn|thấp hơn|nhiều hơn|ít hơn|hơn|rút ngắn|gấp"
    rf"|tăng gấp)(?: (?:{SMALL})){{0,3}})"
    rf"|(?P<level>(?:tăng|giảm|nâng|đưa|hạ)? ?(?:xuống còn|còn|xuống|lên tới|lên đến|lên|tới)(?: (?:{SMALL})){{0,2}})"
    rf"|(?P<excess>vượt(?: (?:{PLAN}|{SMALL}|thêm|so với|đề ra|của|tỉnh|huyện|giao|đại hội)){{0,6}})"
    rf"|(?P<share>(?:ước |cơ bản |mới |chỉ )?(?:đạt|bằng|tương đương|tương ứng|hoàn thành|chiếm|chạm mốc|cán mốc"
    rf"|thực hiện)(?: (?:{SMALL})){{0,2}})"
    rf"|(?P<plan>(?:(?P<beyond>vượt xa|vượt nhiều|cao hơn(?: nhiều)?)(?: so với)? |so (?:với )?)?"
    rf"(?P<plan_words>(?:(?P<owner>{OWNER}) giao|kế hoạch|kh|chỉ tiêu|mục tiêu"
    rf"|nghị quyết|nq|dự toán)"
    r"(?: (?:là|giao|đề ra|cả năm|năm|của|tỉnh|huyện|xã|đặt ra|trồng|kết nạp|phải|đạt|nhiệm kỳ|đại hội"
    r"|nghị quyết|\d{4})){0,4})[ :]{0,2})"
    r"|(?P<baseline>(?:(?:trong |cuối |đầu )?(?:năm|nhiệm kỳ|kỳ|quý|tháng)(?: (?:trước|ngoái|\d{4}|đó))?"
    r"|cùng kỳ(?: năm (?:trước|ngoái|\d{4}))?)"
    r"(?: (?:là|đạt|có|chỉ có|chỉ đạt|chỉ|ở mức))?[ :]{0,2})"
    r"|(?P<sign>[+-])|(?P<bare>))[ :]{0,2}"
)
_TO = folded(
    r"[ ,]{0,2}(?:\([^()\n]{0,30}\))?[ ,]{0,2}(?:(?:(?:trong|vào|của|cuối|đầu|hồi"
    r"|ở) ){0,2}(?P<when>[^,;.()\n]{1,40}?))?[ ,]{0,2}"
    r"(?:(?:đã |nay |hiện )?(?:tăng |giảm |nâng )?(?:xuống còn|xuống|lên đến|lên tới|lên trên|lên|còn|đến"
    r"|tới|thành|sang|-))(?: (?:khoảng|trên|hơn|gần|còn|là|mức|đạt|năm \d{4}|cuối năm \d{4}"
    r"|thời điểm hiện tại|nay|nay là|nay đạt)){0,3} "
)
_FALLS = frozenset({"giảm", "thấp hơn", "ít hơn", "rút ngắn"})
_OF_WHOLE = (fold("chiếm"), fold("đạt tỷ lệ"))
_LONGEST = 110
_KINDS: tuple[LinkKind, ...] = ("change", "level", "excess", "share", "plan", "baseline", "sign", "bare")


class Link(Struct, frozen=True, gc=False):
    """What joins a further number to a figure."""

    kind: LinkKind
    start: int
    sign: int = 1
    base: Phrase | None = None
    share_of_whole: bool = False
    plan_start: int | None = None
    beyond: bool = False


def link_between(key: str, position: int, start: int) -> Link | None:
    """How the number at ``start`` belongs to the figure that ends at ``position``; None where it does not."""
    if start - position > _LONGEST:
        return None
    link = _linked(key[position:start])
    return None if link is None else _moved(link, position)


def _moved(link: Link, by: int) -> Link:
    base = None if link.base is None else Phrase(link.base.start + by, link.base.end + by)
    plan = None if link.plan_start is None else link.plan_start + by
    return Link(link.kind, link.start + by, link.sign, base, link.share_of_whole, plan, link.beyond)


@lru_cache(maxsize=4096)  # the words between two numbers of a figure are nearly always the same few
def _linked(words: str) -> Link | None:
    match = _LINK.fullmatch(words)
    if match is None:
        return None
    kind: LinkKind = next(kind for kind in _KINDS if match[kind] is not None)
    falls = match["direction"] in _FALLS or match["sign"] == "-"
    base = None if match["base"] is None else Phrase(match.start("base"), match.end("base"))
    whole = kind == "share" and match["share"].startswith(_OF_WHOLE)
    plan = match.start("plan_words") if kind == "plan" else None
    return Link(kind, match.start(kind), -1 if falls else 1, base, whole, plan, bool(match["beyond"]))


def rise_between(key: str, position: int, start: int) -> tuple[int, int] | None:
    """ "từ A (năm X) lên B": where the words about A's time stand, when B begins at ``start``."""
    if start - position > _LONGEST:
        return None
    match = _TO.fullmatch(key, position, start)
    if match is None:
        return None
    return (match.start("when"), match.end("when")) if match["when"] else (position, position)
