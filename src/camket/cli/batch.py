"""Reading many files side by side, each bounded in time and memory, with their results in the order given."""

import os
from collections.abc import Iterator, Sequence
from importlib import import_module
from multiprocessing import forkserver
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING, NamedTuple

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from camket.cli.naming import distinct_names
from camket.cli.worker import PRELOADED, read_file
from camket.reading.bounded import BoundedError, BoundedPool
from camket.reports.failure import Failure

if TYPE_CHECKING:
    from camket.reading.read import Reading

type Outcome = Reading | Failure


class Bounds(NamedTuple):
    """How many processes, and how many seconds each file may take."""

    jobs: int | None
    seconds: float

    def pool(self, files: int) -> BoundedPool:
        """A pool for so many files: as many processes as this machine lets us use, unless told otherwise."""
        jobs = self.jobs or len(os.sched_getaffinity(0))
        return BoundedPool(max(1, min(jobs, files)), seconds=self.seconds)


def read_files(files: Sequence[Path], bounds: Bounds, meanwhile: str) -> Iterator[Outcome]:
    """Each file's outcome in the order of ``files``, as soon as it and all before it are there.

    ``meanwhile`` names the module that will write the outcomes; it comes up while the first file is being read.
    """
    names = distinct_names(files)
    order = {path: index for index, path in enumerate(files)}
    waiting: dict[int, Outcome] = {}
    following = 0
    forkserver.set_forkserver_preload(PRELOADED)
    Thread(target=import_module, args=(meanwhile,), daemon=True).start()
    with _progress(len(files)) as progress:
        bar = progress.add_task("Đang đọc", total=len(files))
        for path, result in bounds.pool(len(files)).map_unordered(read_file, files):
            waiting[order[path]] = _outcome(result, names[order[path]])
            progress.advance(bar)
            while following in waiting:
                yield waiting.pop(following)
                following += 1


def _outcome(result: Outcome | Exception, name: str) -> Outcome:
    if isinstance(result, BoundedError):
        return Failure(name, f"{result}.")
    if isinstance(result, Exception):
        # The reader raises on no text: this is a fault of ours, and the other files go on all the same.
        return Failure(
            name, f"chương trình gặp lỗi khi đọc tệp này ({type(result).__name__}). Hãy báo cho người phát triển."
        )
    if isinstance(result, Failure):
        return Failure(name, result.reason)
    from camket.reports.run import named  # noqa: PLC0415 -- it brings the reader with it

    return named(result, name)


def _progress(files: int) -> Progress:
    """A bar on the terminal where there are several files; else nothing is shown."""
    console = Console(stderr=True)
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    return Progress(*columns, console=console, transient=True, disable=files < 2 or not console.is_terminal)
