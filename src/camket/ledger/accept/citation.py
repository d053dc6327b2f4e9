"""A citation becomes a legal act, once for all documents that cite it, and a place where it is cited."""

import re
from collections.abc import Sequence
from typing import Any

from camket.ledger.accept.reading import as_told, source
from camket.ledger.history.writing import Writing
from camket.ledger.models.account import Account
from camket.ledger.models.commitment import Commitment
from camket.ledger.models.kept import Kept
from camket.ledger.models.legal_act import Citing, LegalAct
from camket.ledger.models.statement import Statement
from camket.reading import statements as told
from camket.vocabulary.folding import fold

_NUMBER = re.compile(r"\d{1,6}[/-]\S{1,80}")
_EDGES = ".,;:()«»\"'"


def accept(made: Writing, statement: Statement, account: Account, into: Commitment | None = None) -> Sequence[Kept]:  # noqa: ARG001 - as all kinds
    """Add the act where it is not known yet, what it replaces where that is told, and the place."""
    said = as_told(statement, told.Citation)
    act, new = _act(made, statement, said)
    citing = made.add(Citing(act=act, within=_around(statement), **source(statement)))
    return [act, citing] if new else [citing]


def number_key(number: str) -> str:
    """A number by which an act is known: folded, without blanks."""
    return "".join(fold(number).split())[:120]


def act_columns(statement: Statement, said: told.Citation) -> dict[str, Any]:
    """The columns of an act as one citation tells of it."""
    return {
        "type": said.type or "", "number": said.id or "", "key": number_key(said.id or ""), "issuer": said.issuer or "",
        "date": said.date, "title": statement.text, **_replacing(said), **source(statement),
    }  # fmt: skip


def _act(made: Writing, statement: Statement, said: told.Citation) -> tuple[LegalAct, bool]:
    known = _known(statement, said)
    if known is None:
        return made.add(LegalAct(**act_columns(statement, said))), True
    learnt = {
        name: value
        for name, value in {"date": said.date, "issuer": said.issuer}.items()
        if value and not getattr(known, name)
    }
    if said.replaces and not known.replaces:
        learnt |= _replacing(said)
    if learnt:
        made.alter(known, **learnt)
    return known, False


def _known(statement: Statement, said: told.Citation) -> LegalAct | None:
    """The same act: the same number, type and, where both are known, day; without a number, the same words."""
    acts = LegalAct.objects.filter(withdrawn=False, type=said.type or "")
    acts = acts.filter(key=number_key(said.id)) if said.id else acts.filter(key="", title=statement.text)
    return next((one for one in acts.order_by("id") if None in {one.date, said.date} or one.date == said.date), None)


def _replacing(said: told.Citation) -> dict[str, str]:
    return {"replaces": (said.replaces or "")[:1000], "replaces_key": _replaced(said.replaces or "")}


def _replaced(words: str) -> str:
    found = _NUMBER.search(words)
    return number_key(found.group().rstrip(_EDGES)) if found else ""


def _around(statement: Statement) -> Statement | None:
    """The shortest other statement of the document in which the citation stands."""
    around = Statement.objects.filter(
        document_id=statement.document_id, start__lte=statement.start, end__gte=statement.end
    ).exclude(kind="citation")
    return min(around.exclude(state="rejected"), key=lambda one: one.end - one.start, default=None)
