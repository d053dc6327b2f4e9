"""Transition: one step of a commitment, by one who may, with what it asks for. Each is an update."""

from camket.ledger.history.writing import writing
from camket.ledger.models.account import Account, Role
from camket.ledger.models.commitment import Commitment
from camket.ledger.models.update import Update
from camket.ledger.permissions import require
from camket.ledger.permissions.scope import today
from camket.ledger.services.news import News
from camket.ledger.services.stepping import day_of, must_have, roles_for, step_of, take

_NOTHING = News()


def transition(account: Account, commitment: Commitment, code: str, news: News = _NOTHING) -> Update:
    """Take a step of the vocabulary, by its code or its service's; in time or late is computed.

    A step that needs approval is a draft, and changes nothing, until the head approves it; a head's own is approved at once.
    Raises DeniedError, ConflictError, and InvalidError for a step that is not there or lacks what it needs.
    """
    require(account, "commitment.transition", commitment)
    with writing(account.name, f"commitment.{code}"[:80], news.reason) as made:
        day = day_of(commitment, news, today())
        step = step_of(commitment, code, day)
        roles = roles_for(account, commitment, step)
        asks = "approval" in step.needs
        draft = asks and Role.HEAD not in roles
        if not draft:
            must_have(commitment, step, news, day)
        before = commitment.state
        amended = {} if draft else take(made, account, commitment, step, news)
        approved = {"approved_by": account, "approved_at": made.at} if asks and not draft else {}
        return made.add(
            Update(
                commitment=commitment, unit="" if draft and commitment.owner_code else commitment.unit, account=account,
                entered_by=account, at=made.at, day=day, transition=step.code, from_state=before, to_state=step.to,
                text=news.text, reason=news.reason, evidence=news.evidence, statement=news.statement, document=news.document,
                number=news.number, author=commitment.owner if draft else "", amended=amended, draft=draft,
                author_code=commitment.owner_code if draft else "", **approved,
            )
        )  # fmt: skip
