"""Verifying: whatever somebody changes in the database by hand is found, and named."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest
from django.db import connection, transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from camket.ledger.errors import ConflictError
from camket.ledger.history.verify import verify
from camket.ledger.history.writing import writing
from camket.ledger.models import Account, Entry, Head, Membership

pytestmark = pytest.mark.django_db


@pytest.fixture
def ledger(account: Callable[..., Account]) -> list[Account]:
    """Five entries: three accounts, one renamed, and two at once."""
    accounts = [account(name, name.title()) for name in ("an", "bình", "chi")]
    with writing("an", "account rename", "gõ sai") as made:
        made.alter(accounts[1], full_name="Nguyễn Văn Bình")
    with writing("an", "account close") as made:
        for one in accounts[::2]:
            made.alter(one, active=False)
    return accounts


def _sql(statement: str, *values: str | int) -> None:
    with connection.cursor() as cursor:
        cursor.execute(statement, values)
        assert cursor.rowcount == 1, "the tampering itself must have worked"


def _only_fault() -> str:
    verdict = verify()
    assert len(verdict.faults) == 1, verdict.faults
    return str(verdict.faults[0])


def test_an_untouched_ledger_is_sound_and_tells_its_head(ledger: list[Account]) -> None:
    verdict = verify()
    assert verdict.sound, verdict.faults
    assert (verdict.sequence, verdict.head) == (5, Head.objects.get().hash)
    assert f"5 mục.\nMã đầu chuỗi, có thể ghi vào biên bản: {verdict.head}" in str(verdict)


def test_an_empty_ledger_is_sound(opened: None) -> None:
    assert verify().sound


def test_a_ledger_without_a_head_is_not(db: None) -> None:
    assert "không có đầu chuỗi" in _only_fault()


def test_a_changed_row(ledger: list[Account]) -> None:
    _sql("UPDATE ledger_account SET full_name = %s WHERE name = %s", "Kẻ Khác", "bình")
    told = _only_fault()
    assert told.startswith(f"Mục 4: tài khoản số {ledger[1].pk} đã bị sửa ngoài hệ thống")
    assert "full_name: đã ghi «Nguyễn Văn Bình», nay là «Kẻ Khác»" in told


def test_a_row_put_back_to_what_it_had_once_been(ledger: list[Account]) -> None:
    first = Entry.objects.get(sequence=2)
    _sql(
        "UPDATE ledger_account SET full_name = %s, version = 1, change = %s WHERE name = %s",
        "Bình", first.change, "bình",
    )  # fmt: skip
    assert f"tài khoản số {ledger[1].pk} đã bị đưa về trạng thái cũ (của mục 2)" in str(verify())


def test_a_row_that_holds_what_cannot_be_read(ledger: list[Account]) -> None:
    if connection.vendor != "sqlite":
        return  # PostgreSQL does not take it
    _sql("UPDATE ledger_account SET version = %s WHERE name = %s", "không rõ", "bình")
    assert "có giá trị hỏng" in _only_fault()


def test_a_row_put_in(ledger: list[Account]) -> None:
    _sql(
        "INSERT INTO ledger_account (version, change, name, full_name, active) VALUES (1, %s, %s, %s, %s)",
        "f" * 32, "lạ", "Người Lạ", True,
    )  # fmt: skip
    assert "không mục nào của lịch sử ghi trạng thái này" in _only_fault()
    assert str(Account.objects.get(name="lạ").pk) in _only_fault()


def test_a_row_put_in_as_of_an_entry_that_is_there(ledger: list[Account]) -> None:
    _sql(
        "INSERT INTO ledger_account (version, change, name, full_name, active) VALUES (1, %s, %s, %s, %s)",
        ledger[0].change, "lạ", "Người Lạ", True,
    )  # fmt: skip
    assert "mục mà dòng này dẫn đến không ghi về nó" in _only_fault()


def test_a_row_taken_out(ledger: list[Account]) -> None:
    _sql("DELETE FROM ledger_account WHERE name = %s", "bình")
    told = _only_fault()
    assert told == f"Mục 4: tài khoản số {ledger[1].pk} đã mất khỏi sổ mà không mục nào ghi là xóa"


def test_a_changed_payload(ledger: list[Account]) -> None:
    payload = Entry.objects.get(sequence=4).payload or ""
    _sql("UPDATE ledger_entry SET payload = %s WHERE sequence = 4", payload.replace("gõ sai", "gõ đúng"))
    assert _only_fault() == "Mục 4: nội dung của mục đã bị sửa"


@pytest.mark.parametrize("payload", ["", "rác", "[]", '{"rows":[{"noun":"account","row":{"id":[]}}]}', '{"rows":3}'])
def test_a_payload_that_is_no_payload(ledger: list[Account], payload: str) -> None:
    _sql("UPDATE ledger_entry SET payload = %s WHERE sequence = 4", payload)
    verdict = verify()
    assert str(verdict.faults[0]) == "Mục 4: nội dung của mục đã bị sửa"


def test_a_payload_with_its_digest_and_hash_made_to_fit(ledger: list[Account]) -> None:
    _forge(4, "Nguyễn Văn Bình", "Kẻ Khác")
    _sql("UPDATE ledger_account SET full_name = %s WHERE name = %s", "Kẻ Khác", "bình")
    assert _only_fault() == "Mục 5: không nối vào mục trước (mục 4)"


def _forge(sequence: int, old: str, new: str) -> None:
    from camket.ledger.history.chain import digest_of, hash_of

    entry = Entry.objects.get(sequence=sequence)
    entry.payload = (entry.payload or "").replace(old, new)
    digest = digest_of(entry.salt, entry.payload)
    hashed = hash_of(sequence, entry.change, entry.previous, entry.actor, entry.at, entry.verb, digest)
    _sql(
        "UPDATE ledger_entry SET payload = %s, digest = %s, hash = %s WHERE sequence = %s",
        entry.payload, digest, hashed, sequence,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("column", "value"),
    [("actor", "kẻ khác"), ("verb", "account open"), ("at", "2020-01-01 00:00:00+00"), ("hash", "0" * 64)],
)
def test_a_changed_author_verb_time_or_hash(ledger: list[Account], column: str, value: str) -> None:
    _sql(f"UPDATE ledger_entry SET {column} = %s WHERE sequence = 3", value)  # noqa: S608 - the table above
    assert str(verify().faults[0]) == "Mục 3: thứ tự, người làm, lúc làm, việc làm hoặc mã của mục đã bị sửa"


def test_a_time_that_is_none(ledger: list[Account]) -> None:
    if connection.vendor != "sqlite":
        return  # PostgreSQL does not take it
    _sql("UPDATE ledger_entry SET at = %s WHERE sequence = 3", "hôm qua")
    assert str(verify().faults[0]).startswith("Mục 3: thứ tự, người làm, lúc làm")


def test_an_entry_taken_out(ledger: list[Account]) -> None:
    _sql("DELETE FROM ledger_entry WHERE sequence = 3")
    verdict = verify()
    assert str(verdict.faults[0]) == "Mục 4: mục 3 đã mất khỏi lịch sử"


def test_the_first_entries_taken_out(ledger: list[Account]) -> None:
    for sequence in (1, 2):
        _sql("DELETE FROM ledger_entry WHERE sequence = %s", sequence)
    assert str(verify().faults[0]) == "Mục 3: mục 1-2 đã mất khỏi lịch sử"


def test_two_entries_swapped(ledger: list[Account]) -> None:
    for old, new in ((2, 99), (3, 2), (99, 3)):
        _sql("UPDATE ledger_entry SET sequence = %s WHERE sequence = %s", new, old)
    verdict = verify()
    assert [one.sequence for one in verdict.faults][:2] == [2, 3]
    assert "thứ tự" in str(verdict.faults[0])


def test_a_tail_cut_off_with_the_head_left(ledger: list[Account]) -> None:
    _sql("DELETE FROM ledger_entry WHERE sequence = 5")
    assert "lịch sử dừng ở mục 4: phần cuối đã bị cắt" in str(verify())


def test_a_tail_cut_off_with_its_head_and_rows_shows_against_a_head_written_down(
    account: Callable[..., Account],
) -> None:
    account("an")
    account("bình")
    noted = verify().head
    assert verify(noted).sound
    _sql("DELETE FROM ledger_entry WHERE sequence = 2")
    _sql("DELETE FROM ledger_account WHERE name = %s", "bình")
    _sql("UPDATE ledger_head SET sequence = 1, hash = %s", Entry.objects.get().hash)
    assert verify().sound, "nothing in the database itself can show it"
    verdict = verify(noted)
    assert f"({noted}) không có trong lịch sử: phần cuối đã bị cắt hoặc viết lại" in str(verdict)


def test_a_head_written_down_long_ago_as_people_copy_it(ledger: list[Account]) -> None:
    noted = Entry.objects.get(sequence=2).hash.upper()
    assert verify(" ".join(noted[at : at + 8] for at in range(0, 64, 8))).sound
    assert not verify("0" * 63 + "1").sound


def test_an_entry_put_in_at_the_end(ledger: list[Account]) -> None:
    entry = Entry.objects.get(sequence=5)
    entry.sequence, entry.change, entry.hash, entry.previous = 6, "e" * 32, "e" * 64, entry.hash
    entry.save(force_insert=True)
    assert "Mục 6: thứ tự" in str(verify())


def test_a_cleared_payload_that_no_entry_tells_of(ledger: list[Account]) -> None:
    _sql("UPDATE ledger_entry SET payload = NULL, salt = '' WHERE sequence = 2")
    assert _only_fault() == "Mục 2: nội dung đã bị xóa mà không mục nào sau đó ghi việc xóa ấy"


def test_what_law_removed_leaves_a_chain_that_verifies(ledger: list[Account]) -> None:
    with writing("an", "account forget", "theo yêu cầu") as made:
        made.alter(ledger[1], full_name="(đã xóa)")
        made.clear([one.change for one in Entry.objects.filter(sequence__in=(2, 4, 5))])
    assert verify().sound, verify().faults
    said = "".join(one.payload or "" for one in Entry.objects.all())
    assert "Nguyễn Văn Bình" not in said
    # What still stood of an entry that was cleared stands in the new one.
    assert [one.change for one in Account.objects.exclude(name="bình")] == [made.change] * 2


def test_what_was_cleared_twice_over_still_verifies(ledger: list[Account]) -> None:
    for _ in range(2):
        with writing("an", "account forget") as made:
            made.clear([Entry.objects.order_by("-sequence")[0].change])
    assert verify().sound, verify().faults


def test_a_row_removed_as_it_should_be(ledger: list[Account]) -> None:
    with writing("an", "account remove", "theo lệnh") as made:
        made.remove(ledger[1])
    assert not Account.objects.filter(name="bình").exists()
    assert verify().sound, verify().faults


def test_a_removed_row_put_back_by_hand(ledger: list[Account]) -> None:
    copy = Account.objects.get(name="bình")
    with writing("an", "account remove") as made:
        made.remove(ledger[1])
    copy.save(force_insert=True)
    assert "đưa về trạng thái cũ" in str(verify())


def test_memory_and_statements_do_not_grow_with_the_rows_of_an_entry(
    opened: None, django_assert_max_num_queries: Callable[[int], object]
) -> None:
    with writing("an", "account import") as made:
        made.add_all(Account(name=f"a{number}", full_name="A") for number in range(1200))
    with _statements_at_most(django_assert_max_num_queries, 70):
        assert verify().sound


@contextmanager
def _statements_at_most(limit: Callable[[int], object], number: int) -> Iterator[None]:
    with limit(number):  # type: ignore[attr-defined]  # a fixture or command of a kind its stub does not tell
        yield


_CHANGES = st.lists(
    st.tuples(
        st.sampled_from(["add", "many", "rename", "twice", "role", "remove", "clear", "fail"]),
        st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=5),
    ),
    max_size=12,
)


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(changes=_CHANGES)
def test_whatever_was_written_as_it_should_be_verifies(opened: None, changes: list[tuple[str, str]]) -> None:
    with transaction.atomic():
        for verb, text in changes:
            _make(verb, text)
        verdict = verify()
        transaction.set_rollback(True)
    assert verdict.sound, verdict.faults


def _make(verb: str, text: str) -> None:
    first = Account.objects.filter(memberships=None).order_by("pk").first()
    name = f"{Account.objects.count()}-{Entry.objects.count()}"
    if verb == "fail":
        with pytest.raises(ConflictError):
            _fail(name)
        return
    with writing("an", verb, text) as made:
        if verb == "add":
            made.add(Account(name=name, full_name=text))
        elif verb == "many":
            made.add_all(Account(name=f"{name}-{number}", full_name=text) for number in range(3))
        elif verb == "clear":
            made.clear([one.change for one in Entry.objects.order_by("-sequence")[1:3]])
        elif first and verb == "remove":
            made.remove(first)
        elif first and verb == "role":
            made.add(Membership(account=first, role="office", unit="11", first="2026-01-01"))
        elif first:
            made.alter(first, full_name=text)
            if verb == "twice":
                made.alter(first, active=not first.active)


def _fail(name: str) -> None:
    with writing("an", "fail") as made:
        made.add(Account(name=name))
        made.add(Account(name=name))
