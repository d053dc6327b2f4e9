"""Statements in the ledger: what reading proposed of a document, and what a person decided of it."""

from django.db import models

from camket.ledger.models.document import Document
from camket.ledger.models.kept import Kept


class ReadingRun(Kept):
    """One reading of one document. Reading again is a new run; what people decided stays."""

    document = models.ForeignKey(Document, on_delete=models.PROTECT, related_name="runs")
    at = models.DateTimeField()
    program = models.CharField(max_length=40)
    proposed = models.PositiveIntegerField()

    class Meta:
        db_table = "ledger_reading_run"
        verbose_name = "lần đọc"


class StatementState(models.TextChoices):
    """What has been decided of a statement."""

    PROPOSED = "proposed", "chờ quyết định"
    ACCEPTED = "accepted", "đã nhận"
    CORRECTED = "corrected", "đã sửa và nhận"
    REJECTED = "rejected", "đã bỏ"
    LAPSED = "lapsed", "không còn được đề xuất"


class Statement(Kept):
    """One statement: kind, place and words as reading's contract has them, its fields plain in ``data``.

    ``run`` is None for one that a person added. ``data`` holds what stands now; the machine's values stay in ``proposed``.
    """

    document = models.ForeignKey(Document, on_delete=models.PROTECT, related_name="statements")
    run = models.ForeignKey(ReadingRun, on_delete=models.PROTECT, null=True, related_name="statements")
    kind = models.CharField(max_length=20)
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    text = models.TextField()
    rule = models.CharField(max_length=80, blank=True)
    section = models.CharField(max_length=20)
    about = models.CharField(max_length=40, blank=True, db_index=True)
    data = models.JSONField(default=dict)
    proposed = models.JSONField(default=dict)
    state = models.CharField(max_length=10, choices=StatementState, default=StatementState.PROPOSED)

    class Meta:
        db_table = "ledger_statement"
        verbose_name = "nội dung"
        constraints = (
            models.UniqueConstraint(fields=("document", "kind", "start", "end"), name="ledger_statement_identity"),
            models.CheckConstraint(condition=models.Q(start__lt=models.F("end")), name="ledger_statement_span"),
        )
        indexes = (models.Index(fields=("document", "state"), name="ledger_statement_state"),)


class Decision(Kept):
    """What a person decided of a statement: accept, correct, reject, or that they added it."""

    class Verb(models.TextChoices):
        ACCEPT = "accept", "nhận"
        CORRECT = "correct", "sửa"
        REJECT = "reject", "bỏ"
        ADD = "add", "thêm"
        UNDO = "undo", "rút lại"

    statement = models.ForeignKey(Statement, on_delete=models.PROTECT, related_name="decisions")
    account = models.ForeignKey("ledger.Account", on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    verb = models.CharField(max_length=10, choices=Verb)
    fields = models.JSONField(default=dict)
    reason = models.CharField(max_length=40, blank=True)
    note = models.TextField(blank=True)

    class Meta:
        db_table = "ledger_decision"
        verbose_name = "quyết định"
        ordering = ("id",)
