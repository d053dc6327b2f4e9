"""A folder for temporary files that leaves nothing behind: every file is overwritten before it is removed."""

import contextlib
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_BLOCK = bytes(1 << 16)


@contextmanager
def scratch_folder(prefix: str = "camket-") -> Iterator[Path]:
    """Yield a folder only this user can enter; on leaving, by an error too, it is wiped."""
    folder = Path(tempfile.mkdtemp(prefix=prefix))
    try:
        yield folder
    finally:
        wipe(folder)


def wipe(folder: Path) -> None:
    """Overwrite every file under ``folder`` with zeros and remove it; links are removed, not followed."""
    for root, _, names in os.walk(folder):
        for name in names:
            _overwrite(Path(root, name))
    shutil.rmtree(folder, ignore_errors=True)


def _overwrite(path: Path) -> None:
    # A file that a dying program still removes under our hands is as good as wiped.
    with contextlib.suppress(OSError):
        if path.is_symlink() or not path.is_file():
            return
        left = path.stat().st_size
        with path.open("r+b", buffering=0) as file:
            while left > 0:
                left -= file.write(_BLOCK[:left])
            os.fsync(file.fileno())
