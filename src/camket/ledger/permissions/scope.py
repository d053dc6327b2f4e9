"""Scopes: the roles an account has on a day, each with where it holds."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone

from camket.ledger.models.account import Account, Membership, Role
from camket.units.bodies.body_type import NATION


@dataclass(frozen=True, slots=True)
class Scope:
    """A role on a unit and all that it answers for, or, where ``body`` is given, on that body alone."""

    role: Role
    unit: str
    body: str = ""

    @property
    def whole(self) -> bool:
        """Whether it holds on everything: on the country as a whole."""
        return self.unit == NATION and not self.body


def today() -> date:
    """The day in Vietnam."""
    return timezone.localdate()


def scopes_of(account: Account, day: date) -> tuple[Scope, ...]:
    """The scopes of an account on ``day``; none of a closed one. One SQL statement.

    A deputy's holds only on days on which the one they stand for has that very role there, in their own right.
    """
    own = Membership.objects.filter(in_force(day), account=account.pk)
    rows = own.filter(Q(deputy_of=None) | Exists(_of_whom(day))).values_list("role", "unit", "body").distinct()
    return tuple(Scope(Role(role), unit, body) for role, unit, body in rows)


def in_force(day: date) -> Q:
    """Memberships whose days include ``day`` and whose account is not closed."""
    return Q(account__active=True, first__lte=day) & (Q(last=None) | Q(last__gte=day))


def _of_whom(day: date) -> QuerySet[Membership]:
    return Membership.objects.filter(
        in_force(day), deputy_of=None, account=OuterRef("deputy_of"),
        role=OuterRef("role"), unit=OuterRef("unit"), body=OuterRef("body"),
    )  # fmt: skip
