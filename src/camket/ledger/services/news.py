"""News: what comes with a step, a change of terms or a handing over."""

from dataclasses import dataclass
from datetime import date

from camket.ledger.models.commitment import Commitment
from camket.ledger.models.document import Document
from camket.ledger.models.statement import Statement


@dataclass(frozen=True, slots=True)
class News:
    """``text``: what happened, on ``day`` (today where None). ``evidence``: words, a ``statement`` or a ``document``.

    ``number``: of the signed document. ``owner`` and ``owner_code``: who is to do it now, for a step that passes it on.
    ``replaced_by``: the commitment that takes its place.
    """

    text: str = ""
    day: date | None = None
    reason: str = ""
    evidence: str = ""
    statement: Statement | None = None
    document: Document | None = None
    number: str = ""
    owner: str = ""
    owner_code: str = ""
    replaced_by: Commitment | None = None
