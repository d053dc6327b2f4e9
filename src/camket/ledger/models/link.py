"""Links between commitments: made by people, proposed by likeness at most."""

from django.db import models

from camket.ledger.models.commitment import Commitment
from camket.ledger.models.sourced import Sourced


class CommitmentLink(Sourced):
    """``source`` stands to ``target`` as ``kind`` says: source answers target, source was promised for target, and so on."""

    class Kind(models.TextChoices):
        ANSWERS = "answers", "trả lời"
        PROMISES = "promises", "hứa cho"
        RAISED_AGAIN = "raised_again", "nêu lại"
        ADDRESSES = "addresses", "giải quyết"
        SUPERSEDES = "supersedes", "thay thế"

    kind = models.CharField("quan hệ", max_length=15, choices=Kind)
    source = models.ForeignKey(Commitment, on_delete=models.PROTECT, related_name="links")
    target = models.ForeignKey(Commitment, on_delete=models.PROTECT, related_name="linked")
    note = models.CharField("ghi chú", max_length=1000, blank=True)

    class Meta(Sourced.Meta):
        db_table = "ledger_commitment_link"
        verbose_name = "liên kết"
        constraints = (
            *Sourced.Meta.constraints,
            models.UniqueConstraint(
                fields=("kind", "source", "target"), condition=models.Q(withdrawn=False), name="ledger_link_once"
            ),
            models.CheckConstraint(condition=~models.Q(source=models.F("target")), name="ledger_link_two"),
        )
