"""Directives: what a superior tells someone to do, how strongly, and until when."""

import re
from collections.abc import Iterator

from camket.reading.lexing.deadlines import deadline
from camket.reading.rules.rule import Rule
from camket.reading.rules.wording import acts_in, governed, pieces_of
from camket.reading.scan import Scan
from camket.reading.statements import Directive
from camket.reading.structure.item import Item

_WITH = re.compile(r"phối hợp (?:chặt chẽ )?(?:với|cùng)\s+")
_LIST = re.compile(r"\s?[,;]\s?(?:và\s)?|\svà\s")


def _directives(scan: Scan) -> Iterator[Directive]:
    for item in governed(scan, "directive"):
        until = deadline(scan.key, item.body, item.end, scan.today, scan.document.text)
        governor = item.governor
        yield Directive(
            text=scan.text(item.body, item.end), start=item.body, end=item.end, rule="directive.governed", section=item.section,
            about=item.about, pieces=pieces_of(item), issuer=governor.speaker if governor else None,
            owner=governor.addressee if governor else None, co_owners=_co_owners(scan, item),
            strength=governor.strength if governor else None, deadline=until.iso_or_words if until else None, citations=acts_in(scan, item),
        )  # fmt: skip


def _co_owners(scan: Scan, item: Item) -> tuple[str, ...]:
    match = _WITH.search(scan.key, item.body, item.end)
    if match is None:
        return ()
    phrase = scan.bodies.read(scan.document.text, scan.key, match.end(), item.end)
    return tuple(_LIST.split(scan.text(phrase.start, phrase.end))) if phrase else ()


RULES = (Rule("directive.governed", "<cấp trên> yêu cầu|đề nghị|giao <đơn vị> <việc>; <việc> (trước ngày …)", _directives),)


def find(scan: Scan) -> Iterator[Directive]:
    """The directives of a document, in order."""
    for rule in RULES:
        yield from rule.make(scan)
