"""Sourced rows: entries of the ledger that lead back to where they were said, and that are withdrawn, never removed."""

from typing import ClassVar

from django.db import models

from camket.ledger.models.kept import Kept


class Sourced(Kept):
    """An entry and its source: a statement, or a person who typed it, into ``cell`` of a form or workbook.

    ``withdrawn``: the decision it came from was taken back; it counts no more, and its history stays.
    """

    statement = models.ForeignKey("ledger.Statement", on_delete=models.PROTECT, null=True, related_name="+")
    document = models.ForeignKey("ledger.Document", on_delete=models.PROTECT, null=True, related_name="+")
    cell = models.CharField("ô biểu mẫu", max_length=120, blank=True)
    entered_by = models.ForeignKey("ledger.Account", on_delete=models.PROTECT, null=True, related_name="+")
    withdrawn = models.BooleanField("đã rút", default=False)
    withdrawn_reason = models.CharField("lý do rút", max_length=1000, blank=True)

    class Meta:
        abstract = True
        constraints: ClassVar[tuple[models.BaseConstraint, ...]] = (
            models.CheckConstraint(
                condition=models.Q(statement__isnull=False) | models.Q(entered_by__isnull=False),
                name="%(app_label)s_%(class)s_source",
            ),
        )
