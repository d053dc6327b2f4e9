"""Directives: what a superior tells someone to do, how strongly, and until when."""

import re
from collections.abc import Iterator

from camket.reading.lexing.deadlines import deadline
from camket.reading.rules.rule import Rule
from camket.reading.rules.wording import SHORTEST, acts_in, governed, pieces_of
from camket.reading.scan import Scan
from camket.reading.statements import Directive, Piece
from camket.reading.structure.item import Item
from camket.reading.structure.tables import Cell

_WITH = re.compile(r"phối hợp (?:chặt chẽ )?(?:(?:với|cùng)\s+)?")
_LIST = re.compile(r"\s?[,;]\s?")


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
    return scan.bodies.each(scan.document.text, scan.key, match.end(), item.end)


def _rows(scan: Scan) -> Iterator[Directive]:
    """Rows of a table of tasks: what, who with whom, until when."""
    for table in scan.tables:
        if not table.has("task") or not table.has("owner", "deadline") or table.has("result"):
            continue
        for row in table.rows:
            task, owner, partner = (table.cell(row, role) for role in ("task", "owner", "co_owner"))
            if task is None or task.end - task.start < SHORTEST:
                continue
            yield Directive(
                text=scan.text(*task), start=task.start, end=task.end, rule="directive.table_row", section="conclusion", about=scan.about,
                pieces=(Piece("row", row.start, row.end),), owner=scan.text(*owner) if owner else None,
                co_owners=_partners(scan, partner), strength="assign",
                deadline=_due(scan, table.cell(row, "deadline")), citations=_acts(scan, row.start, row.end),
            )  # fmt: skip


def _partners(scan: Scan, cell: Cell | None) -> tuple[str, ...]:
    if cell is None:
        return ()
    return scan.bodies.each(scan.document.text, scan.key, *cell) or tuple(_LIST.split(scan.text(*cell)))


def _due(scan: Scan, cell: Cell | None) -> str | None:
    """A deadline's cell: a date or period, in words where neither is written."""
    if cell is None:
        return None
    until = deadline(scan.key, cell.start, cell.end, scan.today, scan.document.text)
    if until is not None:
        return until.iso_or_words
    day = next((one.first for one in scan.dates.within(*cell) if one.first), None)
    period = next((one.period.iso for one in scan.periods.within(*cell) if one.period), None)
    return day.isoformat() if day else period or scan.text(*cell)


def _acts(scan: Scan, start: int, end: int) -> tuple[str, ...]:
    return tuple(scan.text(one.start, one.end) for one in scan.citations.within(start, end))


RULES = (
    Rule("directive.governed", "<cấp trên> yêu cầu|đề nghị|giao <đơn vị> <việc>; <việc> (trước ngày …)", _directives),
    Rule("directive.table_row", "bảng: nội dung | cơ quan chủ trì | phối hợp | thời hạn", _rows),
)


def find(scan: Scan) -> Iterator[Directive]:
    """The directives of a document, in order."""
    for rule in RULES:
        yield from rule.make(scan)
