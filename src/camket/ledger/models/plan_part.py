"""What only a plan has: its level and period, the plan above it and the law it stands on."""

from django.db import models

from camket.ledger.models.commitment import Commitment
from camket.ledger.models.kept import Kept


class PlanPart(Kept):
    """``period`` is ISO 8601, ``first`` and ``last`` its days; ``vision`` the year it looks to; ``above`` the plan it must fit."""

    commitment = models.OneToOneField(Commitment, on_delete=models.PROTECT, related_name="plan")
    level = models.CharField("cấp", max_length=40, blank=True)
    period = models.CharField("kỳ", max_length=30, blank=True)
    first = models.DateField("từ ngày", null=True)
    last = models.DateField("đến ngày", null=True)
    vision = models.CharField("tầm nhìn", max_length=20, blank=True)
    above = models.ForeignKey(Commitment, on_delete=models.PROTECT, null=True, related_name="plans_below")
    legal_basis = models.JSONField("căn cứ", default=list)

    class Meta:
        db_table = "ledger_plan"
        verbose_name = "phần quy hoạch, kế hoạch"
        constraints = (
            models.CheckConstraint(
                condition=models.Q(first__isnull=True) | models.Q(last__isnull=True) | models.Q(first__lte=models.F("last")),
                name="ledger_plan_period",
            ),
            models.CheckConstraint(
                condition=models.Q(above__isnull=True) | ~models.Q(above=models.F("commitment")), name="ledger_plan_above"
            ),
        )  # fmt: skip
