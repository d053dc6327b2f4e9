"""Checks of a document's own figures, as reports show them."""

from typing import NamedTuple

from camket.reading.checks import RELATIONS, Check
from camket.reading.read import Reading

_ASKING = "Cần kiểm tra: "
"""What a note begins with; reports say it once, as the outcome."""
_EXPLANATIONS = {relation.name: relation.explanation for relation in RELATIONS}


class Checked(NamedTuple):
    """A relation that was tested: in words, whether it holds, the arithmetic, the figures' places, a remark."""

    relation: str
    holds: bool
    arithmetic: str
    spans: tuple[tuple[int, int], ...]
    note: str

    @property
    def outcome(self) -> str:
        """The wording of a check's outcome: it asks for a look, and accuses nobody."""
        return "Khớp" if self.holds else "Cần kiểm tra"


def checks_of(reading: Reading) -> tuple[Checked, ...]:
    """The checks of a reading, those that need a look first."""
    return tuple(sorted(map(_checked, reading.checks), key=lambda one: one.holds))


def _checked(check: Check) -> Checked:
    spans = tuple((place.start, place.end) for place in check.places)
    relation = _EXPLANATIONS.get(check.relation, check.relation)
    note = (check.note or "").removeprefix(_ASKING)
    return Checked(relation, check.holds, check.arithmetic, spans, note[:1].upper() + note[1:])
