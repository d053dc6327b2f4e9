"""Kinds of commitment: which states each may be in, and who may take it from one to another, on what condition.

The data stands in ``commitments/<kind>.yml`` and, what is common to all, in ``commitment_states.yml``.
"""

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Literal

import msgspec

from camket.vocabulary.data_file import Entry, VocabularyError, read_entries

Role = Literal["administrator", "office", "reporter", "responder", "head", "leader", "auditor"]
Relation = Literal["owner", "assigner", "sender", "any"]
Need = Literal["reason", "evidence", "approval", "document", "promises_kept"]
Timing = Literal["any", "in_time", "late"]

_HERE = Path(__file__).parent


class State(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Where a commitment stands. In a final state nothing more is owed; ``clock``: its deadline runs against the owner."""

    code: str
    label_vi: str
    label_en: str
    final: bool = False
    clock: bool = False

    @property
    def living(self) -> bool:
        """Whether something is still owed."""
        return not self.final


class Transition(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A way from one state to another.

    ``label_vi`` is what the button says, ``service`` the verb of the ledger that it belongs to. ``by``: the roles that
    may do it, each with the relation it must have to the commitment ("any" when none is asked). ``needs``: what
    must come with it; "approval" is the head's, "promises_kept" means that no linked promise is still living.
    ``timing``: "in_time" and "late" tell apart two ends of one service, by whether the owner's report or answer came
    after the due day.
    """

    code: str
    label_vi: str
    service: str
    from_: tuple[str, ...] = msgspec.field(name="from")
    to: str
    by: Mapping[Role, Relation]
    needs: tuple[Need, ...] = ()
    timing: Timing = "any"

    def open_to(self, role: Role, relations: AbstractSet[Relation]) -> bool:
        """Whether one in ``role``, related to the commitment by ``relations``, may do it."""
        asked = self.by.get(role)
        return asked is not None and (asked == "any" or asked in relations)

    def fits(self, *, late: bool) -> bool:
        """Whether it is the right one of its service for what came late, or in time."""
        return self.timing == "any" or (self.timing == "late") == late


class CommitmentKind(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A kind of commitment with its states, by code and labelled in the kind's own words, and its transitions, by code."""

    code: str
    label_vi: str
    label_en: str
    start: str
    states: Mapping[str, State]
    transitions: Mapping[str, Transition]

    def leaving(self, state: str) -> tuple[Transition, ...]:
        """The transitions that lead out of ``state``, in the order of the data file."""
        return tuple(one for one in self.transitions.values() if state in one.from_)

    def possible(
        self, state: str, role: Role, relations: AbstractSet[Relation], *, late: bool
    ) -> tuple[Transition, ...]:
        """What one in ``role``, so related, may do with a commitment in ``state``: the buttons of a page."""
        return tuple(one for one in self.leaving(state) if one.open_to(role, relations) and one.fits(late=late))

    def of_service(self, service: str, state: str, *, late: bool) -> Transition | None:
        """The transition that ``service`` means for a commitment in ``state``; None where it may not be done there."""
        return next((one for one in self.leaving(state) if one.service == service and one.fits(late=late)), None)


@cache
def load_commitment_kinds() -> Mapping[str, CommitmentKind]:
    """Return the packaged kinds by code; read once a process. Raise VocabularyError."""
    return read_commitment_kinds(_HERE)


def read_commitment_kinds(folder: Path) -> Mapping[str, CommitmentKind]:
    """Return the kinds of the data files in ``folder``. Raise VocabularyError naming file and entry."""
    path = folder / "commitment_states.yml"
    states = {code: _convert({"code": code, **entry}, State, path) for code, entry in read_entries(path, {}).items()}
    kinds = (_kind(one, states) for one in sorted((folder / "commitments").glob("*.yml")))
    return MappingProxyType({kind.code: kind for kind in kinds})


def _kind(path: Path, states: Mapping[str, State]) -> CommitmentKind:
    entries = read_entries(path, {})
    if entries.keys() != {"kind", "states", "transitions"}:
        raise VocabularyError(f"{path.name}: cần đúng ba mục kind, states và transitions; hãy sửa lại tệp")
    head = {"code": path.stem, **entries["kind"], "states": {}, "transitions": {}}
    return msgspec.structs.replace(
        _convert(head, CommitmentKind, path),
        states=MappingProxyType({code: _state(code, label, states, path) for code, label in entries["states"].items()}),
        transitions=MappingProxyType(
            {code: _transition(code, entry, path) for code, entry in entries["transitions"].items()}
        ),
    )


def _state(code: str, label: object, states: Mapping[str, State], path: Path) -> State:
    if code not in states or not isinstance(label, str):
        raise VocabularyError(
            f"{path.name}: trạng thái «{code}» không có trong commitment_states.yml, hoặc thiếu nhãn; hãy sửa lại"
        )
    return msgspec.structs.replace(states[code], label_vi=label)


def _transition(code: str, entry: object, path: Path) -> Transition:
    if not isinstance(entry, dict):
        raise VocabularyError(f"{path.name}: bước chuyển «{code}» phải là một bảng «thuộc tính: giá trị»")
    found = _convert({"code": code, **entry}, Transition, path)
    return msgspec.structs.replace(found, by=MappingProxyType(dict(found.by)))


def _convert[T](entry: Entry, kind: type[T], path: Path) -> T:
    try:
        return msgspec.convert(entry, kind, strict=False)
    except msgspec.ValidationError as error:
        message = f"{path.name}, mục «{entry['code']}»: {error}; hãy sửa mục này theo kiểu {kind.__name__}"
        raise VocabularyError(message) from error
