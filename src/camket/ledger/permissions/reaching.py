"""Reaching: the rows whose fields name a unit or body that some roles hold on, as a condition for the database."""

from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from datetime import date

from django.db.models import F, Model, Q, QuerySet

from camket.ledger.models.account import Role
from camket.ledger.models.unit_closure import UnitClosure
from camket.ledger.models.unit_part import UnitPart
from camket.ledger.permissions.noun import Fields
from camket.ledger.permissions.scope import Scope


@dataclass(frozen=True, slots=True)
class Reach:
    """Scopes on a day. ``itself``: their units alone, not what lies below."""

    scopes: Iterable[Scope]
    day: date
    itself: bool = False

    def of(self, roles: AbstractSet[Role]) -> "Reach":
        """The same for some roles only."""
        return replace(self, scopes=[scope for scope in self.scopes if scope.role in roles])

    @property
    def units(self) -> QuerySet[UnitClosure, str]:
        """The ids of the units, as a query within a query."""
        rows = UnitClosure.objects.filter(first__lte=self.day, last__gte=self.day)
        own = sorted({scope.unit for scope in self.scopes if not scope.body})
        below = rows.filter(ancestor__in=own)
        return (below.filter(descendant=F("ancestor")) if self.itself else below).values_list("descendant", flat=True)

    @property
    def bodies(self) -> list[str]:
        """The ids of the bodies."""
        return sorted({scope.body for scope in self.scopes if scope.body})


def reached(model: type[Model], fields: Fields, reach: Reach) -> Q:
    """The rows with an id in ``fields`` that is within reach."""
    found = Q(pk__in=[])
    if any(not scope.body for scope in reach.scopes):
        for path in fields.units:
            found |= _term(model, path, Q((f"{path}__in", reach.units)))
        for path in fields.codes:
            found |= _term(model, path, Q((f"{path}__{UnitPart.lookup_name}__in", reach.units)))
    if reach.bodies:
        for path in (*fields.bodies, *fields.codes):
            found |= _term(model, path, Q((f"{path}__in", reach.bodies)))
    return found


def empty(fields: Fields) -> Q:
    """The rows that name nobody in ``fields``."""
    found = Q()
    for path in fields.paths:
        found &= Q((path, ""))
    return found


def _term(model: type[Model], path: str, condition: Q) -> Q:
    """A condition on a path of fields; where it leads to rows that refer to this one, a query of its own, so that each comes once."""
    if not leads_back(model, path):
        return condition
    return Q(pk__in=model._default_manager.filter(condition).values("pk"))


def leads_back(model: type[Model], path: str) -> bool:
    """Whether a path of fields goes on to rows that refer to the one before, of which there may be several or none."""
    for step in path.split("__"):
        field = model._meta.get_field(step)
        if field.auto_created and not field.concrete:
            return True
        if isinstance(field.related_model, type):
            model = field.related_model
    return False
