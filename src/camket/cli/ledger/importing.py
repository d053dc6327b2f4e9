"""Carrying out ``camket ledger import``: gather, read, keep, and say how it went."""

from dataclasses import dataclass
from pathlib import Path

import click

from camket.cli.batch import Bounds, read_files
from camket.cli.ending import exit_code, summarise
from camket.cli.gathering import gather
from camket.cli.ledger.session import account_named, opened
from camket.ledger.errors import LedgerError
from camket.reading.read import Reading
from camket.reports.failure import Failure

_SECONDS = 120.0


@dataclass(frozen=True, slots=True)
class Order:
    """What the user asked for."""

    paths: tuple[Path, ...]
    account: str
    about: str
    rules: tuple[str, ...]
    not_secret: bool
    press: bool


def carry_out(order: Order) -> int:
    """Import as ordered, each file a change of its own; return the exit code."""
    with opened():
        account_named(order.account)
        files, failures = gather(order.paths)
        kept = proposed = 0
        for path, outcome in zip(
            files, read_files(files, Bounds(None, _SECONDS), __name__) if files else (), strict=False
        ):
            try:
                if isinstance(outcome, Failure):
                    failures.append(outcome)
                else:
                    proposed += _keep(order, path, outcome)
                    kept += 1
            except LedgerError as error:
                failures.append(Failure(path.name, str(error).removeprefix(f"{path.name}: ")))
        summarise(kept, proposed, failures)
        return exit_code(kept, failures)


def _keep(order: Order, path: Path, reading: Reading) -> int:
    """Keep one document; how many statements it brought."""
    from camket.ledger.history.patience import patient  # noqa: PLC0415 - models exist once the ledger is open
    from camket.ledger.models import Document  # noqa: PLC0415 - models exist once the ledger is open
    from camket.ledger.services.accept_by_rule import accept_by_rule  # noqa: PLC0415 - as above
    from camket.ledger.services.import_document import Received, import_document  # noqa: PLC0415 - as above

    account = account_named(order.account)
    way = Document.Way.PRESS if order.press else Document.Way.COMMAND
    received = Received(path.read_bytes(), reading, way, order.not_secret, order.about)
    document = patient(import_document)(account, received)
    accepted = patient(accept_by_rule)(account, document, order.rules) if order.rules else 0
    about = f", về {document.about}" if document.about else ""
    click.echo(
        f"{document.pk}\t{path.name}: {len(reading.statements)} mục{about}" + (f", nhận {accepted}" if accepted else "")
    )
    return len(reading.statements)
