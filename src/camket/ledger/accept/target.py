"""A target becomes a commitment with the figure to be reached."""

import re
from collections.abc import Sequence
from datetime import date

from camket.ledger.accept.existing import existing
from camket.ledger.accept.figures import figure, interval, period, period_columns
from camket.ledger.accept.owing import begin, due_of, mention
from camket.ledger.accept.reading import as_told, document_day
from camket.ledger.history.writing import Writing
from camket.ledger.models.account import Account
from camket.ledger.models.commitment import Commitment
from camket.ledger.models.kept import Kept
from camket.ledger.models.statement import Statement
from camket.ledger.models.target_part import TargetPart
from camket.reading import statements as told
from camket.vocabulary.iso_period import parse_period

_DAY = re.compile(r"\d{4}-\d\d-\d\d")


def accept(made: Writing, statement: Statement, account: Account, into: Commitment | None = None) -> Sequence[Kept]:
    """Add the target, owed by the unit it is about; or an update of ``into``, where it is told again."""
    if into is not None:
        return mention(made, statement, account, into)
    said = as_told(statement, told.Target)
    day = document_day(statement)
    due = said.due or said.period
    made_on = None if _past(said, day) else day
    spoken = period(statement, "due", due)
    unit = existing(statement, "about", statement.about, *((spoken.last, spoken.first) if spoken else ()), day)
    commitment = begin(
        made, statement, Commitment.Kind.TARGET, due_of(statement, due, made_on), made_on, owner=said.about or "",
        owner_code=unit, issuer=said.plan_owner or "",
    )  # fmt: skip
    part = made.add(
        TargetPart(
            commitment=commitment, indicator=said.code or "", label=said.indicator or "", comparator=said.comparator or "",
            measure=said.unit or "", qualifiers=list(said.qualifier), **period_columns(spoken),
            **interval(statement, said.value, said.low, said.high, said.unit),
            difference=figure(statement, "change", said.change), difference_measure=said.change_unit or "",
            growth=figure(statement, "growth", said.growth),
            baseline_value=figure(statement, "baseline_value", said.baseline_value, said.unit),
            baseline_period=said.baseline_period or "",
        )
    )  # fmt: skip
    return [commitment, part]


def _past(said: told.Target, day: date | None) -> bool:
    """Whether a report looks back on the target: its time is over, so that it was set before the document, unknown when."""
    due = said.due or said.period or ""
    if day is None or (_DAY.fullmatch(due) and said.section != "results"):
        return False
    spoken = parse_period(due)
    return spoken is not None and spoken.last < day
