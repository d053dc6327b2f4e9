"""Accounts: opened, given roles, closed; what cannot be is refused in words, and nothing is written then."""

from collections.abc import Callable
from datetime import date

import pytest
from sides import BEGUN, DISTRICT, PROVINCE, A, B, Holder, Side

from camket.ledger.errors import DeniedError, InvalidError
from camket.ledger.models import Account, Head, Membership, Role
from camket.ledger.permissions import can
from camket.ledger.permissions.scope import today
from camket.ledger.queries.accounts import accounts, who_may
from camket.ledger.services.accounts import Post, close_account, grant, name_deputy, open_account, revoke
from camket.units.bodies.body_type import NATION

FIRST, LAST = date(2026, 1, 1), date(2026, 1, 31)
COMMITTEE = f"{A}/peoples_committee"


@pytest.fixture
def keeper(holder: Holder) -> Account:
    """The administrator of the whole."""
    return holder("administrator", NATION)


def post(**changed: object) -> Post:
    return Post(**{"role": Role.REPORTER, "unit": A, "first": FIRST, **changed})  # type: ignore[arg-type]  # fields of many types by name


def test_an_account_is_opened_given_a_role_and_closed(keeper: Account) -> None:
    lan = open_account(keeper, "lan.lo", "Lò Thị Lan")
    assert not can(lan, "document.import", A)
    grant(keeper, lan, post())
    assert can(lan, "document.import", A)
    close_account(keeper, lan, "chuyển công tác")
    assert not can(lan, "document.import", A)
    assert not Account.objects.get(name="lan.lo").active
    assert [one.last for one in lan.memberships.all()] == [today()]


def test_a_role_on_a_body_is_one_of_that_unit(keeper: Account, holder: Holder) -> None:
    made = grant(keeper, holder(), post(role=Role.RESPONDER, body=COMMITTEE, last=LAST))
    assert (made.unit, made.body, made.last) == (A, COMMITTEE, LAST)


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"unit": ""}, "vai trò phải ở một đơn vị"),
        ({"unit": " "}, "vai trò phải ở một đơn vị"),
        ({"unit": "99999"}, "không có đơn vị nào có mã «99999»"),
        ({"unit": DISTRICT}, "ngày 01/01/2026 không có huyện Điện Biên (100): có đến hết 30/06/2025"),
        ({"unit": "03328"}, "có đến hết 30/06/2025; kế thừa: xã Thanh Nưa (03328@2025)"),
        ({"first": date(2025, 6, 30)}, "có từ 01/07/2025"),
        ({"body": f"{A}/no_such_body"}, "không có cơ quan nào có mã"),
        ({"body": f"{B}/peoples_committee"}, f"thuộc đơn vị {B}, không thuộc {A}"),
        ({"last": date(2025, 12, 31)}, "ngày cuối 31/12/2025 trước ngày đầu 01/01/2026"),
        ({"role": "emperor"}, "không có vai trò «emperor»"),
    ],
)
def test_a_role_that_cannot_be_is_refused(
    keeper: Account, holder: Holder, changed: dict[str, object], said: str
) -> None:
    to = holder()
    before = Head.objects.get().sequence
    with pytest.raises(InvalidError) as refused:
        grant(keeper, to, post(**changed))
    assert said in str(refused.value)
    assert Head.objects.get().sequence == before
    assert not to.memberships.exists()


def test_the_same_role_is_not_given_twice(keeper: Account, holder: Holder) -> None:
    to = holder()
    grant(keeper, to, post(last=LAST))
    with pytest.raises(InvalidError, match="đã có vai trò này ở xã Thanh Nưa từ 01/01/2026 đến 31/01/2026"):
        grant(keeper, to, post(first=LAST))
    grant(keeper, to, post(first=date(2026, 2, 1)))


def test_a_closed_account_gets_no_role(keeper: Account, holder: Holder) -> None:
    to = holder()
    close_account(keeper, to, "nghỉ")
    with pytest.raises(InvalidError, match="đã đóng"):
        grant(keeper, to, post())
    with pytest.raises(InvalidError, match="đã đóng từ trước"):
        close_account(keeper, to, "nghỉ")


def test_nobody_gives_themselves_a_role(keeper: Account, side: Callable[[str], Side]) -> None:
    with pytest.raises(DeniedError, match="không được tự giao vai trò cho mình"):
        grant(keeper, keeper, post(role=Role.OFFICE))
    with pytest.raises(DeniedError, match="không được tự giao vai trò cho mình"):
        name_deputy(keeper, side(A).post, keeper, FIRST, LAST, "đi học")


@pytest.mark.parametrize("name", ["", "a", "Lan", "lò.lan", "lan lo", "lan\n", "-lan", "x" * 51])
def test_names_that_cannot_be_signed_in_with(keeper: Account, name: str) -> None:
    if name == "lan\n":
        assert open_account(keeper, name, "Lò Thị Lan").name == "lan"
        return
    with pytest.raises(InvalidError, match="không dùng được"):
        open_account(keeper, name, "Lò Thị Lan")


