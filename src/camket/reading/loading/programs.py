"""Running an outside program: found or asked for, bounded in time, and never left behind."""

import os
import shutil
import signal
import subprocess
from collections.abc import Mapping, Sequence
from contextlib import suppress

from camket.reading.loading.errors import ConversionError, MissingProgramError


def find_program(program: str, name: str, what: str, packages: str) -> str:
    """Return the path of ``program``; raises MissingProgramError saying which Debian packages to install."""
    path = shutil.which(program)
    if path is None:
        raise MissingProgramError(name, f"cần {what} để đọc loại tệp này, máy chưa có", _install(packages))
    return path


def run_program(
    command: Sequence[str], name: str, seconds: float, data: bytes | None = None, env: Mapping[str, str] | None = None
) -> bytes:
    """Run ``command`` on ``data`` and return what it writes; raises ConversionError when it fails or takes too long."""
    process = subprocess.Popen(  # noqa: S603 -- the command is ours, the document reaches it as data only
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env={**os.environ, **(env or {})},
        process_group=0,
    )
    try:
        output, _ = process.communicate(data, timeout=seconds)
    except subprocess.TimeoutExpired as error:
        raise _failed(name, command[0], f"chạy quá {seconds:g} giây") from error
    finally:
        _end(process)
    if process.returncode != 0:
        raise _failed(name, command[0], f"kết thúc với mã lỗi {process.returncode}")
    return output


def _end(process: "subprocess.Popen[bytes]") -> None:
    """End the program and all it started, also where it ended well and a child of it did not."""
    with suppress(ProcessLookupError, PermissionError):
        os.killpg(process.pid, signal.SIGKILL)
    process.kill()
    process.communicate()


def _failed(name: str, program: str, how: str) -> ConversionError:
    problem = f"chương trình {os.path.basename(program)} không đọc được tệp: {how}"  # noqa: PTH119 - a name, no path
    return ConversionError(name, problem, "Hãy mở tệp bằng Word hoặc LibreOffice, lưu thành .docx rồi đọc")


def _install(packages: str) -> str:
    return f"Hãy cài đặt, trên Debian/Ubuntu: sudo apt install {packages}"
