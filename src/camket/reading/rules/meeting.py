"""Meetings: who reviewed whom, and who sat there; at most one a document."""

import datetime
import re
from collections.abc import Iterator
from typing import NamedTuple

from camket.reading.matching import Found
from camket.reading.rules.rule import Rule
from camket.reading.scan import Scan
from camket.reading.statements import Meeting, Piece
from camket.reading.structure.bodies import PERSON_NAME
from camket.reading.structure.lines import SILENT, Line
from camket.vocabulary.discourse import load_surnames

_CUE = re.compile(
    r"(?:đã )?(?:có buổi |có cuộc )?(?:thăm và |kiểm tra và |kiểm tra, |đến |tới )?(?:làm việc (?:với|tại)|họp với)\s"
    r"|(?:(?:có buổi |có cuộc |tổ chức )|(?<!việc )(?<!buổi )(?<!cuộc )(?<!động )(?<!nghị )(?<!hoạch ))tiếp xúc (?:với )?cử tri\s(?:tại\s)?|(?:có buổi |tổ chức |tiến hành )(?:giám sát|kiểm tra)\s(?:chuyên đề\s|hoạt động\s)?(?:việc|tại|về|của)\s|họp (?:nghe|phiên)\s"
    r"|(?:tổ chức|chủ trì|khai mạc|diễn ra|tiến hành|dự|tham dự)\s(?!các)(?:[^.;,]{0,40}?)?(?<!các )(?<!các cuộc )(?:hội nghị|phiên họp|kì họp|cuộc họp|buổi làm việc(?: với\s)?|đại hội|buổi giám sát|buổi tiếp xúc cử tri)"
    r"|(?:tham dự|dự|cùng dự)\s(?:buổi làm việc|hội nghị|cuộc họp|phiên họp|đại hội|buổi giám sát)[^.:;]{0,60}?(?:có|:)"
)
_ATTENDS = re.compile(r"(?:tham dự|cùng dự|dự|cùng đi|tham gia|tiếp và làm việc|tiếp đón|về phía|có mặt)(?!\w)[^.;:]{0,120}?(?:có|:)(?!\w)")
_CHAIR_BEFORE = re.compile(r"(?:chủ trì|làm trưởng đoàn|phát biểu kết luận|kết luận (?:buổi|hội nghị|cuộc|phiên)|phát biểu chỉ đạo|làm chủ tọa|chủ tọa|điều hành)")
_CHAIR_CUE = re.compile(
    r"(?:dưới sự chủ trì của|do)\s|chủ trì|làm trưởng đoàn|dẫn đầu|phát biểu kết luận|kết luận (?:buổi|hội nghị|cuộc|phiên)|phát biểu chỉ đạo|chủ tọa"
)
_TITLE = re.compile(r"(?:các đồng chí|đồng chí|đ/c|ông|bà)\s*:?\s*")
_LED = re.compile(r"\s(?:do|dưới sự chủ trì của)\s")
_TRAILING_VERB = re.compile(r"\s(?:đã|do|tổ chức|có buổi|có cuộc|tiếp tục|chủ trì|dưới|đến|vừa|tiến hành|cùng|thăm|kiểm tra|vào)(?!\w).*$")
_POST = re.compile(r"\s?[-–,]\s?")
_GROUP_SLOT = re.compile(r"các đồng chí|lãnh đạo|đại diện|thành viên|thường trực|toàn thể|một số|cùng|các sở")
_JOINT = re.compile(r"[^.;,:\n]{0,40}?(?<!\w)với\s")
_OF = re.compile(r"[^.;:\n]{0,300}?(?<!\w)(?:đối với|của|tại)\s(?=(?:hđnd|ubnd|xã|phường|huyện|thị trấn|thanh tra|sở|phòng|ban)\s)")
_PURPOSE = re.compile(r"(?:về|để|nhằm)\s")
_TRAILING = " ,;.…:-–"
_LEDE = 2500
_AT_ONCE = 10
_POST_OF = 400
_SURNAMES = load_surnames()
_PLACE = re.compile(r"(?:uỷ|tỉnh|huyện|xã|phường|phố|tp\.?|quận|thị trấn|thị xã|ubnd|hđnd|bộ|đoàn|khu)\s$")
_HELD = re.compile(
    r"\s?[-–,]\s?(?:uỷ viên|tỉnh uỷ viên|bí thư|phó|chủ tịch|chủ nhiệm|giám đốc|trưởng|chánh|thường trực|tuv|uvbtv|nguyên|đại biểu|bộ trưởng|thứ trưởng)"
)
_ADDRESS = re.compile(r"(?:Ông|Bà|Đồng chí)\s")
_SYLLABLE = re.compile(r"(?<!\w)[^\W\d_a-zđ][^\W\d_]{0,9}(?=\s[^\W\d_a-zđ])")


