"""A scoreboard is kept as a claim, as reported."""

from collections.abc import Sequence

from camket.ledger.accept.existing import existing
from camket.ledger.accept.figures import period, period_columns
from camket.ledger.accept.reading import as_told, document_day, invalid, source
from camket.ledger.history.writing import Writing
from camket.ledger.models.account import Account
from camket.ledger.models.claim import Claim
from camket.ledger.models.commitment import Commitment
from camket.ledger.models.kept import Kept
from camket.ledger.models.statement import Statement
from camket.reading import statements as told

_MOST = 2**31 - 1
_COUNTS = ("met", "not_met", "exceeded", "total")


def accept(made: Writing, statement: Statement, account: Account, into: Commitment | None = None) -> Sequence[Kept]:  # noqa: ARG001 - as all kinds
    """Add the claim, even where its counts do not agree: that is for the comparison to tell."""
    said = as_told(statement, told.Scoreboard)
    counts = {name: getattr(said, name) for name in _COUNTS}
    for name, count in counts.items():
        if count is not None and not 0 <= count <= _MOST:
            raise invalid(statement, f"{name}: {count} không thể là một số chỉ tiêu; hãy sửa lại")
    spoken = period(statement, "period", said.period)
    days = (spoken.last, spoken.first) if spoken else ()
    unit = existing(statement, "about", statement.about, *days, document_day(statement))
    claim = Claim(
        text=statement.text,
        unit=unit,
        resolution=said.resolution or "",
        **counts,
        **period_columns(spoken),
        **source(statement),
    )
    return [made.add(claim)]
