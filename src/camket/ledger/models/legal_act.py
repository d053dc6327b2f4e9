"""Legal acts: laws, decrees, resolutions, decisions and Party documents, and what cites them."""

from django.db import models

from camket.ledger.models.sourced import Sourced


class LegalAct(Sourced):
    """One act, however many documents cite it; ``number`` is number/year/issuer mark as written, ``key`` it folded.

    ``replaces`` are the words for what it replaces, ``replaces_key`` the folded number in them, by which the act
    itself is found, whichever of the two becomes known first.
    """

    type = models.CharField("loại văn bản", max_length=80, blank=True)
    number = models.CharField("số, ký hiệu", max_length=120, blank=True)
    key = models.CharField(max_length=120, blank=True, db_index=True)
    issuer = models.CharField("nơi ban hành", max_length=500, blank=True)
    date = models.DateField("ngày ban hành", null=True)
    title = models.TextField("như văn bản viết")
    replaces = models.CharField("thay thế", max_length=1000, blank=True)
    replaces_key = models.CharField(max_length=120, blank=True, db_index=True)

    class Meta(Sourced.Meta):
        db_table = "ledger_legal_act"
        verbose_name = "văn bản pháp lý"


class Citing(Sourced):
    """A place where an act is cited: its statement, and the statement around it that cites it, where there is one."""

    act = models.ForeignKey(LegalAct, on_delete=models.PROTECT, related_name="citings")
    within = models.ForeignKey("ledger.Statement", on_delete=models.PROTECT, null=True, related_name="citings")

    class Meta(Sourced.Meta):
        db_table = "ledger_citing"
        verbose_name = "chỗ dẫn văn bản"
