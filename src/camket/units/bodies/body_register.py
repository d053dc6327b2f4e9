"""The register of bodies: which bodies a unit has on a day, and which body an id means."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from camket.units.bodies.body import Body
from camket.units.bodies.body_type import NATION, PARTY_WORDS, BodyType, Presence
from camket.units.bodies.declared import Declared
from camket.units.errors import UnknownUnitError
from camket.units.org_unit import OrgUnit, State
from camket.units.register import Register


class BodyRegister:
    """The bodies of all units, worked out from the types when first asked for, and those declared one by one."""

    def __init__(self, register: Register, types: Mapping[str, BodyType], declared: Iterable[Declared] = ()) -> None:
        self.units = register
        self.types = types
        self._by_kind: dict[str, list[BodyType]] = defaultdict(list)
        for one in types.values():
            for kind in one.kinds:
                self._by_kind[kind].append(one)
        self.declared: dict[str, list[Declared]] = defaultdict(list)
        for row in declared:
            self.declared[row.unit].append(row)
        self._known: dict[str, dict[str, Body]] = {}

    def bodies_of(self, unit: str, day: date) -> tuple[Body, ...]:
        """The bodies that ``unit`` had on ``day``, in the order of the types. Raises UnknownUnitError."""
        return tuple(body for body in self.all_of(unit).values() if body.exists(day))

    def all_of(self, unit: str) -> Mapping[str, Body]:
        """Every body that ``unit`` ever had, by id. Raises UnknownUnitError."""
        known = self._known.get(unit)
        if known is None:
            known = self._known[unit] = {body.id: body for body in self._work_out(unit)}
        return known

    def __getitem__(self, body: str) -> Body:
        """The body of an id. Raises UnknownUnitError."""
        try:
            return self.all_of(body.partition("/")[0])[body]
        except KeyError:
            raise UnknownUnitError(f"Không có cơ quan nào có mã «{body}».") from None

    def __contains__(self, body: object) -> bool:
        unit = str(body).partition("/")[0]
        return (unit in self.units or unit == NATION) and body in self.all_of(unit)

    def _work_out(self, unit: str) -> Iterator[Body]:
        own = {row.id: row for row in self.declared.get(unit, ())}
        for body in self._by_type(unit):
            row = own.pop(body.id, None)
            if row is not None:
                yield self._said(row, body)
            elif body.type.presence is not Presence.DECLARED:
                yield body
        for row in own.values():
            yield self._said(row, None)

    def _by_type(self, unit: str) -> Iterator[Body]:
        if unit == NATION:
            for one in self._by_kind[NATION]:
                yield Body(f"{NATION}/{one.code}", one, NATION, one.formal_name, one.first, one.last, act=one.act)
            return
        whole = self.units[unit]
        kinds = dict.fromkeys(state.kind for state in whole.states)
        for one in dict.fromkeys(one for kind in kinds for one in self._by_kind[kind]):
            body = _of(whole, one)
            if body is not None:
                yield body

    def _said(self, row: Declared, body: Body | None) -> Body:
        """A body as an installation declares it; never outside the days of its unit."""
        first, last = self._days_of(row.unit)
        return Body(
            row.id, row.type, row.unit,
            row.names[0] if row.names or body is None else body.name,
            _later(first, row.first or (body.first if body else None)),
            _earlier(last, row.last or (body.last if body else None)),
            act=row.act or row.type.act,
        )  # fmt: skip

    def _days_of(self, unit: str) -> tuple[date | None, date | None]:
        return (None, None) if unit == NATION else (self.units[unit].first, self.units[unit].last)


def _of(unit: OrgUnit, one: BodyType) -> Body | None:
    """The body of a type that a unit had, None where the two never were on the same day."""
    states = [state for state in unit.states if state.kind in one.kinds and _meet(state, one)]
    if not states:
        return None
    return Body(
        f"{unit.id}/{one.code}", one, unit.id, title(one, states[-1]),
        _later(states[0].first, one.first), _earlier(states[-1].last, one.last),
        one.presence is Presence.EVERY, one.act,
    )  # fmt: skip


def _meet(state: State, one: BodyType) -> bool:
    first, last = _later(state.first, one.first), _earlier(state.last, one.last)
    return first is None or last is None or first <= last


def title(one: BodyType, state: State) -> str:
    """The full name of a unit's body: "Sở Tài chính tỉnh Điện Biên", "Ban Tổ chức Huyện ủy Điện Biên"."""
    if "{party}" not in one.formal_name:
        return f"{one.formal_name} {state.full_name}"
    party = PARTY_WORDS[state.kind][0]
    return f"{one.formal_name.replace('{party}', party)} {state.full_name if party == 'Đảng ủy' else state.name}"


def _later(one: date | None, other: date | None) -> date | None:
    return max((day for day in (one, other) if day is not None), default=None)


def _earlier(one: date | None, other: date | None) -> date | None:
    return min((day for day in (one, other) if day is not None), default=None)
