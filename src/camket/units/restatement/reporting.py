"""On which map each figure was reported, and which figures stand on no map that is known."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date

from camket.units.errors import UnitsError
from camket.units.flows import Flows, moves_land
from camket.units.org_unit import OrgUnit
from camket.units.register import Register
from camket.units.restatement.apportioning import Rules
from camket.units.restatement.figure import Figure, Key
from camket.units.restatement.outcome import Cause


def without_clash(figures: Iterable[Figure]) -> tuple[Figure, ...]:
    """The figures; raises UnitsError where two are of the same unit, indicator, period and role, naming both lines."""
    seen: dict[tuple[str, Key], Figure] = {}
    for figure in figures:
        earlier = seen.setdefault((figure.unit, figure.key), figure)
        if earlier is not figure:
            message = (
                f"{_where(earlier)} và {_where(figure)} đều là số liệu «{figure.indicator}» kỳ {figure.period.iso} "
                f"của đơn vị {figure.unit}; hãy giữ một dòng, nếu không sẽ bị tính hai lần."
            )
            raise UnitsError(message)
    return tuple(seen.values())


class Maps:
    """The maps of a register: flows between days, each worked out once."""

    def __init__(self, register: Register) -> None:
        self.register = register
        self._days = sorted({move.day for move in register.moves if moves_land(move)})
        self._flows: dict[tuple[date, date], Flows] = {}

    def between(self, start: date, end: date) -> Flows:
        """The flows from one map to another, both included among the days on which land moved."""
        days = (self.since(start), self.since(end))
        if days not in self._flows:
            self._flows[days] = Flows(self.register, *days)
        return self._flows[days]

    def since(self, day: date) -> date:
        """The first day of the map that held on ``day``: land has not moved since."""
        return max((one for one in self._days if one <= day), default=date.min)


def map_day(maps: Maps, figure: Figure, to: date) -> date | None:
    """The day on whose map the figure is brought in, None where its map is later than ``to`` and another one."""
    if figure.day <= to:
        return figure.day
    same = maps.register[figure.unit].exists(to) and not maps.between(to, figure.day).touches(figure.unit)
    return to if same else None


def off_the_map(register: Register, rules: Rules, figure: Figure) -> tuple[Cause, str] | None:
    """Why a figure stands on no map: no such unit or indicator, or not on that day."""
    if figure.unit not in register:
        return Cause.UNKNOWN_UNIT, f"không có đơn vị nào có mã «{figure.unit}» trong danh mục"
    if figure.indicator not in rules:
        return Cause.UNKNOWN_INDICATOR, f"không có chỉ tiêu nào có mã «{figure.indicator}» trong từ vựng"
    unit, day = register[figure.unit], figure.day
    if not unit.exists(day):
        return (
            Cause.NOT_ON_MAP,
            f"{called(register, unit.id, day)} không có trên bản đồ ngày {day:%d/%m/%Y}{_life(unit)}",
        )
    return None


def beyond_horizon(register: Register, figures: Iterable[Figure]) -> str:
    """A caution where a figure's map is older than what the table holds in full; empty where none is."""
    for figure in figures:
        since = _horizon(register, figure.unit, figure.day)
        if since is not None and figure.day < since:
            name = called(register, figure.unit, figure.day)
            return (
                f"danh mục của tỉnh có {name} chỉ đầy đủ từ {since:%d/%m/%Y}; số liệu theo bản đồ "
                f"{figure.day:%d/%m/%Y}, có thể còn thay đổi chưa biết"
            )
    return ""


def called(register: Register, unit: str, day: date) -> str:
    """The unit as it was called on the day, or last: "xã Thanh Nưa (03127)"."""
    found = register[unit]
    return f"{(found.on(day) or found.latest).full_name} ({unit})"


def by_map(maps: Maps, figures: Iterable[tuple[int, Figure]], to: date) -> dict[date, list[int]]:
    """The figures that can be brought in by ``to``, under the first day of their map, in order of time."""
    days: defaultdict[date, list[int]] = defaultdict(list)
    for place, figure in figures:
        day = map_day(maps, figure, to)
        if day is not None:
            days[maps.since(day)].append(place)
    return dict(sorted(days.items()))


def _horizon(register: Register, unit: str, day: date) -> date | None:
    province = [unit, *(one.id for one in register.above(unit, day))][-1]
    return register.horizon.get(province)


def _life(unit: OrgUnit) -> str:
    first = f", có từ {unit.first:%d/%m/%Y}" if unit.first else ""
    last = f", hết {unit.last:%d/%m/%Y}" if unit.last else ""
    return first + last


def _where(figure: Figure) -> str:
    return f"Dòng {figure.line}" if figure.line else "Một số liệu"
