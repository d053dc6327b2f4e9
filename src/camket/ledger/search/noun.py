"""Nouns that can be found: which fields of a row are searched. To add one is one line here."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from django.db.models import Model, Q

from camket.ledger.errors import InvalidError
from camket.ledger.models import Commitment, Document, Statement, StatementState


@dataclass(frozen=True, slots=True)
class Noun:
    """``body`` is the long field, of which a part is shown; ``head`` the short ones, the title first; ``shown`` which rows.

    Of ``few`` rows that an account sees, it is faster to read all than to ask the index, which knows those of everybody.
    """

    model: type[Model]
    body: str
    head: tuple[str, ...] = ()
    shown: Q = field(default_factory=Q)
    few: int = 1_000

    @property
    def name(self) -> str:
        """The name of the model, by which the noun is asked for."""
        return self.model._meta.model_name or ""

    @property
    def fields(self) -> tuple[str, ...]:
        """All that is searched."""
        return (*self.head, self.body)


_NOUNS = (
    Noun(Document, "text", head=("title", "number", "name"), few=100),
    Noun(Statement, "text", shown=~Q(state__in=[StatementState.REJECTED, StatementState.LAPSED])),
    Noun(Commitment, "text", shown=Q(withdrawn=False)),
)
NOUNS: Mapping[str, Noun] = {noun.name: noun for noun in _NOUNS}


def noun_named(name: str) -> Noun:
    """The noun of a name. Raises InvalidError for one that is not searched."""
    try:
        return NOUNS[name]
    except KeyError:
        raise InvalidError(f"không tìm trong «{name}» được; chỉ tìm trong: {', '.join(NOUNS)}") from None