class _Person(NamedTuple):
    start: int
    name: str
    post: str


def _meetings(scan: Scan) -> Iterator[Meeting]:
    cue = _cue(scan)
    if cue is None:
        return
    line, match = cue
    start, end = _clause(scan, line, match)
    people = _people(scan)
    convener = _convener(scan, line, match) or _met(scan, line, match) or _greeted(scan)
    chair = _chair(scan) or _convening_person(scan, line, match)
    counterpart_end = _counterpart_end(scan, match, line)
    date = _date(scan, start, line)
    yield Meeting(
        text=scan.text(start, end), start=start, end=end, rule="meeting.lede", section="opening", about=scan.about,
        convener=convener, counterpart=_counterpart(scan, match, counterpart_end), chair=chair, date=date,
        participants=tuple(one.name for one in people), posts=tuple(one.post for one in people),
        purpose=_purpose(scan, counterpart_end, line), pieces=(Piece("cue", match.start(), match.end()),),
    )  # fmt: skip


def _cue(scan: Scan) -> tuple[Line, re.Match[str]] | None:
    """The first sentence of the text that tells of a meeting; what follows far below tells of others."""
    fallback = None
    for line in scan.lines:
        if line.start > _LEDE:
            break
        if line.kind in SILENT:
            continue
        match = _CUE.search(scan.key, line.start, min(line.end, line.start + 900))
        if match is None or not _is_held(scan, line, match):
            continue
        if line.kind == "title":
            fallback = fallback or (line, match)
        else:
            return line, match
    return fallback


def _is_held(scan: Scan, line: Line, match: re.Match[str]) -> bool:
    """Whether somebody meets somebody: people also "làm việc tại" a factory."""
    if "tiếp xúc" in match.group():
        told_together = scan.key.find("từ ngày", line.start, match.start()) >= 0
        return not told_together and _convener(scan, line, match) is not None
    if not match.group().endswith("làm việc tại "):
        return True
    if scan.dates.within(line.start, match.start()) or scan.bodies.read(scan.document.text, scan.key, match.end(), line.end):
        return _convener(scan, line, match) is not None
    return False


def _clause(scan: Scan, line: Line, match: re.Match[str]) -> tuple[int, int]:
    start = line.start if scan.lede is None or not line.start <= scan.lede < line.end else scan.lede
    stop = scan.key.find(". ", start, match.start())
    while stop >= 0 and scan.text(stop - 2, stop) not in ("TP", "Tp"):
        start, stop = stop + 2, scan.key.find(". ", stop + 2, match.start())
    return start, max(_counterpart_end(scan, match, line), match.end())


def _counterpart_end(scan: Scan, match: re.Match[str], line: Line) -> int:
    phrase = scan.bodies.read(scan.document.text, scan.key, match.end(), line.end)
    return phrase.end if phrase else match.end()


def _counterpart(scan: Scan, match: re.Match[str], end: int) -> str | None:
    if end > match.end():
        words = scan.text(match.end(), end)
        return words.removeprefix("tập thể ").removeprefix("lãnh đạo ") or None
    return _joined_by(scan, match) or _sided(scan)


def _joined_by(scan: Scan, match: re.Match[str]) -> str | None:
    """Whom a conference is held with, or a supervision is of."""
    joint = _JOINT.match(scan.key, match.end()) or (_OF.match(scan.key, match.end()) if "giám sát" in match.group() else None)
    end = scan.key.find("\n", match.end())
    phrase = scan.bodies.read(scan.document.text, scan.key, joint.end(), end if end >= 0 else len(scan.key)) if joint else None
    return scan.text(phrase.start, phrase.end) if phrase else None


