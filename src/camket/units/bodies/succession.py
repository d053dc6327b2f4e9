"""Succession: which living bodies could take over what an ended one owed. It proposes; a person decides."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from camket.units.bodies.body import Body
from camket.units.bodies.body_register import BodyRegister
from camket.units.bodies.body_type import NATION
from camket.units.bodies.competence import Competence, acts_of_transfer, competence, under_committee
from camket.units.bodies.territory import Heir, Relation, heirs
from camket.units.kind import Level


@dataclass(frozen=True, slots=True)
class Proposal:
    """A living body that could succeed: ``strength`` is competence times closeness of territory, each of 0 to 1."""

    body: Body
    competence: Fraction
    territory: Heir
    reasons: tuple[str, ...]

    @property
    def strength(self) -> Fraction:
        """How much speaks for it; only for putting proposals in order."""
        return self.competence * self.territory.closeness * (1 if self.body.certain else _DOUBT)


_DOUBT = Fraction(4, 5)
_DISTRICTS_ENDED = date(2025, 6, 30)
_MOVED = "Từ 01/07/2025 nhiệm vụ, quyền hạn của cấp huyện chuyển cho cấp xã hoặc cấp tỉnh"


def successors(body: Body, bodies: BodyRegister, day: date, *, matter: Iterable[str] = ()) -> tuple[Proposal, ...]:
    """Living bodies that could take over from ``body`` on ``day``, the strongest first; itself where it still lives.

    ``matter``: codes of themes or words of fields that the obligation is about, where it is less than all the body did.
    None of them is one by law unless a reason names the act; a person decides. Raises UnknownUnitError.
    """
    about = frozenset(matter)
    found = [
        proposal
        for heir in _heirs(body, bodies, day)
        for living in bodies.bodies_of(heir.unit, day)
        if (proposal := _weigh(body, living, heir, bodies, about)) is not None
    ]
    return tuple(sorted(found, key=lambda one: (-one.strength, -len(one.territory.lower), one.body.id)))


def _heirs(body: Body, bodies: BodyRegister, day: date) -> Iterator[Heir]:
    if body.unit == NATION:
        yield Heir(NATION, Relation.SAME)
        return
    yield from heirs(bodies.units, body.unit, day)


def _weigh(body: Body, living: Body, heir: Heir, bodies: BodyRegister, matter: frozenset[str]) -> Proposal | None:
    if living.id == body.id:
        return Proposal(living, Fraction(1), heir, ("Cơ quan này vẫn còn.",))
    found = competence(body.type, living.type, bodies.types, matter)
    if not found.share:
        return None
    return Proposal(living, found.share, heir, tuple(_reasons(body, living, heir, found, bodies, matter)))


def _reasons(
    body: Body, living: Body, heir: Heir, found: Competence, bodies: BodyRegister, matter: frozenset[str]
) -> Iterator[str]:
    """Sentences for the person who decides: competence first, then territory, then what to mind."""
    yield from found.reasons
    yield _of_territory(body, heir, bodies)
    if not living.certain:
        yield "Chỉ một số địa phương có cơ quan loại này; cần người xác nhận."
    if (
        heir.relation is not Relation.SAME
        and _of_ended_district(body, bodies)
        and under_committee(body.type, bodies.types)
    ):
        acts = acts_of_transfer(body.type, matter)
        yield f"{_MOVED} ({', '.join(acts)})." if acts else f"{_MOVED}."


def _of_territory(body: Body, heir: Heir, bodies: BodyRegister) -> str:
    if body.unit == NATION:
        return "Cơ quan Trung ương, trên cả nước."
    former, now = bodies.units[body.unit].latest.full_name, bodies.units[heir.unit].latest.full_name
    return {
        Relation.SAME: f"Cùng đơn vị: {now}.",
        Relation.SUCCESSOR: f"{now} tiếp nhận địa bàn của {former}.",
        Relation.PART: f"{now} giữ địa bàn của {len(heir.lower)}/{heir.of_lower} đơn vị cấp dưới của {former}.",
        Relation.ABOVE: f"{now} là cấp trên của địa bàn {former}.",
    }[heir.relation]


def _of_ended_district(body: Body, bodies: BodyRegister) -> bool:
    unit = bodies.units[body.unit] if body.unit != NATION else None
    return unit is not None and unit.level is Level.DISTRICT and unit.last == _DISTRICTS_ENDED
