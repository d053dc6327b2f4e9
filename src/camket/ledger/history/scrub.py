"""Scrubbing: nothing of what was removed stays behind in the files of the database."""

import logging

from django.db import DatabaseError, connection, models

_log = logging.getLogger(__name__)


def scrub(*touched: type[models.Model]) -> None:
    """Have the database write over what it no longer shows; outside of any transaction. Best done when few are at work.

    SQLite: the file is packed anew, and its log emptied into it. PostgreSQL: the tables are written anew, so that no dead
    rows are left; its own log (WAL) and its archives are the operator's. What cannot be had now is told in the program's log.
    """
    commands = _SQLITE if connection.vendor == "sqlite" else [f"VACUUM FULL {one._meta.db_table}" for one in touched]
    try:
        with connection.cursor() as cursor:
            for command in commands:
                cursor.execute(command)
    except DatabaseError as error:
        _log.warning("chưa dọn được tệp cơ sở dữ liệu (%s); hãy chạy VACUUM khi không ai dùng sổ", error)


_SQLITE = ("VACUUM", "PRAGMA wal_checkpoint(TRUNCATE)")
