"""Carrying out the verbs of ``camket account`` that change something."""

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

import click

from camket.cli.ledger.session import account_named, opened
from camket.cli.units.printing import day_words
from camket.ledger.errors import LedgerError

if TYPE_CHECKING:
    from camket.ledger.models import Membership


@dataclass(frozen=True, slots=True)
class Place:
    """Where and when a role is to hold, as the user writes it."""

    unit: str
    body: str
    first: date
    last: date | None


def open_one(by: str, name: str, full_name: str) -> None:
    """Open an account and say so."""
    with opened():
        from camket.ledger.services import accounts  # noqa: PLC0415 - models exist once the ledger is open

        made = accounts.open_account(account_named(by), name, full_name)
        click.echo(f"Đã mở tài khoản «{made.name}» ({made.full_name}). Giao vai trò bằng: camket account grant.")


def close_one(by: str, name: str, reason: str) -> None:
    """Close an account and say so."""
    with opened():
        from camket.ledger.services import accounts  # noqa: PLC0415 - as above

        closed = accounts.close_account(account_named(by), account_named(name), reason)
        click.echo(f"Đã đóng tài khoản «{closed.name}».")


def grant_role(by: str, name: str, role: str, place: Place, reason: str) -> None:
    """Give a role and tell which."""
    with opened():
        from camket.ledger.models import Role  # noqa: PLC0415 - as above
        from camket.ledger.services import accounts  # noqa: PLC0415 - as above

        unit = _unit(place)
        body = place.body if not place.body or "/" in place.body else f"{unit}/{place.body}"
        post = accounts.Post(Role(role), unit, place.first, place.last, body)
        _tell(accounts.grant(account_named(by), account_named(name), post, reason), "Đã giao")


def revoke_role(by: str, number: int, last: date, reason: str) -> None:
    """End a role and tell which."""
    with opened():
        from camket.ledger.services import accounts  # noqa: PLC0415 - as above

        account = account_named(by)
        _tell(accounts.revoke(account, _membership(by, number), last, reason), "Thôi giao")


def name_one(by: str, number: int, name: str, days: tuple[date, date], reason: str) -> None:
    """Name a deputy and tell whom."""
    with opened():
        from camket.ledger.services import accounts  # noqa: PLC0415 - as above

        head = _membership(by, number)
        _tell(accounts.name_deputy(account_named(by), head, account_named(name), *days, reason), "Đã cử người thay")


def _unit(place: Place) -> str:
    """The id of the unit meant by a code or a name."""
    from camket.cli.units.asking import Asking  # noqa: PLC0415 - slow, and wanted for names only
    from camket.cli.units.refusal import refusing  # noqa: PLC0415 - as above
    from camket.ledger.register import units  # noqa: PLC0415 - as above
    from camket.units.bodies.body_type import NATION  # noqa: PLC0415 - as above

    asked = place.unit.strip()
    if asked in {"", NATION} or asked in units():
        return asked
    with refusing():
        return Asking(units()).unit(asked, place.first).id


def _membership(by: str, number: int) -> "Membership":
    from camket.ledger.queries.accounts import memberships  # noqa: PLC0415 - models exist once the ledger is open

    found = memberships(account_named(by)).filter(pk=number).first()
    if found is None:
        raise LedgerError(f"không có vai trò số {number} mà «{by}» được xem; xem số bằng: camket account list")
    return found


def _tell(one: "Membership", what: str) -> None:
    from camket.ledger.register import name_of  # noqa: PLC0415 - as above

    until = f"đến hết {day_words(one.last)}" if one.last else "không thời hạn"
    role = one.get_role_display()
    where = name_of(one.unit, one.body)
    click.echo(f"{what}: số {one.pk}, «{one.account.name}», {role} ở {where}, từ {day_words(one.first)} {until}.")
