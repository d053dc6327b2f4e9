"""Where results go: to the screen, or to a file that is there whole or not at all."""

import os
import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

import click

_CONTROLS = re.compile("[\x00-\x1f\x7f-\x9f]")
DEFAULT_FOLDER = Path("out")


def chosen_path(output: Path | None, suffix: str, files: Sequence[Path]) -> Path:
    """The file to write: as the user says; in the folder he names; or in ``out``, called after a single file."""
    name = (files[0].stem if len(files) == 1 else "camket") + suffix
    if output is None:
        return DEFAULT_FOLDER / name
    return output / name if output.is_dir() else output


def make_ready(path: Path, sources: Iterable[Path]) -> None:
    """Make the folder of ``path``; refuse to write over a document that is being read."""
    if any(path.exists() and source.exists() and path.samefile(source) for source in sources):
        message = f"«{path}» chính là văn bản cần đọc; hãy chọn tên khác cho -o."
        raise click.UsageError(message)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        message = f"không tạo được thư mục «{path.parent}» ({error.strerror}); hãy chọn nơi khác cho -o."
        raise click.UsageError(message) from error


@contextmanager
def open_output(path: Path | None) -> Iterator[BinaryIO]:
    """Standard output, or a new file beside ``path`` that takes its place when all is written."""
    if path is None:
        stream = sys.stdout.buffer
        yield stream
        stream.flush()
        return
    draft = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    try:
        with draft.open("xb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        draft.replace(path)
    except OSError as error:
        message = f"không ghi được «{path}» ({error.strerror}); hãy kiểm tra quyền ghi và ổ đĩa."
        raise click.ClickException(message) from error
    finally:
        draft.unlink(missing_ok=True)


def one_line(text: str) -> str:
    """Text of a document or a file name on one line, without the signs by which it could steer a terminal."""
    return _CONTROLS.sub("\ufffd", " ".join(text.split()))


def screen_width() -> int | None:
    """The width for tables: the terminal's, or one that a pipe's reader can live with."""
    return None if sys.stdout.isatty() else 140
