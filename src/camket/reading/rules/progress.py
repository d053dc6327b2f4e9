"""Progress: what became of an earlier conclusion, task or petition."""

import re
from collections.abc import Iterator

from camket.reading.rules.rule import Rule
from camket.reading.rules.wording import acts_in, governed, pieces_of
from camket.reading.scan import Scan
from camket.reading.statements import Piece, Progress

_REFERS = re.compile(r"(?:về\s)?(?:việc\s)?(?:thực hiện|theo)\s(?P<what>[^,;:.]{10,160})")
_COUNTED = re.compile(
    r"(?:có\s)?\d{1,4}(?:/\d{1,4})?\s(?:việc|nội dung|nhiệm vụ|kiến nghị|kết luận|ý kiến|thông báo|văn bản)\s(?P<state>[^,;.]{0,40}?"
    r"(?:đã|đang|chưa|hoàn thành|quá hạn|chậm|giải quyết xong|giao trách nhiệm|tiếp tục|trong hạn)[^;.,]{0,160})"
)
_TASKED = re.compile(r"kết luận|kiến nghị|thông báo|nhiệm vụ|chỉ đạo|văn bản")


def _told(scan: Scan) -> Iterator[Progress]:
    """Sentences and table rows under the words that open an account of earlier conclusions."""
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


def _counted(scan: Scan) -> Iterator[Progress]:
    """So many of so many tasks done, under way, not begun."""
    for item in governed(scan, "plain", "response", "finding"):
        if not _TASKED.search(scan.key, item.start, item.end):
            continue
        for match in _COUNTED.finditer(scan.key, item.start, item.end):
            state = scan.lexicon.answers.state(scan.key, *match.span("state"))
            yield Progress(
                text=scan.text(*match.span()).rstrip(), start=match.start(), end=match.start() + len(scan.text(*match.span()).rstrip()),
                rule="progress.counted", section=item.section, about=item.about, pieces=(Piece("count", *match.span()),),
                assessment=state or "in_progress",  # type: ignore[arg-type]  # the data file's states
            )  # fmt: skip


def _rows(scan: Scan) -> Iterator[Progress]:
    """Rows of a table that sets results beside the tasks they answer."""
    for table in scan.tables:
        if not table.has("task") or not table.has("result") or table.has("indicator"):
            continue
        for row in table.rows:
            task, result = table.cell(row, "task"), table.cell(row, "result")
            if task is None or result is None:
                continue
            yield Progress(
                text=scan.text(*result), start=result.start, end=result.end, rule="progress.table_row", section="results", about=scan.about,
                pieces=(Piece("row", row.start, row.end), Piece("task", task.start, task.end)), refers_to=scan.text(*task),
                assessment=scan.lexicon.answers.state(scan.key, *result),  # type: ignore[arg-type]  # the data file's states
                citations=tuple(scan.text(one.start, one.end) for one in scan.citations.within(*result)),
            )  # fmt: skip


RULES = (
    Rule("progress.table_row", "bảng: nội dung | … | kết quả, tiến độ", _rows),
    Rule("progress.told", "Thực hiện kết luận …, <đơn vị> đã hoàn thành|đang thực hiện|chưa <việc>", _told),
    Rule("progress.counted", "có <n>/<m> nội dung|việc|kiến nghị đã hoàn thành|đang thực hiện|chưa …", _counted),
)


def find(scan: Scan) -> Iterator[Progress]:
    """The progress a document tells, in order."""
    for rule in RULES:
        yield from rule.make(scan)
