"""Accounts: opened, given roles, and closed; never removed."""

import re
from dataclasses import dataclass
from datetime import date, timedelta

from django.db import IntegrityError
from django.db.models import Q, QuerySet

from camket.ledger.errors import DeniedError, InvalidError
from camket.ledger.history.writing import Writing, writing
from camket.ledger.models.account import Account, Membership, Role
from camket.ledger.permissions import require
from camket.ledger.permissions.scope import today
from camket.ledger.register import check_body, check_unit, name_of
from camket.units.bodies.body_type import NATION

_NAME = re.compile(r"[a-z0-9][a-z0-9._-]{1,49}")
_WORDS = "%d/%m/%Y"


@dataclass(frozen=True, slots=True)
class Post:
    """A role to be given: on a unit and all below it, or on one ``body`` of it, from ``first`` to ``last``, open where None."""

    role: Role
    unit: str
    first: date
    last: date | None = None
    body: str = ""


def open_account(account: Account, name: str, full_name: str) -> Account:
    """A new account, without any role yet. Raises DeniedError and InvalidError."""
    require(account, "account.open")
    if not full_name.strip():
        raise InvalidError(f"tài khoản «{name}»: thiếu họ và tên; hãy nêu họ và tên của người dùng")
    new = Account(name=checked_name(name), full_name=full_name.strip())
    try:
        with writing(account.name, "account.open") as made:
            return made.add(new)
    except IntegrityError:
        # Somebody has taken the name since it was looked for.
        raise _taken(new.name) from None


def close_account(account: Account, closed: Account, reason: str) -> Account:
    """Close an account: its roles end today, and it can do nothing from now on. Raises DeniedError, InvalidError, ConflictError."""
    require(account, "account.manage", closed)
    if not closed.active:
        raise InvalidError(f"tài khoản «{closed.name}» đã đóng từ trước")
    with writing(account.name, "account.close", _reason(reason)) as made:
        _keep_an_administrator(besides=closed)
        for one in closed.memberships.filter(Q(last=None) | Q(last__gt=today())).order_by("pk"):
            # Whoever closes takes away every role, and so must be allowed to take each of them.
            require(account, "membership.revoke", one)
            _end(made, one, today())
        return made.alter(closed, active=False)


def grant(account: Account, to: Account, post: Post, reason: str = "") -> Membership:
    """Give a role. Nobody gives one to themselves. Raises DeniedError and InvalidError."""
    new = Membership(
        account=to, role=post.role, unit=post.unit.strip(), body=post.body.strip(), first=post.first, last=post.last
    )
    require(account, "membership.grant", new)
    if to.pk == account.pk:
        raise DeniedError(
            f"tài khoản «{account.name}» không được tự giao vai trò cho mình; hãy nhờ người quản trị khác"
        )
    _check(new)
    _check_not_twice(new)
    with writing(account.name, "membership.grant", reason) as made:
        return made.add(new)


def revoke(account: Account, membership: Membership, last: date, reason: str) -> Membership:
    """End a role: it holds on ``last`` for the last time. Raises DeniedError, InvalidError and ConflictError."""
    require(account, "membership.revoke", membership)
    if last < membership.first - timedelta(days=1):
        raise InvalidError(
            f"ngày cuối {last:{_WORDS}} trước ngày đầu {membership.first:{_WORDS}} của vai trò; hãy sửa ngày"
        )
    if membership.last is not None and last >= membership.last:
        raise InvalidError(
            f"vai trò này đã kết thúc ngày {membership.last:{_WORDS}}; muốn kéo dài hãy giao vai trò mới"
        )
    with writing(account.name, "membership.revoke", _reason(reason)) as made:
        if lasting_administrators().filter(pk=membership.pk).exists():
            _keep_an_administrator(besides=membership.account)
        return made.alter(membership, last=last)


