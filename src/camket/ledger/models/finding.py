"""Findings: what falls short, and the commitments that address it."""

from django.db import models

from camket.ledger.models.commitment import Commitment
from camket.ledger.models.meeting import Meeting
from camket.ledger.models.sourced import Sourced


class Finding(Sourced):
    """What falls short in ``unit``; ``cause`` marks a stated cause of it."""

    text = models.TextField("nguyên văn")
    unit = models.CharField("đơn vị", max_length=40, blank=True, db_index=True)
    theme = models.CharField("lĩnh vực", max_length=80, blank=True, db_index=True)
    cause = models.BooleanField("là nguyên nhân", default=False)
    period = models.CharField("kỳ", max_length=30, blank=True)
    found_on = models.DateField("ngày nêu", null=True)
    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, null=True, related_name="findings")

    class Meta(Sourced.Meta):
        db_table = "ledger_finding"
        verbose_name = "hạn chế"


class FindingLink(Sourced):
    """A commitment that addresses a finding, as a person said."""

    finding = models.ForeignKey(Finding, on_delete=models.PROTECT, related_name="links")
    commitment = models.ForeignKey(Commitment, on_delete=models.PROTECT, related_name="findings")

    class Meta(Sourced.Meta):
        db_table = "ledger_finding_link"
        verbose_name = "việc khắc phục hạn chế"
        constraints = (
            *Sourced.Meta.constraints,
            models.UniqueConstraint(
                fields=("finding", "commitment"), condition=models.Q(withdrawn=False), name="ledger_finding_link_once"
            ),
        )
