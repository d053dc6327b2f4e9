"""The data of permissions: every action has a label and a role, every noun says whose it is."""

import pytest
from django.apps import apps
from sides import PROVINCE, A, B, Holder

from camket.ledger.errors import DeniedError
from camket.ledger.models import Content, Document, Entry, Role
from camket.ledger.permissions import can, require, visible_to
from camket.ledger.permissions.action import Action, load_actions
from camket.ledger.permissions.lint import action_problems, permission_problems

ALL = dict.fromkeys(Role, "any")


def test_nothing_is_wrong_with_the_data() -> None:
    assert permission_problems(apps.get_app_config("ledger").get_models()) == []


@pytest.mark.parametrize(
    ("actions", "said"),
    [
        ({"a.b": Action(label="", by=ALL)}, "thiếu nhãn"),
        ({"ab": Action(label="x", by=ALL)}, "mã hành động"),
        ({"a.b": Action(label="x", by=ALL), "a.c": Action(label="x", by=ALL)}, "trùng nhãn với a.b"),
        ({"a.b": Action(label="x", by={})}, "không vai trò nào làm được"),
        ({"a.b": Action(label="x", by={Role.HEAD: "stranger"})}, "không danh từ nào có quan hệ «stranger»"),
        ({"a.b": Action(label="x", by={Role.HEAD: "any"})}, "vai trò «auditor» không làm được gì"),
    ],
)
def test_what_is_wrong_is_named(actions: dict[str, Action], said: str) -> None:
    assert said in "\n".join(action_problems(actions, frozenset({"owner"})))


def test_a_model_that_the_data_does_not_name_is_named() -> None:
    known = list(apps.get_app_config("ledger").get_models())
    assert any(
        "không có danh từ này trong sổ" in one
        for one in permission_problems(one for one in known if one is not Document)
    )


def test_a_refusal_names_action_thing_and_roles(holder: Holder) -> None:
    by = holder("reporter", A)
    with pytest.raises(DeniedError) as refused:
        require(by, "document.import", B)
    assert str(refused.value) == (
        f"tài khoản «{by.name}» không được nạp văn bản đối với đơn vị «{B}»: cần vai trò «văn phòng» hoặc «đơn vị báo cáo» "
        f"ở nơi của đơn vị «{B}»; hãy đề nghị người quản trị giao vai trò ấy"
    )


def test_a_document_of_no_known_unit_is_taken_by_no_single_unit(holder: Holder) -> None:
    with pytest.raises(DeniedError, match="hãy nêu đơn vị"):
        require(holder("office", PROVINCE), "document.import", "")
    require(holder("office", "vn"), "document.import", "")


def test_mistakes_of_the_program_are_no_permissions(holder: Holder) -> None:
    by = holder("office", "vn")
    with pytest.raises(LookupError):
        can(by, "document.fly", A)
    with pytest.raises(LookupError):
        can(by, "document.read")
    with pytest.raises(LookupError):
        visible_to(by, Content)


def test_what_is_the_whole_installations_needs_a_role_on_the_whole(holder: Holder) -> None:
    assert not can(holder("administrator", PROVINCE), "ledger.restore")
    assert can(holder("administrator", "vn"), "ledger.restore")
    assert not visible_to(holder("auditor", PROVINCE), Entry).exists()
    assert visible_to(holder("auditor", "vn"), Entry).exists()
    assert not can(holder("office", PROVINCE), "history.read", Content())
    assert load_actions()["ledger.restore"].where == "whole"
