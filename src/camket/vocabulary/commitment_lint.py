"""Rules that no kind of commitment may break, each with a message that says what to do."""

from collections.abc import Callable, Iterable, Iterator, Mapping

from camket.vocabulary.commitment import CommitmentKind, Role, Transition

Check = Callable[[CommitmentKind], Iterator[str]]

# The statements that become commitments (STATEMENTS): every one needs its states, and there are no others.
_KINDS = ("directive", "own_task", "petition", "plan", "project", "target")
# They look on: what they may do is decided by permissions, and is never a step of a commitment.
_READERS: frozenset[Role] = frozenset({"administrator", "leader", "auditor"})


def commitment_problems(kinds: Mapping[str, CommitmentKind]) -> list[str]:
    """Return what is wrong, in Vietnamese, one line a problem; empty when nothing is."""
    missing = [f"{code}: thiếu tệp commitments/{code}.yml" for code in _KINDS if code not in kinds]
    extra = [
        f"{code}: không phải loại cam kết nào; hãy bỏ tệp commitments/{code}.yml" for code in kinds.keys() - {*_KINDS}
    ]
    found = (f"{kind.code}: {one}" for kind in kinds.values() for check in _CHECKS for one in check(kind))
    return [*missing, *sorted(extra), *found]


def _known_states(kind: CommitmentKind) -> Iterator[str]:
    if kind.start not in kind.states or kind.states[kind.start].final:
        yield f"trạng thái đầu «{kind.start}» phải là một trạng thái chưa kết thúc trong states"
    for one in kind.transitions.values():
        for state in (*one.from_, one.to):
            if state not in kind.states:
                yield f"{one.code}: trạng thái «{state}» không có trong states; hãy thêm hoặc sửa mã"
        if one.to in one.from_ or not one.from_:
            yield f"{one.code}: phải đi từ ít nhất một trạng thái sang một trạng thái khác"


def _reached(kind: CommitmentKind) -> Iterator[str]:
    reached = _closure({kind.start}, ((one.from_, (one.to,)) for one in kind.transitions.values()))
    yield from (f"không có cách nào tới trạng thái «{code}»" for code in kind.states if code not in reached)


def _left(kind: CommitmentKind) -> Iterator[str]:
    finals = {code for code, state in kind.states.items() if state.final}
    ending = _closure(finals, (((one.to,), one.from_) for one in kind.transitions.values()))
    yield from (f"không có cách nào kết thúc từ trạng thái «{code}»" for code in kind.states if code not in ending)
    for one in kind.transitions.values():
        yield from (
            f"{one.code}: không được rời trạng thái kết thúc «{state}»" for state in one.from_ if state in finals
        )


def _closure(seed: set[str], steps: Iterable[tuple[tuple[str, ...], tuple[str, ...]]]) -> set[str]:
    """What can be reached from ``seed`` by steps from any of the first states to all of the second."""
    found, pairs = set(seed), list(steps)
    while new := {to for sources, targets in pairs if found.intersection(sources) for to in targets} - found:
        found |= new
    return found


def _done_by_someone(kind: CommitmentKind) -> Iterator[str]:
    for one in kind.transitions.values():
        if not one.service.isidentifier():
            yield f"{one.code}: thiếu service, hoặc «{one.service}» không phải tên một động từ"
        if not one.by:
            yield f"{one.code}: thiếu by: vai trò nào được làm bước này?"
        for role in sorted(_READERS.intersection(one.by)):
            yield f"{one.code}: vai trò «{role}» chỉ được xem; hãy bỏ khỏi by"


def _closed_by_who_asked(kind: CommitmentKind) -> Iterator[str]:
    """Only who assigned it, or sent it, closes it; the office may for them, if it says why."""
    for one in kind.transitions.values():
        if one.to in kind.states and kind.states[one.to].final:
            for role in (role for role in one.by if not _may_close(one, role)):
                yield f"{one.code}: «{role}» không được khép lại khi không phải bên giao hoặc bên kiến nghị"


def _may_close(one: Transition, role: Role) -> bool:
    relation = one.by[role]
    return relation in {"assigner", "sender"} or (role == "office" and relation == "any" and "reason" in one.needs)


def _labels_once(kind: CommitmentKind) -> Iterator[str]:
    for what, labels in (
        ("bước chuyển", [one.label_vi for one in kind.transitions.values()]),
        ("trạng thái", [state.label_vi for state in kind.states.values()]),
    ):
        for label in dict.fromkeys(labels):
            if labels.count(label) > 1:
                yield f"nhãn {what} «{label}» có {labels.count(label)} lần; hãy đặt nhãn khác nhau"
            if not label.strip():
                yield f"có {what} không nhãn"


def _one_meaning(kind: CommitmentKind) -> Iterator[str]:
    """A service leads out of a state in exactly one way, whether in time or late."""
    for state in kind.states:
        leaving = kind.leaving(state)
        for service in dict.fromkeys(one.service for one in leaving):
            for late in (False, True):
                ways = [one.code for one in leaving if one.service == service and one.fits(late=late)]
                if len(ways) != 1:
                    when = "khi quá hạn" if late else "khi đúng hạn"
                    yield f"{service} từ «{state}» {when} phải có đúng một bước chuyển, đang có {len(ways)}"


_CHECKS: tuple[Check, ...] = (
    _known_states,
    _reached,
    _left,
    _done_by_someone,
    _closed_by_who_asked,
    _labels_once,
    _one_meaning,
)
