"""The file of a backup: a ZIP of JSON lines and of documents' bytes, with a manifest of the digest of every member.

    manifest.json         format, head, columns of every noun, and of each member its SHA-256 and size
    entries.jsonl         the history, an entry a line
    rows/<noun>.jsonl     the rows as they stand, a row a line, in canonical form
    bytes/<SHA-256>       what columns of bytes hold; the row has its digest

A text of one line and a program of a few can read it without Camket, in twenty years too.
"""

import hashlib
import json
import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import IO, Any, Self

from camket.ledger.errors import InvalidError
from camket.ledger.history.canonical import Plain, canonical

FORMAT = "camket-backup-1"
ENTRIES = "entries.jsonl"
_MANIFEST = "manifest.json"
_CHUNK = 1 << 20
_LARGEST_MANIFEST = 1 << 30
# What zipfile raises for files that are cut, overwritten, or no ZIP at all.
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, KeyError, TypeError, NotImplementedError)


def rows_member(noun: str) -> str:
    """The member with the rows of a noun."""
    return f"rows/{noun}.jsonl"


def bytes_member(digest: str) -> str:
    """The member with bytes, by their digest as rows have it (``sha256:...``)."""
    return f"bytes/{digest.removeprefix('sha256:')}"


class Outgoing:
    """A backup being written into ``file``; ``close`` adds the manifest, without which it is none."""

    def __init__(self, file: IO[bytes]) -> None:
        self._zip = zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, compresslevel=3)
        self._members: dict[str, Plain] = {}

    def __contains__(self, name: str) -> bool:
        """Whether there is such a member already."""
        return name in self._members

    @contextmanager
    def member(self, name: str) -> Iterator[Callable[[bytes], None]]:
        """A new member; gives what writes into it."""
        hashed, size = hashlib.sha256(), 0
        with self._zip.open(zipfile.ZipInfo(name), "w", force_zip64=True) as out:

            def write(data: bytes) -> None:
                nonlocal size
                hashed.update(data)
                size += len(data)
                out.write(data)

            yield write
        self._members[name] = {"sha256": hashed.hexdigest(), "size": size}

    def close(self, facts: dict[str, Plain]) -> None:
        """Write the manifest, and end the file."""
        said = canonical({"format": FORMAT, "members": self._members, **facts})
        self._zip.writestr(_MANIFEST, said.encode())
        self._zip.close()


class Incoming:
    """A backup being read, once every member of it was found to be what its manifest says. Raises InvalidError."""

    def __init__(self, path: Path) -> None:
        self.path = path
        try:
            self._zip = zipfile.ZipFile(path)
            self.manifest = self._read_manifest()
            self._check()
        except FileNotFoundError as error:
            raise InvalidError(f"{path}: không có tệp này.") from error
        except _BROKEN as error:
            raise InvalidError(
                f"{path}: tệp sao lưu bị hỏng hoặc bị cắt ({error}); chưa ghi gì. Hãy dùng một bản sao lưu khác."
            ) from error

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, where: TracebackType | None
    ) -> None:
        self._zip.close()

    def _read_manifest(self) -> dict[str, Any]:
        if self._zip.getinfo(_MANIFEST).file_size > _LARGEST_MANIFEST:
            raise ValueError("bản kê quá lớn")
        manifest: dict[str, Any] = json.loads(self._zip.read(_MANIFEST))
        if manifest["format"] != FORMAT:
            raise ValueError(f"định dạng {manifest['format']!r}, cần {FORMAT!r}")
        return manifest

    def _check(self) -> None:
        there = sorted(name for name in self._zip.namelist() if name != _MANIFEST)
        if there != sorted(self.manifest["members"]):
            raise ValueError("các phần trong tệp không đúng với bản kê")
        for name, told in self.manifest["members"].items():
            hashed, size = self._digest(name, told["size"])
            if (hashed, size) != (told["sha256"], told["size"]):
                raise ValueError(f"phần {name} không đúng mã băm trong bản kê")

    def _digest(self, name: str, most: int) -> tuple[str, int]:
        """Digest and size of a member, read no further than it may be long."""
        hashed, size = hashlib.sha256(), 0
        with self._zip.open(name) as member:
            while size <= most and (data := member.read(_CHUNK)):
                hashed.update(data)
                size += len(data)
        return hashed.hexdigest(), size

    def lines(self, name: str) -> Iterator[dict[str, Any]]:
        """The objects of a member, one a line; none where there is no such member."""
        if name in self.manifest["members"]:
            with self._zip.open(name) as member:
                for line in member:
                    yield json.loads(line)

    def content(self, digest: str) -> bytes:
        """Bytes by their digest, as a row has it."""
        return self._zip.read(bytes_member(digest))
