"""Handing over: what an ended body owed is given to a living one by a recorded decision, one by one or many at once."""

from collections.abc import Sequence

from camket.ledger.accept.existing import lives
from camket.ledger.errors import InvalidError
from camket.ledger.history.writing import Writing, writing
from camket.ledger.models.account import Account
from camket.ledger.models.commitment import Commitment
from camket.ledger.models.update import Update
from camket.ledger.permissions import require
from camket.ledger.permissions.scope import today
from camket.ledger.register import name_of
from camket.ledger.services.news import News
from camket.ledger.services.stepping import day_of, kind_of


def hand_over(account: Account, commitments: Sequence[Commitment], heir: str, news: News) -> list[Update]:
    """Give commitments whose owner is no more to ``heir``, the id of a living body or unit, in one change; states stay.

    ``news`` has the reason and, where there is one, the document of the decision. Raises DeniedError, ConflictError and
    InvalidError; then none is handed over.
    """
    for one in commitments:
        require(account, "commitment.hand_over", one)
    if not commitments:
        raise InvalidError("chưa chọn việc nào để bàn giao")
    if not news.reason.strip():
        raise InvalidError("bàn giao cần lý do; hãy bổ sung")
    if not lives(heir, news.day or today()):
        raise InvalidError(
            f"cơ quan nhận bàn giao «{heir}» không có trong danh mục hoặc không còn; hãy chọn cơ quan khác"
        )
    with writing(account.name, "commitment.hand_over", news.reason) as made:
        return [_hand_over(made, account, one, heir, news) for one in commitments]


def _hand_over(made: Writing, account: Account, commitment: Commitment, heir: str, news: News) -> Update:
    day = day_of(commitment, news, today())
    if commitment.owner_code and lives(commitment.owner_code, day):
        raise InvalidError(
            f"việc số {commitment.pk}: {commitment.owner} ({commitment.owner_code}) vẫn còn vào ngày {day:%d/%m/%Y}; "
            "muốn giao nơi khác, hãy sửa bên thực hiện và nêu lý do"
        )
    if commitment.withdrawn or kind_of(commitment).states[commitment.state].final:
        raise InvalidError(f"việc số {commitment.pk} đã khép lại hoặc đã rút nên không bàn giao")
    terms = {"owner": name_of(heir.partition("/")[0], heir if "/" in heir else ""), "owner_code": heir}
    amended = {name: [getattr(commitment, name), value] for name, value in terms.items()}
    made.alter(commitment, **terms)
    return made.add(
        Update(
            commitment=commitment, unit=commitment.unit, account=account, entered_by=account, at=made.at, day=day,
            from_state=commitment.state, to_state=commitment.state, text=news.text, reason=news.reason, number=news.number,
            document=news.document, evidence=news.evidence, amended=amended,
        )
    )  # fmt: skip
