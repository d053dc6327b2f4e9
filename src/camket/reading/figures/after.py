"""What stands right after a number and qualifies it: a base, a plan, an assessment, a rank."""

import re

from msgspec import Struct

from camket.reading.figures.fragments import OWNER, PLAN
from camket.reading.figures.nearby import Head, heads_after
from camket.reading.lexing.patterns import folded
from camket.reading.statements import Assessment
from camket.vocabulary.folding import fold

# The rest of a phrase: up to punctuation or a word that begins another part of the figure.
_REST = r"(?:(?! (?:tăng|giảm|đạt|bằng|còn|vượt|và|trong đó|chiếm|là|ước|lên|xuống|hoàn thành|nhưng|song|do|nhờ|vì|để)(?!\w))[^,;.()\n])"

_BASE = folded(
    rf"(?: (?!so )[^\W\d]{{1,8}}){{0,3}} {{0,2}},? {{0,2}}\(?(?:khi |nếu )?so (?:với )?(?P<base>{_REST}{{1,70}})"
)
_PLAN_AFTER = Head(
    rf"(?P<plan>{PLAN})(?!\w)(?P<rest>{_REST}{{0,80}})",
    " {0,2}",
    ("so với |so |của |trên |theo |với ", "(?:tổng|cả|số) "),
)
_GIVEN = folded(rf"(?P<owner>{OWNER})(?: [^\W\d]{{1,9}}){{0,2}}? (?:giao|đề ra|phê duyệt|thông qua|quyết nghị)")
_LOOSELY = " {0,2}[,(-]? {0,2}"
_ASSESSMENT = Head(
    r"(?:(?P<exceeded>đạt và vượt|hoàn thành và vượt|hoàn thành vượt|vượt)|"
    r"(?P<not_met>không đạt|chưa đạt|không hoàn thành|chưa hoàn thành|thấp hơn so với|thấp hơn)|"
    r"(?P<met>hoàn thành|đạt|bằng))"
    rf"(?: (?:mức|so với|các|vượt|100% ?|cao so với))* ?(?:(?:{PLAN})|yêu cầu đề ra)(?!\w){_REST}{{0,70}}\)?",
    _LOOSELY,
    ("và ", "đều |đã |cơ bản "),
)
_ABOVE_AVERAGE = Head(rf"cao hơn (?:mức )?bình quân{_REST}{{0,50}}\)?", " {0,2}[,(]? {0,2}")
_RANK = Head(
    r"(?:và )?(?:đứng|xếp|giữ|xếp hạng|đứng hạng)(?: (?:vị trí|hạng"
    r"|ở))*(?: thứ)? (?P<rank>\d{1,3}(?:/\d{1,3})?)(?!\d)"
    rf"{_REST}{{0,40}}\)?",
    _LOOSELY,
)
_QUALIFYING = _ASSESSMENT.bit | _ABOVE_AVERAGE.bit | _RANK.bit
_SO = fold("so ")
_BASE_WITHIN = 50  # so far ahead stands the "so" of "so với"
_PER_YEAR = re.compile(r" ?/ ?(?:(?:người|khẩu)(?: ?/ ?(?:1 )?năm)?|(?:1 )?năm)(?!\w)")


_WITH = fold(" với")


class Phrase(Struct, frozen=True, gc=False):
    """A phrase after a number, and the plan's owner where it names one."""

    start: int
    end: int
    owner: str | None = None


def base_after(key: str, position: int, limit: int) -> Phrase | None:
    """ "so với cùng kỳ năm 2023": what a change is measured from."""
    if key.find(_SO, position, min(limit, position + _BASE_WITHIN)) < 0:
        return None
    match = _BASE.match(key, position, limit)
    if match is None:
        return None
    start, end = match.start("base"), _trimmed(key, match)
    # "so với" right before the next number says nothing yet.
    return Phrase(start, end) if end > start else None


def plan_after(key: str, position: int, limit: int) -> Phrase | None:
    """ "(so với) kế hoạch tỉnh giao": the plan that a share is of; the owner is as folded, its place tells how written."""
    match = _PLAN_AFTER.match(key, position, limit) if heads_after(key, position) & _PLAN_AFTER.bit else None
    if match is None:
        return None
    given = _GIVEN.search(key, match.start("plan"), match.end())
    return Phrase(match.start("plan"), _trimmed(key, match), None if given is None else given["owner"])


def qualified_after(key: str, position: int) -> bool:
    """Whether an assessment or a rank may follow at ``position``."""
    return bool(heads_after(key, position) & _QUALIFYING)


def assessment_after(key: str, position: int, limit: int) -> tuple[Assessment, int] | None:
    """ "(đạt mục tiêu nghị quyết)": how the figure stands to its plan, and where that ends."""
    match = _ASSESSMENT.match(key, position, limit)
    if match is not None:
        verdict: Assessment = "exceeded" if match["exceeded"] else "not_met" if match["not_met"] else "met"
        return verdict, _trimmed(key, match)
    match = _ABOVE_AVERAGE.match(key, position, limit)
    return None if match is None else ("above_average", _trimmed(key, match))


def rank_after(key: str, position: int, limit: int) -> tuple[str, int] | None:
    """ "xếp thứ 3/63": a place among peers, and where that ends."""
    match = _RANK.match(key, position, limit)
    return None if match is None else (match["rank"], _trimmed(key, match))


def per_person_or_year(key: str, position: int) -> re.Match[str] | None:
    """ "/năm", "/người/năm" after an amount whose unit word did not include it."""
    stands = key[position : position + 1]
    return (
        _PER_YEAR.match(key, position)
        if stands == "/" or (stands == " " and key.startswith("/", position + 1))
        else None
    )


def _trimmed(key: str, match: re.Match[str]) -> int:
    """The match's end without trailing blanks; a bracket that opened is closed where it closes at once."""
    end = match.end()
    while end > match.start() and key[end - 1] in " ,-":
        end -= 1
    end -= len(_WITH) if key.endswith(_WITH, match.start(), end) else 0
    opened = "(" in match.group() and ")" not in match.group()
    return end + 1 if opened and key[end : end + 1] == ")" else end
