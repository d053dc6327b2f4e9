"""From what the user names to the files to be read: files as they are, folders searched for what can be read."""

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from camket.reports.failure import Failure

_NO_FILES = "thư mục không có tệp nào thuộc loại đọc được. Hãy kiểm tra lại đường dẫn."


def gather(paths: Iterable[Path]) -> tuple[list[Path], list[Failure]]:
    """The files in the order given, those of a folder by name, each file once; and folders that hold none."""
    files: dict[Path, Path] = {}
    failures = []
    for path in paths:
        found = list(_in_folder(path)) if path.is_dir() else [path]
        if not found:
            failures.append(Failure(str(path), _NO_FILES))
        for file in found:
            files.setdefault(file.absolute(), file)
    return list(files.values()), failures


def _in_folder(folder: Path) -> Iterator[Path]:
    """Files below a folder that have a known extension; hidden ones and Office's lock files are left out."""
    from camket.reading.loading import EXTENSIONS  # noqa: PLC0415 -- it brings every loader with it

    for root, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            if not name.startswith((".", "~$")) and Path(name).suffix.lower() in EXTENSIONS:
                yield Path(root, name)
