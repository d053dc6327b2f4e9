"""The unit in a code: codes of owners, senders and the like are ids of units, or of bodies, ``<unit id>/<type>``."""

from typing import Any

from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models import CharField, Transform
from django.db.models.sql.compiler import SQLCompiler


@CharField.register_lookup
class UnitPart(Transform):
    """The id of the unit that a column's code is, or belongs to; an index on it makes searching by it quick."""

    lookup_name = "unit_part"
    template = "split_part(%(expressions)s, '/', 1)"

    def as_sqlite(self, compiler: SQLCompiler, connection: BaseDatabaseWrapper, **extra: Any) -> tuple[str, Any]:  # noqa: ANN401 - as Django has it
        """The same on SQLite, which cannot split. The column's name stands there twice, so it must be a column."""
        # Without the cast SQLite would not compare by the index with what it takes for text.
        text = "CAST(substr(%(expressions)s, 1, instr(%(expressions)s || '/', '/') - 1) AS text)"
        return self.as_sql(compiler, connection, template=text, **extra)
