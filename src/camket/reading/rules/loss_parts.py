"""Parts of a loss by place: in a bracket after the count, or under "trong đó" in what follows."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from camket.reading.lexing.tokens import Quantity
from camket.reading.rules.loss_place import PLACE_AFTER, PLACE_HERE, place_before
from camket.reading.rules.loss_wording import PART
from camket.reading.scan import Scan
from camket.reading.statements import Piece
from camket.reading.structure.item import Item

PART_RULE = "loss.part"
_INSIDE = re.compile(r"\(([^()\n]{3,900})\)?")
_ENDS = re.compile(r"[.\n](?!\d)")
_NEXT_PART, _FIRST_PART = 60, 140  # how far a part may stand from the part, or the count, before it


class Told(NamedTuple):
    """A loss before it is a statement; ``whole`` is the count that it is a part of."""

    start: int
    end: int
    quantity: Quantity
    category: str
    rule: str
    place: str | None
    pieces: tuple[Piece, ...]
    unit: str | None
    whole: Quantity | None = None


def bracket_at(scan: Scan, opening: int) -> tuple[int, int] | None:
    """The inside of the bracket that opens at ``opening``, over ";" as well."""
    inside = _INSIDE.match(scan.key, opening)
    return inside.span(1) if inside else None


def parts_in(scan: Scan, inside: tuple[int, int], whole: Told) -> Iterator[Told]:
    """The parts by place: "(xã A 20, xã B 21)", "(20 nhà ở xã A, 21 nhà ở xã B)"."""
    floor, end = inside
    found = scan.quantities.within(*inside)
    leading = bool(found) and not scan.key[floor : found[0].qualifier_start].strip()
    for quantity in found:
        place = _place_at(scan, quantity, end) if leading else _place_up_to(scan, floor, quantity, bare=True)
        floor = quantity.end
        if place is not None and quantity.unit in (None, whole.unit) and quantity.value is not None:
            yield _part(scan, whole, quantity, place, "loss.bracket")


def part_of(scan: Scan, item: Item, quantity: Quantity, last: Told) -> Told | None:
    """A part of the loss before: "Trong đó, Hà Giang có 2.060 nhà", "; Lào Cai 12 nhà"."""
    if quantity.unit != last.quantity.unit or not _goes_on(scan, item, quantity, last):
        return None
    most = (last.whole or last.quantity).value
    if most is None or quantity.value is None or quantity.value > most:
        return None
    earlier = scan.quantities.before(quantity.start)
    floor = max(item.start, earlier.end) if earlier else item.start
    place = _place_up_to(scan, floor, quantity) or _place_at(scan, quantity, item.end)
    return _part(scan, last, quantity, place, PART_RULE) if place else None


def may_go_on(scan: Scan, start: int, items: Iterable[Item], last: Told | None) -> bool:
    """Whether a count in ``items``, the first of which begins at ``start``, may go on to part the loss before it."""
    near = last is not None and start - last.end <= max(_NEXT_PART, _FIRST_PART)
    return near or (last is not None and any(PART.match(scan.key, item.start) for item in items))


def _goes_on(scan: Scan, item: Item, quantity: Quantity, last: Told) -> bool:
    """Whether a count goes on to part the loss before it."""
    if PART.match(scan.key, item.start):
        return True
    again = last.rule == PART_RULE
    if quantity.start - last.end > (_NEXT_PART if again else _FIRST_PART):
        return False
    between = scan.key[last.end : quantity.start]
    return not _ENDS.search(between) and (again or PART.search(between) is not None)


def _part(scan: Scan, whole: Told, quantity: Quantity, place: tuple[int, int], rule: str) -> Told:
    pieces = (Piece("place", *place), Piece("number", quantity.start, quantity.end))
    return whole._replace(
        start=min(place[0], quantity.qualifier_start), end=max(quantity.end, place[1]), quantity=quantity,
        place=scan.text(*place), rule=rule, pieces=pieces, whole=whole.whole or whole.quantity,
    )  # fmt: skip


def _place_at(scan: Scan, quantity: Quantity, end: int) -> tuple[int, int] | None:
    """The place right after a count: "20 nhà ở xã A"."""
    text = scan.document.text
    match = PLACE_AFTER.match(text, quantity.end, end) or PLACE_HERE.match(text, quantity.end, end)
    return match.span("place") if match else None


def _place_up_to(scan: Scan, floor: int, quantity: Quantity, *, bare: bool = False) -> tuple[int, int] | None:
    place = place_before(scan, floor, quantity.qualifier_start, bare=bare)
    start = scan.document.text.rfind(place, floor, quantity.start) if place else -1
    return (start, start + len(place)) if place and start >= 0 else None
