"""Deciding: whether an account may do an action to a thing; and saying no in words."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from camket.ledger.errors import DeniedError
from camket.ledger.models.account import Account, Role
from camket.ledger.models.unit_closure import UnitClosure
from camket.ledger.permissions.action import Action, action_of
from camket.ledger.permissions.places import Places, Thing, places_of
from camket.ledger.permissions.scope import Scope, scopes_of, today


def can(account: Account, action: str, thing: Thing | None = None, on: date | None = None) -> bool:
    """Whether the account may do the action to ``thing`` on a day, today unless told otherwise. At most two SQL statements.

    Raises LookupError for an action that is not in the data, or one done to a thing where none is given.
    """
    asked, day = action_of(action), on or today()
    scopes = [scope for scope in scopes_of(account, day) if scope.role in asked.by]
    if asked.where == "anywhere":
        return bool(scopes)
    if asked.where == "whole":
        return any(scope.whole for scope in scopes)
    if thing is None:
        raise LookupError(f"{action} is done to something: say to what")
    return any(asked.allows(scope.role, held) for scope, held in _held(scopes, thing, day))


def require(account: Account, action: str, thing: Thing | None = None, on: date | None = None) -> None:
    """Nothing where the account may. Raises DeniedError, which names action, thing and the roles that could."""
    if not can(account, action, thing, on):
        raise DeniedError(_refusal(account, action_of(action), thing))


def relations_to(account: Account, thing: Thing, on: date | None = None) -> Mapping[Role, frozenset[str]]:
    """In which relations each role of the account stands to a thing: what steps of a commitment ask for. Two SQL statements."""
    day = on or today()
    found: dict[Role, frozenset[str]] = {}
    for scope, held in _held(scopes_of(account, day), thing, day):
        if held:
            found[scope.role] = found.get(scope.role, frozenset()) | held
    return found


def _held(scopes: Iterable[Scope], thing: Thing, day: date) -> Iterator[tuple[Scope, frozenset[str]]]:
    """Each scope with the relations to the thing in which it stands."""
    relations, known = places_of(thing), tuple(scopes)
    units = frozenset[str]().union(*(places.units for places in relations.values()))
    covered = _covered({scope.unit for scope in known if not scope.body}, units, day)
    for scope in known:
        yield scope, frozenset(name for name, places in relations.items() if _holds(scope, places, covered))


def _holds(scope: Scope, places: Places, covered: frozenset[tuple[str, str]]) -> bool:
    if scope.body:
        return scope.body in places.bodies
    if places.draft:
        return scope.unit in places.units and (scope.unit, scope.unit) in covered
    return scope.whole or any((scope.unit, unit) in covered for unit in places.units)


def _covered(ancestors: Iterable[str], units: Iterable[str], day: date) -> frozenset[tuple[str, str]]:
    """The pairs of which the first unit answers for the second on the day."""
    of_day = UnitClosure.objects.filter(first__lte=day, last__gte=day)
    return frozenset(
        of_day.filter(ancestor__in=list(ancestors), descendant__in=list(units)).values_list("ancestor", "descendant")
    )


def _refusal(account: Account, action: Action, thing: Thing | None) -> str:
    roles = " hoặc ".join(f"«{role.label}»" for role in action.by)
    where = {"thing": f" ở nơi của {_named(thing)}", "whole": " trên cả nước", "anywhere": ""}[action.where]
    to = f" đối với {_named(thing)}" if thing is not None else ""
    return (
        f"tài khoản «{account.name}» không được {action.label}{to}: cần vai trò {roles}{where}; "
        "hãy đề nghị người quản trị giao vai trò ấy"
    )


def _named(thing: Thing | None) -> str:
    if isinstance(thing, str):
        if not thing:
            return "văn bản chưa rõ về đơn vị nào (hãy nêu đơn vị)"
        return f"{'cơ quan' if '/' in thing else 'đơn vị'} «{thing}»"
    if thing is None:
        return "sổ"
    name = getattr(thing, "name", "")
    title = f"«{name}»" if name else f"số {thing.pk}" if thing.pk is not None else "mới"
    return f"{thing._meta.verbose_name} {title}"
