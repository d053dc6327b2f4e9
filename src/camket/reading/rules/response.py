"""Responses: what a petition was answered, and in what sense."""

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import groupby

from camket.reading.rules.rule import Rule
from camket.reading.rules.wording import SHORTEST
from camket.reading.scan import Scan
from camket.reading.statements import Piece, Response
from camket.reading.structure.item import Item

_CONTINUES = re.compile(r"(?:tuy nhiên|do |nhưng|song|vì vậy|hiện nay|hiện|vì )")
_ANSWERS = re.compile(r"(?<!\w)(?:đã|sẽ|đang|được|là|chưa|không)(?!\w)")
_MENTIONED = re.compile(r"(?:uỷ ban nhân dân tỉnh|ubnd tỉnh|ubnd huyện|uỷ ban nhân dân huyện|sở )")
_PREFIX = re.compile(r"(?:(?:trả lời|phản hồi|ý kiến trả lời|nội dung trả lời)\s?:\s?)?")
_LONGEST_RUN = 3
_SHORT_ANSWER = 30


def _responses(scan: Scan) -> Iterator[Response]:
    """One answer a block: its leading sentences that answer; where it only orders, the sentence that orders."""
    for number, block in groupby(scan.items, key=_blocks(scan)):
        if number < 0:
            continue
        sentences = [list(items) for _, items in groupby(block, key=lambda item: item.sentence)]
        run = _run(scan, sentences)
        if run:
            yield _response(scan, run)


def _blocks(scan: Scan) -> Callable[[Item], int]:
    """Blocks of answers are parted by whatever stands in another section, and in a list each point is one; -1 is no answer."""
    count = 0

    def number(item: Item) -> int:
        nonlocal count
        if item.section != "responses" or item.end - item.body < SHORTEST:
            count += item.section != "responses"
            return -1
        return len(scan.items) + item.line if scan.lines[item.line].kind == "bullet" else count

    return number


def _run(scan: Scan, sentences: Sequence[Sequence[Item]]) -> list[Item]:
    run: list[Item] = []
    count = 0
    for items in sentences:
        told = items[0].role == "response" and items[-1].end - items[0].start > _SHORT_ANSWER and _ANSWERS.search(scan.key, items[0].start, items[-1].end)
        if run and (count == _LONGEST_RUN or not told or not _CONTINUES.match(scan.key, items[0].start)):
            return run
        if told:
            run.extend(items)
            count += 1
    if not run:
        ordered = next((items for items in sentences if items[0].role == "directive"), [])
        run = list(ordered)
    return run


def _response(scan: Scan, run: Sequence[Item]) -> Response:
    first, end = run[0], max(item.end for item in run)
    start = _PREFIX.match(scan.key, first.start, end).end()  # type: ignore[union-attr]  # it matches nothing too
    return Response(
        text=scan.text(start, end), start=start, end=end, rule="response.answer", section="responses", about=first.about,
        pieces=(Piece("wording", start, end),), responder=_responder(scan, start, end),
        status=scan.lexicon.answers.status(scan.key, start, end),  # type: ignore[arg-type]  # the data file's statuses
        citations=tuple(scan.text(one.start, one.end) for one in scan.citations.within(start, end)),
    )  # fmt: skip


def _responder(scan: Scan, start: int, end: int) -> str | None:
    at = scan.key.find("được ", start, end)
    phrase = scan.bodies.read(scan.document.text, scan.key, at + 5, end) if at >= 0 else None
    phrase = phrase or scan.bodies.read(scan.document.text, scan.key, start, end)
    if phrase is None and (named := _MENTIONED.search(scan.key, start, end)):
        phrase = scan.bodies.read(scan.document.text, scan.key, named.start(), end)
    return scan.text(phrase.start, phrase.end) if phrase else None


RULES = (Rule("response.answer", "<kiến nghị> đã được <cơ quan> trả lời|tiếp thu|đồng ý|giải trình", _responses),)


def find(scan: Scan) -> Iterator[Response]:
    """The responses of a document, in order."""
    for rule in RULES:
        yield from rule.make(scan)
