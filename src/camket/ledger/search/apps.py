"""The index as Django knows it."""

from django.apps import AppConfig


class SearchConfig(AppConfig):
    """The application whose one table is derived from the ledger's."""

    name = "camket.ledger.search"
    label = "ledger_search"
    default_auto_field = "django.db.models.BigAutoField"
    verbose_name = "Tìm kiếm"
