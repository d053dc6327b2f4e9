"""Carrying out ``camket ledger misses``."""

from collections import defaultdict
from pathlib import Path

import click
import yaml

from camket.cli.ledger.session import account_named, opened


def carry_out(name: str, output: Path | None) -> None:
    """Write the misses, a kind a file in the form of the corpus, or all to the screen."""
    with opened():
        from camket.ledger.queries.misses import misses  # noqa: PLC0415 - models exist once the ledger is open

        by_kind: defaultdict[str, list[dict[str, object]]] = defaultdict(list)
        for miss in misses(account_named(name)):
            by_kind[miss.kind].append({"text": miss.text, "expect": list(miss.expect)})
    for kind, examples in sorted(by_kind.items()):
        written = yaml.safe_dump(examples, allow_unicode=True, sort_keys=False, width=120)
        if output is None:
            click.echo(f"# {kind}.yml\n{written}")
        else:
            output.mkdir(parents=True, exist_ok=True)
            (output / f"{kind}.yml").write_text(written, "utf-8")
    click.echo(f"{sum(map(len, by_kind.values()))} đoạn, {len(by_kind)} loại nội dung.", err=True)
