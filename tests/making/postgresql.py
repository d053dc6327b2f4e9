"""A PostgreSQL of the tests' own: begun in a temporary folder, reached by a socket there, gone when they end."""

import os
import shutil
import signal
import subprocess
import tempfile
import time
from pathlib import Path

import psycopg

BINARIES = next((path for path in sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)), None)
"""Debian's folder of the server's programs, the newest there; None without one."""
_STARTED_WITHIN = 30.0
_USER = "camket"


def missing() -> str | None:
    """Why no server can be started here, or None."""
    if BINARIES is None or not (BINARIES / "postgres").exists():
        return "PostgreSQL is not there (Debian: postgresql-15)"
    return None


class Server:
    """A server and its folder. It refuses to be root's, so root starts it as ``nobody``; anybody else as themselves.

    Not ``durable``, it leaves the disk its time: tests kill programs, not the machine's power.
    """

    def __init__(self, *, durable: bool = False) -> None:
        if BINARIES is None:
            raise RuntimeError(missing())
        self.folder = Path(tempfile.mkdtemp(prefix="camket-pg-"))
        self._programs = BINARIES
        self._fsync = "on" if durable else "off"
        self._run: subprocess.Popen[bytes] | None = None
        # Nothing of nobody's may be asked to enter the folder that the tests were started in.
        self._as: dict[str, object] = {"cwd": str(self.folder)}
        if os.geteuid() == 0:
            shutil.chown(self.folder, "nobody", "nogroup")
            self._as |= {"user": "nobody", "group": "nogroup", "extra_groups": []}
        self._begin()

    def _begin(self) -> None:
        command = [str(self._programs / "initdb"), "--pgdata=data", f"--username={_USER}", "--auth=trust"]
        command += ["--encoding=UTF8", "--locale=C.UTF-8", "--no-sync"]
        done = subprocess.run(command, capture_output=True, check=False, **self._as)  # type: ignore[call-overload]  # arguments by name, of many types
        if done.returncode:
            raise RuntimeError(f"initdb failed: {done.stderr.decode()}")

    def start(self) -> None:
        """Start, and wait until it answers."""
        command = [
            str(self._programs / "postgres"),
            "-D",
            "data",
            "-c",
            "listen_addresses=",
            "-c",
            f"fsync={self._fsync}",
        ]
        command += ["-c", f"unix_socket_directories={self.folder}", "-c", "shared_buffers=32MB"]
        if dying := shutil.which("setpriv"):
            # So that no server outlives tests that were killed.
            command = [dying, "--pdeathsig", "QUIT", *command]
        with (self.folder / "log").open("ab") as log:
            self._run = subprocess.Popen(command, stdout=log, stderr=log, **self._as)  # type: ignore[call-overload]  # arguments by name, of many types
        self._wait()

    def _wait(self) -> None:
        until = time.monotonic() + _STARTED_WITHIN
        while True:
            try:
                psycopg.connect(self.url("postgres")).close()
            except psycopg.OperationalError:
                if self._run is None or self._run.poll() is not None or time.monotonic() > until:
                    raise RuntimeError(f"PostgreSQL: {(self.folder / 'log').read_text()[-2000:]}") from None
                time.sleep(0.02)
            else:
                return

    def url(self, name: str) -> str:
        """The address of a database, as ``CAMKET_DATABASE_URL`` takes it."""
        return f"postgresql://{_USER}@/{name}?host={self.folder}"

    def create(self, name: str, template: str = "template0") -> str:
        """A new database, empty, or a copy of one that nobody uses just now; its address."""
        with psycopg.connect(self.url("postgres"), autocommit=True) as connection:
            connection.execute(f'CREATE DATABASE "{name}" TEMPLATE "{template}"')
        return self.url(name)

    def crash(self) -> None:
        """End at once, with nothing put in order: the next start must recover."""
        self._end(signal.SIGQUIT)

    def stop(self) -> None:
        """End for good, and remove the folder."""
        self._end(signal.SIGQUIT)
        shutil.rmtree(self.folder, ignore_errors=True)

    def _end(self, how: signal.Signals) -> None:
        if self._run is not None and self._run.poll() is None:
            self._run.send_signal(how)
            self._run.wait(_STARTED_WITHIN)
