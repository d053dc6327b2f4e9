"""Two communes of one province, accounts in any role, and a document in each."""

from collections.abc import Callable
from functools import cache
from itertools import count

import pytest
from sides import BEGUN, DISTRICT, PROVINCE, A, B, Holder, Side

from camket.ledger.history.writing import SYSTEM, writing
from camket.ledger.models import Account, Membership, UnitClosure
from camket.ledger.register import units
from camket.units.closure import Stay, closure

_NAMES = (f"nguoi{number}" for number in count())


@cache
def _stays() -> tuple[Stay, ...]:
    """Of the whole table those of one province, of two of its communes with what they took over, and of a district."""
    whole = list(closure(units()))
    wanted = {PROVINCE, DISTRICT, *(one.descendant for one in whole if one.ancestor in {A, B})}
    return tuple(one for one in whole if one.descendant in wanted)


@pytest.fixture
def mapped(opened: None) -> None:
    """A ledger that knows which unit lies in which."""
    rows = [UnitClosure(ancestor=a, descendant=d, first=first, last=last) for a, d, first, last in _stays()]
    UnitClosure.objects.bulk_create(rows)


@pytest.fixture
def holder(mapped: None) -> Holder:
    """Maker of accounts with one role, or without one where none is named."""

    def make(role: str = "", unit: str = A, body: str = "", **days: object) -> Account:
        with writing(SYSTEM, "test") as made:
            account = made.add(Account(name=next(_NAMES), full_name="Lò Văn Thử"))
            if role:
                given = {"first": BEGUN, **days}
                made.add(Membership(account=account, role=role, unit=unit, body=body, **given))
        return account

    return make


@pytest.fixture
def side(mapped: None) -> Callable[[str], Side]:
    """Maker of all that there is to do something to in a unit."""
    return Side
