"""Progress: what became of an earlier conclusion, task or petition."""

import re
from collections.abc import Iterator

from camket.reading.rules.rule import Rule
from camket.reading.rules.wording import acts_in, governed, pieces_of
from camket.reading.scan import Scan
from camket.reading.statements import Progress

_REFERS = re.compile(r"(?:về\s)?(?:việc\s)?(?:thực hiện|theo)\s(?P<what>[^,;:.]{10,160})")


def _progress(scan: Scan) -> Iterator[Progress]:
    for item in governed(scan, "progress"):
        state = scan.lexicon.answers.state(scan.key, item.body, item.end)
        if state is None:
            continue
        refers = _REFERS.search(scan.key, item.start, item.end)
        yield Progress(
            text=scan.text(item.body, item.end), start=item.body, end=item.end, rule="progress.told", section=item.section, about=item.about,
            pieces=pieces_of(item), refers_to=scan.text(*refers.span("what")) if refers else None, assessment=state,  # type: ignore[arg-type]
            citations=acts_in(scan, item),
        )  # fmt: skip


RULES = (Rule("progress.told", "Thực hiện kết luận …, <đơn vị> đã hoàn thành|đang thực hiện|chưa <việc>", _progress),)


def find(scan: Scan) -> Iterator[Progress]:
    """The progress a document tells, in order."""
    for rule in RULES:
        yield from rule.make(scan)
