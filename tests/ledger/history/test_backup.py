"""Backup and restore: the whole ledger in one file, from either database to either, or a refusal and nothing written."""

import json
import random
import stat
import zipfile
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from django.db import connection
from django.db.models import Model
from django.utils import timezone

from camket.ledger.errors import DeniedError, InvalidError
from camket.ledger.history.archive import Incoming
from camket.ledger.history.backup import back_up
from camket.ledger.history.canonical import Plain, columns
from camket.ledger.history.nouns import kept_models
from camket.ledger.history.restore import restore
from camket.ledger.history.verify import Verdict, verify
from camket.ledger.history.writing import begin_chain, writing
from camket.ledger.models import Account, Content, Document, Entry, Head, Membership, Observation

BYTES = bytes(range(256)) * 40


@pytest.fixture
def ledger(account: Callable[..., Account]) -> Account:
    """A little of everything that a column can hold: bytes, texts, JSON, figures, days, times, nothing."""
    lan = account()
    with writing("lan", "document.import", "thử") as made:
        content = made.add(Content(hash="c" * 64, bytes=BYTES))
        made.add(
            Document(
                content=content, content_hash="c" * 64, name="báo cáo.txt", format="txt", way="upload",
                received_at=timezone.now(), received_by=lan, declared_no_secret=True, text="Hộ nghèo 7,71 %\n  \t«…»",
                text_hash="d" * 64, places=[[0, 4, {"page": 1}]], facts={"title": None, "đủ": True, "số": 12},
            )
        )  # fmt: skip
        made.add_all(Membership(account=lan, role="office", unit="11", first=date(2026, 1, day)) for day in (1, 2))
    with writing("lan", "account.close") as made:
        made.alter(lan, active=False)
        made.alter(lan, active=True)
    return lan


def _all_models() -> list[type[Model]]:
    return [*kept_models(), Entry]


def _everything() -> dict[str, list[dict[str, Plain]]]:
    return {
        model._meta.model_name or "": [columns(row) for row in model._default_manager.order_by("pk")]
        for model in _all_models()
    }


def _wipe() -> None:
    every: list[type[Model]] = [*_all_models(), Head]
    with connection.cursor() as cursor:
        for model in every:
            cursor.execute(f"DELETE FROM {model._meta.db_table}")  # noqa: S608 - names of our own tables


def _restore(path: Path, head: str | None = None) -> Verdict:
    with Incoming(path) as archive:
        return restore(archive, "lan", lambda: None, head)


def test_a_restored_ledger_is_the_same_with_one_entry_more(ledger: Account, tmp_path: Path) -> None:
    made = back_up(tmp_path / "sao-lưu.zip")
    assert made.verdict == verify()
    before = _everything()
    _wipe()
    verdict = _restore(made.path)
    after = _everything()
    restored = after["entry"].pop()
    assert after == before
    assert (restored["verb"], restored["actor"], restored["sequence"]) == (
        "ledger.restore",
        "lan",
        verdict.sequence + 1,
    )
    assert json.loads(str(restored["payload"]))["said"]["head"] == made.verdict.head
    assert bytes(Content.objects.get().bytes) == BYTES
    assert verify(made.verdict.head).sound


def test_writing_goes_on_after_restoring(ledger: Account, tmp_path: Path) -> None:
    made = back_up(tmp_path / "b")
    _wipe()
    _restore(made.path)
    with writing("lan", "account.add") as change:
        new = change.add(Account(name="hoa", full_name="Hoa"))
    assert new.pk > Account.objects.get(name="lan").pk
    assert verify(made.verdict.head).sound


def test_a_figure_keeps_every_digit(opened: None, tmp_path: Path) -> None:
    with writing("lan", "event.add") as made:
        made.add(_observation(made.add(Account(name="lan")), Decimal("123456789012345678901234.000001")))
    path = back_up(tmp_path / "b").path
    _wipe()
    _restore(path)
    assert Observation.objects.get().value == Decimal("123456789012345678901234.000001")


def _observation(lan: Account, value: Decimal) -> Observation:
    given: dict[str, Any] = {"indicator": "poverty_rate", "value": value, "entered_by": lan}
    return Observation(**given)


def test_an_empty_ledger_can_be_backed_up(opened: None, tmp_path: Path) -> None:
    path = back_up(tmp_path / "b").path
    _wipe()
    assert _restore(path).sequence == 0
    assert Entry.objects.get().verb == "ledger.restore"


def test_only_its_owner_may_read_a_backup(ledger: Account, tmp_path: Path) -> None:
    path = back_up(tmp_path / "b").path
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert list(tmp_path.iterdir()) == [path]


def test_a_backup_never_replaces_a_file(ledger: Account, tmp_path: Path) -> None:
    path = tmp_path / "b"
    path.write_text("của người khác")
    with pytest.raises(InvalidError, match="đã có tệp này"):
        back_up(path)
    assert path.read_text() == "của người khác"


def test_a_folder_that_is_not_there(ledger: Account, tmp_path: Path) -> None:
    with pytest.raises(InvalidError, match="không tạo được tệp ở đây"):
        back_up(tmp_path / "không có" / "b")


def test_a_ledger_with_rows_is_never_restored_into(ledger: Account, tmp_path: Path) -> None:
    path = back_up(tmp_path / "b").path
    before = _everything()
    with pytest.raises(InvalidError, match="sổ này đã có dữ liệu"):
        _restore(path)
    assert _everything() == before


def test_a_file_cut_off_anywhere_is_refused(ledger: Account, tmp_path: Path) -> None:
    whole = back_up(tmp_path / "b").path.read_bytes()
    _wipe()
    draw = random.Random(4)  # noqa: S311 - places to cut at
    for length in [0, 1, len(whole) - 1, *(draw.randrange(len(whole)) for _ in range(40))]:
        (tmp_path / "cut").write_bytes(whole[:length])
        _refused(tmp_path / "cut", "bị hỏng hoặc bị cắt")


