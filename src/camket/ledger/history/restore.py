"""Restoring: an empty ledger filled from a backup, verified before anything of it counts."""

import hashlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import batched
from pathlib import Path
from typing import Any

from django.core.exceptions import ValidationError
from django.core.management.color import no_style
from django.db import IntegrityError, connection, models, transaction

from camket.ledger.errors import InvalidError
from camket.ledger.history.archive import ENTRIES, Incoming, rows_member
from camket.ledger.history.backup import all_columns
from camket.ledger.history.nouns import is_bytes, kept_models, rows_at_once
from camket.ledger.history.verify import Verdict, verify
from camket.ledger.history.writing import begin_chain, writing
from camket.ledger.models.entry import Entry, Head
from camket.ledger.models.kept import Kept

_ENTRIES_AT_ONCE = 50


def restore(archive: Incoming, actor: str, allowed: Callable[[], None], head: str | None = None) -> Verdict:
    """Fill the empty ledger from a backup, in one transaction: all of it with an entry "restored", or nothing.

    ``allowed`` is called when the rows are there, and raises where ``actor`` may not restore. ``head``: a hash written down
    elsewhere, which the backup must hold. The tables must be there. Raises InvalidError for a backup of another version or
    that does not verify, and for a ledger that is not empty; what ``allowed`` raises.
    """
    _must_fit(archive)
    with _told(archive), transaction.atomic():
        begin_chain()
        # Two that restore at once wait for each other here.
        Head.objects.select_for_update().get(pk=1)
        _must_be_empty()
        _fill(archive)
        allowed()
        verdict = _checked(archive, head)
        with writing(actor, "ledger.restore") as made:
            made.say(file=_digest(archive.path), head=verdict.head, sequence=verdict.sequence)
    return verdict


@contextmanager
def _told(archive: Incoming) -> Iterator[None]:
    """A file whose digests are right, and that is still no backup, as somebody made it by hand."""
    try:
        yield
    except (KeyError, TypeError, ValueError, IndexError, ValidationError, IntegrityError) as error:
        raise InvalidError(f"{archive.path}: nội dung không phải của một sổ ({error!r}); chưa ghi gì.") from error


def _must_fit(archive: Incoming) -> None:
    if archive.manifest.get("columns") != all_columns():
        program = archive.manifest.get("program")
        raise InvalidError(
            f"{archive.path}: bản sao lưu của một phiên bản khác ({program}); chưa ghi gì. Hãy khôi phục bằng phiên bản ấy."
        )


def _must_be_empty() -> None:
    if Entry.objects.exists() or any(model._default_manager.exists() for model in kept_models()):
        raise InvalidError("sổ này đã có dữ liệu; chỉ khôi phục vào một sổ trống. Chưa ghi gì.")


def _fill(archive: Incoming) -> None:
    for lines in batched(archive.lines(ENTRIES), _ENTRIES_AT_ONCE):
        last = Entry.objects.bulk_create(_row(Entry, line, archive) for line in lines)[-1]
        Head.objects.filter(pk=1).update(sequence=last.sequence, hash=last.hash)
    for model in kept_models():
        rows = _rows(model, archive)
        for batch in batched(rows, rows_at_once(model)):
            model._default_manager.bulk_create(batch)
    with connection.cursor() as cursor:
        for statement in connection.ops.sequence_reset_sql(no_style(), list(kept_models())):
            cursor.execute(statement)


def _rows(model: type[Kept], archive: Incoming) -> Iterator[Kept]:
    return (_row(model, line, archive) for line in archive.lines(rows_member(model._meta.model_name or "")))


def _row[Row: models.Model](model: type[Row], line: dict[str, Any], archive: Incoming) -> Row:
    values = {}
    for field in model._meta.concrete_fields:
        value = line[field.attname]
        content = is_bytes(field) and value is not None
        values[field.attname] = archive.content(value) if content else field.to_python(value)
    return model(**values)


def _checked(archive: Incoming, head: str | None) -> Verdict:
    """The verdict on what was restored. Raises InvalidError unless it is sound and ends where the backup says."""
    verdict = verify(head)
    if not verdict.sound:
        raise InvalidError(f"{archive.path}: nội dung bản sao lưu không nguyên vẹn; chưa ghi gì.\n{verdict}")
    if archive.manifest.get("head") != {"sequence": verdict.sequence, "hash": verdict.head}:
        raise InvalidError(f"{archive.path}: mã đầu chuỗi không đúng với bản kê của bản sao lưu; chưa ghi gì.")
    return verdict


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return f"sha256:{hashlib.file_digest(file, 'sha256').hexdigest()}"
