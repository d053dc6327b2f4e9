"""Terms: what a person amended on the ground of a document goes back to what it was before."""

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from django.db.models import Field

from camket.ledger.history.canonical import plain
from camket.ledger.models.commitment import Commitment
from camket.ledger.models.kept import Kept
from camket.ledger.models.update import Update

_FROM_REGISTER = frozenset({"owner", "owner_code"})
"""Who owes it stays: that body has it now, and its name is the register's, not the document's."""


class Term(NamedTuple):
    """One field of a commitment or of its part, with its value before and after, plain."""

    row: Kept
    name: str
    before: Any
    after: Any

    @property
    def stands(self) -> bool:
        """Whether it is still as it was amended, however the value was written then."""
        return bool(plain(getattr(self.row, self.name)) == plain(self._as_held(self.after)))

    @property
    def earlier(self) -> object:
        """The value before, as the field has it."""
        return self._as_held(self.before)

    def _as_held(self, value: object) -> object:
        field = self.row._meta.get_field(self.name)
        return field.to_python(value) if isinstance(field, Field) else value


def terms_of(update: Update) -> Iterator[Term]:
    """The terms that an update amended, but for the owner."""
    commitment = update.commitment
    if commitment is None:
        return
    part = getattr(commitment, commitment.kind, None)
    for name, (before, after) in update.amended.items():
        row = commitment if name in {field.name for field in Commitment._meta.concrete_fields} else part
        if name not in _FROM_REGISTER and row is not None:
            yield Term(row, name, before, after)


def kept_terms(update: Update) -> dict[str, Any]:
    """What may stay of an update's terms."""
    return {name: pair for name, pair in update.amended.items() if name in _FROM_REGISTER}


def silenced(update: Update, told: Iterable[tuple[str, Any]]) -> dict[str, Any]:
    """An update's terms without the values told, each by its name."""
    known = {(name, str(value)) for name, value in told}
    return {
        name: [None if (name, str(value)) in known else value for value in pair]
        for name, pair in update.amended.items()
    }
