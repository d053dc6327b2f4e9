"""The closure of units: which unit lay in which, and on which days. Derived from the register of units, and made anew from it."""

from django.db import models


class UnitClosure(models.Model):
    """``descendant`` lay in ``ancestor`` (or is it) from ``first`` to ``last``, both included; ids of the register."""

    ancestor = models.CharField(max_length=40)
    descendant = models.CharField(max_length=40, db_index=True)
    first = models.DateField()
    last = models.DateField()

    class Meta:
        db_table = "ledger_unit_closure"
        indexes = (models.Index(fields=("ancestor", "descendant"), name="ledger_closure_pair"),)
