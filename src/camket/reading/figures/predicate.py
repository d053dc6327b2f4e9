"""Predicates: the nouns and the rest of the clause after a number, up to where something else begins."""

import re

from camket.reading.figures.draft import MEASURES
from camket.reading.figures.nearby import ending, tails_before
from camket.reading.figures.number import Number
from camket.reading.lexing.patterns import folded
from camket.reading.scan import Scan
from camket.vocabulary.folding import fold

_LONGEST = 110
_SCALES = frozenset(fold(word) for word in ("chục", "trăm", "nghìn", "ngàn", "vạn", "triệu", "tỷ"))
_STOP = (
    r"(?:đạt|tăng|giảm|chiếm|so với|bằng|vượt|tương đương|gấp|với|trong đó|để|do|nhằm|qua|nhưng|song|ước|trị giá"
    r"|tổng|từ nguồn|xếp|cho|theo|tại|trên địa bàn|vào(?! đảng)|trong|kh|kế hoạch)(?!\w)"
)
# Words stop at a blank with such a word after it; only there is it asked.
_NOUNS = folded(
    rf"(?! {_STOP}) ?(?P<words>(?:[^ ,;:.()\n\d/]+| (?!{_STOP})|, (?=(?:ntm|bản|buôn|thị trấn|phường)(?!\w)))+)"
)
_PREDICATE_WORDS = folded(
    r"(?! (?:tăng|giảm|chiếm|so với|bằng|vượt|tương đương|gấp|trong đó|nhưng|song"
    r"|ước)(?!\w)) ?(?P<words>(?:[^ ,;:.()\n]+| (?!(?:tăng|giảm|chiếm|so với|bằng|vượt|tương đương|gấp|trong đó|nhưng"
    r"|song|ước|đạt (?:tỷ lệ )?\d+(?:[.,]\d+)? ?%)(?!\w))"
    r"|\([^\W\d]{2,8}\)|(?<=\d)[.,](?=\d)|, (?=(?:ntm|bản|buôn|thôn|tổ|xóm|phường|thị trấn|thị xã)(?!\w)))+)"
)
_SIGHT = 24  # so far past the longest predicate its last word is looked at
_LEADING_ON = fold("và|với|cùng|thuộc|đến|gồm|như|đối với|đối|của|cho|tại|ở|trong|trên")
_LOOSE = re.compile(rf"(?:[ /-]|(?<!\w)(?:{_LEADING_ON}))+\Z")
_LOOSE_ENDS = ending(_LEADING_ON.split("|"))
_LOOSE_SIGNS = frozenset(" /-")


def nouns_of(scan: Scan, number: Number, end: int) -> str:
    """The nouns after a number, with its unit where that is a noun too ("35 đảng viên", but not "120 ha rừng")."""
    words = scan.text(number.number_end, number.unit_end).strip().removesuffix("/năm").split()
    while words and fold(words[0]) in _SCALES:
        words.pop(0)
    if number.unit is not None and number.unit.startswith(("VND", "USD", "%")):
        words = []
    elif number.unit in MEASURES:
        words = words[1:]
    return " ".join((*words, *scan.text(number.end, end).split()))


def nouns_end(key: str, number: Number, limit: int) -> int:
    """Where the noun phrase that follows a number and its unit ends."""
    return _words_end(_NOUNS, key, number.end, limit)


def predicate_end(key: str, number: Number, limit: int) -> int:
    """Where the clause ends of which a counted number is the subject: "18 xã đạt chuẩn nông thôn mới"."""
    return _words_end(_PREDICATE_WORDS, key, number.end, limit)


def _words_end(pattern: re.Pattern[str], key: str, start: int, limit: int) -> int:
    """Where the words that ``pattern`` takes from ``start`` end, without a conjunction that leads on; ``start`` without any."""
    match = pattern.match(key, start, min(limit, start + _LONGEST + _SIGHT))
    if match is None:
        return start
    return _without_loose_end(key, start, min(match.end(), match.start("words") + _LONGEST))


def _without_loose_end(key: str, start: int, end: int) -> int:
    """Where words end without a conjunction or preposition that leads on to something else: "45 chi bộ với"."""
    if key[end - 1] not in _LOOSE_SIGNS and not tails_before(key, end) & _LOOSE_ENDS:
        return end
    loose = _LOOSE.search(key, start, end)
    return end if loose is None else loose.start()
