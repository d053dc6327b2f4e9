"""Who may back up and restore; the rest of it is tested with the history."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from django.db import connection

from camket.ledger.errors import DeniedError, InvalidError
from camket.ledger.history.nouns import kept_models
from camket.ledger.history.writing import SYSTEM, writing
from camket.ledger.models import Account, Entry, Membership, Role, UnitClosure
from camket.ledger.services.backup import make_backup, restore_backup
from camket.units.bodies.body_type import NATION


@pytest.fixture(autouse=True)
def _small_map(monkeypatch: pytest.MonkeyPatch) -> None:
    """A closure of one unit, as making that of all units takes seconds."""

    def fill(_: object) -> int:
        always = {"first": date(1900, 1, 1), "last": date(9999, 12, 31)}
        return len(UnitClosure.objects.bulk_create([UnitClosure(ancestor=NATION, descendant=NATION, **always)]))

    monkeypatch.setattr("camket.ledger.services.backup.fill_closure", fill)


@pytest.fixture
def administrator(account: Callable[..., Account]) -> Account:
    lan = account()
    with writing(SYSTEM, "role") as made:
        made.add(Membership(account=lan, role=Role.ADMINISTRATOR, unit=NATION, first=date(2020, 1, 1)))
    return lan


def _wipe() -> None:
    tables = [model._meta.db_table for model in kept_models()]
    with connection.cursor() as cursor:
        for table in (*tables, "ledger_entry", "ledger_head", "ledger_unit_closure"):
            cursor.execute(f"DELETE FROM {table}")  # noqa: S608 - names of our own tables


def test_only_an_administrator_backs_up(account: Callable[..., Account], tmp_path: Path) -> None:
    with pytest.raises(DeniedError):
        make_backup(account(), tmp_path / "b")
    assert list(tmp_path.iterdir()) == []


def test_an_administrator_of_the_backup_restores_it_with_all_that_is_derived(
    administrator: Account, tmp_path: Path
) -> None:
    path = make_backup(administrator, tmp_path / "b").path
    _wipe()
    assert restore_backup("lan", path).sound
    assert UnitClosure.objects.exists()
    assert Entry.objects.get(verb="ledger.restore").actor == "lan"


def test_nobody_else_does(administrator: Account, account: Callable[..., Account], tmp_path: Path) -> None:
    account("hoa")
    path = make_backup(administrator, tmp_path / "b").path
    _wipe()
    for name in ("hoa", "không-có"):
        with pytest.raises(DeniedError):
            restore_backup(name, path)
        assert not Account.objects.exists()
        assert not UnitClosure.objects.exists()


def test_a_broken_file_is_refused_before_anything_else(opened: None, tmp_path: Path) -> None:
    (tmp_path / "b").write_bytes(b"PK")
    with pytest.raises(InvalidError, match="bị hỏng hoặc bị cắt"):
        restore_backup("lan", tmp_path / "b")