def name_deputy(
    account: Account, head: Membership, deputy: Account, first: date, last: date, reason: str
) -> Membership:
    """Let somebody stand for a head, from ``first`` to ``last``. It holds on days only on which the head's own role does.

    Raises DeniedError and InvalidError.
    """
    # Heads name deputies of their own; of others, whoever gives roles there.
    require(account, "membership.deputise" if head.account_id == account.pk else "membership.grant", head)
    if head.role != Role.HEAD or head.deputy_of_id is not None:
        raise InvalidError("chỉ người đứng đầu mới có người thay, và người thay không cử tiếp người khác thay mình")
    _not_to_oneself(account, deputy)
    if deputy.pk == head.account_id:
        raise InvalidError(f"«{deputy.name}» là chính người đứng đầu; hãy chọn người khác")
    new = Membership(
        account=deputy,
        role=Role.HEAD,
        unit=head.unit,
        body=head.body,
        first=first,
        last=last,
        deputy_of_id=head.account_id,
    )
    _check(new)
    if first < head.first or (head.last is not None and last > head.last):
        until = f"đến {head.last:{_WORDS}}" if head.last else "không thời hạn"
        raise InvalidError(f"người đứng đầu giữ vai trò từ {head.first:{_WORDS}} {until}; ngày thay phải nằm trong đó")
    with writing(account.name, "membership.deputise", _reason(reason)) as made:
        return made.add(new)


def checked_name(name: str) -> str:
    """A name to sign in with that is free. Raises InvalidError."""
    plain = name.strip()
    if not _NAME.fullmatch(plain):
        raise InvalidError(
            f"tên tài khoản «{plain[:60]}» không dùng được; viết 2-50 chữ thường không dấu, chữ số, dấu chấm, gạch"
        )
    if Account.objects.filter(name=plain).exists():
        raise _taken(plain)
    return plain


def lasting_administrators() -> QuerySet[Membership]:
    """Roles of administrators of the whole installation, of open accounts, held now and without end."""
    return Membership.objects.filter(
        role=Role.ADMINISTRATOR,
        unit=NATION,
        body="",
        deputy_of=None,
        last=None,
        first__lte=today(),
        account__active=True,
    )


def _taken(name: str) -> InvalidError:
    return InvalidError(f"đã có tài khoản tên «{name}»; hãy chọn tên khác")


def _keep_an_administrator(besides: Account) -> None:
    """Raise InvalidError where nobody but ``besides`` could keep the installation. Others who ask meanwhile wait."""
    held = lasting_administrators().order_by("pk").select_for_update(of=("self",))
    holders = {one.account_id for one in held}
    if holders == {besides.pk}:
        raise InvalidError(
            f"«{besides.name}» là người quản trị cuối cùng của cả sổ; hãy giao vai trò quản trị không thời hạn cho người khác trước"
        )


def _not_to_oneself(account: Account, to: Account) -> None:
    if to.pk == account.pk:
        raise DeniedError(
            f"tài khoản «{account.name}» không được tự giao vai trò cho mình; hãy nhờ người quản trị khác"
        )


def _check(new: Membership) -> None:
    if not new.account.active:
        raise InvalidError(f"tài khoản «{new.account.name}» đã đóng; không giao vai trò được nữa")
    if new.role not in Role.values:
        raise InvalidError(f"không có vai trò «{new.role}»; các vai trò: {', '.join(Role.values)}")
    if not new.unit:
        raise InvalidError("vai trò phải ở một đơn vị; hãy nêu mã đơn vị, hoặc vn cho cả nước")
    if new.last is not None and new.last < new.first:
        raise InvalidError(f"ngày cuối {new.last:{_WORDS}} trước ngày đầu {new.first:{_WORDS}}; hãy sửa lại")
    check_unit(new.unit, new.first)
    if new.body:
        check_body(new.body, new.unit, new.first)


def _check_not_twice(new: Membership) -> None:
    same = Membership.objects.filter(
        account=new.account, role=new.role, unit=new.unit, body=new.body, deputy_of=None
    ).filter(Q(last=None) | Q(last__gte=new.first))
    known = same.filter(first__lte=new.last or date.max).first()
    if known is not None:
        until = f"đến {known.last:{_WORDS}}" if known.last else "không thời hạn"
        where = name_of(new.unit, new.body)
        raise InvalidError(f"«{new.account.name}» đã có vai trò này ở {where} từ {known.first:{_WORDS}} {until}")


def _end(made: Writing, membership: Membership, last: date) -> None:
    """End a role on a day; one that was to begin later never begins."""
    made.alter(membership, last=max(last, membership.first - timedelta(days=1)))


def _reason(reason: str) -> str:
    if not reason.strip():
        raise InvalidError("thiếu lý do; việc này được ghi vào lịch sử nên cần nêu vì sao")
    return reason.strip()
