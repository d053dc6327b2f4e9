"""Visible: the rows of a noun that an account may see. Every query starts from here."""

from collections.abc import Iterable
from datetime import date

from django.db.models import Model, Q, QuerySet

from camket.ledger.models.account import Account
from camket.ledger.permissions.action import Action, action_of
from camket.ledger.permissions.noun import Draft, Noun, noun_of
from camket.ledger.permissions.reaching import Reach, any_of, empty, reached
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
    if asked.where == "anywhere":
        return rows if scopes else rows.none()
    if known.whole or asked.where == "whole":
        return rows if any(scope.whole for scope in scopes) else rows.none()
    return rows.filter(_seen(noun, known, asked, scopes, day))


def _seen(model: type[Model], noun: Noun, action: Action, scopes: list[Scope], day: date) -> Q:
    everything = any(scope.whole and action.allows(scope.role, noun.relations) for scope in scopes)
    seen = Q() if everything else _by_relations(model, noun, noun.relations, action, Reach(scopes, day))
    if noun.draft is None:
        return seen
    return (Q((noun.draft.flag, False)) & seen) | _drafts(
        model, noun, noun.draft, action, Reach(scopes, day, itself=True)
    )


def _drafts(model: type[Model], noun: Noun, draft: Draft, action: Action, reach: Reach) -> Q:
    return Q((draft.flag, True)) & _by_relations(model, noun, draft.seen_by, action, reach)


def _by_relations(model: type[Model], noun: Noun, names: Iterable[str], action: Action, reach: Reach) -> Q:
    seen: list[Q] = []
    for name in names:
        fields, roles = noun.relations[name], action.roles(name)
        mine = reach.of(roles)
        seen += reached(model, fields, mine)
        # Where those roles see by the other relation anyway, there is nothing to add.
        if fields.otherwise and not roles <= action.roles(fields.otherwise):
            seen += [empty(fields) & one for one in reached(model, noun.relations[fields.otherwise], mine)]
    return any_of(model, seen, few=reach.narrow)
