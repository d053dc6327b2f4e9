"""Makes the command-line library speak Vietnamese. It takes each of its words from gettext, under the name ``_``."""

from functools import cache
from pathlib import Path

import click.core
import click.decorators
import click.exceptions
import click.formatting
import click.parser
import click.types

from camket.vocabulary.yaml_file import load_yaml

_FILE = Path(__file__).with_name("words.yml")
_SPEAKING = (click.core, click.decorators, click.exceptions, click.formatting, click.parser, click.types)


def speak_vietnamese() -> None:
    """Put our words in the place of gettext's, whose catalogues are binary and depend on the user's locale."""
    for module in _SPEAKING:
        vars(module).update({"_": _word, "ngettext": _counted})


def _word(english: str) -> str:
    return _words().get(english, english)


def _counted(one: str, many: str, number: int) -> str:
    return _word(one if number == 1 else many)


@cache
def _words() -> dict[str, str]:
    return load_yaml(_FILE, dict[str, str])
