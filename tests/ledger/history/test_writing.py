"""Writing: a change is all there with its entry, or not at all; nobody overwrites anybody unseen."""

import json
from collections.abc import Callable
from decimal import Decimal

import pytest

from camket.ledger.errors import BusyError, ConflictError, InvalidError, LedgerError
from camket.ledger.history.canonical import plain
from camket.ledger.history.fitting import fit
from camket.ledger.history.patience import patient
from camket.ledger.history.writing import writing
from camket.ledger.models import Account, Entry, Head, TargetPart


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
    with pytest.raises(ConflictError, match="Trùng với dòng đã có trong sổ, chưa ghi gì"):
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


def test_rows_in_hand_are_as_before_when_a_change_fails_so_it_can_be_tried_again(
    account: Callable[..., Account],
) -> None:
    lan, new = account(), Account(name="hoa", full_name="Hoa")
    with pytest.raises(RuntimeError):
        _fail_after_writing(lan, new)
    assert (lan.full_name, lan.version, new.version) == ("Lò Thị Lan", 1, 0)
    assert new.pk is None
    with writing("lan", "account rename") as made:
        made.alter(lan, full_name="Lan")
        made.add(new)
    assert Account.objects.count() == 2


def _fail_after_writing(old: Account, new: Account) -> None:
    with writing("lan", "account rename") as made:
        made.alter(old, full_name="Lan")
        made.add(new)
        raise RuntimeError


@pytest.mark.parametrize(
    ("full_name", "wrong"),
    [("a" * 201, "dài 201 chữ; nhiều nhất là 200"), ("a\0b", "ký tự rỗng"), ("a\ud800", "ký tự hỏng ở vị trí 2")],
)
def test_what_one_database_would_take_and_the_other_not_is_refused_by_both(
    opened: None, full_name: str, wrong: str
) -> None:
    with pytest.raises(InvalidError, match=wrong):
        _add(Account(name="lan", full_name=full_name))
    assert not Account.objects.exists()


def test_a_figure_is_never_rounded_on_its_way_in() -> None:
    for value, wrong in (("1.1234567", "hơn 6 chữ số sau dấu phẩy"), ("1e24", "quá lớn"), ("NaN", "không ghi được")):
        with pytest.raises(InvalidError, match=wrong):
            fit(TargetPart(value=Decimal(value)), frozenset({"value"}))
    fit(TargetPart(value=Decimal("7.710000000")), frozenset({"value"}))


def _add(row: Account) -> None:
    with writing("lan", "account add") as made:
        made.add(row)


def test_what_was_only_busy_is_tried_again_and_what_conflicts_is_not() -> None:
    tries: list[type[LedgerError]] = []

    def change(refusal: type[LedgerError]) -> int:
        tries.append(refusal)
        if len(tries) < 3:
            raise refusal("bận")
        return len(tries)

    assert patient(change)(BusyError) == 3
    tries.clear()
    with pytest.raises(ConflictError):
        patient(change)(ConflictError)
    assert len(tries) == 1


@pytest.mark.parametrize(("one", "other"), [("2.50", "2.5"), ("-0", "0"), ("1E+3", "1000"), ("0.000", "0")])
def test_one_figure_has_one_form(one: str, other: str) -> None:
    assert plain(Decimal(one)) == plain(Decimal(other)) == other


def test_a_long_figure_keeps_all_its_digits() -> None:
    digits = "123456789012345678901234567890.123456"
    assert plain(Decimal(digits)) == digits
