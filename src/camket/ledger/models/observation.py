"""Observations: figures, each of an indicator, a unit and a period, in a role."""

from django.db import models

from camket.ledger.models.event import Event
from camket.ledger.models.figure_field import FigureField, never_above, not_below_zero
from camket.ledger.models.sourced import Sourced


class Observation(Sourced):
    """One figure as one source gives it. Sources may disagree: all stay, and a person marks one as recommended.

    ``indicator`` is the vocabulary's code, empty where only ``label``, the words, is known. ``value``, or ``low`` and
    ``high`` of a range, are in ``measure``, a unit of the vocabulary. ``period`` is ISO 8601, ``first`` and ``last`` its days.
    ``difference`` is signed, in ``difference_measure``; ``growth`` and ``share_of_target`` are percents. A loss has an
    ``event`` and a ``category``. ``superseded_by`` is the figure of a later bulletin, which holds from ``superseded_on``.
    """

    class Role(models.TextChoices):
        ACTUAL = "actual", "thực hiện"
        ESTIMATE = "estimate", "ước thực hiện"
        BASELINE = "baseline", "kỳ gốc"

    text = models.TextField("nguyên văn")
    indicator = models.CharField("chỉ tiêu", max_length=80, blank=True)
    label = models.CharField("tên như văn bản viết", max_length=1000, blank=True)
    unit = models.CharField("đơn vị", max_length=40, blank=True)
    period = models.CharField("kỳ", max_length=30, blank=True)
    first = models.DateField("từ ngày", null=True)
    last = models.DateField("đến ngày", null=True)
    role = models.CharField("loại số liệu", max_length=10, choices=Role, default=Role.ACTUAL)
    value = FigureField("giá trị", null=True)
    low = FigureField("từ", null=True)
    high = FigureField("đến", null=True)
    measure = models.CharField("đơn vị tính", max_length=40, blank=True)
    qualifiers = models.JSONField(default=list)
    difference = FigureField("tăng, giảm", null=True)
    difference_measure = models.CharField(max_length=40, blank=True)
    growth = FigureField("tốc độ tăng, %", null=True)
    share_of_target = FigureField("so với kế hoạch, %", null=True)
    plan_owner = models.CharField("kế hoạch của", max_length=300, blank=True)
    rank = models.CharField("xếp hạng", max_length=300, blank=True)
    assessment = models.CharField("đánh giá của văn bản", max_length=20, blank=True)
    as_of = models.DateField("tính đến ngày", null=True)
    event = models.ForeignKey(Event, on_delete=models.PROTECT, null=True, related_name="losses")
    category = models.CharField("loại thiệt hại", max_length=40, blank=True)
    place = models.CharField("nơi", max_length=500, blank=True)
    recommended = models.BooleanField("nên dùng", default=False)
    recommended_by = models.ForeignKey("ledger.Account", on_delete=models.PROTECT, null=True, related_name="+")
    recommended_on = models.DateField("nên dùng từ ngày", null=True)
    recommended_note = models.CharField("vì sao nên dùng", max_length=1000, blank=True)
    superseded_by = models.ForeignKey("self", on_delete=models.PROTECT, null=True, related_name="supersedes")
    superseded_on = models.DateField("thay từ ngày", null=True)

    class Meta(Sourced.Meta):
        db_table = "ledger_observation"
        verbose_name = "số liệu"
        constraints = (
            *Sourced.Meta.constraints,
            models.CheckConstraint(
                condition=models.Q(first__isnull=True) | models.Q(last__isnull=True) | models.Q(first__lte=models.F("last")),
                name="ledger_observation_period",
            ),
            models.CheckConstraint(condition=never_above("low", "high"), name="ledger_observation_range"),
            models.CheckConstraint(condition=not_below_zero("share_of_target"), name="ledger_observation_share"),
            models.CheckConstraint(
                condition=models.Q(category="") | models.Q(event__isnull=False), name="ledger_observation_loss"
            ),
            models.CheckConstraint(
                condition=models.Q(recommended=False) | models.Q(recommended_by__isnull=False),
                name="ledger_observation_recommended",
            ),
        )  # fmt: skip
        indexes = (
            models.Index(fields=("unit", "indicator", "last"), name="ledger_observation_series"),
            models.Index(fields=("indicator", "last"), name="ledger_observation_theme"),
        )