def test_a_name_is_taken_once_and_for_all(keeper: Account) -> None:
    lan = open_account(keeper, "lan", "Lò Thị Lan")
    close_account(keeper, lan, "nghỉ")
    with pytest.raises(InvalidError, match="đã có tài khoản tên «lan»"):
        open_account(keeper, "lan", "Lường Thị Lan")
    with pytest.raises(InvalidError, match="thiếu họ và tên"):
        open_account(keeper, "lan2", " ")


def test_the_last_administrator_stays(keeper: Account, holder: Holder) -> None:
    own = keeper.memberships.get()
    with pytest.raises(InvalidError, match="người quản trị cuối cùng"):
        close_account(keeper, keeper, "nghỉ")
    with pytest.raises(InvalidError, match="người quản trị cuối cùng"):
        revoke(keeper, own, today(), "thôi")
    # one whose role ends some day could not keep it for good
    other = holder()
    grant(keeper, other, post(role=Role.ADMINISTRATOR, unit=NATION, last=date(2999, 1, 1)))
    with pytest.raises(InvalidError, match="người quản trị cuối cùng"):
        close_account(other, keeper, "nghỉ")
    grant(keeper, holder_of_all := holder(), post(role=Role.ADMINISTRATOR, unit=NATION))
    close_account(holder_of_all, Account.objects.get(pk=keeper.pk), "nghỉ")
    with pytest.raises(InvalidError, match="người quản trị cuối cùng"):
        close_account(holder_of_all, holder_of_all, "nghỉ")


def test_a_role_is_ended_and_not_prolonged(keeper: Account, holder: Holder) -> None:
    made = grant(keeper, holder(), post(last=LAST))
    with pytest.raises(InvalidError, match="đã kết thúc ngày 31/01/2026"):
        revoke(keeper, made, date(2026, 2, 1), "thôi")
    with pytest.raises(InvalidError, match="trước ngày đầu"):
        revoke(keeper, made, date(2025, 12, 1), "thôi")
    with pytest.raises(InvalidError, match="thiếu lý do"):
        revoke(keeper, made, FIRST, " ")
    assert revoke(keeper, made, FIRST, "thôi").last == FIRST


def test_administrators_of_one_unit_keep_to_it(holder: Holder, keeper: Account) -> None:
    local, shared = holder("administrator", A), holder()
    grant(local, shared, post())
    grant(keeper, shared, post(unit=B))
    with pytest.raises(DeniedError):
        grant(local, shared, post(unit=B, role=Role.LEADER))
    # closing would take away what B's administrator gave
    with pytest.raises(DeniedError):
        close_account(local, shared, "nghỉ")
    assert Account.objects.get(pk=shared.pk).active
    assert not Membership.objects.filter(account=shared).exclude(last=None).exists()
    with pytest.raises(DeniedError):
        grant(local, holder(), post(role=Role.ADMINISTRATOR, unit=NATION))


def test_a_head_names_a_deputy_for_own_days_and_own_post(holder: Holder, side: Callable[[str], Side]) -> None:
    head, deputy = holder("head", A, last=date(2999, 12, 31)), holder()
    own = head.memberships.get()
    made = name_deputy(head, own, deputy, FIRST, LAST, "đi học")
    assert can(deputy, "draft.approve", A, FIRST)
    with pytest.raises(InvalidError, match="ngày thay phải nằm trong đó"):
        name_deputy(head, own, deputy, FIRST, date(3000, 1, 1), "đi học")
    with pytest.raises(InvalidError, match="không cử tiếp"):
        name_deputy(holder("administrator", NATION), made, holder(), FIRST, LAST, "đi học")
    with pytest.raises(DeniedError):
        name_deputy(head, side(A).post, deputy, FIRST, LAST, "đi học")
    with pytest.raises(InvalidError, match="chỉ người đứng đầu"):
        name_deputy(
            holder("administrator", NATION), holder("office", A).memberships.get(), deputy, FIRST, LAST, "đi học"
        )


def test_accounts_are_listed_with_the_roles_that_may_be_seen(
    holder: Holder, keeper: Account, django_assert_num_queries: Callable[[int], object]
) -> None:
    both, elsewhere = holder("head", A), holder("head", B)
    grant(keeper, both, post(unit=B))
    local = holder("administrator", A)
    with django_assert_num_queries(4):  # type: ignore[attr-defined]  # a fixture or command of a kind its stub does not tell
        seen = {one.name: [role.unit for role in one.memberships.all()] for one in accounts(local)}
    assert seen == {both.name: [A], local.name: [A]}
    assert elsewhere.name in {one.name for one in accounts(keeper)}
    assert [one.account for one in who_may(keeper, "head", B)] == [elsewhere]
    assert not accounts(holder("office", PROVINCE)).exists()
    assert today() > BEGUN
