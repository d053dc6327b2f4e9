"""What a written name of a body can mean: candidates with reasons, or a group of many bodies."""

from dataclasses import dataclass
from datetime import date
from enum import IntEnum

from camket.units.bodies.body import Body
from camket.units.bodies.body_register import BodyRegister
from camket.units.bodies.names.phrases import LEVEL_KINDS, GroupType


class Standing(IntEnum):
    """How a body stood on the day, likeliest meant first."""

    LIVING = 0
    POSSIBLE = 1
    EARLY = 2
    ENDED = 3
    NOT_YET = 4


@dataclass(frozen=True, slots=True)
class BodyCandidate:
    """A body that a name can mean, and why: sentences in Vietnamese."""

    body: Body
    standing: Standing
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class BodyGroup:
    """Many bodies named at once ("các sở, ngành"): the group, of which unit it is, None where that is not known."""

    type: GroupType
    unit: str | None

    def members(self, bodies: BodyRegister, day: date) -> tuple[Body, ...]:
        """The bodies of the group on ``day``; nothing where its words do not say which ("các cơ quan")."""
        if self.unit is None:
            return ()
        units = [self.unit]
        if self.type.below:
            kinds = LEVEL_KINDS[self.type.below]
            units = [unit for unit in _all_below(bodies, self.unit, day) if _kind(bodies, unit, day) in kinds]
        return tuple(body for unit in units for body in bodies.bodies_of(unit, day) if self._has(body))

    def _has(self, body: Body) -> bool:
        return body.type.code in self.type.types or body.type.branch in self.type.branches


def _all_below(bodies: BodyRegister, unit: str, day: date) -> list[str]:
    below = [one.id for one in bodies.units.below(unit, day)]
    return below + [lower for one in below for lower in _all_below(bodies, one, day)]


def _kind(bodies: BodyRegister, unit: str, day: date) -> str | None:
    state = bodies.units[unit].on(day)
    return state.kind if state else None


@dataclass(frozen=True, slots=True)
class BodyMention:
    """One body as named: ``text`` as written, who in it (``post``, a code of the vocabulary; ``organ``), what it can mean.

    ``equals``: how many of the candidates are best alike. ``reasons``: why there is none, or not one. ``unit``: the id of
    the unit, where the text names a unit alone ("huyện Điện Biên") and not which of its bodies.
    """

    text: str
    candidates: tuple[BodyCandidate, ...] = ()
    equals: int = 0
    group: BodyGroup | None = None
    post: str | None = None
    organ: str | None = None
    reasons: tuple[str, ...] = ()
    unit: str | None = None

    @property
    def body(self) -> Body | None:
        """The one body meant; None where there is none, a group, or several equals."""
        return self.candidates[0].body if self.equals == 1 else None
