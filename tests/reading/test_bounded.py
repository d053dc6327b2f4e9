"""Work in bounded processes: every bound fires, nothing is left behind, and the rest goes on."""

import contextlib
import ctypes
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import pytest

from camket.reading.bounded import BoundedPool, DiedError, OutOfMemoryError, TimedOutError, run_bounded
from camket.reading.loading.errors import UnsupportedFormatError


def double(number: int) -> int:
    return 2 * number


def add(left: int, right: int) -> int:
    return left + right


def sleep(seconds: float) -> float:
    time.sleep(seconds)
    return seconds


def spin(_: int) -> None:
    while True:
        pass


def allocate(megabytes: int) -> int:
    return len(bytearray(megabytes << 20))


def crash(_: int) -> None:
    ctypes.string_at(0)


def leave(code: int) -> None:
    os._exit(code)


def fail(name: str) -> None:
    raise UnsupportedFormatError(name, "không đọc được", "Hãy đổi tệp")


class CannotTravelError(Exception):
    def __init__(self, one: int, two: int) -> None:
        super().__init__("chỉ một")


def fail_badly(_: int) -> None:
    raise CannotTravelError(1, 2)


def unpicklable(_: int) -> object:
    return lambda: None


def mixed(task: tuple[str, int]) -> int:
    verb, number = task
    if verb == "sleep":
        time.sleep(number)
    elif verb == "exit":
        os._exit(number)
    elif verb == "allocate":
        allocate(number)
    return os.getpid()


def start_child_and_sleep(path: str) -> None:
    """Start a grandchild in a process group of its own, as LibreOffice is started, and hang."""
    child = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(60)"], process_group=0)
    Path(path).write_text(str(child.pid), encoding="ascii")
    time.sleep(60)


def leave_file_and_sleep(path: str) -> None:
    file = Path(tempfile.mkdtemp()) / "secret.txt"
    file.write_text("nội dung", encoding="utf-8")
    Path(path).write_text(str(file), encoding="utf-8")
    time.sleep(60)


def temporary_folder(_: int) -> str:
    return tempfile.gettempdir()


