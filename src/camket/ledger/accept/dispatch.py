"""Which file accepts which kind, and into which commitment."""

from collections.abc import Callable, Mapping, Sequence

from camket.ledger.accept import (
    citation,
    directive,
    finding,
    loss,
    meeting,
    observation,
    own_task,
    petition,
    plan,
    progress,
    project,
    response,
    scoreboard,
    target,
)
from camket.ledger.accept.reading import invalid
from camket.ledger.history.writing import Writing
from camket.ledger.models.account import Account
from camket.ledger.models.commitment import Commitment
from camket.ledger.models.kept import Kept
from camket.ledger.models.statement import Statement
from camket.ledger.search.indexing import index
from camket.vocabulary.commitment import load_commitment_kinds

Accept = Callable[[Writing, Statement, Account, Commitment | None], Sequence[Kept]]

KINDS: Mapping[str, Accept] = {
    one.__name__.rpartition(".")[2]: one.accept
    for one in (
        citation, directive, finding, loss, meeting, observation, own_task, petition, plan, progress, project, response,
        scoreboard, target,
    )
}  # fmt: skip
_ALONE = frozenset({"citation", "loss", "meeting", "observation", "scoreboard"})
"""Kinds that are never told of a commitment."""


def accept_statement(
    made: Writing, statement: Statement, account: Account, *, into: int | None = None
) -> Sequence[Kept]:
    """Add the entries that an accepted statement becomes, and return them.

    ``into`` is the id of the commitment that it tells of again, answers or reports on, as a person said. Raises InvalidError.
    """
    entries = KINDS[statement.kind](made, statement, account, None if into is None else _commitment(statement, into))
    index(made, *(one for one in entries if isinstance(one, Commitment) and one.change == made.change))
    return entries


def _commitment(statement: Statement, number: int) -> Commitment:
    if statement.kind in _ALONE:
        raise invalid(statement, "loại nội dung này không ghi vào một việc nào; hãy nhận mà không chọn việc")
    found = Commitment.objects.filter(pk=number).first()
    if found is None or found.withdrawn:
        raise invalid(statement, f"không có việc số {number}, hoặc đã rút; hãy chọn việc khác")
    state = load_commitment_kinds()[found.kind].states[found.state]
    if state.final and statement.kind == "response":
        raise invalid(statement, f"việc số {number} {state.label_vi}, không trả lời được nữa; hãy chọn việc khác")
    return found
