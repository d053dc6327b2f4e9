"""Reasons for which a person rejects what the machine proposed."""

from django.db import models


class Rejection(models.TextChoices):
    """A short list, so that what reading gets wrong can be counted."""

    NOT_SAID = "not_said", "văn bản không nói như vậy"
    WRONG_KIND = "wrong_kind", "không phải loại nội dung này"
    WRONG_PLACE = "wrong_place", "cắt sai chỗ trong văn bản"
    REPEATED = "repeated", "đã có ở chỗ khác"
    NOT_OURS = "not_ours", "không thuộc đơn vị này"
    TRIVIAL = "trivial", "không cần theo dõi"
