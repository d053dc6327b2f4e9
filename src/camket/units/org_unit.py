"""Administrative units through time: an identity and the states it passed through."""

from bisect import bisect_right
from datetime import date

import msgspec

from camket.units.kind import Kind, Level


class State(msgspec.Struct, frozen=True, gc=False):
    """What a unit was called, was and belonged to from ``first`` to ``last``, both included.

    ``first`` None: since before the table's horizon; ``last`` None: still so. ``act`` is the id of the act that
    began the state, None where none is known. ``parent`` is a unit's id, None for provinces.
    """

    code: str
    name: str
    kind: Kind
    parent: str | None = None
    first: date | None = None
    last: date | None = None
    act: str | None = None

    def covers(self, day: date) -> bool:
        """Whether the state held on ``day``."""
        return (self.first is None or self.first <= day) and (self.last is None or day <= self.last)

    @property
    def full_name(self) -> str:
        """The kind's word and the name: "phường Điện Biên Phủ"."""
        return f"{self.kind.word} {self.name}"


class OrgUnit(msgspec.Struct, frozen=True, gc=False):
    """A province, district or commune: one identity, its states in order of time without gap or overlap.

    Renames, changes of kind or of parent keep the identity; a merge or split makes a new one, even where name and
    official code are kept. ``id`` is the official code, followed by ``@`` and the first year for a later holder of a code.
    """

    id: str
    states: tuple[State, ...]

    @property
    def first(self) -> date | None:
        """First day, None where it lies before the table's horizon."""
        return self.states[0].first

    @property
    def last(self) -> date | None:
        """Last day, None while the unit exists."""
        return self.states[-1].last

    @property
    def level(self) -> Level:
        """The level of the unit; no change of kind changes it."""
        return self.states[-1].kind.level

    def on(self, day: date) -> State | None:
        """The state that held on ``day``; None where the unit did not exist."""
        begun = bisect_right(self.states, day, key=lambda state: state.first or date.min)
        return self.states[begun - 1] if begun and self.states[begun - 1].covers(day) else None

    def exists(self, day: date) -> bool:
        """Whether the unit existed on ``day``."""
        return self.on(day) is not None

    @property
    def latest(self) -> State:
        """The state that holds, or the last one that held."""
        return self.states[-1]
