"""Writing: a change is all there with its entry, or not at all; nobody overwrites anybody unseen."""

import json
from collections.abc import Callable

import pytest
from django.db import IntegrityError

from camket.ledger.errors import ConflictError
from camket.ledger.history.writing import writing
from camket.ledger.models import Account, Entry, Head


def test_a_change_is_one_entry_with_the_state_after_it(account: Callable[..., Account]) -> None:
    lan = account()
    with writing("lan", "account rename", "lấy chồng") as made:
        made.alter(lan, full_name="Lò Thị Lan Anh")
    entry = Entry.objects.get(change=lan.change)
    said = json.loads(entry.payload or "")
    assert (entry.sequence, entry.actor, entry.verb) == (2, "lan", "account rename")
    assert said["reason"] == "lấy chồng"
    assert [(one["noun"], one["row"]["full_name"], one["row"]["version"]) for one in said["rows"]] == [
        ("account", "Lò Thị Lan Anh", 2)
    ]


def test_what_is_left_by_an_error_is_not_written(account: Callable[..., Account]) -> None:
    lan = account()
    with pytest.raises(IntegrityError):
        _rename_and_add_again(lan)
    assert Account.objects.get().full_name == "Lò Thị Lan"
    assert Head.objects.get().sequence == Entry.objects.count() == 1


def _rename_and_add_again(row: Account) -> None:
    with writing("lan", "account add") as made:
        made.alter(row, full_name="Khác")
        made.add(Account(name=row.name, full_name="Trùng tên"))


def test_a_change_of_nothing_is_no_entry(account: Callable[..., Account]) -> None:
    account()
    with writing("lan", "account look"):
        pass
    assert Entry.objects.count() == 1


def test_the_second_of_two_is_told_what_the_first_did(account: Callable[..., Account]) -> None:
    account()
    mine, theirs = Account.objects.get(), Account.objects.get()
    with writing("hoa", "account rename") as made:
        made.alter(theirs, full_name="Lò Thị Hoa")
    with pytest.raises(ConflictError, match=r"hoa đã sửa lúc .*Lò Thị Lan → Lò Thị Hoa") as refused:
        _rename(mine)
    assert "chưa có gì bị ghi đè" in str(refused.value)
    assert Account.objects.get().full_name == "Lò Thị Hoa"


def _rename(row: Account) -> None:
    with writing("lan", "account rename") as made:
        made.alter(row, full_name="Lò Thị Lan Anh")


def test_a_row_altered_twice_in_one_change_is_one_version_on(account: Callable[..., Account]) -> None:
    lan = account()
    with writing("lan", "account rename") as made:
        made.alter(lan, full_name="Một")
        made.alter(lan, full_name="Hai")
    lan.refresh_from_db()
    assert (lan.full_name, lan.version) == ("Hai", 2)


def test_the_chain_holds_each_entry_to_the_one_before(account: Callable[..., Account]) -> None:
    for name in ("an", "bình", "chi"):
        account(name)
    entries = list(Entry.objects.all())
    assert [one.sequence for one in entries] == [1, 2, 3]
    assert [one.previous for one in entries[1:]] == [one.hash for one in entries[:-1]]
    assert Head.objects.get().hash == entries[-1].hash
