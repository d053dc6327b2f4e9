"""Petitions: what the lower unit asks for."""

from collections.abc import Iterator

from camket.reading.rules.rule import Rule
from camket.reading.rules.wording import acts_in, governed, money_in, period_in, pieces_of
from camket.reading.scan import Scan
from camket.reading.statements import Petition


def _petitions(scan: Scan) -> Iterator[Petition]:
    for item in governed(scan, "petition"):
        money = money_in(scan, item)
        yield Petition(
            text=scan.text(item.body, item.end), start=item.body, end=item.end, rule="petition.governed", section="petitions",
            about=item.about, period=period_in(scan, item), pieces=pieces_of(item),
            sender=item.governor.speaker if item.governor else item.about,
            addressee=item.governor.addressee if item.governor else None,
            value=money.value if money else None, unit=money.unit if money else None, citations=acts_in(scan, item),
        )  # fmt: skip


RULES = (
    Rule("petition.governed", "<đơn vị> kiến nghị|đề nghị|đề xuất <cấp trên>: <nội dung>; <nội dung>", _petitions),
)


def find(scan: Scan) -> Iterator[Petition]:
    """The petitions of a document, in order."""
    for rule in RULES:
        yield from rule.make(scan)
