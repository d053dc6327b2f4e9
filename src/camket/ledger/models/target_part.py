"""What only a target has: the figure to be reached, and its yearly steps."""

from django.db import models

from camket.ledger.models.commitment import Commitment
from camket.ledger.models.figure_field import FigureField, never_above
from camket.ledger.models.kept import Kept


class TargetPart(Kept):
    """The figure: of ``indicator`` (a code, or empty beside ``label``), at least, at most or equal to ``value`` in ``measure``.

    ``period``, ISO 8601 with its first and last day, is when it is to be reached, where the document says it.
    """

    class Comparator(models.TextChoices):
        AT_LEAST = "at_least", "ít nhất"
        AT_MOST = "at_most", "nhiều nhất"
        EQUAL = "equal", "bằng"

    commitment = models.OneToOneField(Commitment, on_delete=models.PROTECT, related_name="target")
    indicator = models.CharField("chỉ tiêu", max_length=80, blank=True, db_index=True)
    label = models.CharField("tên như văn bản viết", max_length=1000, blank=True)
    comparator = models.CharField("so sánh", max_length=10, choices=Comparator, blank=True)
    value = FigureField("giá trị", null=True)
    low = FigureField("từ", null=True)
    high = FigureField("đến", null=True)
    measure = models.CharField("đơn vị tính", max_length=40, blank=True)
    qualifiers = models.JSONField(default=list)
    difference = FigureField("tăng, giảm", null=True)
    difference_measure = models.CharField(max_length=40, blank=True)
    growth = FigureField("tốc độ tăng, %", null=True)
    baseline_value = FigureField("giá trị kỳ gốc", null=True)
    baseline_period = models.CharField("kỳ gốc", max_length=30, blank=True)
    period = models.CharField("kỳ", max_length=30, blank=True)
    first = models.DateField("từ ngày", null=True)
    last = models.DateField("đến ngày", null=True)

    class Meta:
        db_table = "ledger_target"
        verbose_name = "mức chỉ tiêu"
        constraints = (
            models.CheckConstraint(condition=never_above("low", "high"), name="ledger_target_range"),
            models.CheckConstraint(
                condition=models.Q(first__isnull=True) | models.Q(last__isnull=True) | models.Q(first__lte=models.F("last")),
                name="ledger_target_period",
            ),
        )  # fmt: skip


class TargetStep(Kept):
    """What is to be reached by the end of one year on the way."""

    target = models.ForeignKey(TargetPart, on_delete=models.PROTECT, related_name="steps")
    year = models.PositiveSmallIntegerField("năm")
    value = FigureField("giá trị")

    class Meta:
        db_table = "ledger_target_step"
        verbose_name = "mức hằng năm"
        ordering = ("year",)
        constraints = (models.UniqueConstraint(fields=("target", "year"), name="ledger_target_step_once"),)
