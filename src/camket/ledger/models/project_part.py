"""What only a project has: capital, yearly allotments, land clearance, stages of compensation, milestones."""

from django.db import models

from camket.ledger.models.commitment import Commitment
from camket.ledger.models.figure_field import FigureField, never_above, not_below_zero
from camket.ledger.models.kept import Kept


def _not_more(part: str, whole: str) -> models.Q:
    unknown = models.Q(**{f"{part}__isnull": True}) | models.Q(**{f"{whole}__isnull": True})
    return unknown | models.Q(**{f"{part}__lte": models.F(whole)})


class ProjectPart(Kept):
    """Money is whole VND; ``land_area`` is in hectares; ``cleared`` counts what has been handed over."""

    class Compensation(models.TextChoices):
        NONE = "none", "chưa lập phương án"
        COUNTED = "counted", "đã kiểm đếm"
        DRAWN_UP = "drawn_up", "đã lập phương án"
        DISCLOSED = "disclosed", "đã niêm yết công khai"
        APPROVED = "approved", "đã phê duyệt phương án"
        PAID = "paid", "đã chi trả"
        HANDED_OVER = "handed_over", "đã bàn giao mặt bằng"

    commitment = models.OneToOneField(Commitment, on_delete=models.PROTECT, related_name="project")
    name = models.CharField("tên dự án", max_length=1000, blank=True)
    place = models.CharField("nơi", max_length=500, blank=True)
    place_code = models.CharField(max_length=40, blank=True)
    progress = models.TextField("tình hình như văn bản viết", blank=True)
    capital_source = models.CharField("nguồn vốn", max_length=500, blank=True)
    budget = models.BigIntegerField("tổng mức đầu tư, đồng", null=True)
    disbursed = models.BigIntegerField("đã giải ngân, đồng", null=True)
    land_households = models.PositiveIntegerField("số hộ phải thu hồi đất", null=True)
    households_cleared = models.PositiveIntegerField("số hộ đã bàn giao", null=True)
    land_area = FigureField("diện tích thu hồi, ha", null=True)
    area_cleared = FigureField("diện tích đã bàn giao, ha", null=True)
    compensation = models.CharField("phương án bồi thường", max_length=12, choices=Compensation, blank=True)

    class Meta:
        db_table = "ledger_project"
        verbose_name = "phần dự án"
        constraints = (
            models.CheckConstraint(
                condition=models.Q(budget__isnull=True) | models.Q(budget__gte=0), name="ledger_project_budget"
            ),
            models.CheckConstraint(
                condition=models.Q(disbursed__isnull=True) | models.Q(disbursed__gte=0), name="ledger_project_disbursed"
            ),
            models.CheckConstraint(
                condition=_not_more("households_cleared", "land_households"), name="ledger_project_households"
            ),
            models.CheckConstraint(condition=never_above("area_cleared", "land_area"), name="ledger_project_area"),
            models.CheckConstraint(condition=not_below_zero("area_cleared"), name="ledger_project_area_cleared"),
        )


class Allotment(Kept):
    """Money given to a project for one year, and what was spent of it; whole VND."""

    project = models.ForeignKey(ProjectPart, on_delete=models.PROTECT, related_name="allotments")
    year = models.PositiveSmallIntegerField("năm")
    amount = models.BigIntegerField("vốn giao, đồng")
    disbursed = models.BigIntegerField("đã giải ngân, đồng", null=True)

    class Meta:
        db_table = "ledger_allotment"
        verbose_name = "vốn giao hằng năm"
        ordering = ("year",)
        constraints = (
            models.UniqueConstraint(fields=("project", "year"), name="ledger_allotment_once"),
            models.CheckConstraint(condition=models.Q(amount__gte=0), name="ledger_allotment_amount"),
            models.CheckConstraint(
                condition=models.Q(disbursed__isnull=True) | models.Q(disbursed__gte=0),
                name="ledger_allotment_disbursed",
            ),
        )


class Milestone(Kept):
    """A step of a project, by when it is due and when it was done; in order."""

    project = models.ForeignKey(ProjectPart, on_delete=models.PROTECT, related_name="milestones")
    position = models.PositiveSmallIntegerField()
    text = models.CharField("mốc", max_length=500)
    due_on = models.DateField("hạn", null=True)
    done_on = models.DateField("ngày xong", null=True)

    class Meta:
        db_table = "ledger_milestone"
        verbose_name = "mốc tiến độ"
        ordering = ("position",)
        constraints = (models.UniqueConstraint(fields=("project", "position"), name="ledger_milestone_once"),)
