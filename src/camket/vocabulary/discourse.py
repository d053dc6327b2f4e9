"""Discourse: the words by which a text tells who says what to whom, and where its parts begin."""

from functools import cache
from pathlib import Path
from typing import Literal

import msgspec

from camket.vocabulary.yaml_file import load_yaml

_FOLDER = Path(__file__).parent

Strength = Literal["assign", "require", "request", "advise", "suggest"]


class GovernorWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Verbs that ask or order. ``role`` "either" is decided by the ranks of speaker and addressee."""

    role: Literal["petition", "directive", "either"]
    words: tuple[str, ...]
    strength: Strength | None = None
    spoken: bool = False


class Part(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words that open a part of a document: its section, and the role of its items."""

    section: Literal["opening", "results", "petitions", "responses", "conclusion", "other"]
    role: str
    words: tuple[str, ...]


class Discourse(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """All cues of discourse.yml, which says of each list what it is for."""

    governors: tuple[GovernorWords, ...]
    masks: tuple[str, ...]
    modals: tuple[str, ...]
    task_verbs: tuple[str, ...]
    connectors: tuple[str, ...]
    parts: tuple[Part, ...]
    praise: tuple[str, ...]
    judgements: tuple[str, ...]
    concessions: tuple[str, ...]
    finding_openers: tuple[str, ...]
    finding_counts: tuple[str, ...]
    finding_masks: tuple[str, ...]
    finding_strong: tuple[str, ...]
    finding_predicates: tuple[str, ...]
    cause_openers: tuple[str, ...]
    headings: tuple[Part, ...]
    form_openers: tuple[str, ...]
    future_openers: tuple[str, ...]
    own_task_openers: tuple[str, ...]
    response_openers: tuple[str, ...]
    response_status: dict[str, tuple[str, ...]]
    progress_openers: tuple[str, ...]
    progress_states: dict[str, tuple[str, ...]]


class BodyHead(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words that begin the name of a body, and its step on the rank ladder (None: the level word that follows)."""

    words: tuple[str, ...]
    rank: float | None = None


class BodyNames(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How the names of bodies are put together; body_names.yml says of each list what it is for."""

    heads: tuple[BodyHead, ...]
    levels: dict[str, float]
    central_cities: tuple[str, ...]
    portfolios: tuple[str, ...]
    determiners: tuple[str, ...]
    complements: tuple[str, ...]
    posts: tuple[str, ...]
    titles: tuple[str, ...]


@cache
def load_discourse() -> Discourse:
    """The packaged cues; read once a process."""
    return _load("discourse.yml", Discourse)


@cache
def load_body_names() -> BodyNames:
    """The packaged grammar of body names; read once a process."""
    return _load("body_names.yml", BodyNames)


@cache
def load_surnames() -> frozenset[str]:
    """Family names, lower case, of surnames.yml."""
    groups: list[list[str]] = _load("surnames.yml", list[list[str]])
    return frozenset(name for group in groups for name in group)


def _load[T](name: str, kind: type[T]) -> T:
    return load_yaml(_FOLDER / name, kind)
