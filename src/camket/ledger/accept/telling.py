"""Updates that documents bring: an answer, or news of how far a thing is, and what they change."""

from camket.ledger.accept.owing import begin
from camket.ledger.accept.reading import document_day, invalid, source
from camket.ledger.history.writing import Writing
from camket.ledger.models.commitment import Commitment
from camket.ledger.models.document import Document
from camket.ledger.models.link import CommitmentLink
from camket.ledger.models.statement import Statement
from camket.ledger.models.update import Update
from camket.ledger.working_days import calendar
from camket.reading.lexing.deadlines import deadline
from camket.vocabulary.commitment import load_commitment_kinds
from camket.vocabulary.due import Due, compute_due
from camket.vocabulary.folding import fold

_SERVICES = {"done": "report_done", "in_progress": "start"}
"""What news of progress means for a state; late and not started change none."""
_PROMISING = frozenset({"accept"})
"""An answer that agrees promises; one that defers or passes on does not, and what it passes on is a directive of its own."""


def attach(made: Writing, update: Update, commitment: Commitment) -> list[Commitment | CommitmentLink]:
    """Bring an update to its commitment: the state it leads to, and what an answer promises, linked.

    Never to a final state: only who asked or assigned it closes it. Returns what was added. Raises InvalidError.
    """
    statement = update.statement
    answer = statement is not None and statement.kind == "response"
    if answer and statement is not None and commitment.kind != Commitment.Kind.PETITION:
        raise invalid(
            statement, f"việc số {commitment.pk} không phải là kiến nghị nên không có trả lời; hãy chọn kiến nghị"
        )
    service = "answer" if answer else _SERVICES.get(update.standing, "")
    step = load_commitment_kinds()[commitment.kind].of_service(service, commitment.state, late=False)
    if update.draft:
        step = None
    after = step.to if step else commitment.state
    made.alter(
        update, commitment=commitment, unit=update.unit if update.draft else commitment.unit, from_state=commitment.state, to_state=after,
        transition=step.code if step else "",
    )  # fmt: skip
    if step is not None:
        made.alter(commitment, state=after)
    return _promise(made, update, commitment) if answer and update.standing in _PROMISING else []


def of_draft(statement: Statement) -> bool:
    """Whether the statement stands in a draft, whose news changes nothing yet."""
    return statement.document.standing == Document.Standing.DRAFT


def _promise(made: Writing, update: Update, petition: Commitment) -> list[Commitment | CommitmentLink]:
    statement = update.statement
    if statement is None or update.draft:
        return []
    promise = begin(
        made, statement, Commitment.Kind.OWN_TASK, _due(statement), document_day(statement), issuer=update.author,
        issuer_code=update.author_code, owner=update.author, owner_code=update.author_code, thread=petition.thread or petition,
    )  # fmt: skip
    link = CommitmentLink(kind=CommitmentLink.Kind.PROMISES, source=promise, target=petition, **source(statement))
    return [promise, made.add(link)]


def _due(statement: Statement) -> Due:
    """The deadline that the answer itself names, unless it is past already: then it speaks of something else."""
    day = document_day(statement)
    found = deadline(fold(statement.text), 0, len(statement.text), day, statement.text)
    due = compute_due(found.iso_or_words if found else None, made_on=day, calendar=calendar())
    return compute_due(None, made_on=day, calendar=calendar()) if due.doubted("before_document") else due
