"""What one unit may see of very many rows is found by indexes."""

import pytest
from django.db import connection
from django.db.models import Q, QuerySet
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


def plan(rows: QuerySet[Commitment]) -> str:
    """How the database would go about it, if it had many rows."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SET LOCAL enable_seqscan = off")
    return rows.explain()


SCANS = ("SCAN ledger_commitment", "Seq Scan on ledger_commitment ")


def test_owners_are_found_by_index(mapped: None) -> None:
    below = UnitClosure.objects.filter(ancestor=A).values("descendant")
    for path in ("unit__in", "owner_code__unit_part__in", "issuer_code__unit_part__in"):
        told = plan(Commitment.objects.filter(Q((path, below))))
        assert not any(scan in told for scan in SCANS), told


@pytest.mark.parametrize(("role", "unit", "body"), [("reporter", A, ""), ("responder", "11", "11/peoples_committee")])
def test_what_a_commune_or_a_body_sees_is_found_by_indexes(holder: Holder, role: str, unit: str, body: str) -> None:
    told = plan(visible_to(holder(role, unit, body), Commitment))
    assert not any(scan in told for scan in SCANS), told
