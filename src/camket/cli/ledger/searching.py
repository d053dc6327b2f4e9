"""Carrying out ``camket ledger search``."""

import json
from dataclasses import asdict
from typing import TYPE_CHECKING

import click
from rich.console import Console
from rich.text import Text

from camket.cli.ledger.session import account_named, opened
from camket.cli.output import screen_width

if TYPE_CHECKING:
    from camket.ledger.search.search import Hit


def carry_out(words: str, name: str, nouns: tuple[str, ...], limit: int, form: str) -> None:
    """Show what was found, the best first, its words marked."""
    with opened():
        from camket.ledger.search.search import search  # noqa: PLC0415 - models exist once the ledger is open

        page = search(account_named(name), words, nouns, limit)
    if form == "json":
        for hit in page.hits:
            click.echo(json.dumps(asdict(hit), ensure_ascii=False))
        return
    console = Console(width=screen_width(), highlight=False)
    for hit in page.hits:
        console.print(_shown(hit))
    console.print(f"{page.count}{' hoặc nhiều hơn' if page.more else ''} kết quả.")


def _shown(hit: "Hit") -> Text:
    lines = Text.assemble((f"{hit.noun} {hit.key}", "bold"), f"  {hit.title}")
    for passage in hit.passages:
        words = Text(passage.text)
        for mark in passage.marks:
            words.stylize("bold yellow", mark.start - passage.start, mark.end - passage.start)
        lines.append("\n  ")
        lines.append(words)
    return lines
