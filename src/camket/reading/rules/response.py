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
_ANSWERS = re.compile(r"(?<!\w)(?:đã|sẽ|đang|được|là|chưa|không)(?!\w)")
_MENTIONED = re.compile(r"(?:uỷ ban nhân dân tỉnh|ubnd tỉnh|ubnd huyện|uỷ ban nhân dân huyện|sở )")
_LONGEST_RUN = 3
_SHORT_ANSWER = 30


def _responses(scan: Scan) -> Iterator[Response]:
    """One answer a block: its leading sentences that answer; where it only orders, the sentence that orders."""
    answering = [item for item in scan.items if item.section == "responses" and item.end - item.body >= SHORTEST]
    for _, block in groupby(answering, key=lambda item: _block(scan, item)):
        sentences = [list(items) for _, items in groupby(block, key=lambda item: item.sentence)]
        run = _run(scan, sentences)
        if run:
            yield _response(scan, run)


def _block(scan: Scan, item: Item) -> int:
    """Blocks of answers are parted by whatever stands in another section between them."""
    before = 0
    for number, other in enumerate(scan.items):
        if other.start >= item.start:
            break
        if other.section != "responses":
            before = number + 1
    return before


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
    start = first.body if first.role == "response" else first.start
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
