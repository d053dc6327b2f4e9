"""Carrying out ``camket account list``."""

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from camket.cli.ledger.listing import show
from camket.cli.ledger.session import account_named, opened
from camket.cli.units.options import today
from camket.cli.units.printing import day_words

if TYPE_CHECKING:
    from camket.ledger.models import Account, Membership

_HEADS = {
    "number": "Số", "name": "Tài khoản", "full_name": "Họ và tên", "role": "Vai trò", "where": "Ở",
    "first": "Từ ngày", "last": "Đến ngày", "note": "Ghi chú",
}  # fmt: skip


def carry_out(name: str, form: str, *, everything: bool) -> None:
    """Show the accounts, a line a role; of one without a role a line too."""
    with opened():
        from camket.ledger.queries.accounts import accounts  # noqa: PLC0415 - models exist once the ledger is open

        seen = [one for one in accounts(account_named(name)) if one.active or everything]
        rows = [row for one in seen for row in _rows(one, everything=everything)]
        show(rows if form == "json" else [_told(row) for row in rows], _HEADS, form)


def _rows(account: "Account", *, everything: bool) -> Iterator[dict[str, object]]:
    roles = [one for one in account.memberships.all() if everything or one.last is None or one.last >= today()]
    head = {"name": account.name, "full_name": account.full_name, "active": account.active}
    if not roles:
        yield {
            **head,
            **dict.fromkeys(("number", "role", "unit", "body", "where", "deputy_of"), ""),
            "first": None,
            "last": None,
        }
    for one in roles:
        yield {**head, **_role(one)}


def _role(one: "Membership") -> dict[str, object]:
    from camket.ledger.register import name_of  # noqa: PLC0415 - models exist once the ledger is open

    return {
        "number": one.pk, "role": one.role, "unit": one.unit, "body": one.body, "where": name_of(one.unit, one.body),
        "first": one.first, "last": one.last, "deputy_of": one.deputy_of.name if one.deputy_of else "",
    }  # fmt: skip


def _told(row: dict[str, object]) -> dict[str, object]:
    """A row in words."""
    from camket.ledger.models import Role  # noqa: PLC0415 - models exist once the ledger is open

    first, last, code = row["first"], row["last"], row["body"] or row["unit"]
    note = f"thay {row['deputy_of']}" if row["deputy_of"] else "" if row["role"] else "chưa có vai trò"
    return {
        **row,
        "role": Role(str(row["role"])).label if row["role"] else "",
        "where": f"{row['where']} ({code})" if code else "",
        "first": day_words(first) if isinstance(first, date) else "",
        "last": day_words(last) if isinstance(last, date) else "",
        "note": note if row["active"] else "đã đóng",
    }
