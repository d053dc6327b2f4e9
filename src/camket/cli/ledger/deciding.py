"""Carrying out ``camket ledger decide``."""

import json
from dataclasses import dataclass
from typing import Any

import click

from camket.cli.ledger.session import account_named, opened
from camket.ledger.errors import LedgerError


@dataclass(frozen=True, slots=True)
class Order:
    """What the user asked for."""

    verb: str
    statements: tuple[int, ...]
    account: str
    fields: tuple[str, ...]
    reason: str
    note: str
    into: int | None


def carry_out(order: Order) -> int:
    """Decide one after the other, each a change of its own; return the exit code."""
    values = _values(order)
    with opened():
        account_named(order.account)
        refused = sum(not _decided(order, number, values) for number in order.statements)
    return 1 if refused else 0


def _decided(order: Order, number: int, values: dict[str, Any]) -> bool:
    from camket.ledger.history.patience import patient  # noqa: PLC0415 - models exist once the ledger is open
    from camket.ledger.queries.documents import statement_of  # noqa: PLC0415 - models exist once the ledger is open
    from camket.ledger.services import decide as services  # noqa: PLC0415 - as above

    account = account_named(order.account)
    try:
        statement = statement_of(account, number)
        match order.verb:
            case "accept":
                patient(services.accept)(account, statement, into=order.into)
            case "correct":
                patient(services.correct)(account, statement, values, into=order.into)
            case "reject":
                patient(services.reject)(account, statement, order.reason, order.note)
            case _:
                patient(services.undo)(account, statement, order.note)
    except LedgerError as error:
        click.echo(f"{number}: {error}", err=True)
        return False
    click.echo(f"{number}: {statement.get_state_display()}")
    return True


def _values(order: Order) -> dict[str, Any]:
    """The fields as given: JSON where it is JSON (a list, true), else the words themselves."""
    values: dict[str, Any] = {}
    for pair in order.fields:
        name, equals, value = pair.partition("=")
        if not equals:
            message = f"--set cần dạng TRƯỜNG=GIÁ_TRỊ, không phải «{pair}»."
            raise click.UsageError(message)
        values[name] = _value(value)
    if bool(values) != (order.verb == "correct"):
        message = "--set đi với correct, và correct cần ít nhất một --set."
        raise click.UsageError(message)
    return values


def _value(text: str) -> Any:  # noqa: ANN401 - whatever the field holds
    if text[:1] not in {"[", "{", '"'} and text not in {"true", "false", "null"}:
        return text
    try:
        return json.loads(text)
    except json.JSONDecodeError:
        return text
