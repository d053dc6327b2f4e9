"""Consistency: what must hold of any table of units, packaged or an installation's own."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from graphlib import CycleError, TopologicalSorter

from camket.units.kind import Level
from camket.units.move import ChangeKind, Move
from camket.units.org_unit import OrgUnit
from camket.units.register import Register

LAST_DAY_OF_DISTRICTS = date(2025, 6, 30)
"""Resolution 203/2025/QH15, article 2: the district level ends on 1 July 2025."""
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Inconsistency:
    """What cannot be so: the unit's id, and in Vietnamese what is wrong with it."""

    unit: str
    reason: str


def inconsistencies(register: Register) -> Iterator[Inconsistency]:
    """All that is wrong with a table; nothing where it is sound."""
    for unit in register:
        yield from _of_states(unit)
        yield from _of_parents(unit, register)
        yield from _of_beginning_and_end(unit, register)
    for move in register.moves:
        yield from _of_move(move, register)
    yield from _of_shares(register)
    yield from _of_cycles(register)


def _of_states(unit: OrgUnit) -> Iterator[Inconsistency]:
    for earlier, later in zip(unit.states, unit.states[1:], strict=False):
        if earlier.last is None or later.first is None or later.first != earlier.last + _DAY:
            yield Inconsistency(
                unit.id, f"giai đoạn «{later.full_name}» không nối liền sau giai đoạn «{earlier.full_name}»"
            )
    if unit.level is Level.DISTRICT and (unit.last is None or unit.last > LAST_DAY_OF_DISTRICTS):
        yield Inconsistency(unit.id, f"{unit.latest.full_name} là cấp huyện mà còn sau ngày 30/06/2025")
    if len({state.kind.level for state in unit.states}) > 1:
        yield Inconsistency(unit.id, "đổi cấp hành chính; một đơn vị ở cấp khác là một đơn vị mới")


def _of_parents(unit: OrgUnit, register: Register) -> Iterator[Inconsistency]:
    for state in unit.states:
        if state.parent is None:
            if state.kind.level is not Level.PROVINCE:
                yield Inconsistency(unit.id, f"{state.full_name} không có đơn vị cấp trên")
        elif state.parent not in register:
            yield Inconsistency(unit.id, f"đơn vị cấp trên «{state.parent}» không có trong danh mục")
        else:
            yield from _of_parent(unit, state.first, state.last, register[state.parent])


def _of_parent(unit: OrgUnit, first: date | None, last: date | None, parent: OrgUnit) -> Iterator[Inconsistency]:
    if parent.level >= unit.level:
        yield Inconsistency(unit.id, f"đơn vị cấp trên {parent.id} không ở cấp cao hơn")
    begun = parent.first is None or (first is not None and parent.first <= first)
    lasts = parent.last is None or (last is not None and last <= parent.last)
    if not (begun and lasts):
        yield Inconsistency(unit.id, f"thuộc {parent.latest.full_name} ({parent.id}) vào những ngày đơn vị đó không có")


def _of_beginning_and_end(unit: OrgUnit, register: Register) -> Iterator[Inconsistency]:
    if unit.last is not None and not any(move.day == unit.last + _DAY for move in register.moves_from(unit.id)):
        yield Inconsistency(unit.id, f"{unit.latest.full_name} thôi tồn tại mà không nói đi về đâu")
    if unit.first is not None and not any(move.day == unit.first for move in register.moves_into(unit.id)):
        yield Inconsistency(unit.id, f"{unit.states[0].full_name} được lập mà không nói từ đâu ra")


def _of_move(move: Move, register: Register) -> Iterator[Inconsistency]:
    for one in (move.source, move.target):
        if one is not None and one not in register:
            yield Inconsistency(one, f"có trong thay đổi ngày {move.day:%d/%m/%Y} nhưng không có trong danh mục")
            return
    if move.act is not None and move.act not in register.acts:
        yield Inconsistency(move.source, f"văn bản «{move.act}» không có trong danh mục văn bản")
    eve = move.day - _DAY
    source = register[move.source]
    if not source.exists(eve):
        yield Inconsistency(move.source, f"thay đổi ngày {move.day:%d/%m/%Y} nhưng trước đó không tồn tại")
    if move.target is not None and not register[move.target].exists(move.day):
        yield Inconsistency(move.target, f"nhận phần của {move.source} ngày {move.day:%d/%m/%Y} khi không tồn tại")
    if (move.whole or move.kind is ChangeKind.ABOLITION) and move.target != move.source and source.last != eve:
        yield Inconsistency(move.source, f"giao toàn bộ ngày {move.day:%d/%m/%Y} mà vẫn còn")


def _of_shares(register: Register) -> Iterator[Inconsistency]:
    shares: dict[tuple[str, date], list[Move]] = defaultdict(list)
    for move in register.moves:
        if move.kind.moves_territory:
            shares[move.source, move.day].append(move)
    for (source, day), moves in shares.items():
        wholes = sum(move.whole for move in moves)
        population = sum((move.population for move in moves if move.population is not None), Decimal())
        area = sum((move.area for move in moves if move.area is not None), Decimal())
        if wholes > 1 or (wholes and len(moves) > 1) or population > 1 or area > 1:
            yield Inconsistency(source, f"ngày {day:%d/%m/%Y} giao đi nhiều hơn toàn bộ (tổng tỷ lệ lớn hơn 1)")


def _of_cycles(register: Register) -> Iterator[Inconsistency]:
    became: dict[str, set[str]] = defaultdict(set)
    for move in register.moves:
        if move.whole and move.target is not None and move.target != move.source:
            became[move.target].add(move.source)
    try:
        TopologicalSorter(became).prepare()
    except CycleError as error:
        circle = [str(one) for one in error.args[1]]
        yield Inconsistency(circle[0], f"các thay đổi đi thành vòng: {' → '.join(circle)}")
