"""Approving: a draft passes the head of section, and becomes what it says when the head of the unit signs it."""

from camket.ledger.accept import attach
from camket.ledger.errors import ConflictError, InvalidError
from camket.ledger.history.writing import Writing, writing
from camket.ledger.models.account import Account, Role
from camket.ledger.models.commitment import Commitment
from camket.ledger.models.document import Document
from camket.ledger.models.update import Update
from camket.ledger.permissions import require
from camket.ledger.permissions.scope import today
from camket.ledger.search.indexing import index
from camket.ledger.services.news import News
from camket.ledger.services.stepping import kind_of, must_have, roles_for, take


def pass_on(account: Account, update: Update) -> Update:
    """A head of section has checked a specialist's draft, and passes it to the head. Raises DeniedError, InvalidError."""
    require(account, "draft.write", update)
    _must_be_draft(update)
    if update.account_id == account.pk:
        raise InvalidError(f"dự thảo số {update.pk} do chính «{account.name}» soạn; cần người khác kiểm tra")
    with writing(account.name, "draft.pass_on") as made:
        return made.alter(update, passed_by=account, passed_at=made.at)


def approve(account: Account, update: Update, *, number: str = "", document: Document | None = None) -> Update:
    """The head, or who is named to stand in, approves a draft: from now on it counts. The signed document is named.

    Raises DeniedError, ConflictError where the commitment has moved on meanwhile, InvalidError.
    """
    require(account, "draft.approve", update)
    _must_be_draft(update)
    with writing(account.name, "draft.approve", update.reason) as made:
        commitment = update.commitment
        signed = {"number": number or update.number, "document": document or update.document}
        made.alter(update, draft=False, approved_by=account, approved_at=made.at, **signed)
        if commitment is None:
            return update
        if update.transition:
            _carry_out(made, account, update, commitment)
        else:
            index(made, *(one for one in attach(made, update, commitment) if isinstance(one, Commitment)))
        return made.alter(update, unit=commitment.unit)


def discard(account: Account, update: Update, reason: str) -> Update:
    """Give a draft up; it stays, withdrawn, with the reason. Raises DeniedError, InvalidError."""
    require(account, "draft.write", update)
    _must_be_draft(update)
    if not reason.strip():
        raise InvalidError(f"bỏ dự thảo số {update.pk} cần lý do; hãy bổ sung")
    with writing(account.name, "draft.discard", reason) as made:
        return made.alter(update, withdrawn=True, withdrawn_reason=reason)


def _carry_out(made: Writing, account: Account, update: Update, commitment: Commitment) -> None:
    if commitment.state != update.from_state:
        states = kind_of(commitment).states
        raise ConflictError(
            f"việc số {commitment.pk} nay «{states[commitment.state].label_vi}», không còn «{states[update.from_state].label_vi}» "
            f"như khi soạn dự thảo số {update.pk}; hãy soạn lại"
        )
    step = kind_of(commitment).transitions[update.transition]
    if Role.HEAD not in roles_for(account, commitment, step):
        raise InvalidError(f"dự thảo số {update.pk} cần người đứng đầu của {commitment.owner} duyệt")
    news = News(
        text=update.text, reason=update.reason, evidence=update.evidence, statement=update.statement, document=update.document,
        number=update.number,
    )  # fmt: skip
    must_have(commitment, step, news, update.day or today())
    take(made, account, commitment, step, news)


def _must_be_draft(update: Update) -> None:
    if not update.draft or update.withdrawn:
        raise InvalidError(f"diễn biến số {update.pk} không phải là dự thảo đang chờ duyệt")
