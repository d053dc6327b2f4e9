"""Accounts and their roles, as far as an account may see them."""

from datetime import date

from django.db.models import Prefetch, QuerySet

from camket.ledger.models.account import Account, Membership
from camket.ledger.permissions import visible_to
from camket.ledger.permissions.scope import in_force, today


def accounts(account: Account) -> QuerySet[Account]:
    """The accounts by name, each with those of its roles that may be seen. Four SQL statements when fetched."""
    roles = memberships(account).select_related(None)
    return visible_to(account, Account).prefetch_related(Prefetch("memberships", roles)).order_by("name")


def memberships(account: Account, on: date | None = None) -> QuerySet[Membership]:
    """Roles with their accounts, by account and day; with ``on`` only those in force on that day. Two SQL statements."""
    seen = visible_to(account, Membership).select_related("account", "deputy_of")
    return (seen.filter(in_force(on)) if on else seen).order_by("account__name", "first", "pk")


def who_may(account: Account, role: str, unit: str, body: str = "") -> QuerySet[Membership]:
    """Who has a role today on that very unit or body: whom to turn to. Two SQL statements."""
    return memberships(account, today()).filter(role=role, unit=unit, body=body)
