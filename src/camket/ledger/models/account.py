"""Accounts: who works here, and which roles they have, on what, from which day to which."""

from django.db import models

from camket.ledger.models.kept import Kept


class Account(Kept):
    """A person who signs in. ``name`` is what they sign in with; accounts are closed, never removed."""

    name = models.CharField("tên tài khoản", max_length=150, unique=True)
    full_name = models.CharField("họ và tên", max_length=200)
    active = models.BooleanField("đang dùng", default=True)

    class Meta:
        db_table = "ledger_account"
        verbose_name = "tài khoản"

    def __str__(self) -> str:
        """The name in which history tells what the account did."""
        return self.name


class Role(models.TextChoices):
    """What a person may do; ``ledger/permissions/actions.yml`` says which actions each role has."""

    ADMINISTRATOR = "administrator", "quản trị"
    OFFICE = "office", "văn phòng"
    REPORTER = "reporter", "đơn vị báo cáo"
    RESPONDER = "responder", "cơ quan trả lời"
    HEAD = "head", "người đứng đầu"
    LEADER = "leader", "lãnh đạo"
    AUDITOR = "auditor", "kiểm tra"


class Membership(Kept):
    """A role of an account on a unit and all below it, or on one body, from ``first`` to ``last``, both included.

    ``unit`` is a unit's id; ``body`` a body's, empty for the whole unit. ``deputy_of`` names whom a deputy stands for.
    """

    account = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="memberships")
    role = models.CharField("vai trò", max_length=20, choices=Role)
    unit = models.CharField("đơn vị", max_length=40, db_index=True)
    body = models.CharField("cơ quan", max_length=120, blank=True)
    first = models.DateField("từ ngày")
    last = models.DateField("đến ngày", null=True, blank=True)
    deputy_of = models.ForeignKey(Account, on_delete=models.PROTECT, null=True, blank=True, related_name="deputies")

    class Meta:
        db_table = "ledger_membership"
        verbose_name = "vai trò"
