"""Findings: what falls short, one statement a shortcoming, and the causes stated for it."""

import re
from collections.abc import Iterator

from camket.reading.rules.rule import Rule
from camket.reading.rules.wording import governed, pieces_of
from camket.reading.scan import Scan
from camket.reading.statements import Finding
from camket.reading.structure.item import Item

_COMMA = re.compile(r",\s+(?:và\s+|nhất là\s+)?")
_SUBJECT = re.compile(
    r"(?:việc|công tác|tiến độ|một số|tỉ lệ|chất lượng|hiệu quả|tình hình|tình trạng|số|hoạt động|kết quả|các|đời sống|sản xuất|cơ sở|hạ tầng|đội ngũ|nhận thức"
    r"|ý thức|nguồn|kinh tế|thu|giá|diện tích|nhiều|quy mô|năng suất|phong trào|vai trò|sự|trình độ|chuyển dịch|thu hút|cải cách|quản lí|an ninh|tệ nạn|huyện|xã|tỉnh"
    r"|thành phố|bộ máy|cán bộ|chỉ tiêu|dịch vụ|du lịch|công nghiệp|nông nghiệp|thị trường|doanh nghiệp|dự án|giải ngân|giải phóng)(?!\w)"
)


def _findings(scan: Scan) -> Iterator[Finding]:
    for item in governed(scan, "finding", "cause"):
        for start, end in _parts(scan, item):
            yield Finding(
                text=scan.text(start, end), start=start, end=end, rule=f"finding.{'cause' if item.role == 'cause' else 'shortfall'}",
                section=item.section, about=item.about, pieces=pieces_of(item), theme=scan.lexicon.theme(scan.key, start, end), cause=item.role == "cause",
            )  # fmt: skip


def _parts(scan: Scan, item: Item) -> Iterator[tuple[int, int]]:
    """An item cut at the commas after which another subject has a shortfall of its own."""
    if item.role == "cause":
        yield item.body, item.end
        return
    start = item.body
    for comma in _COMMA.finditer(scan.key, item.body, item.end):
        own = _SUBJECT.match(scan.key, comma.end(), item.end)
        if own and _falls_short(scan, start, comma.start()) and _falls_short(scan, comma.end(), item.end):
            yield start, comma.start()
            start = comma.end()
    yield start, item.end


def _falls_short(scan: Scan, start: int, end: int) -> bool:
    return any(found.entry == "predicate" for found in scan.cues.findings.within(start, end))


RULES = (Rule("finding.shortfall", "Tuy nhiên, … còn một số tồn tại, hạn chế như: <việc> còn chậm, <việc> chưa …", _findings),)


def find(scan: Scan) -> Iterator[Finding]:
    """The findings of a document, in order."""
    for rule in RULES:
        yield from rule.make(scan)
