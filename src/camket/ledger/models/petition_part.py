"""What only a petition has: who sent it to whom, the money asked and the law it stands on."""

from django.db import models

from camket.ledger.models.commitment import Commitment
from camket.ledger.models.kept import Kept
from camket.ledger.models.unit_part import UnitPart


class PetitionPart(Kept):
    """Sender and addressee as first written (the commitment's owner may change); ``amount`` in whole VND."""

    commitment = models.OneToOneField(Commitment, on_delete=models.PROTECT, related_name="petition")
    sender = models.CharField("bên kiến nghị", max_length=500, blank=True)
    sender_code = models.CharField(max_length=120, blank=True)
    addressee = models.CharField("nơi nhận kiến nghị", max_length=500, blank=True)
    addressee_code = models.CharField(max_length=120, blank=True)
    amount = models.BigIntegerField("số tiền, đồng", null=True)
    legal_basis = models.JSONField("căn cứ", default=list)

    class Meta:
        db_table = "ledger_petition"
        verbose_name = "phần kiến nghị"
        indexes = (
            models.Index(fields=("sender_code",), name="ledger_petition_sender"),
            models.Index(UnitPart("sender_code"), name="ledger_petition_senders"),
        )
        constraints = (
            models.CheckConstraint(
                condition=models.Q(amount__isnull=True) | models.Q(amount__gte=0), name="ledger_petition_amount"
            ),
        )
