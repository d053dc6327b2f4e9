"""Backing up: the whole ledger as of one moment in one file, from which either kind of database can be made again."""

import os
import tempfile
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import IO, NamedTuple

from django.utils import timezone

from camket import __version__
from camket.ledger.errors import InvalidError
from camket.ledger.history.archive import ENTRIES, Incoming, Outgoing, bytes_member, rows_member
from camket.ledger.history.canonical import Plain, canonical, columns, plain
from camket.ledger.history.moment import one_moment
from camket.ledger.history.nouns import is_bytes, kept_models, rows_at_once
from camket.ledger.history.verify import Verdict, verify
from camket.ledger.models.entry import Entry
from camket.ledger.models.kept import Kept

_ENTRIES_AT_ONCE = 50


class BackUp(NamedTuple):
    """A backup that was made: its file, its size in bytes, and what verifying found of the ledger at that moment."""

    path: Path
    size: int
    verdict: Verdict


def back_up(path: Path) -> BackUp:
    """Write a backup to ``path``: whole, and for its owner's eyes alone, or not at all. Writers are not kept waiting.

    A ledger that does not verify is backed up all the same, for the evidence; the verdict says that it cannot be restored.
    Raises InvalidError where there is a file already or none can be made.
    """
    if path.exists():
        raise InvalidError(f"{path}: đã có tệp này; hãy đặt tên khác cho bản sao lưu.")
    try:
        descriptor, name = tempfile.mkstemp(prefix=f".{path.name}-", suffix=".part", dir=path.parent)
    except OSError as error:
        raise InvalidError(f"{path}: không tạo được tệp ở đây ({error.strerror}).") from error
    part = Path(name)
    try:
        with os.fdopen(descriptor, "wb") as file:
            verdict = _write(file)
            file.flush()
            os.fsync(file.fileno())
        # A backup that cannot be read back is none.
        with Incoming(part):
            part.replace(path)
    finally:
        part.unlink(missing_ok=True)
    _settle(path.parent)
    return BackUp(path, path.stat().st_size, verdict)


def _write(file: IO[bytes]) -> Verdict:
    out = Outgoing(file)
    with one_moment():
        verdict = verify()
        with out.member(ENTRIES) as write:
            for entry in Entry.objects.order_by("sequence").iterator(chunk_size=_ENTRIES_AT_ONCE):
                write(f"{canonical(columns(entry))}\n".encode())
        for model in kept_models():
            _write_noun(out, model)
    out.close({
        "head": {"sequence": verdict.sequence, "hash": verdict.head}, "at": plain(timezone.now()), "program": __version__,
        "columns": all_columns(),
    })  # fmt: skip
    return verdict


def _write_noun(out: Outgoing, model: type[Kept]) -> None:
    def rows() -> Iterable[Kept]:
        return model._default_manager.order_by("pk").iterator(chunk_size=rows_at_once(model))

    with out.member(rows_member(model._meta.model_name or "")) as write:
        for row in rows():
            write(f"{canonical(columns(row))}\n".encode())
    names = [field.attname for field in model._meta.concrete_fields if is_bytes(field)]
    for row in rows() if names else ():
        for name in names:
            _write_bytes(out, getattr(row, name))


def _write_bytes(out: Outgoing, content: bytes | memoryview | None) -> None:
    name = bytes_member(str(plain(content)))
    if content is not None and name not in out:
        with out.member(name) as write:
            write(bytes(content))


def all_columns() -> dict[str, Plain]:
    """The columns of every noun: a backup fits a program that has the same."""
    return {
        model._meta.model_name or "": [field.attname for field in model._meta.concrete_fields]
        for model in kept_models()
    }


def _settle(folder: Path) -> None:
    """Have the new name survive a power cut; not every system can."""
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
