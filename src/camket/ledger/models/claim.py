"""Claims: scoreboards as reported, kept beside what the ledger computes itself."""

from django.db import models

from camket.ledger.models.sourced import Sourced


class Claim(Sourced):
    """How many targets of how many, as a document says it; None where it does not. Even where its sums do not agree."""

    text = models.TextField("nguyên văn")
    unit = models.CharField("đơn vị", max_length=40, blank=True, db_index=True)
    period = models.CharField("kỳ", max_length=30, blank=True)
    first = models.DateField("từ ngày", null=True)
    last = models.DateField("đến ngày", null=True)
    met = models.PositiveIntegerField("đạt", null=True)
    not_met = models.PositiveIntegerField("không đạt", null=True)
    exceeded = models.PositiveIntegerField("vượt", null=True)
    total = models.PositiveIntegerField("tổng số", null=True)
    resolution = models.CharField("nghị quyết", max_length=500, blank=True)

    class Meta(Sourced.Meta):
        db_table = "ledger_claim"
        verbose_name = "bảng điểm chỉ tiêu"
        constraints = (
            *Sourced.Meta.constraints,
            models.CheckConstraint(
                condition=models.Q(first__isnull=True) | models.Q(last__isnull=True) | models.Q(first__lte=models.F("last")),
                name="ledger_claim_period",
            ),
        )  # fmt: skip
