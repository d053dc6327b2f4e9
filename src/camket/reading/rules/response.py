"""Responses: what a petition was answered, and in what sense."""

from collections.abc import Iterator

from camket.reading.rules.rule import Rule
from camket.reading.rules.wording import acts_in, governed, pieces_of
from camket.reading.scan import Scan
from camket.reading.statements import Response
from camket.reading.structure.item import Item


def _responses(scan: Scan) -> Iterator[Response]:
    sentence = -1
    for item in governed(scan, "response"):
        if item.sentence == sentence:
            continue
        sentence = item.sentence
        end = max(one.end for one in scan.items if one.sentence == sentence)
        start = item.body
        yield Response(
            text=scan.text(start, end), start=start, end=end, rule="response.answer", section="responses", about=item.about,
            pieces=pieces_of(item), responder=_responder(scan, item, end), status=scan.lexicon.answers.status(scan.key, start, end),  # type: ignore[arg-type]
            citations=acts_in(scan, item),
        )  # fmt: skip


def _responder(scan: Scan, item: Item, end: int) -> str | None:
    at = scan.key.find("được ", item.start, end)
    phrase = scan.bodies.read(scan.document.text, scan.key, at + 5, end) if at >= 0 else None
    phrase = phrase or scan.bodies.read(scan.document.text, scan.key, item.body, end)
    return scan.text(phrase.start, phrase.end) if phrase else None


RULES = (Rule("response.answer", "<kiến nghị> đã được <cơ quan> trả lời|tiếp thu|đồng ý|giải trình", _responses),)


def find(scan: Scan) -> Iterator[Response]:
    """The responses of a document, in order."""
    for rule in RULES:
        yield from rule.make(scan)
