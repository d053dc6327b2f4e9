"""A province, two of its communes and a district that is no more; people in roles; things owed."""

from collections.abc import Callable
from datetime import date
from itertools import count
from typing import Any

import pytest

from camket.ledger.history.writing import SYSTEM, writing
from camket.ledger.models import Account, Commitment, Membership, PetitionPart, UnitClosure

PROVINCE, COMMUNE, OTHER, DISTRICT = "11", "03253@2025", "03301@2025", "099"
_NAMES = (f"can-bo-{number}" for number in count())
_BEGUN, _EVER = date(2025, 7, 1), date(9999, 12, 31)


@pytest.fixture
def province(opened: None) -> None:
    """Which unit lies in which, and when."""
    stays = [
        *((above, below, _BEGUN, _EVER) for below in (COMMUNE, OTHER) for above in (below, PROVINCE)),
        *((above, DISTRICT, date(2003, 1, 1), date(2025, 6, 30)) for above in (DISTRICT, PROVINCE)),
        (PROVINCE, PROVINCE, date(1900, 1, 1), _EVER),
    ]
    UnitClosure.objects.bulk_create(
        UnitClosure(ancestor=above, descendant=below, first=first, last=last) for above, below, first, last in stays
    )


@pytest.fixture
def person(province: None) -> Callable[..., Account]:
    """Maker of accounts with a role on a unit, or on a body of it."""

    def make(role: str, unit: str = PROVINCE, body: str = "") -> Account:
        with writing(SYSTEM, "test") as made:
            account = made.add(Account(name=next(_NAMES), full_name="Lò Văn Thử"))
            made.add(Membership(account=account, role=role, unit=unit, body=body, first=date(2025, 7, 1)))
        return account

    return make


@pytest.fixture
def owed(province: None) -> Callable[..., Commitment]:
    """Maker of commitments: the Party committee told the department of finance, unless told otherwise."""

    def make(kind: str = "directive", **columns: Any) -> Commitment:
        given: dict[str, Any] = {
            "text": "bố trí vốn sửa chợ", "issuer": "Tỉnh ủy", "issuer_code": "11/party_committee", "owner": "Sở Tài chính",
            "owner_code": "11/finance_department@2025", "unit": COMMUNE, "made_on": date(2026, 1, 5), "state": "open",
        }  # fmt: skip
        with writing(SYSTEM, "test") as made:
            author = Account.objects.filter(name="nhap").first() or made.add(Account(name="nhap", full_name="Nhập"))
            one = made.add(Commitment(kind=kind, entered_by=author, **(given | columns)))
            if kind == "petition":
                made.add(PetitionPart(commitment=one, sender="UBND xã", sender_code=f"{COMMUNE}/peoples_committee"))
        return one

    return make
