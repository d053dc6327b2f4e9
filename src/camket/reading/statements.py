"""Statements: what a document says, typed, each with its exact place. One type a kind.

A statement's ``text`` is always ``document.text[start:end]``. Figures are Decimals, money is whole
VND. Fields that a document does not give are None, false or empty and are left out when written.
"""

import datetime
from decimal import Decimal
from typing import Literal

import msgspec

Section = Literal["opening", "results", "petitions", "responses", "conclusion", "other"]
Assessment = Literal["met", "exceeded", "not_met", "above_average"]
Strength = Literal["assign", "require", "request", "advise", "suggest"]


class Piece(msgspec.Struct, frozen=True, gc=False):
    """A stretch of the text that a rule used, and as what ("label", "number", "governor", ...)."""

    role: str
    start: int
    end: int


class Statement(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, tag_field="kind", gc=False):
    """What every statement has. ``about`` is the unit it speaks of; ``period`` ISO 8601.

    A field ``<name>_code`` is the id of the unit or body that ``<name>`` means, None where that is not known beyond doubt.
    """

    text: str
    start: int
    end: int
    rule: str
    section: Section
    about: str | None = None
    about_code: str | None = None
    period: str | None = None
    scanned: bool = False
    pieces: tuple[Piece, ...] = ()

    @property
    def kind(self) -> str:
        """The kind's name, as it stands in every written statement."""
        return str(self.__struct_config__.tag)


class Meeting(Statement, frozen=True, kw_only=True, omit_defaults=True, tag="meeting"):
    """Who reviewed whom; ``posts`` stand in the order of ``participants`` ("" where none is written)."""

    convener: str | None = None
    convener_code: str | None = None
    counterpart: str | None = None
    counterpart_code: str | None = None
    chair: str | None = None
    date: datetime.date | None = None
    participants: tuple[str, ...] = ()
    posts: tuple[str, ...] = ()
    purpose: str | None = None


class Scoreboard(Statement, frozen=True, kw_only=True, omit_defaults=True, tag="scoreboard"):
    """How many targets of how many; None where not printed (never computed)."""

    met: int | None = None
    not_met: int | None = None
    exceeded: int | None = None
    total: int | None = None
    resolution: str | None = None


class Figure(Statement, frozen=True, kw_only=True, omit_defaults=True):
    """A figure of an indicator: what observations and targets share.

    ``value``, or ``low`` and ``high`` of a range; ``change`` is signed and in ``change_unit``; ``growth``,
    ``share_of_target`` are percents; ``code`` is the vocabulary's or None.
    """

    indicator: str | None = None
    code: str | None = None
    value: Decimal | None = None
    low: Decimal | None = None
    high: Decimal | None = None
    unit: str | None = None
    qualifier: tuple[str, ...] = ()
    change: Decimal | None = None
    change_unit: str | None = None
    baseline_value: Decimal | None = None
    baseline_period: str | None = None
    growth: Decimal | None = None
    share_of_target: Decimal | None = None
    plan_owner: str | None = None
    rank: str | None = None
    assessment: Assessment | None = None
    as_of: datetime.date | None = None


class Observation(Figure, frozen=True, kw_only=True, omit_defaults=True, tag="observation"):
    """A reported figure."""


class Target(Figure, frozen=True, kw_only=True, omit_defaults=True, tag="target"):
    """A figure to be reached by ``due`` (an ISO period or date)."""

    comparator: Literal["at_least", "at_most", "equal"] | None = None
    due: str | None = None


class Loss(Statement, frozen=True, kw_only=True, omit_defaults=True, tag="loss"):
    """What a disaster took; ``category`` is one of the vocabulary's loss categories."""

    category: str
    event_date: datetime.date | None = None
    hazard: str | None = None
    place: str | None = None
    place_code: str | None = None
    value: Decimal | None = None
    low: Decimal | None = None
    high: Decimal | None = None
    unit: str | None = None
    qualifier: tuple[str, ...] = ()
    as_of: datetime.date | None = None


class Petition(Statement, frozen=True, kw_only=True, omit_defaults=True, tag="petition"):
    """What the lower unit asks for; ``value`` and ``unit`` are the money asked."""

    sender: str | None = None
    sender_code: str | None = None
    addressee: str | None = None
    addressee_code: str | None = None
    value: Decimal | None = None
    unit: str | None = None
    citations: tuple[str, ...] = ()


class Response(Statement, frozen=True, kw_only=True, omit_defaults=True, tag="response"):
    """What a petition was answered."""

    responder: str | None = None
    responder_code: str | None = None
    status: Literal["accept", "done", "delegate", "defer", "refuse", "generic"] | None = None
    citations: tuple[str, ...] = ()


class Finding(Statement, frozen=True, kw_only=True, omit_defaults=True, tag="finding"):
    """What falls short; ``cause`` marks a stated cause of it."""

    theme: str | None = None
    cause: bool = False


class Directive(Statement, frozen=True, kw_only=True, omit_defaults=True, tag="directive"):
    """What a superior tells someone to do. ``deadline`` is an ISO date or period, or words."""

    issuer: str | None = None
    issuer_code: str | None = None
    owner: str | None = None
    owner_code: str | None = None
    co_owners: tuple[str, ...] = ()
    strength: Strength | None = None
    deadline: str | None = None
    citations: tuple[str, ...] = ()


class OwnTask(Statement, frozen=True, kw_only=True, omit_defaults=True, tag="own_task"):
    """What the unit itself plans, ordered by nobody above."""

    owner: str | None = None
    owner_code: str | None = None
    deadline: str | None = None


class Progress(Statement, frozen=True, kw_only=True, omit_defaults=True, tag="progress"):
    """What became of an earlier conclusion, task or petition."""

    refers_to: str | None = None
    assessment: Literal["done", "in_progress", "not_started", "late"] | None = None
    citations: tuple[str, ...] = ()


class Project(Statement, frozen=True, kw_only=True, omit_defaults=True, tag="project"):
    """A named project or work; ``value`` and ``unit`` are its budget, ``progress`` what is said of its state."""

    name: str | None = None
    place: str | None = None
    place_code: str | None = None
    value: Decimal | None = None
    unit: str | None = None
    progress: str | None = None


class Plan(Statement, frozen=True, kw_only=True, omit_defaults=True, tag="plan"):
    """A planning document; ``vision`` is the year it looks to."""

    level: str | None = None
    vision: str | None = None
    citations: tuple[str, ...] = ()


class Citation(Statement, frozen=True, kw_only=True, omit_defaults=True, tag="citation"):
    """A legal or Party document: ``id`` is number/year/issuer mark as written."""

    type: str | None = None
    id: str | None = None
    date: datetime.date | None = None
    issuer: str | None = None
    replaces: str | None = None


KINDS: dict[str, type[Statement]] = {
    str(one.__struct_config__.tag): one
    for one in (
        Meeting, Scoreboard, Observation, Target, Loss, Petition, Response, Finding, Directive, OwnTask, Progress,
        Project, Plan, Citation,
    )
}  # fmt: skip
