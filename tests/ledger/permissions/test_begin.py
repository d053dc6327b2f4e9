"""Beginning: tables, chain, closure and a first administrator; again changes nothing; and the closure follows the register."""

import pytest
from django.db import connection

from camket.ledger.errors import InvalidError
from camket.ledger.models import Account, Entry, Head, UnitClosure
from camket.ledger.permissions import can
from camket.ledger.services import begin as beginning
from camket.ledger.services.begin import begin
from camket.ledger.services.closure import fill_closure
from camket.units.closure import closure
from camket.units.kind import Kind
from camket.units.org_unit import OrgUnit, State
from camket.units.register import Register

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def small(monkeypatch: pytest.MonkeyPatch) -> Register:
    """A register of one province with one commune."""
    province = OrgUnit("P", (State("P", "Một", Kind.PROVINCE),))
    register = Register([province, OrgUnit("C", (State("C", "Hai", Kind.COMMUNE, "P"),))])
    monkeypatch.setattr(beginning, "units", lambda: register)
    return register


def test_it_begins_once() -> None:
    begun = begin("quan-tri", "Cà Thị Quản")
    assert begun.administrator is not None
    assert begun.units == 3
    assert can(begun.administrator, "ledger.backup")
    head = Head.objects.get()
    assert begin("nguoi-khac", "Ai Đó").administrator is None
    assert begin("", "").administrator is None
    assert Head.objects.get() == head
    assert (Entry.objects.count(), Account.objects.count()) == (1, 1)


def test_without_a_name_there_is_no_administrator_and_it_says_so() -> None:
    with pytest.raises(InvalidError, match="hãy nêu tên tài khoản"):
        begin("", "")
    assert not Account.objects.exists()


def test_the_closure_follows_the_register(small: Register) -> None:
    assert fill_closure(small) == 3
    rows = set(UnitClosure.objects.values_list("ancestor", "descendant", "first", "last"))
    assert rows == {tuple(one) for one in closure(small)}
    known = set(UnitClosure.objects.values_list("pk", flat=True))
    fill_closure(small)
    assert set(UnitClosure.objects.values_list("pk", flat=True)) == known  # nothing new, nothing written
    assert fill_closure(Register([small["P"]])) == 1
    assert UnitClosure.objects.count() == 1
    assert connection.vendor in {"sqlite", "postgresql"}
