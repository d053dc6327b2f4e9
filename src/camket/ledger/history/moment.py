"""One moment: a long reading that sees the database as it was at its beginning, and keeps no writer waiting."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection

_BEGIN = {"postgresql": "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY", "sqlite": "BEGIN DEFERRED"}
_here = threading.local()


@contextmanager
def one_moment() -> Iterator[None]:
    """Everything read in the block is of one moment. Inside another such block, or a transaction, it is that one's.

    Not ``transaction.atomic``: on SQLite it would begin as writers do, and hold them up until all is read.
    """
    if connection.in_atomic_block or getattr(_here, "open", False):
        yield
        return
    connection.ensure_connection()
    _say(_BEGIN[connection.vendor])
    _here.open = True
    try:
        yield
    finally:
        _here.open = False
        _say("ROLLBACK")


def _say(statement: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(statement)
