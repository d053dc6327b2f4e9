"""The table of the index, and over it what each database has for finding words."""

from typing import ClassVar

from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.operations.base import Operation
from django.db.migrations.state import StateApps

# The words come folded and parted by spaces. This tokenizer parts at ASCII punctuation and leaves all other letters alone,
# so that both databases know the same words.
_SQLITE = (
    """CREATE VIRTUAL TABLE ledger_search_words USING fts5(
        bare, exact, content='ledger_search_entry', content_rowid='id', tokenize='ascii', prefix='2 3'
    )""",
    """CREATE TRIGGER ledger_search_added AFTER INSERT ON ledger_search_entry BEGIN
        INSERT INTO ledger_search_words(rowid, bare, exact) VALUES (new.id, new.bare, new.exact);
    END""",
    """CREATE TRIGGER ledger_search_removed AFTER DELETE ON ledger_search_entry BEGIN
        INSERT INTO ledger_search_words(ledger_search_words, rowid, bare, exact)
        VALUES ('delete', old.id, old.bare, old.exact);
    END""",
    """CREATE TRIGGER ledger_search_altered AFTER UPDATE ON ledger_search_entry BEGIN
        INSERT INTO ledger_search_words(ledger_search_words, rowid, bare, exact)
        VALUES ('delete', old.id, old.bare, old.exact);
        INSERT INTO ledger_search_words(rowid, bare, exact) VALUES (new.id, new.bare, new.exact);
    END""",
)
_NOT_SQLITE = (
    "DROP TRIGGER ledger_search_altered",
    "DROP TRIGGER ledger_search_removed",
    "DROP TRIGGER ledger_search_added",
    "DROP TABLE ledger_search_words",
)
# Not to_tsvector: its parser would part numbers and links in its own way, and a lexeme keeps no more than 256 places.
_POSTGRESQL = (
    """ALTER TABLE ledger_search_entry ADD COLUMN words tsvector
        GENERATED ALWAYS AS (array_to_tsvector(array_remove(string_to_array(bare || exact, ' '), ''))) STORED""",
    "CREATE INDEX ledger_search_words ON ledger_search_entry USING gin (words)",
)
_NOT_POSTGRESQL = ("DROP INDEX ledger_search_words", "ALTER TABLE ledger_search_entry DROP COLUMN words")


def make(_: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
    """Make what finds words."""
    for command in _SQLITE if editor.connection.vendor == "sqlite" else _POSTGRESQL:
        editor.execute(command)


def unmake(_: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
    """Take it away again."""
    for command in _NOT_SQLITE if editor.connection.vendor == "sqlite" else _NOT_POSTGRESQL:
        editor.execute(command)


class Migration(migrations.Migration):
    """The index of search."""

    initial = True
    dependencies: ClassVar[list[tuple[str, str]]] = []
    operations: ClassVar[list[Operation]] = [
        migrations.CreateModel(
            name="SearchEntry",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("noun", models.CharField(max_length=40)),
                ("key", models.BigIntegerField()),
                ("head", models.TextField(blank=True)),
                ("bare", models.TextField(blank=True)),
                ("exact", models.TextField(blank=True)),
                ("size", models.PositiveIntegerField()),
            ],
            options={"db_table": "ledger_search_entry"},
        ),
        migrations.AddConstraint(
            model_name="searchentry",
            constraint=models.UniqueConstraint(fields=("key", "noun"), name="ledger_search_entry_once"),
        ),
        migrations.RunPython(make, unmake),
    ]
