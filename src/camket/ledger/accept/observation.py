"""An observation becomes a figure; the figure it is compared with becomes one of its own, as baseline."""

from collections.abc import Sequence
from typing import Any

from camket.ledger.accept.existing import existing
from camket.ledger.accept.figures import figure, interval, period, period_columns, share
from camket.ledger.accept.reading import as_told, document_day, source
from camket.ledger.history.writing import Writing
from camket.ledger.models.account import Account
from camket.ledger.models.commitment import Commitment
from camket.ledger.models.kept import Kept
from camket.ledger.models.observation import Observation
from camket.ledger.models.statement import Statement
from camket.reading import statements as told


def accept(made: Writing, statement: Statement, account: Account, into: Commitment | None = None) -> Sequence[Kept]:  # noqa: ARG001 - as all kinds
    """Add the figure, and its baseline where one is given."""
    said = as_told(statement, told.Observation)
    spoken = period(statement, "period", said.period)
    day = document_day(statement)
    unit = existing(statement, "about", statement.about, *((spoken.last, spoken.first) if spoken else ()), day)
    named = {
        "text": statement.text, "indicator": said.code or "", "label": said.indicator or "", "unit": unit,
        "measure": said.unit or "", **source(statement),
    }  # fmt: skip
    estimated = "estimate" in said.qualifier
    rows = [
        Observation(
            **named, **interval(statement, said.value, said.low, said.high, said.unit), **period_columns(spoken),
            **_compared(statement, said), role=Observation.Role.ESTIMATE if estimated else Observation.Role.ACTUAL,
            qualifiers=list(said.qualifier), as_of=said.as_of or day,
        )
    ]  # fmt: skip
    if said.baseline_value is not None:
        base = figure(statement, "baseline_value", said.baseline_value, said.unit)
        began = period_columns(period(statement, "baseline_period", said.baseline_period))
        rows.append(Observation(**named, **began, role=Observation.Role.BASELINE, value=base, as_of=said.as_of or day))
    return made.add_all(rows)


def _compared(statement: Statement, said: told.Observation) -> dict[str, Any]:
    return {
        "difference": figure(statement, "change", said.change), "difference_measure": said.change_unit or "",
        "growth": figure(statement, "growth", said.growth),
        "share_of_target": share(statement, "share_of_target", said.share_of_target),
        "plan_owner": said.plan_owner or "", "rank": said.rank or "", "assessment": said.assessment or "",
    }  # fmt: skip
