"""Reaching: the rows whose fields name a unit or body that some roles hold on, as a condition for the database."""

from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from datetime import date
from functools import reduce
from operator import or_

from django.db.models import F, Model, Q, QuerySet

from camket.ledger.models.account import Role
from camket.ledger.models.unit_closure import UnitClosure
from camket.ledger.models.unit_part import UnitPart
from camket.ledger.permissions.noun import Fields
from camket.ledger.permissions.scope import Scope
from camket.ledger.register import units
from camket.units.kind import Level


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
    def narrow(self) -> bool:
        """Whether all of it is communes and single bodies, which hold few of all rows."""
        known = units()
        return all(
            scope.body or (scope.unit in known and known[scope.unit].level is Level.COMMUNE) for scope in self.scopes
        )

    @property
    def bodies(self) -> list[str]:
        """The ids of the bodies."""
        return sorted({scope.body for scope in self.scopes if scope.body})


def reached(model: type[Model], fields: Fields, reach: Reach) -> list[Q]:
    """The conditions of which rows with an id in ``fields`` that is within reach meet one."""
    found: list[Q] = []
    if any(not scope.body for scope in reach.scopes):
        found += [_term(model, path, Q((f"{path}__in", reach.units))) for path in fields.units]
        lookup = f"{UnitPart.lookup_name}__in"
        found += [_term(model, path, Q((f"{path}__{lookup}", reach.units))) for path in fields.codes]
    if reach.bodies:
        paths = (*fields.bodies, *fields.codes)
        found += [_term(model, path, Q((f"{path}__in", reach.bodies))) for path in paths]
    return found


def any_of(model: type[Model], conditions: list[Q], *, few: bool) -> Q:
    """The rows that meet one of several conditions.

    Where ``few`` do, each condition is asked by its own index and the keys are put together: a database that is asked for one
    or another at once reads the whole table. Where many do, it reads in the order that is wanted and soon has a page full.
    """
    if not few or len(conditions) < 2:
        return reduce(or_, conditions, Q(pk__in=[]))
    first, *others = (model._default_manager.filter(one).order_by().values("pk") for one in conditions)
    return Q(pk__in=first.union(*others))


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
