"""Entries of the history: one for every change, each holding the hash of the one before."""

from django.db import models


class Entry(models.Model):
    """One change: who, when, what was done, and the state after it of every row it touched.

    ``payload`` is canonical JSON kept as text, ``digest`` the SHA-256 of ``salt`` and it. Where law has its content removed,
    payload and salt are cleared, and the digest still holds the chain together. ``hash`` covers all but payload and salt.
    """

    sequence = models.BigIntegerField(primary_key=True)
    change = models.CharField(max_length=32, unique=True)
    previous = models.CharField(max_length=64)
    hash = models.CharField(max_length=64, unique=True)
    actor = models.CharField(max_length=150)
    at = models.DateTimeField()
    verb = models.CharField(max_length=80)
    digest = models.CharField(max_length=64)
    salt = models.CharField(max_length=32, blank=True)
    payload = models.TextField(null=True)  # noqa: DJ001 - null: cleared; an empty text would be a payload

    class Meta:
        db_table = "ledger_entry"
        ordering = ("sequence",)


class Head(models.Model):
    """The end of the chain: one row, locked by whoever appends."""

    id = models.PositiveSmallIntegerField(primary_key=True, default=1)
    sequence = models.BigIntegerField()
    hash = models.CharField(max_length=64)

    class Meta:
        db_table = "ledger_head"
