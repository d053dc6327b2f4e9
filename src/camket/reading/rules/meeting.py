"""Meetings: who reviewed whom, and who sat there; at most one a document."""

import datetime
import re
from bisect import bisect_left
from collections.abc import Iterator

from camket.reading.lexing.sought import Sought
from camket.reading.rules.meeting_people import LEDE, chair_of, names_in, people_of
from camket.reading.rules.rule import Rule
from camket.reading.scan import Scan
from camket.reading.statements import Meeting, Piece
from camket.reading.structure.lines import SILENT, Line

_CUE = Sought(
    r"(?:đã )?(?:có buổi |có cuộc )?(?:thăm và |kiểm tra và |kiểm tra, |đến |tới )?(?:làm việc (?:với|tại)|họp với)\s"
    r"|(?:(?:có buổi |có cuộc |tổ chức )|(?<!việc )(?<!buổi )(?<!cuộc )(?<!động )(?<!nghị )(?<!hoạch ))tiếp xúc (?:với )?cử tri\s(?:tại\s)?"
    r"|(?:có buổi |tổ chức |tiến hành )(?:giám sát|kiểm tra)\s(?:chuyên đề\s|hoạt động\s)?(?:việc|tại|về|của)\s|họp (?:nghe|phiên)\s"
    r"|(?:tổ chức|chủ trì|khai mạc|diễn ra|tiến hành|dự|tham dự)\s(?!các)(?:[^.;,]{0,40}?)?(?<!các )(?<!các cuộc )"
    r"(?:hội nghị|phiên họp|kì họp|cuộc họp|buổi làm việc(?: với\s)?|đại hội|buổi giám sát|buổi tiếp xúc cử tri)"
    r"|(?:tham dự|dự|cùng dự)\s(?:buổi làm việc|hội nghị|cuộc họp|phiên họp|đại hội|buổi giám sát)[^.:;]{0,60}?(?:có|:)"
)
_ANCHORS = ("làm việc", "họp", "hội nghị", "đại hội", "tiếp xúc", "giám sát", "kiểm tra")
"""One of these stands in every sentence that tells of a meeting; looked for first, for it is quick."""
_JOINT = re.compile(r"[^.;,:\n]{0,40}?(?<!\w)với\s")
_OF = re.compile(
    r"[^.;:\n]{0,300}?(?<!\w)(?:đối với|của|tại)\s(?=(?:hđnd|ubnd|xã|phường|huyện|thị trấn|thanh tra|sở|phòng|ban)\s)"
)
_PURPOSE = re.compile(r"(?:về|để|nhằm)\s")
_TRAILING = " ,;.…:-–"
_AT_ONCE = 10
_POST_OF = 400


def _meetings(scan: Scan) -> Iterator[Meeting]:
    cue = _cue(scan)
    if cue is None:
        return
    line, match = cue
    start, end = _clause(scan, line, match)
    people = people_of(scan)
    convener = _convener(scan, line, match) or _met(scan, line, match) or _greeted(scan)
    chair = chair_of(scan) or _convening_person(scan, line, match)
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
    fallback, anchors = None, _anchors(scan)
    for line in scan.lines:
        if line.start > LEDE:
            break
        if line.kind in SILENT:
            continue
        following = bisect_left(anchors, line.start)
        if following == len(anchors) or anchors[following] >= line.end:
            continue
        match = _CUE.search(scan.key, line.start, min(line.end, line.start + 900))
        if match is None or not _is_held(scan, line, match):
            continue
        if line.kind == "title":
            fallback = fallback or (line, match)
        else:
            return line, match
    return fallback


def _anchors(scan: Scan) -> list[int]:
    """Where the words stand that every sentence of a meeting has one of, in the lines that open within the lede."""
    end = next((line.end for line in reversed(scan.lines) if line.start <= LEDE), 0)
    places: list[int] = []
    for word in _ANCHORS:
        at = scan.key.find(word, 0, end)
        while at >= 0:
            places.append(at)
            at = scan.key.find(word, at + 1, end)
    return sorted(places)


def _is_held(scan: Scan, line: Line, match: re.Match[str]) -> bool:
    """Whether somebody meets somebody: people also "làm việc tại" a factory."""
    if "tiếp xúc" in match.group():
        told_together = scan.key.find("từ ngày", line.start, match.start()) >= 0
        return not told_together and _convener(scan, line, match) is not None
    if not match.group().endswith("làm việc tại "):
        return True
    if scan.dates.within(line.start, match.start()) or scan.bodies.read(
        scan.document.text, scan.key, match.end(), line.end
    ):
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
    joint = _JOINT.match(scan.key, match.end()) or (
        _OF.match(scan.key, match.end()) if "giám sát" in match.group() else None
    )
    end = scan.key.find("\n", match.end())
    phrase = (
        scan.bodies.read(scan.document.text, scan.key, joint.end(), end if end >= 0 else len(scan.key))
        if joint
        else None
    )
    return scan.text(phrase.start, phrase.end) if phrase else None


def _sided(scan: Scan) -> str | None:
    at = scan.key.find("về phía ", 0, LEDE)
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
    at = scan.key.find("làm việc với ", 0, LEDE)
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
    names = [one.group() for one in names_in(scan, start, match.start())]
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


RULES = (
    Rule(
        "meeting.lede",
        "Ngày …, <cơ quan> (do <chức vụ> <họ tên> làm trưởng đoàn) làm việc với <đơn vị> về …",
        _meetings,
    ),
)


def find(scan: Scan) -> Iterator[Meeting]:
    """The document's meeting, if it tells of one."""
    for rule in RULES:
        yield from rule.make(scan)
