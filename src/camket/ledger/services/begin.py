"""Beginning: an installation made ready, with its tables, its chain, the closure of units and a first administrator."""

from dataclasses import dataclass

from django.core.management import call_command
from django.db import transaction

from camket.ledger.errors import InvalidError
from camket.ledger.history.writing import SYSTEM, begin_chain, writing
from camket.ledger.models.account import Account, Membership, Role
from camket.ledger.models.entry import Head
from camket.ledger.permissions.scope import today
from camket.ledger.register import units
from camket.ledger.services.accounts import checked_name, lasting_administrators
from camket.ledger.services.closure import fill_closure
from camket.units.bodies.body_type import NATION


@dataclass(frozen=True, slots=True)
class Begun:
    """What is there after beginning. ``administrator``: the account made just now, None where there was one already."""

    units: int
    administrator: Account | None


def begin(name: str, full_name: str) -> Begun:
    """Make ready what is not ready yet; doing it again brings tables and closure up to date and changes nothing else.

    ``name`` and ``full_name`` are those of the first administrator, asked for only where there is none. Raises InvalidError.
    """
    call_command("migrate", verbosity=0, interactive=False)
    with transaction.atomic():
        begin_chain()
        # Two that begin at once wait for each other here, so that only one of them makes an administrator.
        Head.objects.select_for_update().get(pk=1)
        made = None if lasting_administrators().exists() else _administrator(name, full_name)
    return Begun(fill_closure(units()), made)


def _administrator(name: str, full_name: str) -> Account:
    if not name.strip():
        raise InvalidError("sổ chưa có người quản trị; hãy nêu tên tài khoản của người quản trị đầu tiên")
    with writing(SYSTEM, "ledger.begin", "người quản trị đầu tiên") as made:
        account = made.add(Account(name=checked_name(name), full_name=full_name.strip() or name.strip()))
        made.add(Membership(account=account, role=Role.ADMINISTRATOR, unit=NATION, first=today()))
    return account
