"""Linking commitments with each other, and findings with what addresses them: only people do."""

from camket.ledger.errors import InvalidError
from camket.ledger.history.writing import writing
from camket.ledger.models.account import Account
from camket.ledger.models.commitment import Commitment
from camket.ledger.models.finding import Finding, FindingLink
from camket.ledger.models.link import CommitmentLink
from camket.ledger.permissions import require


def link(
    account: Account, kind: CommitmentLink.Kind, source: Commitment, target: Commitment, note: str = ""
) -> CommitmentLink:
    """``source`` answers, was promised for, raises again, addresses or supersedes ``target``.

    What raises again joins the thread of what it raises. Raises DeniedError, InvalidError, ConflictError where it is linked.
    """
    require(account, "commitment.link", source)
    require(account, "commitment.link", target)
    if source.pk == target.pk or source.withdrawn or target.withdrawn:
        raise InvalidError(f"không thể nối việc số {source.pk} với việc số {target.pk}: trùng nhau hoặc đã rút")
    with writing(account.name, "commitment.link", note) as made:
        if kind is CommitmentLink.Kind.RAISED_AGAIN:
            made.alter(source, thread=target.thread or target)
        return made.add(CommitmentLink(kind=kind, source=source, target=target, note=note, entered_by=account))


def address(account: Account, finding: Finding, commitment: Commitment) -> FindingLink:
    """``commitment`` addresses ``finding``. Raises DeniedError, InvalidError, ConflictError where it is linked."""
    require(account, "finding.link", finding)
    require(account, "commitment.link", commitment)
    if finding.withdrawn or commitment.withdrawn:
        raise InvalidError(f"hạn chế số {finding.pk} hoặc việc số {commitment.pk} đã rút; hãy xem lại")
    with writing(account.name, "finding.link") as made:
        return made.add(FindingLink(finding=finding, commitment=commitment, entered_by=account))


def unlink(account: Account, link: CommitmentLink, reason: str) -> CommitmentLink:
    """Withdraw a link; it stays with the reason. Raises DeniedError, InvalidError."""
    require(account, "commitment.link", link.source)
    if link.withdrawn or not reason.strip():
        raise InvalidError(f"bỏ liên kết số {link.pk} cần lý do, và liên kết phải đang còn")
    with writing(account.name, "commitment.unlink", reason) as made:
        return made.alter(link, withdrawn=True, withdrawn_reason=reason)
