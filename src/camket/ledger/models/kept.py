"""Kept rows: what every noun of the ledger has so that its history can be told and checked."""

from django.db import models


class Kept(models.Model):
    """A row whose every state stands in the history.

    ``version`` counts the states from 1; ``change`` is the id of the change that made the present one, an entry's ``change``.
    Rows are written by ``camket.ledger.history.writing`` alone.
    """

    version = models.PositiveIntegerField(default=0, editable=False)
    change = models.CharField(max_length=32, default="", editable=False, db_index=True)

    class Meta:
        abstract = True
