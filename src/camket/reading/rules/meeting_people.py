"""The people of a meeting: their names, the posts they hold, and who among them led."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from camket.reading.lexing.sought import Sought
from camket.reading.matching import Found
from camket.reading.scan import Scan
from camket.reading.structure.bodies import PERSON_NAME
from camket.reading.structure.lines import SILENT, Line
from camket.vocabulary.discourse import load_surnames

LEDE = 2500
"""How far into a text, in code points, the meeting and those who sat there are told of."""
_CHAIR_CUE = Sought(
    r"(?:dưới sự chủ trì của|do)\s|chủ trì|làm trưởng đoàn|dẫn đầu|phát biểu kết luận|kết luận (?:buổi|hội nghị|cuộc|phiên)"
    r"|phát biểu chỉ đạo|chủ tọa"
)
_TITLED = re.compile(r"(?:đồng chí|đ/c|ông|bà|:|;)\s*$")
_TITLES = ("đồng chí", "đ/c", "ông", "bà")
_PLACE = re.compile(r"(?:uỷ|tỉnh|huyện|xã|phường|phố|tp\.?|quận|thị trấn|thị xã|ubnd|hđnd|bộ|đoàn|khu)\s$")
"""Before a name of two words that is a place's ("Thành ủy Hà Nội") and no person's."""
_HELD = re.compile(
    r"\s?[-–,]\s?(?:uỷ viên|tỉnh uỷ viên|bí thư|phó|chủ tịch|chủ nhiệm|giám đốc|trưởng|chánh|thường trực|tuv|uvbtv|nguyên|đại biểu"
    r"|bộ trưởng|thứ trưởng)"
)
_POST = re.compile(r"\s?[-–,]\s?")
_POST_END = re.compile(
    r"[;)]|\.\s|\s(?:chủ trì|phát biểu|báo cáo|làm trưởng đoàn|làm việc|dẫn đầu|dự|tham dự|kiểm tra|thăm|đến|tiếp xúc|vừa|đã)(?!\w)"
    r"|,\s(?:ông|bà|đồng chí)\s|\scùng đại biểu|\svà các\s"
)
_ADDRESS = re.compile(r"(?:Ông|Bà|Đồng chí)\s")
# The look behind the first letter stands after it, for a pattern that begins with a set of letters is sought from one to the next.
_SYLLABLE = re.compile(r"[^\W\d_a-zđ](?<!\w.)[^\W\d_]{0,9}(?=\s[^\W\d_a-zđ])")
_TRAILING = " ,;.…:-–"
_SURNAMES = load_surnames()
_BEFORE, _AFTER = 260, 140
"""How far from the words that tell who leads, in code points, his name may stand."""


class Person(NamedTuple):
    """Somebody named with the post he holds, empty where none is written."""

    name: str
    post: str


def people_of(scan: Scan) -> list[Person]:
    """Those whom the opening or a caption names with a post, in order of mention, each once."""
    people: dict[str, Person] = {}
    for line in scan.lines:
        told = line.kind == "caption" or (line.kind not in SILENT and line.start <= LEDE)
        for match in names_in(scan, line.start, line.end) if told else ():
            people.setdefault(match.group(), Person(match.group(), _post_of(scan, match, line)))
    return list(people.values())


def chair_of(scan: Scan) -> str | None:
    """The person who led: named beside "chủ trì", "làm trưởng đoàn", "kết luận", in the text or a caption."""
    best: tuple[int, str] | None = None
    for match in _CHAIR_CUE.finditer(scan.key):
        led = match.group().startswith(("do ", "dưới"))
        name = None if led else _name_before(scan, match.start())
        name = name or _name_after(scan, match.end())
        order = 0 if match.group().startswith(("dưới", "chủ trì", "làm trưởng")) else 1
        if name is not None and (best is None or order < best[0]):
            best = (order, name)
    return best[1] if best else None


def names_in(scan: Scan, start: int, end: int) -> Iterator[re.Match[str]]:
    """Names of persons: those a title or a post stands before, or a post after."""
    text, position = scan.document.text, start
    while match := _SYLLABLE.search(text, position, end):
        position = match.end()
        if match.group().lower() not in _SURNAMES or _ADDRESS.match(text, match.start()):
            continue
        name = PERSON_NAME.match(text, match.start(), end)
        if name and not name.group().isupper() and _is_person(scan, name, start):
            position = name.end()
            yield name


def _name_before(scan: Scan, end: int) -> str | None:
    reach = max(0, end - _BEFORE)
    start = max(scan.key.rfind("\n", reach, end), scan.key.rfind(". ", reach, end), reach)
    names = [match.group() for match in names_in(scan, start, end)]
    return names[-1] if names else None


def _name_after(scan: Scan, start: int) -> str | None:
    end = min(len(scan.key), start + _AFTER)
    stop = scan.key.find("\n", start, end)
    return next((match.group() for match in names_in(scan, start, stop if stop >= 0 else end)), None)


def _is_person(scan: Scan, match: re.Match[str], start: int) -> bool:
    if _HELD.match(scan.key, match.end()):
        return True
    before = scan.key[max(start, match.start() - 40) : match.start()]
    if _TITLED.search(before) and before.rstrip().endswith(_TITLES):
        return True
    if match.group().count(" ") < 2 and _PLACE.search(before):
        return False
    found = scan.cues.bodies.within(max(0, match.start() - 60), match.start())
    return any(one.entry in ("post", "head") and _reaches(scan, one, match.start()) for one in found)


def _reaches(scan: Scan, found: Found[str], start: int) -> bool:
    """Whether a post, with the place it is held in, stands right before a name."""
    if found.end >= start - 2:
        return True
    phrase = scan.bodies.read_one(scan.document.text, scan.key, found.start, start)
    return phrase is not None and phrase.end >= start - 2


def _post_of(scan: Scan, match: re.Match[str], line: Line) -> str:
    """The full post after the dash or comma, up to ";", the next name or the verb; else the post before."""
    joint = _POST.match(scan.key, match.end())
    named = joint is not None and (not joint.group().startswith(",") or _HELD.match(scan.key, match.end()) is not None)
    if joint and named and scan.text(joint.end(), min(line.end, joint.end() + 1)).isupper():
        stop = _POST_END.search(scan.key, joint.end(), line.end)
        return scan.text(joint.end(), stop.start() if stop else line.end).strip(_TRAILING)
    for one in scan.cues.bodies.within(max(line.start, match.start() - 80), match.start()):
        if one.entry in ("post", "head") and one.end >= match.start() - 2:
            return scan.text(one.start, one.end)
    return ""
