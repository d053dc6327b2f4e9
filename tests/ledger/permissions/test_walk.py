"""Every service and every query, with every role: what a role may do it may do in its own unit, and nowhere else."""

import importlib
import inspect
import pkgutil
from collections.abc import Callable, Iterator
from datetime import date

import pytest
from sides import BEGUN, PROVINCE, A, B, Holder, Side
from walks import FOR_NOBODY, WALKS, Walk

from camket.ledger.errors import DeniedError, LedgerError
from camket.ledger.history.writing import SYSTEM, writing
from camket.ledger.models import Account, Head, Membership, Role
from camket.ledger.permissions.action import action_of
from camket.units.bodies.body_type import NATION

ROOMS = ("services", "queries")
MADE_BY_ROLES = [(name, role) for name in WALKS for role in ("", *Role.values)]
DONE_TO_THINGS = [
    (name, role)
    for name, role in MADE_BY_ROLES
    if WALKS[name].query or action_of(WALKS[name].action).where != "anywhere"
]


def functions() -> Iterator[tuple[str, Callable[..., object]]]:
    """The public functions of services and queries, by their names."""
    for room in ROOMS:
        package = importlib.import_module(f"camket.ledger.{room}")
        for found in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            module = importlib.import_module(found.name)
            for name, function in inspect.getmembers(module, inspect.isfunction):
                if function.__module__ == module.__name__ and not name.startswith("_"):
                    yield f"{found.name.removeprefix('camket.ledger.')}.{name}", function


def first_of(function: Callable[..., object]) -> str:
    return next(iter(inspect.signature(function).parameters), "")


def reaches_rows(function: Callable[..., object]) -> bool:
    """Whether it opens a change or asks the database by itself, and is not handed what it works on."""
    source = inspect.getsource(function)
    return any(sign in source for sign in ("writing(", ".objects", "_default_manager"))


def test_every_function_is_walked_or_said_to_be_for_nobody() -> None:
    found = {name for name, function in functions() if first_of(function) == "account" or reaches_rows(function)}
    named = {name for name, _ in functions()}
    assert found - {*WALKS, *FOR_NOBODY} == set(), "declare these in walks.py"
    assert {*WALKS, *FOR_NOBODY} - named == set(), "these are gone: take them out of walks.py"


def test_whatever_is_walked_takes_the_account_first() -> None:
    assert {first_of(function) for name, function in functions() if name in WALKS} == {"account"}


def outcome(walk: Walk, by: Account, side: Side) -> bool:
    """Whether it was allowed: a query shows something, a service does it. Denied, it has written nothing."""
    before = prepared(walk, side)
    try:
        shown = walk.call(by, side)
        return bool(list(shown)) if walk.query else True  # type: ignore[call-overload]  # what was shown may be anything
    except DeniedError:
        assert Head.objects.get().sequence == before
        return False
    except LedgerError:
        # A query for one thing that is not to be seen says that there is none.
        if not walk.query:
            raise
        return False


def prepared(walk: Walk, side: Side) -> int:
    """How many changes there are once all things of the side are made."""
    side.all_made()
    if walk.decided:
        assert side.decision.pk
    return Head.objects.get().sequence


@pytest.mark.parametrize(("name", "role"), MADE_BY_ROLES)
def test_a_role_does_in_its_own_unit_what_is_its_own(
    name: str, role: str, holder: Holder, side: Callable[[str], Side]
) -> None:
    walk = WALKS[name]
    action = action_of(walk.action)
    by = holder(role, NATION if action.where == "whole" else A)
    assert outcome(walk, by, side(A)) == (role in walk.by)


@pytest.mark.parametrize(("name", "role"), DONE_TO_THINGS)
def test_no_role_does_anything_in_a_unit_that_is_not_its_own(
    name: str, role: str, holder: Holder, side: Callable[[str], Side]
) -> None:
    walk = WALKS[name]
    assert not outcome(walk, holder(role, A), side(B))


@pytest.mark.parametrize("name", WALKS)
def test_a_closed_account_does_nothing(name: str, holder: Holder, side: Callable[[str], Side]) -> None:
    by = holder()
    with writing(SYSTEM, "test") as made:
        for role in Role.values:
            made.add(Membership(account=by, role=role, unit=NATION, first=BEGUN))
        made.alter(by, active=False)
    assert not outcome(WALKS[name], by, side(A))


@pytest.mark.parametrize("name", WALKS)
def test_roles_that_have_ended_or_not_begun_do_nothing(name: str, holder: Holder, side: Callable[[str], Side]) -> None:
    by = holder()
    with writing(SYSTEM, "test") as made:
        for role in Role.values:
            made.add(Membership(account=by, role=role, unit=PROVINCE, first=BEGUN, last=date(2025, 12, 31)))
            made.add(Membership(account=by, role=role, unit=PROVINCE, first=date(2999, 1, 1)))
    assert not outcome(WALKS[name], by, side(A))
