"""Place: where an installation keeps its things, and in which database."""

import os
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

HOME = "CAMKET_HOME"
DATABASE = "CAMKET_DATABASE_URL"


class PlaceError(ValueError):
    """A home or database address that cannot be used; in Vietnamese."""


def home() -> Path:
    """The installation's folder: ``CAMKET_HOME``, or ``~/.camket``."""
    return Path(os.environ.get(HOME) or "~/.camket").expanduser()


def database() -> dict[str, Any]:
    """Django's settings of the database: ``CAMKET_DATABASE_URL``, or an SQLite file in the home.

    ``sqlite:///PATH`` or ``postgresql://USER:PASSWORD@HOST:PORT/NAME``; ``?host=FOLDER`` names a socket. Raises PlaceError.
    """
    url = os.environ.get(DATABASE)
    if not url:
        return _sqlite(home() / "camket.sqlite3")
    parts = urlsplit(url)
    if parts.scheme == "sqlite":
        return _sqlite(Path(unquote(parts.path.removeprefix("/")) if parts.netloc else unquote(parts.path)))
    if parts.scheme in {"postgres", "postgresql"}:
        return _postgresql(url)
    raise PlaceError(
        f"{DATABASE} bắt đầu bằng «{parts.scheme}:»; cần sqlite:///ĐƯỜNG_DẪN hoặc postgresql://NGƯỜI_DÙNG@MÁY/TÊN"
    )


def _sqlite(path: Path) -> dict[str, Any]:
    # IMMEDIATE: a transaction that will write waits at its start rather than failing in its middle.
    # secure_delete: what is removed is written over with zeros, as it may be removed by law.
    options = {
        "transaction_mode": "IMMEDIATE",
        "timeout": 30,
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA secure_delete=ON;",
    }
    return {"ENGINE": "django.db.backends.sqlite3", "NAME": str(path), "OPTIONS": options}


def _postgresql(url: str) -> dict[str, Any]:
    parts = urlsplit(url)
    socket = next((pair.removeprefix("host=") for pair in parts.query.split("&") if pair.startswith("host=")), "")
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.removeprefix("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": unquote(socket) or parts.hostname or "",
        "PORT": str(parts.port or ""),
    }
