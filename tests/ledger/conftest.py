"""A ledger to test on: SQLite in a temporary home, or, with ``CAMKET_TEST_DATABASE=postgresql``, PostgreSQL.

The whole folder runs on either, one a session. ``opened`` is what most tests want: tables there, the chain begun, all undone
afterwards. Tests of several processes want real databases of their own: ``new_database``.
"""

import itertools
import os
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from django.db import connections
from postgresql import Server, missing

from camket.ledger.history.writing import SYSTEM, begin_chain, writing
from camket.ledger.models import Account
from camket.ledger.place import DATABASE, HOME, database

KIND = os.environ.get("CAMKET_TEST_DATABASE") or "sqlite"
"""The database of this session: ``sqlite`` or ``postgresql``."""
_NAMES = (f"ledger{number}" for number in itertools.count())


@pytest.fixture(scope="session", autouse=True)
def ledger_home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The home of the session, so that nobody's own ledger is ever touched."""
    folder = tmp_path_factory.mktemp("home")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(HOME, str(folder))
        patch.delenv(DATABASE, raising=False)
        yield folder


@pytest.fixture(scope="session")
def kind() -> str:
    """The database of the session: ``sqlite`` or ``postgresql``."""
    return KIND


@pytest.fixture(scope="session")
def server() -> Iterator[Server]:
    """PostgreSQL, started when first asked for; under xdist one a worker."""
    if reason := missing():
        pytest.skip(reason)
    running = Server()
    try:
        running.start()
        yield running
    finally:
        running.stop()


@pytest.fixture(scope="session")
def django_db_modify_db_settings(request: pytest.FixtureRequest, ledger_home: Path) -> None:
    """Django's test database: a file in the home, or a database of the server."""
    with pytest.MonkeyPatch.context() as patch:
        if KIND == "postgresql":
            patch.setenv(DATABASE, request.getfixturevalue("server").url("camket"))
        place = database()
    place["TEST"] = {"NAME": str(ledger_home / "test.sqlite3") if KIND == "sqlite" else "test_camket"}
    connections.settings["default"] = connections.configure_settings({"default": place})["default"]
    # One may have been made of the settings before.
    with suppress(AttributeError):
        del connections["default"]


@pytest.fixture
def new_database(request: pytest.FixtureRequest, tmp_path: Path) -> Callable[..., str]:
    """Maker of addresses of new empty databases, of the session's kind or of the one named, for processes of their own."""

    def make(kind: str = KIND) -> str:
        name = next(_NAMES)
        if kind == "postgresql":
            address: str = request.getfixturevalue("server").create(name)
            return address
        return f"sqlite:///{tmp_path / name}.sqlite3"

    return make


@pytest.fixture
def opened(db: None) -> None:
    """A ledger with its chain begun and nothing in it."""
    begin_chain()


@pytest.fixture
def account(opened: None) -> Callable[..., Account]:
    """Maker of accounts; named ``lan``, or as given."""

    def make(name: str = "lan", full_name: str = "Lò Thị Lan", *, active: bool = True) -> Account:
        with writing(SYSTEM, "account add") as made:
            return made.add(Account(name=name, full_name=full_name, active=active))

    return make
