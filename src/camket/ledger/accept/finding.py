"""A finding is kept, with the commitment that addresses it where a person names one."""

from collections.abc import Sequence

from camket.ledger.accept.existing import existing
from camket.ledger.accept.figures import period
from camket.ledger.accept.owing import meeting_of
from camket.ledger.accept.reading import as_told, document_day, source
from camket.ledger.history.writing import Writing
from camket.ledger.models.account import Account
from camket.ledger.models.commitment import Commitment
from camket.ledger.models.finding import Finding, FindingLink
from camket.ledger.models.kept import Kept
from camket.ledger.models.statement import Statement
from camket.reading import statements as told


def accept(made: Writing, statement: Statement, account: Account, into: Commitment | None = None) -> Sequence[Kept]:
    """Add the finding, linked to ``into``."""
    said = as_told(statement, told.Finding)
    day = document_day(statement)
    spoken = period(statement, "period", said.period)
    unit = existing(statement, "about", statement.about, day)
    finding = made.add(
        Finding(
            text=statement.text, unit=unit, theme=said.theme or "", cause=said.cause, found_on=day,
            period=spoken.iso if spoken else "", meeting=meeting_of(statement), **source(statement),
        )
    )  # fmt: skip
    if into is None:
        return [finding]
    return [finding, made.add(FindingLink(finding=finding, commitment=into, entered_by=account, **source(statement)))]
