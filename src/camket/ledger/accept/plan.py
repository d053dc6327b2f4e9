"""A plan becomes a commitment: a planning document to be drawn up and approved."""

from collections.abc import Sequence

from camket.ledger.accept.existing import existing
from camket.ledger.accept.figures import period, period_columns
from camket.ledger.accept.owing import begin, due_of, mention
from camket.ledger.accept.reading import as_told, document_day
from camket.ledger.history.writing import Writing
from camket.ledger.models.account import Account
from camket.ledger.models.commitment import Commitment
from camket.ledger.models.kept import Kept
from camket.ledger.models.plan_part import PlanPart
from camket.ledger.models.statement import Statement
from camket.reading import statements as told


def accept(made: Writing, statement: Statement, account: Account, into: Commitment | None = None) -> Sequence[Kept]:
    """Add the plan; or an update of ``into``, where it is told again."""
    if into is not None:
        return mention(made, statement, account, into)
    said = as_told(statement, told.Plan)
    day = document_day(statement)
    unit = existing(statement, "about", statement.about, day)
    due = due_of(statement, None, day)
    commitment = begin(made, statement, Commitment.Kind.PLAN, due, day, owner=said.about or "", owner_code=unit)
    part = PlanPart(
        commitment=commitment, level=said.level or "", vision=said.vision or "", legal_basis=list(said.citations),
        **period_columns(period(statement, "period", said.period)),
    )  # fmt: skip
    return [commitment, made.add(part)]
