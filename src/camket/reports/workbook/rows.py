"""Rows: what a column shows of a statement or of a check, in values that a spreadsheet can reckon with."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from camket.reading.document import Document
from camket.reading.statements import Figure, Loss, Statement, Target
from camket.reports.checked import Checked
from camket.reports.fields import field_words
from camket.reports.labels import Labels
from camket.reports.period import last_day, period_words
from camket.reports.place import Locator
from camket.reports.sentence import Excerpt, Sentences

Cell = str | int | Decimal | date | Excerpt | None


class Source:
    """One document, ready to tell of any stretch of it the sentence and the place."""

    def __init__(self, document: Document, labels: Labels) -> None:
        self.document = document
        self.labels = labels
        self._locator = Locator(document, labels)
        self._sentences = Sentences(document)

    def sentence(self, start: int, end: int) -> Excerpt:
        """The sentence that holds a stretch."""
        return self._sentences.around(start, end)

    def where(self, start: int, end: int) -> str:
        """Place and offsets; what was read from a scan says so."""
        scan = " (bản quét)" if self.document.scanned else ""
        return f"{self._locator.words(start)}; ký tự {start}-{end}{scan}"


@dataclass(frozen=True, slots=True)
class StatementRow:
    """A statement as a row; ``number`` counts from 1 in its sheet."""

    number: int
    source: Source
    statement: Statement

    def cell(self, show: str) -> Cell:
        """What stands in the column that shows ``show``: one of the named values below, or a field."""
        if special := _OF_STATEMENT.get(show):
            return special(self)
        value = getattr(self.statement, show, None)
        if value is None or isinstance(value, Decimal | date) or type(value) is int:
            return value
        return field_words(self.statement, show, self.source.labels)


@dataclass(frozen=True, slots=True)
class CheckRow:
    """A check as a row; its place is that of its first figure, its sentences are those of all."""

    number: int
    source: Source
    check: Checked

    def cell(self, show: str) -> Cell:
        """What stands in the column that shows ``show``."""
        return _OF_CHECK[show](self)


Row = StatementRow | CheckRow


def _lowest(row: StatementRow) -> Cell:
    one = row.statement
    if not isinstance(one, Figure | Loss):
        return None
    return one.low if one.value is None else one.value


def _period(row: StatementRow) -> Cell:
    one = row.statement
    iso = one.due or one.period if isinstance(one, Target) else one.period
    return period_words(iso) if iso else None


def _due_day(row: StatementRow) -> Cell:
    deadline = getattr(row.statement, "deadline", None)
    return last_day(deadline) if deadline else None


def _title(row: StatementRow) -> Cell:
    return getattr(row.statement, "name", None) or row.statement.text


_OF_STATEMENT: Mapping[str, Callable[[StatementRow], Cell]] = {
    "number": lambda row: row.number,
    "kind": lambda row: row.source.labels.kinds[row.statement.kind].label,
    "sentence": lambda row: row.source.sentence(row.statement.start, row.statement.end),
    "document": lambda row: row.source.document.name,
    "where": lambda row: row.source.where(row.statement.start, row.statement.end),
    "lowest": _lowest,
    "period": _period,
    "due_day": _due_day,
    "title": _title,
}


def _check_sentence(row: CheckRow) -> Cell:
    return " […] ".join(dict.fromkeys(row.source.sentence(*span).text for span in row.check.spans))


def _check_where(row: CheckRow) -> Cell:
    return "\n".join(row.source.where(*span) for span in row.check.spans)


_OF_CHECK: Mapping[str, Callable[[CheckRow], Cell]] = {
    "number": lambda row: row.number,
    "outcome": lambda row: row.check.outcome,
    "relation": lambda row: row.check.relation,
    "arithmetic": lambda row: row.check.arithmetic,
    "note": lambda row: row.check.note,
    "sentence": _check_sentence,
    "document": lambda row: row.source.document.name,
    "where": _check_where,
}
