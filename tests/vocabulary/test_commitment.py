"""Kinds of commitment: the packaged ones are sound, every walk stays in known states, each planted fault is named."""

from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from camket.vocabulary import VocabularyError
from camket.vocabulary.commitment import CommitmentKind, State, Transition, load_commitment_kinds, read_commitment_kinds
from camket.vocabulary.commitment_lint import commitment_problems

KINDS = load_commitment_kinds()
ROLES = ("administrator", "office", "reporter", "responder", "head", "leader", "auditor")
RELATIONS: frozenset[Any] = frozenset({"owner", "assigner", "sender"})


def test_the_packaged_kinds_are_clean() -> None:
    assert commitment_problems(KINDS) == []


def test_there_is_one_for_each_statement_that_becomes_a_commitment() -> None:
    assert set(KINDS) == {"target", "petition", "directive", "own_task", "project", "plan"}


@given(data=st.data(), kind=st.sampled_from(sorted(KINDS)))
def test_every_walk_stays_in_known_states_and_can_go_on_until_a_final_one(data: st.DataObject, kind: str) -> None:
    one = KINDS[kind]
    state = one.start
    for _ in range(data.draw(st.integers(0, 30))):
        ways = one.leaving(state)
        if one.states[state].final:
            assert ways == ()
            return
        state = data.draw(st.sampled_from(ways)).to
        assert state in one.states


@given(
    kind=st.sampled_from(sorted(KINDS)), role=st.sampled_from(ROLES), late=st.booleans(),
    relations=st.frozensets(st.sampled_from(sorted(RELATIONS))),
)  # fmt: skip
def test_what_may_be_done_grows_with_the_relations_and_never_for_readers(
    kind: str, role: Any, late: bool, relations: frozenset[Any]
) -> None:
    one = KINDS[kind]
    for state in one.states:
        some = {way.code for way in one.possible(state, role, relations, late=late)}
        assert some <= {way.code for way in one.possible(state, role, RELATIONS, late=late)}
        assert not (role in {"administrator", "leader", "auditor"} and some)


@pytest.mark.parametrize(
    ("kind", "state", "role", "relation", "late", "codes"),
    [
        ("directive", "open", "responder", "owner", False, ["acknowledge", "start", "report_done", "transfer"]),
        ("directive", "open", "responder", "sender", False, []),
        ("directive", "reported_done", "head", "owner", False, ["withdraw_report"]),
        ("directive", "reported_done", "head", "assigner", False, ["confirm", "return", "supersede"]),
        ("directive", "reported_done", "office", "assigner", True, ["confirm_late", "return", "supersede"]),
        ("petition", "answered", "responder", "owner", False, []),
        ("petition", "answered", "reporter", "sender", False, ["resolve", "return", "accept_refusal", "supersede"]),
        ("own_task", "reported_done", "reporter", "owner", False, ["withdraw_report"]),
        ("target", "done", "office", "assigner", False, []),
    ],
)
def test_who_may_do_what(kind: str, state: str, role: Any, relation: Any, late: bool, codes: list[str]) -> None:
    found = KINDS[kind].possible(state, role, {relation}, late=late)
    assert [one.code for one in found] == codes


def test_answered_is_not_resolved_while_a_promise_lives() -> None:
    petition = KINDS["petition"]
    assert petition.states["answered"].living
    closing = [one for one in petition.leaving("answered") if one.to in {"done", "done_late"}]
    assert closing
    assert all("promises_kept" in one.needs for one in closing)


def test_a_service_is_looked_up_by_state_and_lateness() -> None:
    directive = KINDS["directive"]
    confirmed = directive.of_service("confirm", "reported_done", late=True)
    assert confirmed is not None
    assert confirmed.to == "done_late"
    assert directive.of_service("confirm", "open", late=False) is None


def test_states_bear_the_words_of_their_kind_and_the_meaning_of_all() -> None:
    assert KINDS["plan"].states["done"].label_vi == "đã phê duyệt"
    assert KINDS["plan"].states["done"].final
    assert not KINDS["project"].states["suspended"].clock


def state(code: str, *, final: bool = False) -> State:
    return State(code=code, label_vi=f"nhãn {code}", label_en=code, final=final)


def step(code: str, from_: tuple[str, ...], to: str, **changes: Any) -> Transition:
    fields: dict[str, Any] = {"label_vi": f"Bấm {code}", "service": code, "by": {"head": "assigner"}}
    return Transition(code=code, from_=from_, to=to, **(fields | changes))


