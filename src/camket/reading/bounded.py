"""Work on one file in a process of its own, bounded in time and memory, so that nothing in a file can stop a run.

A worker is reused while it is healthy and replaced when it dies or is stopped. What it started (LibreOffice,
Tesseract) ends with it, and the temporary files it leaves are wiped.
"""

import contextlib
import os
import pickle
import resource
import signal
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from math import ceil
from multiprocessing import get_context
from multiprocessing.connection import Connection, wait
from multiprocessing.context import ForkServerProcess
from pathlib import Path
from typing import Any, cast

from camket.reading.scratch import wipe

DEFAULT_SECONDS = 120.0
DEFAULT_MEGABYTES = 4096
_START_SECONDS = 60.0
_READY = "ready"
# A fork server starts workers in milliseconds and, unlike a plain fork, does not copy the caller's threads.
_CONTEXT = get_context("forkserver")


class BoundedError(Exception):
    """Work that was stopped or died; ``str()`` is the message for the user, in Vietnamese."""


class TimedOutError(BoundedError):
    """The work took longer than it may."""


class OutOfMemoryError(BoundedError):
    """The work wanted more memory than it may have."""


class DiedError(BoundedError):
    """The process ended under the work: a crash in a native library, or killed from outside."""


def run_bounded[Result](
    function: Callable[..., Result],
    *args: object,
    seconds: float = DEFAULT_SECONDS,
    megabytes: int = DEFAULT_MEGABYTES,
) -> Result:
    """Return ``function(*args)``, computed in a process of its own; ``function`` must be importable by name.

    Raises what the function raises, or TimedOutError, OutOfMemoryError or DiedError.
    """
    pool = BoundedPool(1, seconds=seconds, megabytes=megabytes)
    _, outcome = next(pool.map_unordered(_Spread(function), [args]))
    if isinstance(outcome, BaseException):
        raise outcome
    return outcome


@dataclass(frozen=True, slots=True)
class _Spread[Result]:
    """A function of several arguments as one of a tuple."""

    function: Callable[..., Result]

    def __call__(self, args: tuple[object, ...]) -> Result:
        return self.function(*args)


@dataclass(frozen=True, slots=True)
class BoundedPool:
    """``jobs`` processes side by side; each item has ``seconds``, each process ``megabytes`` of address space."""

    jobs: int
    seconds: float = DEFAULT_SECONDS
    megabytes: int = DEFAULT_MEGABYTES

    def map_unordered[Item, Result](
        self, function: Callable[[Item], Result], items: Iterable[Item]
    ) -> Iterator[tuple[Item, Result | Exception]]:
        """Yield each item with its result, or with the exception in place of one, as they complete."""
        waiting, workers = iter(items), list[_Worker]()
        try:
            yield from self._run(function, waiting, workers)
        finally:
            for worker in workers:
                worker.end()

    def _run[Item, Result](
        self, function: Callable[[Item], Result], waiting: Iterator[Item], workers: "list[_Worker]"
    ) -> Iterator[tuple[Item, Result | Exception]]:
        while True:
            self._hand_out(function, waiting, workers)
            busy = [worker for worker in workers if worker.busy]
            if not busy:
                return
            for worker in _awaited(busy):
                outcome = worker.collect(self)
                if outcome is _PENDING:
                    continue
                if not worker.healthy:
                    worker.end()
                    workers.remove(worker)
                yield cast("Item", worker.item), cast("Result | Exception", outcome)

    def _hand_out[Item](
        self, function: Callable[[Item], object], waiting: Iterator[Item], workers: "list[_Worker]"
    ) -> None:
        idle = [worker for worker in workers if not worker.busy]
        while idle or len(workers) < max(1, self.jobs):
            try:
                item = next(waiting)
            except StopIteration:
                return
            if not idle:
                idle.append(_start(function, self))
                workers.append(idle[-1])
            idle.pop().give(item, self.seconds)


_PENDING = object()


@dataclass(slots=True, eq=False)
class _Worker:
    process: ForkServerProcess
    pipe: Connection
    folder: Path
    item: object = None
    busy: bool = False
    ready: bool = False
    healthy: bool = True
    deadline: float = field(default=0.0)

    def give(self, item: object, seconds: float) -> None:
        self.item, self.busy = item, True
        self.deadline = time.monotonic() + (seconds if self.ready else _START_SECONDS)
        # A worker that has just died shows when its answer is collected.
        with contextlib.suppress(OSError):
            self.pipe.send(item)

    def collect(self, bounds: BoundedPool) -> object:
        """Return the outcome of the item in hand, or _PENDING while there is none."""
        try:
            if self.pipe.poll():
                return self._received(self.pipe.recv(), bounds)
        except (EOFError, OSError):
            return self._lost(DiedError(_how_it_died(self.process)))
        if time.monotonic() < self.deadline:
            return _PENDING
        if not self.ready:
            return self._lost(DiedError("tiến trình xử lý không khởi động được; hãy thử lại khi máy bớt tải"))
        return self._lost(TimedOutError(f"xử lý quá {bounds.seconds:g} giây nên đã bị dừng; hãy tăng --time-limit"))

    def _received(self, answer: tuple[str, Any], bounds: BoundedPool) -> object:
        state, outcome = answer
        if state == _READY:
            self.ready, self.deadline = True, time.monotonic() + bounds.seconds
            return _PENDING
        self.busy = False
        if isinstance(outcome, MemoryError):
            # What is left of the heap after this is anyone's guess.
            return self._lost(
                OutOfMemoryError(f"cần hơn {bounds.megabytes} MB bộ nhớ nên đã bị dừng; hãy tách nhỏ tệp")
            )
        return outcome

    def _lost(self, error: BoundedError) -> BoundedError:
        self.busy = self.healthy = False
        return error

    def end(self) -> None:
        """Kill the process and everything it started, and wipe its temporary files."""
        _kill_session(self.process.pid)
        self.process.join()
        self.process.close()
        self.pipe.close()
        wipe(self.folder)


