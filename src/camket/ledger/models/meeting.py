"""Meetings: who reviewed whom, who sat there with which post, on what, and which meeting it follows."""

from django.db import models

from camket.ledger.models.kept import Kept
from camket.ledger.models.sourced import Sourced


class Meeting(Sourced):
    """One meeting. Names as written, ids of bodies beside them; ``unit`` is the id of the unit reviewed.

    ``previous`` is the meeting before it in its series.
    """

    unit = models.CharField("đơn vị", max_length=40, blank=True, db_index=True)
    text = models.TextField("nguyên văn")
    convener = models.CharField("bên triệu tập", max_length=500, blank=True)
    convener_code = models.CharField(max_length=120, blank=True)
    counterpart = models.CharField("bên làm việc cùng", max_length=500, blank=True)
    counterpart_code = models.CharField(max_length=120, blank=True)
    chair = models.CharField("chủ trì", max_length=200, blank=True)
    date = models.DateField("ngày họp", null=True, db_index=True)
    purpose = models.TextField("nội dung làm việc", blank=True)
    previous = models.ForeignKey("self", on_delete=models.PROTECT, null=True, related_name="following")

    class Meta(Sourced.Meta):
        db_table = "ledger_meeting"
        verbose_name = "cuộc họp"
        constraints = (
            *Sourced.Meta.constraints,
            models.CheckConstraint(
                condition=models.Q(previous__isnull=True) | ~models.Q(previous=models.F("id")),
                name="ledger_meeting_not_after_itself",
            ),
        )


class Participant(Kept):
    """Who sat there, with which post; in the order written."""

    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="participants")
    position = models.PositiveSmallIntegerField()
    name = models.CharField("họ và tên", max_length=200)
    post = models.CharField("chức vụ", max_length=1000, blank=True)

    class Meta:
        db_table = "ledger_participant"
        verbose_name = "người dự họp"
        ordering = ("position",)
        constraints = (models.UniqueConstraint(fields=("meeting", "position"), name="ledger_participant_once"),)


class AgendaItem(Kept):
    """One point of a meeting's agenda; in order."""

    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="agenda")
    position = models.PositiveSmallIntegerField()
    text = models.TextField("nội dung")

    class Meta:
        db_table = "ledger_agenda_item"
        verbose_name = "nội dung chương trình họp"
        ordering = ("position",)
        constraints = (models.UniqueConstraint(fields=("meeting", "position"), name="ledger_agenda_once"),)


class MeetingDocument(Kept):
    """A document of a meeting: its report, its minutes, the notice of its conclusions."""

    class Part(models.TextChoices):
        REPORT = "report", "báo cáo"
        MINUTES = "minutes", "biên bản"
        NOTICE = "notice", "thông báo kết luận"
        PRESS = "press", "tin báo chí"
        OTHER = "other", "tài liệu khác"

    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="papers")
    document = models.ForeignKey("ledger.Document", on_delete=models.PROTECT, related_name="meetings")
    part = models.CharField("là", max_length=10, choices=Part, default=Part.OTHER)

    class Meta:
        db_table = "ledger_meeting_document"
        verbose_name = "tài liệu họp"
        constraints = (models.UniqueConstraint(fields=("meeting", "document"), name="ledger_meeting_document_once"),)
