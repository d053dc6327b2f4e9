"""Accepting in bulk what trusted rules read; who trusted them stands in the history."""

from collections.abc import Collection

from camket.ledger.accept import accept_statement
from camket.ledger.history.writing import writing
from camket.ledger.models.account import Account
from camket.ledger.models.document import Document
from camket.ledger.models.statement import Decision, StatementState
from camket.ledger.permissions import require


def accept_by_rule(account: Account, document: Document, rules: Collection[str]) -> int:
    """Accept all proposals of a document that these rules made ("*": all), in one change; how many. Raises DeniedError."""
    require(account, "statement.decide", document)
    trusted = ", ".join(sorted(rules))
    waiting = document.statements.filter(state=StatementState.PROPOSED).order_by("start", "-end", "kind")
    chosen = [one for one in waiting if "*" in rules or one.rule in rules]
    with writing(account.name, "statement.accept_by_rule", trusted) as made:
        for one in chosen:
            made.alter(one, state=StatementState.ACCEPTED)
            accept_statement(made, one, account)
        note = f"theo quy tắc: {trusted}"
        made.add_all(
            Decision(statement=one, account=account, at=made.at, verb=Decision.Verb.ACCEPT, note=note) for one in chosen
        )
    return len(chosen)
