"""What is seen is what may be read: the condition for the database and the answer for one thing are one law."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.apps import apps
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sides import BEGUN, DISTRICT, PROVINCE, A, B, Holder

from camket.ledger.history.writing import SYSTEM, writing
from camket.ledger.models import Account, Commitment, CoOwner, Document, Membership, PetitionPart, Role, Update
from camket.ledger.models.kept import Kept
from camket.ledger.permissions import can, relations_to, visible_to
from camket.ledger.permissions.action import load_actions
from camket.ledger.permissions.noun import noun_of
from camket.units.bodies.body_type import NATION

OLD = "03328"
"""A commune that went into A."""
UNITS = (PROVINCE, DISTRICT, A, B, OLD, NATION, "")
BODIES = tuple(f"{unit}/peoples_committee" for unit in (PROVINCE, A, B))
CODES = (*UNITS, *BODIES)
DAYS = (date(2025, 6, 30), BEGUN, date(2025, 12, 31), date(2026, 1, 1))
ACTIONS: dict[type[Account | Commitment | Document | Membership | Update], tuple[str, ...]] = {
    Document: ("document.read", "document.expunge"),
    Commitment: ("commitment.read", "commitment.amend"),
    Update: ("commitment.read", "commitment.transition"),
    Account: ("account.read",),
    Membership: ("membership.read",),
}

type Row = dict[str, Any]
"""The columns of a row to be made."""

days = st.sampled_from(DAYS)
memberships: st.SearchStrategy[list[Row]] = st.lists(
    st.builds(
        dict, role=st.sampled_from(Role.values), unit=st.sampled_from(UNITS[:-1]), first=days,
        last=st.none() | days, body=st.just("") | st.sampled_from(BODIES),
    ),
    max_size=3,
)  # fmt: skip
commitments = st.lists(
    st.fixed_dictionaries(
        {name: st.sampled_from(CODES) for name in ("owner_code", "issuer_code", "co_owner", "sender", "author_code")}
        | {name: st.sampled_from(UNITS) for name in ("unit", "about", "told_of")}
        | {"draft": st.booleans()}
    ),
    min_size=1,
    max_size=2,
)


def things_of(given: Row, by: Account) -> list[Kept]:
    """A commitment with its co-owner, its sender and an update, and a document."""
    source = {"entered_by": by}
    with writing(SYSTEM, "test") as made:
        owed = made.add(
            Commitment(
                kind="petition", text="Làm cầu.", unit=given["unit"], owner_code=given["owner_code"],
                issuer_code=given["issuer_code"], state="open", **source,
            )
        )  # fmt: skip
        made.add(CoOwner(commitment=owed, position=1, name="Bên khác", code=given["co_owner"]))
        made.add(CoOwner(commitment=owed, position=2, name="Bên khác nữa", code=given["co_owner"]))
        made.add(PetitionPart(commitment=owed, sender_code=given["sender"]))
        told = made.add(
            Update(
                commitment=owed, unit=given["told_of"], account=by, at=made.at, author_code=given["author_code"],
                draft=given["draft"], **source,
            )
        )  # fmt: skip
        paper = made.add(
            Document(
                content_hash=f"{owed.pk:064}", name="giay.txt", way="upload", received_at=made.at, received_by=by,
                declared_no_secret=True, about=given["about"],
            )
        )  # fmt: skip
    return [owed, told, paper]


@pytest.mark.usefixtures("mapped")
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=25)
@given(roles=memberships, stands_for=memberships, given=commitments, day=days)
def test_what_is_seen_is_what_may_be_done(
    holder: Holder,
    roles: list[Row],
    stands_for: list[Row],
    given: list[Row],
    day: date,
) -> None:
    with transaction.atomic():
        by, other = holder(), holder()
        with writing(SYSTEM, "test") as made:
            for one in roles:
                made.add(Membership(account=by, **one))
            for one in stands_for:
                made.add(Membership(account=other, **one))
                made.add(Membership(account=by, deputy_of=other, **one))
        for one in given:
            things_of(one, other)
        for model, actions in ACTIONS.items():
            for action in actions:
                seen = list(visible_to(by, model, action, day))
                assert len(seen) == len(set(seen))  # each row once
                allowed = {row for row in model._default_manager.all() if can(by, action, row, day)}
                assert set(seen) == allowed, (model, action)
        # The next example begins with nothing.
        transaction.set_rollback(True)


def test_every_role_reads_below_its_unit_and_not_beside_it(holder: Holder) -> None:
    for role in load_actions()["document.read"].by:
        by = holder(role, A)
        assert can(by, "document.read", A)
        assert not can(by, "document.read", B)
        assert not can(by, "document.read", PROVINCE)
        assert can(holder(role, PROVINCE), "document.read", A)


def test_the_office_of_a_new_commune_sees_what_its_predecessor_owed(holder: Holder) -> None:
    by = holder("office", A)
    assert can(by, "commitment.read", OLD, BEGUN)
    assert not can(by, "commitment.read", DISTRICT, BEGUN)
    assert not can(holder("office", B), "commitment.read", OLD, BEGUN)


def test_a_role_in_a_unit_ends_with_the_unit(holder: Holder) -> None:
    by = holder("office", DISTRICT, first=date(2020, 1, 1))
    assert can(by, "commitment.read", DISTRICT, BEGUN - timedelta(days=1))
    assert not can(by, "commitment.read", DISTRICT, BEGUN)
    assert can(holder("office", PROVINCE), "commitment.read", DISTRICT, BEGUN)


def test_a_role_in_one_body_reaches_that_body_alone(holder: Holder) -> None:
    by = holder("responder", PROVINCE, BODIES[0])
    assert can(by, "commitment.read", BODIES[0])
    assert not can(by, "commitment.read", PROVINCE)
    assert not can(by, "commitment.read", f"{PROVINCE}/peoples_council")
    assert can(holder("responder", PROVINCE), "commitment.read", BODIES[0])


def test_administrators_read_no_content(holder: Holder) -> None:
    by = holder("administrator", NATION)
    content = [
        code
        for code in load_actions()
        if code.endswith(".read") and code.split(".")[0] not in {"account", "membership"}
    ]
    assert content
    for action in content:
        assert not can(by, action, A), action


def test_auditors_write_nothing(holder: Holder) -> None:
    by = holder("auditor", NATION)
    allowed = {code for code in load_actions() if can(by, code, A)}
    assert all(code.endswith(".read") or code in {"history.verify", "ledger.misses"} for code in allowed)
    assert "history.read" in allowed


def test_a_deputy_acts_within_the_days_of_both(holder: Holder) -> None:
    head, deputy = holder("head", A, last=date(2025, 9, 30)), holder()
    with writing(SYSTEM, "test") as made:
        made.add(
            Membership(
                account=deputy, role="head", unit=A, first=date(2025, 9, 1), last=date(2025, 10, 31), deputy_of=head
            )
        )
    on = {
        day: can(deputy, "draft.approve", A, day)
        for day in (date(2025, 8, 31), date(2025, 9, 1), date(2025, 9, 30), date(2025, 10, 1))
    }
    assert list(on.values()) == [False, True, True, False]
    with writing(SYSTEM, "test") as made:
        made.alter(head, active=False)
    assert not can(deputy, "draft.approve", A, date(2025, 9, 1))


def test_a_deputy_of_a_deputy_has_nothing(holder: Holder) -> None:
    head, deputy, third = holder("head", A), holder(), holder()
    with writing(SYSTEM, "test") as made:
        made.add(Membership(account=deputy, role="head", unit=A, first=BEGUN, deputy_of=head))
        made.add(Membership(account=third, role="head", unit=A, first=BEGUN, deputy_of=deputy))
    assert can(deputy, "draft.approve", A)
    assert not can(third, "draft.approve", A)


def test_drafts_show_to_nobody_outside(holder: Holder) -> None:
    own, above, beside = holder("reporter", A), holder("office", PROVINCE), holder("reporter", B)
    draft = Update(unit=A, account=own, draft=True)
    assert [can(one, "commitment.read", draft) for one in (own, above, beside)] == [True, False, False]
    told = Update(unit=A, account=own, draft=False)
    assert [can(one, "commitment.read", told) for one in (own, above, beside)] == [True, True, False]


def test_who_owes_does_not_move_the_deadline_and_who_assigned_does(holder: Holder) -> None:
    owed = Commitment(unit=A, owner_code=A, issuer_code=BODIES[0])
    assert not can(holder("office", A), "commitment.amend", owed)
    assert can(holder("office", PROVINCE), "commitment.amend", owed)
    # where nobody is known to have assigned it, the office of the unit keeps it
    assert can(holder("office", A), "commitment.amend", Commitment(unit=A, owner_code=A))


def test_relations_by_role(holder: Holder) -> None:
    by = holder("office", PROVINCE)
    with writing(SYSTEM, "test") as made:
        made.add(Membership(account=by, role="responder", unit=PROVINCE, body=BODIES[0], first=BEGUN))
    owed = Commitment(unit=A, owner_code=BODIES[0], issuer_code=A)
    assert relations_to(by, owed) == {Role.OFFICE: {"subject", "owner", "assigner"}, Role.RESPONDER: {"owner"}}


def test_every_noun_can_be_listed_in_one_statement_more_than_its_roles(
    holder: Holder, django_assert_max_num_queries: "pytest.FixtureRequest"
) -> None:
    by = holder("office", PROVINCE)
    for model in apps.get_app_config("ledger").get_models():
        if noun_of(model).read:
            with django_assert_max_num_queries(2):  # type: ignore[operator]  # a fixture that is a context manager
                list(visible_to(by, model))
