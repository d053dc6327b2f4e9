"""Events: what happened and has figures of its own, as a flood and its losses."""

from django.db import models

from camket.ledger.models.sourced import Sourced


class Event(Sourced):
    """One event as one document tells it; its losses are observations, each as of its bulletin's day.

    ``hazard`` is in the words of the document; ``unit`` the id of the unit struck, as far as that is known.
    """

    unit = models.CharField("đơn vị", max_length=40, blank=True, db_index=True)
    hazard = models.CharField("loại thiên tai", max_length=200, blank=True)
    date = models.DateField("ngày xảy ra", null=True, db_index=True)
    place = models.CharField("nơi xảy ra", max_length=500, blank=True)

    class Meta(Sourced.Meta):
        db_table = "ledger_event"
        verbose_name = "sự kiện"
