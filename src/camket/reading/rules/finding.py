"""Findings: what falls short, one statement a shortcoming, and the causes stated for it."""

import re
from collections.abc import Iterator

from camket.reading.rules.rule import Rule
from camket.reading.rules.wording import governed, pieces_of
from camket.reading.scan import Scan
from camket.reading.statements import Finding
from camket.reading.structure.item import Item
from camket.reading.structure.shortfall import FALLS_SHORT

_WHY = re.compile(
    r"(?:nguyên nhân|chủ yếu là do|chủ yếu do|lý do)(?: chủ yếu| chính| chủ quan| khách quan| cơ bản){0,2}(?: là)?(?: do)?:?\s"
)
_COMMA = re.compile(r",\s+(?:và\s+|nhất là\s+)?")
_DEPENDENT = re.compile(
    r"(?:dẫn đến|dẫn tới|gây|làm|ảnh hưởng|do|nên|khiến|từ đó|trong đó|trong khi|đặc biệt|nhất là|như|song|nhưng|mặc dù|vì|cho nên|bởi|để|kéo theo)(?!\w)"
    r"|(?:hiệu quả|kết quả|chất lượng|mức độ|tỷ lệ|tỉ lệ)\s(?:chưa|còn|đạt|thấp)"
)


def _findings(scan: Scan) -> Iterator[Finding]:
    for item in governed(scan, "finding", "cause"):
        for begin, end in _parts(scan, item):
            why = _WHY.match(scan.key, begin, end)
            cause, start = item.role == "cause" or why is not None, why.end() if why else begin
            yield Finding(
                text=scan.text(start, end), start=start, end=end, rule="finding.cause" if cause else "finding.shortfall",
                section=item.section, about=item.about, pieces=pieces_of(item), theme=scan.lexicon.theme(scan.key, start, end), cause=cause,
            )  # fmt: skip


def _parts(scan: Scan, item: Item) -> Iterator[tuple[int, int]]:
    """An item cut at the commas after which another subject has a shortfall of its own."""
    if item.role == "cause":
        yield item.body, item.end
        return
    start = item.body
    for comma in _COMMA.finditer(scan.key, item.body, item.end):
        if _falls_short(scan, start, comma.start()) and _has_subject(scan, comma.end(), item.end):
            yield start, comma.start()
            start = comma.end()
    yield start, item.end


def _has_subject(scan: Scan, start: int, end: int) -> bool:
    """Whether a shortcoming follows that words of its own stand before."""
    comma = scan.key.find(", ", start, end)
    found = scan.cues.findings.within(start, comma if comma >= 0 else end)
    predicate = next((one for one in found if one.entry in FALLS_SHORT), None)
    if predicate is None or _DEPENDENT.match(scan.key, start, end):
        return False
    task = scan.cues.tasks.at(start)
    if task and (predicate.entry == "noun" or " " not in scan.key[task.start : task.end]):
        return False
    return scan.key.count(" ", start, predicate.start) >= 2


def _falls_short(scan: Scan, start: int, end: int) -> bool:
    return any(found.entry in FALLS_SHORT for found in scan.cues.findings.within(start, end))


RULES = (
    Rule(
        "finding.shortfall", "Tuy nhiên, … còn một số tồn tại, hạn chế như: <việc> còn chậm, <việc> chưa …", _findings
    ),
)


def find(scan: Scan) -> Iterator[Finding]:
    """The findings of a document, in order."""
    for rule in RULES:
        yield from rule.make(scan)
