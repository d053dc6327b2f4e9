"""A statement's fields as a person reads them: Vietnamese headings, values with their units and qualifiers."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from camket.reading.statements import Meeting, Statement
from camket.reports.labels import Labels
from camket.reports.number import number_words
from camket.reports.period import date_words, period_words

_NOT_SHOWN = {"text", "start", "end", "rule", "section", "pieces", "code", "unit", "change_unit", "qualifier", "posts"}
_PERIODS = {"period", "baseline_period", "due", "vision"}
_PERCENTS = {"growth", "share_of_target"}


class Shown(NamedTuple):
    """A field's heading and its value in words."""

    heading: str
    words: str


def shown_fields(statement: Statement, labels: Labels, about: str | None = None) -> tuple[Shown, ...]:
    """What a statement says, field by field, in the order of its type.

    Left out is what is not given, what another field says as well, and ``about``, the unit the whole document is about.
    """
    told = {name: words for name in _names(statement) if (words := field_words(statement, name, labels))}
    if told.get("about") == about:
        told.pop("about", None)
    if told.get("period") == told.get("due"):
        told.pop("period", None)
    return tuple(Shown(labels.field(name, statement.kind), words) for name, words in told.items())


def _names(statement: Statement) -> Iterator[str]:
    own = [name for name in statement.__struct_fields__ if name not in Statement.__struct_fields__]
    named = (*own, "period", "about", "scanned")
    # Codes of units and bodies are for machines; people know them by the names beside.
    return (name for name in named if name not in _NOT_SHOWN and not name.endswith("_code"))


def field_words(statement: Statement, name: str, labels: Labels) -> str:
    """One field in words; "" where it is not given."""
    value = getattr(statement, name)
    if isinstance(value, Decimal):
        return _decimal_words(statement, name, value, labels)
    if name == "participants" and isinstance(statement, Meeting):
        return "; ".join(_people(statement))
    if isinstance(value, tuple):
        return "; ".join(labels.value(name, str(one)) for one in value)
    if isinstance(value, date):
        return date_words(value)
    if isinstance(value, bool):
        return "có" if value else ""
    return "" if value is None else _text_words(name, str(value), labels)


def _text_words(name: str, value: str, labels: Labels) -> str:
    if name in _PERIODS:
        return period_words(value)
    if name == "deadline":
        return labels.deadline(period_words(value))
    return labels.value(name, value)


def _decimal_words(statement: Statement, name: str, value: Decimal, labels: Labels) -> str:
    unit = "%" if name in _PERCENTS else _unit(statement, name)
    sign = "+" if name == "change" and value > 0 else ""
    words = f"{sign}{number_words(value)} {labels.value('unit', unit)}".strip()
    qualifiers = getattr(statement, "qualifier", ()) if name in ("value", "low") else ()
    return " ".join([*(labels.value("qualifier", one) for one in qualifiers), words])


def _unit(statement: Statement, name: str) -> str:
    unit = getattr(statement, "change_unit", None) if name == "change" else getattr(statement, "unit", None)
    return str(unit or "")


def _people(meeting: Meeting) -> Iterator[str]:
    for index, person in enumerate(meeting.participants):
        post = meeting.posts[index] if index < len(meeting.posts) else ""
        yield f"{person} ({post})" if post else person