def _sided(scan: Scan) -> str | None:
    at = scan.key.find("về phía ", 0, _LEDE)
    phrase = scan.bodies.read(scan.document.text, scan.key, at + 8, min(len(scan.key), at + 140)) if at >= 0 else None
    return scan.text(phrase.start, phrase.end) if phrase else None


def _met(scan: Scan, line: Line, match: re.Match[str]) -> str | None:
    """The body that meets, where the sentence opens with whom: "Làm việc với A về …, B …"."""
    if match.start() - line.start > _AT_ONCE or not match.group().endswith("với "):
        return None
    for found in scan.cues.bodies.within(_counterpart_end(scan, match, line), min(line.end, match.end() + _POST_OF)):
        if scan.key.startswith(", ", found.start - 2):
            phrase = scan.bodies.read(scan.document.text, scan.key, found.start, line.end)
            if phrase is not None and phrase.rank is not None:
                return scan.text(phrase.start, phrase.end)
    return None


def _greeted(scan: Scan) -> str | None:
    at = scan.key.find("làm việc với ", 0, _LEDE)
    phrase = scan.bodies.read(scan.document.text, scan.key, at + 13, min(len(scan.key), at + 140)) if at >= 0 else None
    return scan.text(phrase.start, phrase.end) if phrase else None


def _convener(scan: Scan, line: Line, match: re.Match[str]) -> str | None:
    """The body, or else the person, whose verb the cue is."""
    presided = scan.key.find("dưới sự chủ trì của", line.start, match.start())
    begin = max(line.start, scan.key.rfind(", ", line.start, match.start())) if presided >= 0 else line.start
    for found in scan.cues.bodies.within(begin, match.start()):
        if scan.key.endswith("tại ", begin, found.start):
            continue
        phrase = scan.bodies.read(scan.document.text, scan.key, found.start, match.start())
        if phrase is None:
            continue
        words = scan.text(phrase.start, phrase.end)
        if words.lower().startswith("đoàn công tác"):
            of = re.match(r"\s(?:của\s)?", scan.key[phrase.end :])
            inner = scan.bodies.read(scan.document.text, scan.key, phrase.end + (of.end() if of else 0), match.start())
            return scan.text(inner.start, inner.end) if inner else words
        return words
    return None


def _convening_person(scan: Scan, line: Line, match: re.Match[str]) -> str | None:
    """The person who meets, where no body and nobody else is named as leading."""
    start = max(line.start, scan.key.rfind(". ", line.start, match.start()))
    names = [one.group() for one in _names(scan, start, match.start())]
    return names[0] if len(names) == 1 else None


def _date(scan: Scan, start: int, line: Line) -> datetime.date | None:
    found = scan.dates.within(start, min(line.end, start + 400))
    return found[0].first if found else None


def _purpose(scan: Scan, start: int, line: Line) -> str | None:
    match = _PURPOSE.search(scan.key, start, min(line.end, start + 40))
    if match is None:
        return None
    stops = [at for at in (scan.key.find(sign, match.end(), line.end) for sign in (". ", ".\n", "…")) if at >= 0]
    return scan.text(match.end(), min([*stops, line.end])).strip(_TRAILING) or None


def _chair(scan: Scan) -> str | None:
    """The person who led: named beside "chủ trì", "làm trưởng đoàn", "kết luận", in the text or a caption."""
    best: tuple[int, str] | None = None
    for match in _CHAIR_CUE.finditer(scan.key):
        led = match.group().startswith(("do ", "dưới"))
        name = _name_after(scan, match.end()) if led else (_name_before(scan, match.start()) or _name_after(scan, match.end()))
        if name is None:
            continue
        order = 0 if match.group().startswith(("dưới", "chủ trì", "làm trưởng")) else 1
        if best is None or order < best[0]:
            best = (order, name)
    return best[1] if best else None