def _awaited(busy: list[_Worker]) -> list[_Worker]:
    """Wait until a worker answers, dies or runs out of time, and return those worth a look."""
    left = min(worker.deadline for worker in busy) - time.monotonic()
    answering = wait([worker.pipe for worker in busy], timeout=max(0.0, left))
    now = time.monotonic()
    return [worker for worker in busy if worker.pipe in answering or worker.deadline <= now]


def _start(function: Callable[[Any], object], bounds: BoundedPool) -> _Worker:
    folder = Path(tempfile.mkdtemp(prefix="camket-worker-"))
    here, there = _CONTEXT.Pipe()
    process = _CONTEXT.Process(target=_serve, args=(there, function, bounds, str(folder)), daemon=True)
    process.start()
    there.close()
    return _Worker(process, here, folder)


def _serve(pipe: Connection, function: Callable[[Any], object], bounds: BoundedPool, folder: str) -> None:
    """The worker's life: bound itself, then answer items until the pipe closes."""
    os.setsid()
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    os.environ["TMPDIR"] = tempfile.tempdir = folder
    resource.setrlimit(resource.RLIMIT_AS, (bounds.megabytes << 20, bounds.megabytes << 20))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))  # a core file would hold the document
    pipe.send((_READY, None))
    # When the pipe closes, the run is over, or whoever started it has died and can wipe nothing any more.
    with contextlib.suppress(EOFError, OSError):
        while True:
            item = pipe.recv()
            # The caller stops what takes too long; should the caller be dead by then, the alarm does.
            signal.alarm(ceil(bounds.seconds + _START_SECONDS))
            _answer(pipe, function, item)
            signal.alarm(0)
    wipe(Path(folder))


def _answer(pipe: Connection, function: Callable[[Any], object], item: object) -> None:
    outcome: object
    try:
        outcome = function(item)
    except Exception as error:  # noqa: BLE001 -- handed to the caller, who decides
        # The traceback and its frames would carry the document's text; the error itself is told without it.
        outcome = _portable(error.with_traceback(None))
    try:
        pipe.send(("done", outcome))
    except MemoryError as error:
        pipe.send(("done", error))
    except (OSError, EOFError):
        raise
    except Exception as error:  # noqa: BLE001 -- an outcome that cannot be pickled is still an answer
        pipe.send(("done", DiedError(f"kết quả không chuyển được giữa các tiến trình: {error}")))


def _portable(error: Exception) -> Exception:
    """Return the error, or, where it cannot be sent to another process, its words."""
    try:
        pickle.loads(pickle.dumps(error))  # noqa: S301 -- our own bytes
    except Exception:  # noqa: BLE001 -- whatever is wrong with it, it cannot be sent
        return DiedError(f"lỗi {type(error).__name__}: {error}")
    return error


def _how_it_died(process: ForkServerProcess) -> str:
    process.join(1)
    code = process.exitcode
    how = f"tín hiệu {-code}" if code is not None and code < 0 else f"mã {code}"
    return f"tiến trình xử lý kết thúc bất thường ({how}), có thể do tệp bị hỏng hoặc thiếu bộ nhớ"


def _kill_session(leader: int | None) -> None:
    """Kill every process of the worker's session, whatever process group it put itself into."""
    if leader is None:
        return
    for pid in [leader, *_session(leader)]:
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.kill(pid, signal.SIGKILL)
    # One that was being born during the first round is found in the second.
    for pid in _session(leader):
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.kill(pid, signal.SIGKILL)


def _session(leader: int) -> list[int]:
    """Processes of a session by /proc; without one (not Linux), the leader's process group must do."""
    proc = Path("/proc")
    if not (proc / "self" / "stat").exists():
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(leader, signal.SIGKILL)
        return []
    return [int(path.name) for path in proc.iterdir() if path.name.isdigit() and _session_of(path) == leader]


def _session_of(process: Path) -> int | None:
    # Fields of proc(5) stat behind the name in brackets: state, parent, group, session.
    with contextlib.suppress(OSError, ValueError, IndexError):
        return int((process / "stat").read_text().rpartition(")")[2].split()[3])
    return None