def alive(pid: int) -> bool:
    with contextlib.suppress(OSError):
        return Path(f"/proc/{pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()[0] != "Z"
    return False


def test_the_result_comes_back() -> None:
    assert run_bounded(add, 2, 3, seconds=20, megabytes=1024) == 5


def test_what_the_function_raises_is_raised() -> None:
    with pytest.raises(UnsupportedFormatError, match=r"a\.xyz: không đọc được\. Hãy đổi tệp"):
        run_bounded(fail, "a.xyz", seconds=20, megabytes=1024)


@pytest.mark.parametrize("function", [sleep, spin])
def test_the_time_limit_fires(function: object) -> None:
    begun = time.monotonic()
    with pytest.raises(TimedOutError, match=r"quá 0\.5 giây"):
        run_bounded(function, 60, seconds=0.5, megabytes=1024)  # type: ignore[arg-type]
    assert time.monotonic() - begun < 20


def test_the_memory_bound_fires() -> None:
    with pytest.raises(OutOfMemoryError, match="512 MB"):
        run_bounded(allocate, 2048, seconds=20, megabytes=512)
    assert run_bounded(allocate, 64, seconds=20, megabytes=512) == 64 << 20


@pytest.mark.parametrize(("function", "word"), [(crash, "tín hiệu 11"), (leave, "mã 7")])
def test_a_process_that_dies_is_an_error(function: object, word: str) -> None:
    with pytest.raises(DiedError, match=word):
        run_bounded(function, 7, seconds=20, megabytes=1024)  # type: ignore[arg-type]


@pytest.mark.parametrize("function", [fail_badly, unpicklable])
def test_what_cannot_travel_between_processes_is_an_error(function: object) -> None:
    with pytest.raises(DiedError):
        run_bounded(function, 1, seconds=20, megabytes=1024)  # type: ignore[arg-type]


def test_grandchildren_end_with_the_worker(tmp_path: Path) -> None:
    path = tmp_path / "pid"
    with pytest.raises(TimedOutError):
        run_bounded(start_child_and_sleep, str(path), seconds=2, megabytes=1024)
    pid = int(path.read_text(encoding="ascii"))
    until = time.monotonic() + 5
    while alive(pid) and time.monotonic() < until:
        time.sleep(0.05)
    assert not alive(pid)


def test_files_of_a_killed_worker_are_gone(tmp_path: Path) -> None:
    path = tmp_path / "path"
    with pytest.raises(TimedOutError):
        run_bounded(leave_file_and_sleep, str(path), seconds=2, megabytes=1024)
    left = Path(path.read_text(encoding="utf-8"))
    assert not left.exists()
    assert not left.parent.parent.exists()


def test_each_worker_has_a_temporary_folder_of_its_own() -> None:
    folder = run_bounded(temporary_folder, 0, seconds=20, megabytes=1024)
    assert Path(folder).name.startswith("camket-worker-")
    assert not Path(folder).exists()


def test_every_item_is_answered_once() -> None:
    pool = BoundedPool(2, seconds=20, megabytes=1024)
    assert sorted(pool.map_unordered(double, range(50))) == [(number, 2 * number) for number in range(50)]


def test_no_items_no_answers() -> None:
    assert list(BoundedPool(2).map_unordered(double, [])) == []


def test_bad_items_are_named_and_the_rest_go_on() -> None:
    tasks = [("ok", 1), ("sleep", 60), ("ok", 2), ("exit", 3), ("allocate", 4096), ("ok", 4), ("ok", 5)]
    answers = dict(BoundedPool(2, seconds=1, megabytes=512).map_unordered(mixed, tasks))
    assert set(answers) == set(tasks)
    assert isinstance(answers["sleep", 60], TimedOutError)
    assert isinstance(answers["exit", 3], DiedError)
    assert isinstance(answers["allocate", 4096], OutOfMemoryError)
    assert all(isinstance(answers["ok", number], int) for number in (1, 2, 4, 5))


def test_a_healthy_worker_is_used_again() -> None:
    tasks = [("ok", number) for number in range(20)]
    pids = {pid for _, pid in BoundedPool(1, seconds=20, megabytes=1024).map_unordered(mixed, tasks)}
    assert len(pids) == 1


def test_a_run_broken_off_leaves_no_worker() -> None:
    answers = BoundedPool(2, seconds=20, megabytes=1024).map_unordered(mixed, [("ok", 1), ("sleep", 15), ("ok", 2)])
    _, pid = next(answers)
    answers.close()  # type: ignore[attr-defined]
    assert isinstance(pid, int)
    assert not alive(pid)


def test_workers_end_when_the_caller_is_killed(tmp_path: Path) -> None:
    path = tmp_path / "pid"
    program = "\n".join(
        (
            "import sys",
            f"sys.path.insert(0, {str(Path(__file__).parent)!r})",
            "from camket.reading.bounded import run_bounded",
            "import test_bounded",
            f"run_bounded(test_bounded.note_and_nap, {str(path)!r}, seconds=20, megabytes=1024)",
        )
    )
    caller = subprocess.Popen([sys.executable, "-c", program])
    until = time.monotonic() + 20
    while not (path.exists() and path.read_text(encoding="ascii")) and time.monotonic() < until:
        time.sleep(0.05)
    caller.kill()
    caller.wait()
    worker, folder = path.read_text(encoding="utf-8").split("\n")
    until = time.monotonic() + 10
    while alive(int(worker)) and time.monotonic() < until:
        time.sleep(0.05)
    assert not alive(int(worker))
    assert not Path(folder).exists()


def note_and_nap(path: str) -> None:
    Path(path).write_text(f"{os.getpid()}\n{tempfile.gettempdir()}", encoding="utf-8")
    time.sleep(1)
