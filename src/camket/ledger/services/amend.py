"""Amending: another target, owner, deadline or text, with a reason; what it was before stays readable."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from django.db import models

from camket.ledger.accept.existing import lives
from camket.ledger.accept.figures import VND
from camket.ledger.accept.owing import due_columns
from camket.ledger.errors import InvalidError
from camket.ledger.history.canonical import plain
from camket.ledger.history.writing import writing
from camket.ledger.models.account import Account
from camket.ledger.models.commitment import Commitment
from camket.ledger.models.kept import Kept
from camket.ledger.models.project_part import ProjectPart
from camket.ledger.models.target_part import TargetPart
from camket.ledger.models.update import Update
from camket.ledger.permissions import require
from camket.ledger.permissions.scope import today
from camket.ledger.register import name_of
from camket.ledger.search.indexing import index
from camket.ledger.services.news import News
from camket.ledger.services.stepping import day_of, kind_of
from camket.ledger.working_days import calendar
from camket.vocabulary.due import compute_due

_OWN = frozenset({"text", "theme", "owner", "owner_code", "strength"})
_OF_PART: Mapping[str, frozenset[str]] = {
    "target": frozenset({"comparator", "value", "low", "high", "measure", "indicator"}),
    "petition": frozenset({"amount"}),
    "project": frozenset({
        "name", "place", "progress", "capital_source", "budget", "disbursed", "land_households", "households_cleared",
        "land_area", "area_cleared", "compensation",
    }),
    "plan": frozenset({"level", "vision"}),
}  # fmt: skip
DEADLINE = "deadline"
"""The one term that is computed: a day, or words as a document would have them ("10 working days", "2025-Q3", "")."""


def amend(account: Account, commitment: Commitment, terms: Mapping[str, Any], news: News) -> Update:
    """Change terms of a commitment, its own or its part's; the update tells each before and after. The state stays.

    Raises DeniedError, ConflictError, and InvalidError for terms the kind does not have, values it cannot hold or no reason.
    """
    require(account, "commitment.amend", commitment)
    if not news.reason.strip():
        raise InvalidError(f"sửa việc số {commitment.pk} cần lý do; hãy bổ sung, kèm văn bản nếu có")
    if commitment.withdrawn or kind_of(commitment).states[commitment.state].final:
        raise InvalidError(f"việc số {commitment.pk} đã khép lại hoặc đã rút nên không sửa được nữa")
    day = day_of(commitment, news, today())
    own, part = _sorted(commitment, terms, day)
    with writing(account.name, "commitment.amend", news.reason) as made:
        row: Kept | None = getattr(commitment, commitment.kind) if part else None
        amended = _amended(commitment, own) | (_amended(row, part) if row is not None else {})
        if not amended:
            raise InvalidError(f"việc số {commitment.pk} đã như vậy rồi; không có gì để sửa")
        if own:
            index(made, made.alter(commitment, **own))
        if row is not None:
            made.alter(row, **part)
        return made.add(
            Update(
                commitment=commitment, unit=commitment.unit, account=account, entered_by=account, at=made.at, day=day,
                from_state=commitment.state, to_state=commitment.state, text=news.text, reason=news.reason, number=news.number,
                document=news.document, statement=news.statement, evidence=news.evidence, amended=amended,
            )
        )  # fmt: skip


def _sorted(commitment: Commitment, terms: Mapping[str, Any], day: date) -> tuple[dict[str, Any], dict[str, Any]]:
    """The terms that are the commitment's own, and those of its part, checked."""
    of_part = _OF_PART.get(commitment.kind, frozenset())
    if unknown := terms.keys() - _OWN - of_part - {DEADLINE}:
        raise InvalidError(f"việc số {commitment.pk} không có điều khoản {', '.join(sorted(unknown))} để sửa")
    own = {name: terms[name] for name in terms.keys() & _OWN}
    if DEADLINE in terms:
        own |= _deadline(commitment, terms[DEADLINE], day)
    if "owner_code" in own:
        own = {**_owner(commitment, own["owner_code"], day), **own}
    if not str(own.get("text", "-")).strip():
        raise InvalidError(f"việc số {commitment.pk}: nội dung không được để trống")
    return own, _part(commitment, {name: terms[name] for name in terms.keys() & of_part})


def _deadline(commitment: Commitment, deadline: date | str | None, day: date) -> dict[str, Any]:
    """A new deadline; a term of days counts from the day of the change."""
    due = compute_due(str(deadline or ""), made_on=day, calendar=calendar())
    if due.day is not None and commitment.made_on is not None and due.day < commitment.made_on:
        raise InvalidError(
            f"việc số {commitment.pk}: hạn {due.day:%d/%m/%Y} sớm hơn ngày giao {commitment.made_on:%d/%m/%Y}; hãy sửa lại"
        )
    if due.doubted("words_unknown"):
        raise InvalidError(f"việc số {commitment.pk}: {due.doubts[0].text}")
    return due_columns(due)


def _owner(commitment: Commitment, code: str, day: date) -> dict[str, Any]:
    if not lives(code, day):
        raise InvalidError(
            f"việc số {commitment.pk}: không có cơ quan «{code}» vào ngày {day:%d/%m/%Y}; hãy chọn cơ quan khác"
        )
    return {"owner": name_of(code.partition("/")[0], code if "/" in code else "")}


def _part(commitment: Commitment, terms: dict[str, Any]) -> dict[str, Any]:
    """Terms of the part, where together with those that stay they can be so."""
    if not terms:
        return terms
    row = getattr(commitment, commitment.kind)
    after = {field.name: terms.get(field.name, getattr(row, field.attname)) for field in row._meta.concrete_fields}
    for low, high in _IN_ORDER.get(type(row), ()):
        if after[low] is not None and after[high] is not None and after[low] > after[high]:
            raise InvalidError(f"việc số {commitment.pk}: {low} {after[low]} lớn hơn {high} {after[high]}; hãy sửa lại")
    for name, value in terms.items():
        _whole(commitment, row, name, value, after)
    return terms


def _whole(commitment: Commitment, row: Kept, name: str, value: object, after: Mapping[str, Any]) -> None:
    money = isinstance(row._meta.get_field(name), models.BigIntegerField) or after.get("measure") == VND
    if value is None or isinstance(value, str) or not money:
        return
    if not isinstance(value, int | Decimal) or value != int(value) or value < 0:
        raise InvalidError(f"việc số {commitment.pk}: {name} {value} phải là số nguyên đồng, không âm; hãy sửa lại")


_IN_ORDER: Mapping[type[Kept], tuple[tuple[str, str], ...]] = {
    TargetPart: (("low", "high"),),
    ProjectPart: (("households_cleared", "land_households"), ("area_cleared", "land_area")),
}


def _amended(row: Kept, terms: Mapping[str, Any]) -> dict[str, list[Any]]:
    before = {name: getattr(row, name) for name in terms}
    return {name: [plain(before[name]), plain(value)] for name, value in terms.items() if before[name] != value}
