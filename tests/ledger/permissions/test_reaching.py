"""What one unit may see of very many rows is found by indexes."""

import pytest
from django.db import connection
from django.db.models import Q
from sides import A, Holder

from camket.ledger.models import Commitment, UnitClosure
from camket.ledger.permissions import visible_to


@pytest.mark.parametrize(("code", "unit"), [("11", "11"), ("11/peoples_committee", "11"), ("", ""), ("a/b/c", "a")])
def test_the_unit_in_a_code(holder: Holder, code: str, unit: str) -> None:
    Commitment.objects.bulk_create(
        [Commitment(kind="plan", text="x", owner_code=code, state="open", entered_by=holder())]
    )
    assert Commitment.objects.filter(owner_code__unit_part=unit).exists()
    assert not Commitment.objects.filter(owner_code__unit_part=f"{unit}x").exists()


@pytest.mark.skipif("connection.vendor != 'sqlite'", reason="PostgreSQL plans by how many rows there are")
def test_owners_are_found_by_index(mapped: None) -> None:
    below = UnitClosure.objects.filter(ancestor=A).values("descendant")
    for path in ("unit__in", "owner_code__unit_part__in", "issuer_code__unit_part__in"):
        assert "SCAN ledger_commitment" not in Commitment.objects.filter(Q((path, below))).explain(), path


@pytest.mark.skipif("connection.vendor != 'sqlite'", reason="as above")
def test_what_a_unit_sees_is_found_by_indexes(holder: Holder) -> None:
    plan = visible_to(holder("reporter", A), Commitment).explain()
    assert "MULTI-INDEX OR" in plan
    assert "SCAN ledger_commitment" not in plan
    assert connection.vendor == "sqlite"
