"""Progress: what became of an earlier conclusion, task or petition."""

import re
from collections.abc import Iterator

from camket.reading.lexing.sought import Sought
from camket.reading.rules.frame import item_at
from camket.reading.rules.rule import Rule
from camket.reading.rules.sentence import sentence_at
from camket.reading.rules.wording import acts_in, governed, pieces_of
from camket.reading.scan import Scan
from camket.reading.statements import Piece, Progress
from camket.reading.structure.item import Item

_REFERS = Sought(r"(?:về\s)?(?:việc\s)?(?:thực hiện|theo)\s(?P<what>[^,;:.]{10,160})")
# The look behind the first digit stands after it, for a pattern that begins with a digit is sought from digit to digit.
_COUNTED = re.compile(
    r"\d(?<![\d.,/]\d)\d{0,3}(?:/\d{1,4})?"
    r"\s(?:việc|nội dung|nhiệm vụ|ý kiến, kiến nghị|kiến nghị|kết luận|ý kiến|thông báo|văn bản)\s(?P<state>[^,;.\n\d]{0,40}?"
    r"(?:đã|đang|chưa|hoàn thành|quá hạn|chậm|giải quyết xong|giao trách nhiệm|tiếp tục|trong hạn)(?!\w)"
    r"(?:(?!\svà\s(?:còn\s)?\d)[^;.,\n]){0,160})"
)
_TASKED = Sought(r"kết luận|kiến nghị|thông báo|nhiệm vụ|chỉ đạo|văn bản|nội dung")
_LABEL = re.compile(r"việc thực hiện (?P<what>[^.;:]{5,120}?)\scó\s(?=\d|$)")
_OF = re.compile(
    r"(?:với|trong|trong số|trong tổng số)\s(?P<what>\d{1,4}\s(?:nội dung|kiến nghị|nhiệm vụ|kết luận|việc|ý kiến)[^,;.:]{0,80}),"
)
_UNANSWERED = re.compile(
    r"chưa (?:có|nhận được) (?:văn bản|ý kiến|báo cáo|công văn) (?:trả lời|phản hồi|giải quyết|giải trình)[^,;.\n]{0,120}?(?=[,;.\n]|\svà\s|$)"
)
_RESUMED = re.compile(
    r"(?:đối với|về) (?:nhiệm vụ|kết luận|nội dung kết luận|yêu cầu)\s[^.;]{0,200}?(?:đến nay|hiện nay)"
    r"|(?:nội dung )?kiến nghị\s[^.;:]{0,120}?đã được\s[^.;:,]{0,80}?(?:giải quyết|xem xét,? chỉ đạo)"
)
_SUBJECT = re.compile(r"(?:đối với |về )?(?P<what>[^;.]{8,160}?),?\s(?:đã được|đến nay|hiện nay)(?!\w)")
_BY_NOW = ("đến thời điểm báo cáo", "đến nay", "tính đến nay")
_RESUMING = ("đối với", "về", "nội dung kiến nghị", "kiến nghị", *_BY_NOW)
_TELLING = ("plain", "response", "finding", "progress", "praise")


def _told(scan: Scan) -> Iterator[Progress]:
    """Sentences under the words that open an account of earlier conclusions."""
    for item in governed(scan, "progress"):
        state = scan.lexicon.answers.state(scan.key, item.body, item.end)
        if state is None or _COUNTED.search(scan.key, item.body, item.end):
            continue
        refers = _REFERS.search(scan.key, item.start, item.end)
        yield _progress(
            scan, item, item.body, item.end, "progress.told", state, scan.text(*refers.span("what")) if refers else None
        )


def _resumed(scan: Scan) -> Iterator[Progress]:
    """A task or petition taken up again: "Đối với nhiệm vụ …, đến nay …", "Kiến nghị … đã được … giải quyết"."""
    for item in governed(scan, "plain", "response", "finding", "praise"):
        if not scan.key.startswith(_RESUMING, item.start):
            continue
        resumed = _RESUMED.match(scan.key, item.start, item.end)
        by_now = item.section == "responses" and scan.key.startswith(_BY_NOW, item.start)
        state = scan.lexicon.answers.state(scan.key, item.start, item.end) if resumed or by_now else None
        settled = resumed is not None and "đã được" in resumed.group()
        if settled or state:
            refers = _SUBJECT.match(scan.key, item.start, item.end) if resumed else None
            words = scan.text(*refers.span("what")) if refers else None
            yield _progress(scan, item, item.start, item.end, "progress.resumed", state or "done", words)


def _unanswered(scan: Scan) -> Iterator[Progress]:
    """Petitions and requests that nobody answered."""
    if "chưa có " not in scan.key and "chưa nhận được " not in scan.key:
        return
    for match in _UNANSWERED.finditer(scan.key):
        item = item_at(scan, match.start())
        if item is None or item.role not in _TELLING:
            continue
        now = scan.key.rfind("đến nay", item.start, match.start())
        yield _progress(
            scan, item, now if now >= 0 else item.body, match.end(), "progress.unanswered", "not_started", None
        )


def _counted(scan: Scan) -> Iterator[Progress]:
    """So many of so many tasks done, under way, not begun."""
    for match in _COUNTED.finditer(scan.key):
        item = item_at(scan, match.start())
        sentence = sentence_at(scan, match.start())
        if item is None or sentence is None or item.role not in _TELLING or scan.lines[item.line].kind == "title":
            continue
        if not _TASKED.search(scan.key, sentence.start, sentence.end):
            continue
        label = _LABEL.search(scan.key, sentence.start, match.start())
        of = label or _OF.match(scan.key, sentence.start, match.start())
        state = scan.lexicon.answers.state(scan.key, *match.span("state"))
        start = label.start() if label and label.end() == match.start() else match.start()
        yield _progress(
            scan, item, start, match.end(), "progress.counted", state, scan.text(*of.span("what")) if of else None
        )


def _progress(
    scan: Scan, item: Item, start: int, end: int, rule: str, state: str | None, refers: str | None
) -> Progress:
    text = scan.text(start, end).rstrip(" .…")
    return Progress(
        text=text, start=start, end=start + len(text), rule=rule, section=item.section, about=item.about, pieces=pieces_of(item),
        refers_to=refers, assessment=state, citations=acts_in(scan, item),  # type: ignore[arg-type]  # the data file's states
    )  # fmt: skip


def _rows(scan: Scan) -> Iterator[Progress]:
    """Rows of a table of tasks with what became of each."""
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
    Rule("progress.resumed", "Đối với nhiệm vụ …, đến nay …; kiến nghị … đã được … giải quyết", _resumed),
    Rule("progress.unanswered", "đến nay … chưa có|chưa nhận được văn bản trả lời", _unanswered),
    Rule("progress.counted", "có <n>/<m> nội dung|việc|kiến nghị đã hoàn thành|đang thực hiện|chưa …", _counted),
)


def find(scan: Scan) -> Iterator[Progress]:
    """The progress a document tells, in order."""
    for rule in RULES:
        yield from rule.make(scan)
