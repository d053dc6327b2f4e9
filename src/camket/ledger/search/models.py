"""The index: for each row that can be found its words, in two spellings."""

from django.db import models


class SearchEntry(models.Model):  # noqa: DJ008 - never shown to anybody
    """The words of one row: ``noun`` is the name of its model, ``key`` its primary key.

    ``exact`` holds the words of all its fields in one spelling with their diacritics, ``bare`` the same words without, each
    word with a space before and after it; ``head`` the bare ones of its short fields (a title, a number). ``size`` counts the
    words. Who may see the row is asked of the row itself, not kept here. The database has its own index over ``bare`` and
    ``exact``: an FTS5 table kept in step by triggers, or a column of lexemes made by PostgreSQL itself.
    """

    noun = models.CharField(max_length=40)
    key = models.BigIntegerField()
    head = models.TextField(blank=True)
    bare = models.TextField(blank=True)
    exact = models.TextField(blank=True)
    size = models.PositiveIntegerField()

    class Meta:  # noqa: D106 - Django's place for what the table is like
        db_table = "ledger_search_entry"
        # The key first: an index by noun would be taken to look through all of a noun.
        constraints = (models.UniqueConstraint(fields=("key", "noun"), name="ledger_search_entry_once"),)
