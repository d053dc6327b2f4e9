"""What stands around a document's number: type before it, date and issuer after it."""

import datetime
import re
from typing import NamedTuple

from camket.reading.lexing.patterns import folded
from camket.reading.scan import Scan

_NUMBER_WORD = folded(r"(?:số|số hiệu)?[ \n:]{0,3}$")
_DATE_AFTER = folded(r"[ ,\n(]{0,3}(?:ban hành |ký )?(?:ngày[ \n]{1,2})?")
_YEAR_AFTER = folded(r",?[ \n]năm (?P<y>(?:19|20)\d\d)(?!\d)")
_BY = folded(r"[ ,\n]{0,3}(?:do|của)[ \n]")
_LETTERS = r"[^\W\d_]"
UPPER = "A-ZĐÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬÈÉẺẼẸÊỀẾỂỄỆÌÍỈĨỊÒÓỎÕỌÔỒỐỔỖỘƠỜỚỞỠỢÙÚỦŨỤƯỪỨỬỮỰỲÝỶỸỴ"
NAMED = re.compile(rf"[ \n](?:[{UPPER}]{_LETTERS}*)(?:[ \n-]{{1,3}}[{UPPER}]{_LETTERS}*){{0,3}}")
"""Capitalised words, as a place or body is named."""
# An issuer: a capitalised body and what follows, up to a word that belongs to the sentence again.
_NOT_ISSUER = (
    "ngày", "về", "và", "quy định", "ban hành", "phê duyệt", "đã", "có", "được", "để", "trong", "theo", "tại", "năm", "khóa", "gửi", "sau", "yêu cầu",
    "giao", "là", "thì", "cho", "với", "đến", "nhằm", "do", "trả lời", "hướng dẫn", "khi", "đối", "từ", "trên", "việc", "như", "cũng", "còn",
    "thực hiện", "triển khai", "thông báo", "chỉ đạo", "kết luận", "đề nghị", "báo cáo", "mới", "sẽ", "phải", "cần", "nên", "này", "nêu", "số",
    "thông qua", "nhiệm kỳ", "hoặc", "của", "đang", "trình", "bổ sung", "sửa đổi", "góp phần", "gắn", "gồm", "lần",
    "tổ chức thực", "đảm bảo", "bảo đảm", "đạt", "đề ra",
)  # fmt: skip
_ISSUER = re.compile(
    rf"[{UPPER}][^\s,.;:()\"”]*(?:[ \n](?!(?:{'|'.join(_NOT_ISSUER)})(?!\w))[^\s,.;:()\"”]{{1,14}}){{0,9}}"
)
_TRAILING = re.compile(r"(?: và| của| các)$")


class Parts(NamedTuple):
    """Where a citation ends, and the date and issuer printed with it."""

    end: int
    date: datetime.date | None
    issuer: str | None


class Mention(NamedTuple):
    """A document cited, before it is a statement."""

    start: int
    end: int
    rule: str
    type: str | None
    id: str | None
    parts: Parts
    number: tuple[int, int]


def type_before(scan: Scan, start: int) -> tuple[int, str | None] | None:
    """Return where the words start that lead to the number at ``start`` ("Quyết định số"), and the type among them."""
    window = scan.key[max(0, start - 14) : start]
    word = _NUMBER_WORD.search(window)
    position = start - len(word.group()) if word else start
    found = scan.lexicon.type_endings.ending(scan.key, position)
    if found is None:
        return (position, None) if word and word.group().strip(" \n:") else None
    first = found.start
    return first, scan.text(first, first + len(found.words))


def parts_after(scan: Scan, end: int, *, year: bool = False) -> Parts:
    """Return date and issuer that follow ``end`` at once, in either order; the span ends with the date.

    ``year``: a law's bare year ("năm 2024") belongs to it as well.
    """
    when, stop = _date(scan, end)
    named = _YEAR_AFTER.match(scan.key, end) if year and when is None else None
    stop = named.end() if named else stop
    issuer, after = _issuer(scan, stop)
    if when is None and issuer is not None:
        when, later = _date(scan, after)
        return Parts(later if when else stop, when, issuer)
    return Parts(stop, when, issuer)


def _date(scan: Scan, end: int) -> tuple[datetime.date | None, int]:
    link = _DATE_AFTER.match(scan.key, end)
    for position in {link.end(), link.end() - len("ngày ")} if link else ():
        found = scan.dates.at(position)
        if found is not None and found.first is not None and found.first == found.last:
            return found.first, found.end
    return None, end


def _issuer(scan: Scan, end: int) -> tuple[str | None, int]:
    by = _BY.match(scan.key, end)
    name = _ISSUER.match(scan.document.text, by.end()) if by else None
    if name is None:
        return None, end
    words = _TRAILING.sub("", name.group())
    return words, name.start() + len(words)