def test_a_file_with_a_byte_changed_is_refused_or_says_the_same(ledger: Account, tmp_path: Path) -> None:
    whole = back_up(tmp_path / "b").path.read_bytes()
    head = verify().head
    _wipe()
    draw, refused = random.Random(5), 0  # noqa: S311 - places to change
    for _ in range(150):
        at = draw.randrange(len(whole))
        (tmp_path / "x").write_bytes(whole[:at] + bytes([whole[at] ^ 1 << draw.randrange(8)]) + whole[at + 1 :])
        try:
            # Days and attributes of a ZIP's members mean nothing here; whatever else was changed must be refused.
            assert _restore(tmp_path / "x").head == head
            _wipe()
        except InvalidError:
            refused += 1
            assert not Entry.objects.exists()
    assert refused > 100


def _refused(path: Path, why: str, head: str | None = None) -> None:
    with pytest.raises(InvalidError, match=why):
        _restore(path, head)
    assert not Entry.objects.exists()
    assert not any(model._default_manager.exists() for model in kept_models())


def _rewrite(path: Path, change: Callable[[str, bytes], bytes]) -> None:
    """Change members, and make the manifest fit again, as one would who means to deceive."""
    import hashlib

    with zipfile.ZipFile(path) as old:
        members = {name: change(name, old.read(name)) for name in old.namelist()}
    manifest = json.loads(members["manifest.json"])
    for name, told in manifest["members"].items():
        told |= {"sha256": hashlib.sha256(members[name]).hexdigest(), "size": len(members[name])}
    members["manifest.json"] = json.dumps(manifest).encode()
    with zipfile.ZipFile(path, "w") as new:
        for name, content in members.items():
            new.writestr(name, content)


@pytest.mark.parametrize(
    ("member", "old", "new", "why"),
    [
        ("rows/document.jsonl", "7,71", "1,77", "văn bản số .* đã bị sửa ngoài hệ thống"),
        ("rows/account.jsonl", "Lan", "Kẻ Khác", "tài khoản số .* đã bị sửa ngoài hệ thống"),
        ("entries.jsonl", "document.import", "document.forget", "Mục 2: thứ tự, người làm"),
        ("entries.jsonl", "document.import", "\\ud800", "nội dung không phải của một sổ"),
        ("rows/account.jsonl", '"active":true', '"active":"có lẽ"', "nội dung không phải của một sổ"),
        ("rows/account.jsonl", '"name"', '"tên"', "nội dung không phải của một sổ"),
        ("rows/account.jsonl", "{", "", "nội dung không phải của một sổ"),
        ("manifest.json", '"hash":"', '"hash":"0', "mã đầu chuỗi không đúng với bản kê"),
        ("manifest.json", "camket-backup-1", "camket-backup-9", "cần 'camket-backup-1'"),
        ("manifest.json", "full_name", "fullname", "bản sao lưu của một phiên bản khác"),
    ],
)
def test_a_backup_made_to_deceive_is_refused(
    ledger: Account, tmp_path: Path, member: str, old: str, new: str, why: str
) -> None:
    path = back_up(tmp_path / "b").path
    _rewrite(path, lambda name, content: content.replace(old.encode(), new.encode()) if name == member else content)
    _wipe()
    _refused(path, why)


def test_bytes_that_were_exchanged_are_found(ledger: Account, tmp_path: Path) -> None:
    path = back_up(tmp_path / "b").path
    _rewrite(path, lambda name, content: content[::-1] if name.startswith("bytes/") else content)
    _wipe()
    _refused(path, "tệp gốc số c+ đã bị sửa ngoài hệ thống")


def test_a_head_from_the_minutes_must_be_in_the_backup(ledger: Account, tmp_path: Path) -> None:
    path = back_up(tmp_path / "b").path
    noted = Entry.objects.get(sequence=1).hash
    _wipe()
    _refused(path, "không có trong lịch sử", "1" * 64)
    assert _restore(path, noted).sound


def test_a_file_that_is_not_there_and_one_that_is_none(opened: None, tmp_path: Path) -> None:
    (tmp_path / "note.txt").write_text("không phải bản sao lưu")
    for name, why in (("không-có", "không có tệp này"), ("note.txt", "bị hỏng hoặc bị cắt")):
        with pytest.raises(InvalidError, match=why):
            Incoming(tmp_path / name)


def test_who_may_not_restore_is_refused_and_nothing_is_left(ledger: Account, tmp_path: Path) -> None:
    path = back_up(tmp_path / "b").path
    _wipe()

    def refuse() -> None:
        raise DeniedError("không được")

    with Incoming(path) as archive, pytest.raises(DeniedError):
        restore(archive, "lan", refuse)
    assert not Account.objects.exists()


def test_a_ledger_that_was_tampered_with_is_backed_up_and_says_so(ledger: Account, tmp_path: Path) -> None:
    with connection.cursor() as cursor:
        cursor.execute("UPDATE ledger_account SET full_name = 'Kẻ Khác'")
    made = back_up(tmp_path / "b")
    assert not made.verdict.sound
    _wipe()
    _refused(made.path, "không nguyên vẹn")


def test_an_expunged_entry_goes_through(ledger: Account, tmp_path: Path) -> None:
    with writing("lan", "account.forget") as made:
        made.alter(ledger, full_name="(đã xóa)")
        made.clear([Entry.objects.get(sequence=1).change])
    path = back_up(tmp_path / "b").path
    _wipe()
    assert _restore(path).sound
    begin_chain()
    assert Entry.objects.get(sequence=1).payload is None
