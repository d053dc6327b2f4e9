"""The register of units: every unit, every move, and who existed, belonged where and became whom."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from types import MappingProxyType

from camket.units.act import Act
from camket.units.errors import UnitsError, UnknownUnitError
from camket.units.kind import Level
from camket.units.move import Move
from camket.units.org_unit import OrgUnit


class Register:
    """All units and moves, indexed; immutable.

    ``horizon`` of a province is the first day from which the table is complete for it; before that, answers are
    what happens to be known.
    """

    def __init__(
        self,
        units: Iterable[OrgUnit],
        moves: Iterable[Move] = (),
        acts: Iterable[Act] = (),
        horizon: Mapping[str, date] = MappingProxyType({}),
    ) -> None:
        """Take units and moves as they are; ``camket.units.consistency`` says whether they can be so."""
        self._units = {unit.id: unit for unit in units}
        self.moves = tuple(sorted(moves, key=lambda move: (move.day, move.source, move.target or "")))
        self.acts: Mapping[str, Act] = MappingProxyType({act.id: act for act in acts})
        self.horizon = MappingProxyType(dict(horizon))
        self._from: dict[str, list[Move]] = defaultdict(list)
        self._into: dict[str, list[Move]] = defaultdict(list)
        for move in self.moves:
            self._from[move.source].append(move)
            if move.target is not None:
                self._into[move.target].append(move)
        self._below: dict[str | None, list[OrgUnit]] = defaultdict(list)
        for unit in self._units.values():
            for parent in dict.fromkeys(state.parent for state in unit.states):
                self._below[parent].append(unit)

    def __getitem__(self, unit: str) -> OrgUnit:
        """The unit of an id. Raises UnknownUnitError."""
        try:
            return self._units[unit]
        except KeyError:
            raise UnknownUnitError(f"Không có đơn vị nào có mã «{unit}» trong danh mục.") from None

    def __contains__(self, unit: object) -> bool:
        return unit in self._units

    def __iter__(self) -> Iterator[OrgUnit]:
        return iter(self._units.values())

    def __len__(self) -> int:
        return len(self._units)

    def existing(self, day: date, level: Level | None = None) -> Iterator[OrgUnit]:
        """The units that existed on ``day``, of one level or all."""
        for unit in self._units.values():
            if (level is None or unit.level is level) and unit.exists(day):
                yield unit

    def below(self, unit: str | None, day: date) -> Iterator[OrgUnit]:
        """The units directly below ``unit`` on ``day``; below None stand the provinces."""
        for child in self._below.get(unit, ()):
            state = child.on(day)
            if state is not None and state.parent == unit:
                yield child

    def above(self, unit: str, day: date) -> Iterator[OrgUnit]:
        """The units above ``unit`` on ``day``, nearest first; nothing where it did not exist.

        Raises UnknownUnitError, and UnitsError where a parent stands no higher than what is below it.
        """
        below = self[unit]
        state = below.on(day)
        while state is not None and state.parent is not None:
            parent = self[state.parent]
            if parent.level >= below.level:
                raise UnitsError(f"{parent.id} được ghi là cấp trên của {below.id} mà không ở cấp cao hơn.")
            yield parent
            below, state = parent, parent.on(day)

    @property
    def span(self) -> tuple[date, ...]:
        """The first day from which any province is complete and the last day on which anything changed."""
        days = [*self.horizon.values(), *(move.day for move in self.moves[-1:])]
        return (min(days), max(days)) if days else ()

    def moves_from(self, unit: str) -> tuple[Move, ...]:
        """What left the unit, and what it became, in order of time."""
        return tuple(self._from.get(unit, ()))

    def moves_into(self, unit: str) -> tuple[Move, ...]:
        """What came into the unit, in order of time."""
        return tuple(self._into.get(unit, ()))

    def successors(self, unit: str) -> tuple[OrgUnit, ...]:
        """The units that took over territory of ``unit``, in order of time, itself left out."""
        return self._others(unit, (move.target for move in self._from.get(unit, ())))

    def predecessors(self, unit: str) -> tuple[OrgUnit, ...]:
        """The units whose territory came into ``unit``, in order of time, itself left out."""
        return self._others(unit, (move.source for move in self._into.get(unit, ())))

    def _others(self, unit: str, ids: Iterable[str | None]) -> tuple[OrgUnit, ...]:
        return tuple(self._units[one] for one in dict.fromkeys(ids) if one is not None and one != unit)
