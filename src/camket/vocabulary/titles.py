"""Titles: the words by which the title of a project or plan goes on or ends."""

from functools import cache
from pathlib import Path

import msgspec

from camket.vocabulary.yaml_file import load_yaml

_FILE = Path(__file__).parent / "titles.yml"


class TitleWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The lists of titles.yml, which says of each what it is for."""

    place_nouns: tuple[str, ...]
    numbered_nouns: tuple[str, ...]
    stops: tuple[str, ...]
    bracket_openers: tuple[str, ...]
    joined_verbs: tuple[str, ...]
    bodies: tuple[str, ...]


@cache
def load_title_words() -> TitleWords:
    """The packaged lists, read once a process. Raise msgspec.ValidationError on a broken data file."""
    return load_yaml(_FILE, TitleWords)
