"""Updates: what became of a commitment, each with who told it, when, and on what evidence."""

from django.db import models

from camket.ledger.models.account import Account
from camket.ledger.models.commitment import Commitment
from camket.ledger.models.sourced import Sourced


class Update(Sourced):
    """One piece of news, with or without a change of state; of no ``commitment`` while nobody has said of which.

    ``transition`` is the code of the vocabulary's; ``amended`` holds, of a change of the terms, each field with its value
    before and after. A draft changes nothing and shows to nobody outside, until the head of the unit or a named deputy
    approves it (``approved_by``), a head of section having passed it (``passed_by``). ``day`` is when it happened.
    """

    commitment = models.ForeignKey(Commitment, on_delete=models.PROTECT, null=True, related_name="updates")
    unit = models.CharField("đơn vị", max_length=40, blank=True, db_index=True)
    account = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField("lúc ghi")
    day = models.DateField("ngày", null=True)
    transition = models.CharField("bước", max_length=40, blank=True)
    from_state = models.CharField("từ trạng thái", max_length=20, blank=True)
    to_state = models.CharField("sang trạng thái", max_length=20, blank=True)
    text = models.TextField("nội dung", blank=True)
    reason = models.TextField("lý do", blank=True)
    author = models.CharField("bên trả lời", max_length=500, blank=True)
    author_code = models.CharField(max_length=120, blank=True)
    standing = models.CharField("mức trả lời, thực hiện", max_length=20, blank=True)
    refers_to = models.TextField("về việc", blank=True)
    evidence = models.TextField("minh chứng", blank=True)
    amended = models.JSONField("thay đổi", default=dict)
    draft = models.BooleanField("dự thảo", default=False)
    passed_by = models.ForeignKey(Account, on_delete=models.PROTECT, null=True, related_name="+")
    passed_at = models.DateTimeField(null=True)
    approved_by = models.ForeignKey(Account, on_delete=models.PROTECT, null=True, related_name="+")
    approved_at = models.DateTimeField(null=True)
    number = models.CharField("số, ký hiệu văn bản", max_length=80, blank=True)

    class Meta(Sourced.Meta):
        db_table = "ledger_update"
        verbose_name = "diễn biến"
        ordering = ("id",)
        constraints = (
            *Sourced.Meta.constraints,
            models.CheckConstraint(
                condition=models.Q(draft=False) | models.Q(approved_by__isnull=True), name="ledger_update_approved"
            ),
        )
        indexes = (models.Index(fields=("commitment", "to_state"), name="ledger_update_state"),)