def _name_before(scan: Scan, end: int) -> str | None:
    line_start = max(scan.key.rfind("\n", 0, end), scan.key.rfind(". ", 0, end), end - 260, 0)
    names = [match.group() for match in _names(scan, line_start, end)]
    return names[-1] if names else None


def _name_after(scan: Scan, start: int) -> str | None:
    end = min(len(scan.key), start + 140)
    stop = scan.key.find("\n", start, end)
    return next((match.group() for match in _names(scan, start, stop if stop >= 0 else end)), None)


def _names(scan: Scan, start: int, end: int) -> Iterator[re.Match[str]]:
    """Names of persons: those a title or a post stands before, or a post after."""
    position = start
    while match := _SYLLABLE.search(scan.document.text, position, end):
        position = match.end()
        if match.group().lower() not in _SURNAMES:
            continue
        if _ADDRESS.match(scan.document.text, match.start()):
            continue
        name = PERSON_NAME.match(scan.document.text, match.start(), end)
        if name and not name.group().isupper() and _is_person(scan, name, start):
            position = name.end()
            yield name


def _is_person(scan: Scan, match: re.Match[str], start: int) -> bool:
    before = scan.key[max(start, match.start() - 40) : match.start()]
    after = scan.key[match.end() : match.end() + 30]
    titled = re.search(r"(?:đồng chí|đ/c|ông|bà|:|;)\s*$", before) is not None
    posted = any(
        one.entry in ("post", "head") and _reaches(scan, one, match.start())
        for one in scan.cues.bodies.within(max(0, match.start() - 60), match.start())
    )
    held = _HELD.match(after) is not None
    return (titled and (held or before.rstrip().endswith(("đồng chí", "đ/c", "ông", "bà")))) or held or (posted and (len(match.group().split()) >= 3 or not _PLACE.search(before)))


def _reaches(scan: Scan, found: Found[str], start: int) -> bool:
    """Whether a post, with the place it is held in, stands right before a name."""
    if found.end >= start - 2:
        return True
    phrase = scan.bodies.read_one(scan.document.text, scan.key, found.start, start)
    return phrase is not None and phrase.end >= start - 2


def _people(scan: Scan) -> list[_Person]:
    """Those whom the opening or a caption names with a post, in order of mention, each once."""
    people: dict[str, _Person] = {}
    for line in scan.lines:
        if line.kind in SILENT and line.kind != "caption":
            continue
        if line.start > _LEDE and line.kind != "caption":
            continue
        for match in _names(scan, line.start, line.end):
            name = match.group()
            if name not in people:
                people[name] = _Person(match.start(), name, _post_of(scan, match, line))
    return list(people.values())


def _post_of(scan: Scan, match: re.Match[str], line: Line) -> str:
    """The full post after the dash or comma, up to ";", the next name or the verb; else the post before."""
    joint = _POST.match(scan.key, match.end())
    named = joint is not None and (not joint.group().startswith(",") or _HELD.match(scan.key, match.end()) is not None)
    if joint and named and joint.end() < line.end and scan.text(joint.end(), joint.end() + 1).isupper():
        stops = [scan.key.find(sign, joint.end(), line.end) for sign in (";", ". ", ")", " chủ trì", " phát biểu", " báo cáo", " làm trưởng đoàn", " làm việc", " dẫn đầu", " dự ", " tham dự", " kiểm tra", " thăm", " đến ", " tiếp xúc", " vừa ", ", ông ", ", bà ", ", đồng chí ", " cùng đại biểu", " đã ", " và các ", "; cùng")]
        words = scan.text(joint.end(), min([at for at in stops if at >= 0] + [line.end]))
        return words.strip(_TRAILING)
    before = [one for one in scan.cues.bodies.within(max(line.start, match.start() - 80), match.start()) if one.entry in ("post", "head") and one.end >= match.start() - 2]
    return scan.text(before[0].start, before[0].end) if before else ""


RULES = (Rule("meeting.lede", "Ngày …, <cơ quan> (do <chức vụ> <họ tên> làm trưởng đoàn) làm việc với <đơn vị> về …", _meetings),)


def find(scan: Scan) -> Iterator[Meeting]:
    """The document's meeting, if it tells of one."""
    for rule in RULES:
        yield from rule.make(scan)
