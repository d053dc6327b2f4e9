"""Refusal: what a database says when two write at once, told to the person who asked."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import DatabaseError

from camket.ledger.errors import BusyError, ConflictError

# Serialization failure, deadlock, lock not to be had: https://www.postgresql.org/docs/15/errcodes-appendix.html
_BUSY = {"40001", "40P01", "55P03", "SQLITE_BUSY", "SQLITE_BUSY_SNAPSHOT", "SQLITE_BUSY_TIMEOUT", "SQLITE_LOCKED"}
_TAKEN = {"23505", "SQLITE_CONSTRAINT_UNIQUE", "SQLITE_CONSTRAINT_PRIMARYKEY"}


@contextmanager
def told() -> Iterator[None]:
    """Turn a database's word for a deadlock into BusyError, and for a thing that is there already into ConflictError."""
    try:
        yield
    except DatabaseError as error:
        code = _code(error)
        if code in _BUSY:
            raise BusyError("Nhiều người đang ghi cùng một lúc; chưa ghi gì. Hãy làm lại sau giây lát.") from error
        if code in _TAKEN:
            raise ConflictError(
                f"Trùng với dòng đã có trong sổ, chưa ghi gì. Hãy xem lại rồi làm lại ({error})."
            ) from error
        raise


def _code(error: DatabaseError) -> str:
    """PostgreSQL's SQLSTATE, or SQLite's name of the error."""
    cause = error.__cause__
    return getattr(cause, "sqlstate", None) or getattr(cause, "sqlite_errorname", None) or ""
