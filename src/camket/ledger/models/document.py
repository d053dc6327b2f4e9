"""Documents: bytes by their hash, the text as read, and what a records office keeps of them."""

from typing import ClassVar

from django.db import models

from camket.ledger.models.kept import Kept


class Content(Kept):
    """The bytes of a document, once, by their SHA-256."""

    hash = models.CharField(primary_key=True, max_length=64)
    bytes = models.BinaryField()

    digested: ClassVar[frozenset[str]] = frozenset()

    class Meta:
        db_table = "ledger_content"
        verbose_name = "tệp gốc"


class Document(Kept):
    """One document: how it came, its text with the map back into the file, and its record.

    ``about`` is the id of the unit it is about, by which it is seen or not. ``places`` and ``facts`` are those of
    ``camket.reading.document``, plain. Of an expunged document only hash, day, reason and
    the act that ordered it are left.
    """

    class Way(models.TextChoices):
        UPLOAD = "upload", "tải lên"
        COMMAND = "command", "nạp bằng lệnh"
        PRESS = "press", "theo báo chí"

    class Standing(models.TextChoices):
        DRAFT = "draft", "dự thảo"
        ISSUED = "issued", "đã ban hành"

    content = models.ForeignKey(Content, on_delete=models.PROTECT, null=True, related_name="documents")
    content_hash = models.CharField(max_length=64, unique=True)
    name = models.CharField("tên tệp", max_length=255)
    format = models.CharField(max_length=20)
    way = models.CharField("cách nhận", max_length=20, choices=Way)
    received_at = models.DateTimeField("lúc nhận")
    received_by = models.ForeignKey("ledger.Account", on_delete=models.PROTECT, related_name="+")
    declared_no_secret = models.BooleanField("cam đoan không phải bí mật nhà nước")
    about = models.CharField("về đơn vị", max_length=40, blank=True, db_index=True)
    number = models.CharField("số, ký hiệu", max_length=80, blank=True)
    title = models.CharField("trích yếu", max_length=1000, blank=True)
    issuer = models.CharField("nơi ban hành", max_length=300, blank=True)
    issuer_code = models.CharField(max_length=120, blank=True)
    signer = models.CharField("người ký", max_length=200, blank=True)
    dated = models.DateField("ngày văn bản", null=True)
    standing = models.CharField("tình trạng", max_length=10, choices=Standing, default=Standing.ISSUED)
    urgency = models.CharField("độ khẩn", max_length=20, blank=True)
    text = models.TextField()
    text_hash = models.CharField(max_length=64, db_index=True)
    places = models.JSONField(default=list)
    facts = models.JSONField(default=dict)
    warnings = models.JSONField(default=list)
    expunged_at = models.DateTimeField(null=True)
    expunged_reason = models.CharField("lý do xóa", max_length=1000, blank=True)
    expunged_act = models.CharField("văn bản cho xóa", max_length=300, blank=True)

    digested: ClassVar[frozenset[str]] = frozenset({"text", "places"})

    class Meta:
        db_table = "ledger_document"
        verbose_name = "văn bản"