def kind_of(*steps: Transition, **changes: Any) -> CommitmentKind:
    fields: dict[str, Any] = {
        "states": {"open": state("open"), "done": state("done", final=True)},
        "start": "open",
        "transitions": {one.code: one for one in steps},
    }
    return CommitmentKind(code="directive", label_vi="việc", label_en="task", **(fields | changes))


SOUND = kind_of(step("close", ("open",), "done"))
STATES = {**SOUND.states, "loft": state("loft")}


@pytest.mark.parametrize(
    ("kind", "says"),
    [
        (kind_of(step("close", ("open",), "done"), start="done"), "trạng thái đầu «done»"),
        (kind_of(step("close", ("open",), "gone")), "trạng thái «gone» không có trong states"),
        (kind_of(step("close", (), "done")), "phải đi từ ít nhất một trạng thái"),
        (kind_of(*SOUND.transitions.values(), states=STATES), "không có cách nào tới trạng thái «loft»"),
        (
            kind_of(*SOUND.transitions.values(), step("climb", ("open",), "loft"), states=STATES),
            "không có cách nào kết thúc từ trạng thái «loft»",
        ),
        (kind_of(*SOUND.transitions.values(), step("back", ("done",), "open")), "không được rời trạng thái kết thúc"),
        (kind_of(step("close", ("open",), "done", service="")), "thiếu service"),
        (kind_of(step("close", ("open",), "done", by={})), "thiếu by"),
        (kind_of(step("close", ("open",), "done", by={"leader": "any"})), "«leader» chỉ được xem"),
        (kind_of(step("close", ("open",), "done", by={"responder": "owner"})), "«responder» không được khép lại"),
        (kind_of(step("close", ("open",), "done", by={"office": "any"})), "«office» không được khép lại"),
        (kind_of(*SOUND.transitions.values(), step("end", ("open",), "done", label_vi="Bấm close")), "có 2 lần"),
        (kind_of(step("close", ("open",), "done", timing="in_time")), "khi quá hạn phải có đúng một bước"),
    ],
)
def test_each_planted_fault_is_named(kind: CommitmentKind, says: str) -> None:
    problems = commitment_problems({**KINDS, "directive": kind})
    assert any(says in one for one in problems), problems
    assert all(one.startswith("directive: ") for one in problems)


def test_a_sound_kind_brings_no_problem() -> None:
    assert commitment_problems({**KINDS, "directive": SOUND}) == []


def test_a_missing_kind_and_an_unknown_one_are_named() -> None:
    kinds = {**KINDS, "wish": msgspec.structs.replace(SOUND, code="wish")}
    del kinds["plan"]
    assert commitment_problems(kinds) == [
        "plan: thiếu tệp commitments/plan.yml",
        "wish: không phải loại cam kết nào; hãy bỏ tệp commitments/wish.yml",
    ]


STATES_FILE = "open: {label_vi: mở, label_en: open, clock: true}\ndone: {label_vi: xong, label_en: done, final: true}\n"
KIND_FILE = """kind: {label_vi: việc, label_en: task, start: open}
states: {open: mở, done: xong}
transitions:
  close: {label_vi: Khép, service: close, from: [open], to: done, by: {head: assigner}}
"""


def written(folder: Path, kind: str) -> Path:
    (folder / "commitments").mkdir()
    (folder / "commitment_states.yml").write_text(STATES_FILE, "utf-8")
    (folder / "commitments" / "task.yml").write_text(kind, "utf-8")
    return folder


def test_a_kind_is_read_from_its_file(tmp_path: Path) -> None:
    task = read_commitment_kinds(written(tmp_path, KIND_FILE))["task"]
    assert task.transitions["close"].open_to("head", {"assigner"})
    assert not task.transitions["close"].open_to("head", {"owner"})
    assert task.states["open"].clock


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("transitions:", "steps:", "cần đúng ba mục"),
        ("done: xong", "gone: xong", "«gone» không có trong commitment_states.yml"),
        ("head: assigner", "chief: assigner", "mục «close»"),
        ("to: done", "to: done, needs: [luck]", "mục «close»"),
        ("start: open", "begin: open", "mục «task»"),
        ("  close:", "  close: {}\n  close:", "«close» có hai lần"),
        ("  close: {", "  shut: now\n  close: {", "«shut» phải là một bảng"),
    ],
)
def test_a_broken_file_is_refused_by_name(tmp_path: Path, old: str, new: str, says: str) -> None:
    with pytest.raises(VocabularyError, match=r"task\.yml") as refused:
        read_commitment_kinds(written(tmp_path, KIND_FILE.replace(old, new)))
    assert says in str(refused.value)
