"""Resolutions: what a name can mean on a day."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date

from camket.units.names.reason import Reason
from camket.units.org_unit import State
from camket.units.places import Place


@dataclass(frozen=True, slots=True)
class Candidate:
    """A unit that the name can mean.

    ``state`` is the one that the name matched, which may be an earlier or a later one than that of the day;
    ``successors`` are the units that took over where the unit has ended; ``place`` is set where the name is that of
    a place without a code, and ``unit`` the one it lies in.
    """

    unit: str
    state: State
    reasons: tuple[Reason, ...]
    successors: tuple[str, ...] = ()
    place: Place | None = None


_DOUBTS = frozenset({Reason.PATH_UNMET, Reason.NOT_YET})


def _nothing() -> tuple[str, ...]:
    return ()


@dataclass(frozen=True, slots=True)
class Resolution:
    """What ``name`` can mean on ``day``: candidates, best first, and why none of them is the one, where none is.

    ``equals`` is how many of the candidates are best alike.
    """

    name: str
    day: date
    candidates: tuple[Candidate, ...] = ()
    equals: int = 0
    reasons: tuple[Reason, ...] = ()
    _near: Callable[[], tuple[str, ...]] = field(default=_nothing, repr=False, compare=False)

    @property
    def unit(self) -> str | None:
        """The id of the one unit meant; None where there is none, or several equals, or something speaks against it.

        What does: a path that it does not lie in, or a first day after the day asked for.
        """
        return self.best.unit if self.best is not None else None

    @property
    def best(self) -> Candidate | None:
        """The one candidate meant, on the same terms as ``unit``."""
        if self.equals != 1 or not _DOUBTS.isdisjoint(self.candidates[0].reasons):
            return None
        return self.candidates[0]

    @property
    def near(self) -> tuple[str, ...]:
        """Names that differ by little from one that no unit has, nearest first; sought when asked for."""
        return self._near()
