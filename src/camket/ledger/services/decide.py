"""Deciding: one person accepts, corrects, rejects or adds what a document says; nothing decided is ever lost."""

from collections.abc import Mapping
from typing import Any

import msgspec

from camket.ledger.accept import accept_statement, withdraw_statement
from camket.ledger.errors import InvalidError
from camket.ledger.history.writing import Writing, writing
from camket.ledger.models.account import Account
from camket.ledger.models.commitment import Commitment
from camket.ledger.models.document import Document
from camket.ledger.models.rejection import Rejection
from camket.ledger.models.statement import Decision, Statement, StatementState
from camket.ledger.permissions import require
from camket.ledger.search.indexing import index
from camket.reading.statements import KINDS

_ACTION = "statement.decide"


def accept(account: Account, statement: Statement, *, into: int | None = None) -> Decision:
    """Take a statement as the machine proposed it; what it becomes is made in the same change.

    ``into``: the commitment it speaks of again, where a person says so. Raises DeniedError, ConflictError, InvalidError.
    """
    require(account, _ACTION, statement)
    _may_join(account, into)
    _must_be_open(statement)
    with writing(account.name, "statement.accept") as made:
        made.alter(statement, state=StatementState.ACCEPTED)
        decision = _decide(made, account, statement, Decision.Verb.ACCEPT)
        accept_statement(made, statement, account, into=into)
    return decision


def correct(account: Account, statement: Statement, fields: Mapping[str, Any], *, into: int | None = None) -> Decision:
    """Take a statement with other values; those of the machine stay beside them.

    Raises DeniedError, ConflictError, and InvalidError for a field the kind does not have or a value it cannot hold.
    """
    require(account, _ACTION, statement)
    _may_join(account, into)
    _must_be_open(statement)
    changed = {name: value for name, value in fields.items() if statement.data.get(name) != value}
    data = _checked(statement, {**statement.data, **changed})
    with writing(account.name, "statement.correct") as made:
        made.alter(statement, state=StatementState.CORRECTED, data=data, about=data.get("about_code", ""))
        decision = _decide(made, account, statement, Decision.Verb.CORRECT, fields=changed)
        accept_statement(made, statement, account, into=into)
    return decision


def reject(account: Account, statement: Statement, reason: str, note: str = "") -> Decision:
    """Say that a statement is none, for one of the reasons of ``Rejection``. Raises as ``accept``."""
    require(account, _ACTION, statement)
    _must_be_open(statement)
    if reason not in Rejection.values:
        raise InvalidError(f"«{reason}» không phải là lý do bỏ; các lý do: {', '.join(Rejection.values)}")
    with writing(account.name, "statement.reject") as made:
        made.alter(statement, state=StatementState.REJECTED)
        return _decide(made, account, statement, Decision.Verb.REJECT, reason=reason, note=note)


def add(account: Account, document: Document, kind: str, start: int, end: int, fields: Mapping[str, Any]) -> Statement:
    """A statement that the machine did not see, at its place in the text. Raises DeniedError and InvalidError."""
    require(account, _ACTION, document)
    if kind not in KINDS:
        raise InvalidError(f"«{kind}» không phải là một loại nội dung; các loại: {', '.join(KINDS)}")
    if not 0 <= start < end <= len(document.text):
        raise InvalidError(f"đoạn {start}-{end} nằm ngoài văn bản «{document.name}» (dài {len(document.text)} ký tự)")
    if Statement.objects.filter(document=document, kind=kind, start=start, end=end).exists():
        raise InvalidError(f"đoạn {start}-{end} đã có một nội dung loại này; hãy sửa nội dung ấy")
    statement = Statement(
        document=document, kind=kind, start=start, end=end, text=document.text[start:end], rule="", section="other",
        state=StatementState.ACCEPTED,
    )  # fmt: skip
    statement.data = _checked(statement, dict(fields))
    statement.about = statement.data.get("about_code", "")
    with writing(account.name, "statement.add") as made:
        # Locked, so that nothing is added to one that is being expunged at this moment.
        if Document.objects.select_for_update().get(pk=document.pk).expunged_at is not None:
            raise InvalidError(f"văn bản số {document.pk} đã bị xóa khỏi sổ theo quyết định; không thêm gì được")
        index(made, made.add(statement))
        _decide(made, account, statement, Decision.Verb.ADD, fields=statement.data)
        accept_statement(made, statement, account)
    return statement


def undo(account: Account, statement: Statement, note: str = "") -> Decision:
    """Take a decision back: the statement waits again, and what it had become is withdrawn, not erased."""
    require(account, _ACTION, statement)
    if statement.state in {StatementState.PROPOSED, StatementState.LAPSED}:
        raise InvalidError(f"nội dung số {statement.pk} chưa được quyết định nên không có gì để rút lại")
    with writing(account.name, "statement.undo", note) as made:
        withdraw_statement(made, statement, account, note)
        made.alter(statement, state=StatementState.PROPOSED, data=statement.proposed or statement.data)
        return _decide(made, account, statement, Decision.Verb.UNDO, note=note)


def _may_join(account: Account, into: int | None) -> None:
    """Raises DeniedError where a statement would be joined to a commitment that is not the account's to join."""
    commitment = Commitment.objects.filter(pk=into).first() if into is not None else None
    if commitment is not None:
        require(account, "commitment.link", commitment)


def _must_be_open(statement: Statement) -> None:
    if statement.state not in {StatementState.PROPOSED, StatementState.LAPSED}:
        state = StatementState(statement.state).label
        raise InvalidError(f"nội dung số {statement.pk} {state}; hãy rút lại quyết định trước khi quyết định khác")


def _decide(made: Writing, account: Account, statement: Statement, verb: str, **told: Any) -> Decision:  # noqa: ANN401 - columns of a decision
    return made.add(Decision(statement=statement, account=account, at=made.at, verb=verb, **told))


def _checked(statement: Statement, data: dict[str, Any]) -> dict[str, Any]:
    """The fields, where the kind can hold them; empty ones left out. Raises InvalidError."""
    given = {name: value for name, value in data.items() if value not in (None, "", [], ())}
    kind = KINDS[statement.kind]
    if unknown := [name for name in given if name not in kind.__struct_fields__]:
        raise InvalidError(f"loại nội dung «{statement.kind}» không có trường {', '.join(unknown)}")
    place = {"text": statement.text, "start": statement.start, "end": statement.end, "rule": "", "section": "other"}
    try:
        msgspec.convert({"kind": statement.kind, **place, **_listed(given)}, kind, strict=False)
    except msgspec.ValidationError as error:
        raise InvalidError(f"nội dung số {statement.pk or 'mới'}: giá trị không hợp lệ ({error})") from error
    return given


def _listed(data: dict[str, Any]) -> dict[str, Any]:
    """The contract writes a single qualifier as a plain string; the type wants a list."""
    one = data.get("qualifier")
    return {**data, "qualifier": [one]} if isinstance(one, str) else data
