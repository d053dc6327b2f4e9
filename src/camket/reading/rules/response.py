"""Responses: what a petition was answered, and in what sense."""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from camket.reading.rules.rule import Rule
from camket.reading.rules.wording import SHORTEST
from camket.reading.scan import Scan
from camket.reading.statements import Piece, Response
from camket.reading.structure.item import Item

_CONTINUES = re.compile(r"(?:tuy nhiên|do |nhưng|song|vì vậy|hiện nay|hiện|vì )")
_ANSWERS = re.compile(
    r"(?<!\w)(?:đã|sẽ|đang|được|là|chưa|không|ghi nhận|tiếp thu|đồng ý|nhất trí|thống nhất|chấp thuận|giao|trình)(?!\w)"
)
_FAIR = re.compile(r"(?<!\w)(?:chính đáng|cần thiết|phù hợp|xác đáng)(?!\w)")
_MENTIONED = re.compile(r"(?:uỷ ban nhân dân tỉnh|ubnd tỉnh|ubnd huyện|uỷ ban nhân dân huyện|sở )")
_PREFIX = re.compile(
    r"(?:(?:trả lời|phản hồi|ý kiến trả lời|nội dung trả lời|kết quả giải quyết|kết quả trả lời"
    r"|(?:uỷ ban nhân dân|ubnd|sở|hđnd|phòng)[^:;.]{0,60}? trả lời(?: cử tri)?(?: như sau)?)\s?:\s?)?"
)
_TAKING_UP = ("đối với", "về")
_TAKEN_UP = re.compile(r"(?:đối với|về)\s(?:các |những |nội dung )?(?:kiến nghị|đề nghị|đề xuất)\s")
_LONGEST_RUN = 3
_SHORT_ANSWER = 30

type _Sentence = list[Item]


def _responses(scan: Scan) -> Iterator[Response]:
    """One answer a block: its leading sentences that answer; where it only orders, the sentence that orders."""
    for block in _blocks(scan):
        sentences = [list(items) for _, items in groupby(block, key=lambda item: item.sentence)]
        run = _run(scan, sentences)
        if run:
            yield _response(scan, run, block)


def _blocks(scan: Scan) -> Iterator[list[Item]]:
    """Blocks of answers are parted by whatever stands in another section, and by the points of a list."""
    block: list[Item] = []
    line = -1
    for item in scan.items:
        point = item.line != line and scan.lines[item.line].kind == "bullet"
        line = item.line
        if block and (point or item.section != "responses"):
            yield block
            block = []
        if item.section == "responses" and item.end - item.start >= SHORTEST and not _announces(scan, item):
            block.append(item)
    if block:
        yield block


def _announces(scan: Scan, item: Item) -> bool:
    return scan.key.startswith(":", item.end)


def _run(scan: Scan, sentences: Sequence[_Sentence]) -> _Sentence:
    """The sentences that answer, in a row; else the first that orders."""
    told = [number for number, items in enumerate(sentences) if _tells(scan, items)]
    if not told:
        return next((items for items in sentences if items[0].role == "directive"), [])
    first = next((number for number in told if _answers(scan, sentences[number])), told[0])
    run = list(sentences[first])
    for items in sentences[first + 1 : first + _LONGEST_RUN]:
        if not _tells(scan, items) or not _CONTINUES.match(scan.key, items[0].start):
            break
        run.extend(items)
    return run


def _tells(scan: Scan, items: _Sentence) -> bool:
    start, end = items[0].start, items[-1].end
    return (
        items[0].role == "response"
        and end - start > _SHORT_ANSWER
        and _ANSWERS.search(scan.key, start, end) is not None
    )


def _answers(scan: Scan, items: _Sentence) -> bool:
    """Whether a sentence says what comes of the petition, and not only what it is about."""
    start, end = items[0].start, items[-1].end
    return (
        scan.lexicon.answers.status(scan.key, start, end) is not None or _FAIR.search(scan.key, start, end) is not None
    )


def _taken_up(scan: Scan) -> Iterator[Response]:
    """A sentence that takes up a petition and answers it: "Đối với kiến nghị của huyện về …, UBND tỉnh đồng ý …"."""
    for item in scan.items:
        if item.role not in ("plain", "praise") or item.section == "responses":
            continue
        if not scan.key.startswith(_TAKING_UP, item.start):
            continue
        taken = _TAKEN_UP.match(scan.key, item.start, item.end)
        if taken and scan.lexicon.answers.status(scan.key, taken.end(), item.end):
            yield _response(scan, [item], [item])


def _response(scan: Scan, run: Sequence[Item], block: Sequence[Item]) -> Response:
    first, end = run[0], max(item.end for item in run)
    prefix = _PREFIX.match(scan.key, first.start, end)
    start = prefix.end() if prefix else first.start
    status = scan.lexicon.answers.status(scan.key, start, end) or "generic"
    return Response(
        text=scan.text(start, end), start=start, end=end, rule="response.answer", section="responses", about=first.about,
        pieces=(Piece("wording", start, end),), responder=_responder(scan, start, end, block),
        status=status,  # type: ignore[arg-type]  # the data file's statuses
        citations=tuple(scan.text(one.start, one.end) for one in scan.citations.within(start, end)),
    )  # fmt: skip


def _responder(scan: Scan, start: int, end: int, block: Sequence[Item]) -> str | None:
    """Who answers: named by the passive, before the answer, as giving the order in it, or mentioned."""
    text, key = scan.document.text, scan.key
    passive = key.find("được ", start, end)
    comma = key.find(", ", start, end) if _TAKEN_UP.match(key, start, end) else -1
    named = _MENTIONED.search(key, start, end)
    for at in (passive + 5 if passive >= 0 else -1, start, comma + 2 if comma >= 0 else -1):
        phrase = scan.bodies.read(text, key, at, end) if at >= 0 else None
        if phrase is not None:
            return scan.text(phrase.start, phrase.end)
    for item in block:
        if item.role == "directive" and item.governor is not None and item.governor.speaker is not None:
            return item.governor.speaker
    if key.startswith(":\n", line := key.rfind("\n", 0, start) - 1):
        phrase = scan.bodies.read(text, key, key.rfind("\n", 0, line) + 1, line)
        if phrase is not None:
            return scan.text(phrase.start, phrase.end)
    phrase = scan.bodies.read(text, key, named.start(), end) if named else None
    return scan.text(phrase.start, phrase.end) if phrase else None


RULES = (
    Rule("response.answer", "<kiến nghị> đã được <cơ quan> trả lời|tiếp thu|đồng ý|giải trình", _responses),
    Rule("response.answer", "Đối với kiến nghị …, <cơ quan> đồng ý|không đồng ý|sẽ xem xét …", _taken_up),
)


def find(scan: Scan) -> Iterator[Response]:
    """The responses of a document, in order."""
    for rule in RULES:
        yield from rule.make(scan)
