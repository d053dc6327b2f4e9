"""Commitments: what is owed, by whom, to whom, until when, and what has become of it."""

from django.db import models

from camket.ledger.models.kept import Kept
from camket.ledger.models.meeting import Meeting
from camket.ledger.models.sourced import Sourced
from camket.ledger.models.unit_part import UnitPart


class Commitment(Sourced):
    """One thing owed. Its states and who may change them stand in the vocabulary, by ``kind``.

    ``issuer`` asked for it or ordered it, ``owner`` owes it: words as written, the ids of body or unit in ``issuer_code``
    and ``owner_code``. ``unit`` is the id of the unit it concerns. ``due_on`` is the last day in time, None where no day
    follows; ``due_how`` tells step by step how it was computed, ``due_doubts`` what to check of it. ``parent`` is the larger commitment it is part of,
    ``thread`` the first of its thread across meetings, None for that first one itself. Overdue, due soon and
    "no living owner" are computed (``camket.ledger.queries.commitments``), never kept.
    """

    class Kind(models.TextChoices):
        TARGET = "target", "chỉ tiêu"
        PETITION = "petition", "kiến nghị"
        DIRECTIVE = "directive", "chỉ đạo"
        OWN_TASK = "own_task", "nhiệm vụ tự đề ra"
        PROJECT = "project", "dự án"
        PLAN = "plan", "quy hoạch và kế hoạch"

    class Strength(models.TextChoices):
        ASSIGN = "assign", "giao"
        REQUIRE = "require", "yêu cầu"
        REQUEST = "request", "đề nghị"
        ADVISE = "advise", "lưu ý"
        SUGGEST = "suggest", "gợi ý"

    kind = models.CharField("loại", max_length=10, choices=Kind)
    text = models.TextField("nội dung")
    theme = models.CharField("lĩnh vực", max_length=80, blank=True, db_index=True)
    issuer = models.CharField("bên giao hoặc kiến nghị", max_length=500, blank=True)
    issuer_code = models.CharField(max_length=120, blank=True, db_index=True)
    strength = models.CharField("mức độ", max_length=10, choices=Strength, blank=True)
    owner = models.CharField("bên thực hiện", max_length=500, blank=True)
    owner_code = models.CharField(max_length=120, blank=True)
    made_on = models.DateField("ngày giao", null=True)
    due_kind = models.CharField("kiểu hạn", max_length=20, blank=True)
    due_on = models.DateField("hạn", null=True)
    due_words = models.CharField("hạn như văn bản viết", max_length=300, blank=True)
    due_frequency = models.CharField("định kỳ", max_length=10, blank=True)
    due_how = models.JSONField("cách tính hạn", default=list)
    due_doubts = models.JSONField("điều cần kiểm tra về hạn", default=list)
    state = models.CharField("trạng thái", max_length=20)
    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, null=True, related_name="commitments")
    unit = models.CharField("đơn vị", max_length=40, blank=True)
    parent = models.ForeignKey("self", on_delete=models.PROTECT, null=True, related_name="parts")
    thread = models.ForeignKey("self", on_delete=models.PROTECT, null=True, related_name="later")

    class Meta(Sourced.Meta):
        db_table = "ledger_commitment"
        verbose_name = "việc"
        constraints = (
            *Sourced.Meta.constraints,
            models.CheckConstraint(
                condition=models.Q(due_on__isnull=True) | models.Q(made_on__isnull=True) | models.Q(due_on__gte=models.F("made_on")),
                name="ledger_commitment_due",
            ),
            models.CheckConstraint(
                condition=models.Q(parent__isnull=True) | ~models.Q(parent=models.F("id")), name="ledger_commitment_parent"
            ),
        )  # fmt: skip
        indexes = (
            models.Index(fields=("owner_code", "state", "due_on"), name="ledger_commitment_owner"),
            models.Index(fields=("unit", "state", "due_on"), name="ledger_commitment_unit"),
            models.Index(fields=("state", "due_on"), name="ledger_commitment_state"),
            # Roles on a unit reach what all its bodies owe and have asked for.
            models.Index(UnitPart("owner_code"), "state", "due_on", name="ledger_commitment_owners"),
            models.Index(UnitPart("issuer_code"), name="ledger_commitment_issuers"),
        )


class CoOwner(Kept):
    """A body that does it together with the owner; in the order written."""

    commitment = models.ForeignKey(Commitment, on_delete=models.PROTECT, related_name="co_owners")
    position = models.PositiveSmallIntegerField()
    name = models.CharField("bên phối hợp", max_length=500)
    code = models.CharField(max_length=120, blank=True, db_index=True)

    class Meta:
        db_table = "ledger_co_owner"
        verbose_name = "bên phối hợp"
        ordering = ("position",)
        constraints = (models.UniqueConstraint(fields=("commitment", "position"), name="ledger_co_owner_once"),)
        indexes = (models.Index(UnitPart("code"), name="ledger_co_owner_units"),)
