"""One body: the body of a type that a unit has or had."""

from dataclasses import dataclass
from datetime import date

from camket.units.bodies.body_type import BodyType


@dataclass(frozen=True, slots=True)
class Body:
    """A body with identity: ``id`` is ``<unit id>/<type code>``, or as declared by an installation.

    ``first`` and ``last`` are both included; None: not known, or still so. ``certain`` is False where the type is had
    by some units only and nobody has said that this one has it.
    """

    id: str
    type: BodyType
    unit: str
    name: str
    first: date | None = None
    last: date | None = None
    certain: bool = True
    act: str = ""

    def exists(self, day: date) -> bool:
        """Whether the body existed on ``day``."""
        return (self.first is None or self.first <= day) and (self.last is None or day <= self.last)
