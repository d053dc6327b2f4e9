"""Visible: the rows of a noun that an account may see. Every query starts from here."""

from collections.abc import Iterable
from datetime import date

from django.db.models import Model, Q, QuerySet

from camket.ledger.models.account import Account
from camket.ledger.models.unit_closure import UnitClosure
from camket.ledger.permissions.action import Action, action_of
from camket.ledger.permissions.noun import Fields, Noun, noun_of
from camket.ledger.permissions.scope import Scope, scopes_of, today


def visible_to[Row: Model](
    account: Account, noun: type[Row], action: str = "", on: date | None = None
) -> QuerySet[Row]:
    """The rows to which the account may do ``action``, reading unless told otherwise, on a day, today unless told otherwise.

    One SQL statement is made to learn the account's roles; the rows are not fetched yet. Rows come once each.
    """
    known, day, rows = noun_of(noun), on or today(), noun._default_manager.all()
    asked = action_of(action or known.read)
    scopes = [scope for scope in scopes_of(account, day) if scope.role in asked.by]
    if _everything(known, asked, scopes):
        return rows
    seen = _seen(known, asked, scopes, day)
    if any(_several(noun, path) for path in _paths(known)):
        # A row would come once for each related row that is seen.
        return rows.filter(pk__in=noun._default_manager.filter(seen).values("pk"))
    return rows.filter(seen)


def _everything(noun: Noun, action: Action, scopes: Iterable[Scope]) -> bool:
    if action.on == "anywhere":
        return any(scopes)
    return any(scope.whole and (noun.whole or action.allows(scope.role, noun.relations)) for scope in scopes)


def _seen(noun: Noun, action: Action, scopes: Iterable[Scope], day: date) -> Q:
    seen = Q(pk__in=[])
    if noun.whole or action.on == "whole":
        return seen
    for relation, fields in noun.relations.items():
        roles = action.roles(relation)
        seen |= _reached(fields, [scope for scope in scopes if scope.role in roles], day)
    return seen


def _reached(fields: Fields, scopes: Iterable[Scope], day: date) -> Q:
    """What lies below the units or with the bodies of some scopes, by some fields."""
    units = sorted({scope.unit for scope in scopes if not scope.body})
    bodies = sorted({scope.body for scope in scopes if scope.body})
    reached = Q(pk__in=[])
    if units:
        below = UnitClosure.objects.filter(ancestor__in=units, first__lte=day, last__gte=day).values("descendant")
        for path in fields.units:
            reached |= Q((f"{path}__in", below))
    if bodies:
        for path in fields.bodies:
            reached |= Q((f"{path}__in", bodies))
    return reached


def _paths(noun: Noun) -> Iterable[str]:
    return (path for fields in noun.relations.values() for path in (*fields.units, *fields.bodies))


def _several(model: type[Model], path: str) -> bool:
    """Whether a path of fields leads to several rows."""
    for step in path.split("__")[:-1]:
        field = model._meta.get_field(step)
        if field.one_to_many or field.many_to_many:
            return True
        if isinstance(field.related_model, type):
            model = field.related_model
    return False
