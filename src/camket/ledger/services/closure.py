"""The closure of units, made anew from the register. It is derived, so no history is kept of it."""

from django.db import transaction

from camket.ledger.models.unit_closure import UnitClosure
from camket.units.closure import Stay, closure
from camket.units.register import Register

_BATCH = 2000


def fill_closure(register: Register) -> int:
    """Make the table what the register says, where it is not so yet; how many rows it has then. All of it or nothing."""
    wanted = set(closure(register))
    with transaction.atomic():
        rows = UnitClosure.objects.values_list("ancestor", "descendant", "first", "last")
        if {Stay(*row) for row in rows.iterator()} != wanted:
            UnitClosure.objects.all().delete()
            UnitClosure.objects.bulk_create((_row(stay) for stay in sorted(wanted)), batch_size=_BATCH)
    return len(wanted)


def _row(stay: Stay) -> UnitClosure:
    return UnitClosure(ancestor=stay.ancestor, descendant=stay.descendant, first=stay.first, last=stay.last)
