"""The words of the grammar of figures, loaded once from ``words.yml`` and folded."""

from functools import cache
from pathlib import Path

import msgspec
import yaml

from camket.vocabulary.folding import fold


class Words(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What stands around a number in a report; the data file says what each list is for."""

    verbs: tuple[str, ...]
    plans: tuple[str, ...]
    owners: tuple[str, ...]
    crowds: tuple[str, ...]
    ordinals: tuple[str, ...]
    sizes: tuple[str, ...]
    shares_of: tuple[str, ...]
    grants: tuple[str, ...]
    lead_ins: tuple[str, ...]
    links: tuple[str, ...]
    crops: tuple[str, ...]
    central_cities: tuple[str, ...]
    harm: tuple[str, ...]
    hazards: tuple[str, ...]
    small: tuple[str, ...]
    structure: dict[str, tuple[str, ...]]


@cache
def load_words() -> Words:
    """Return the packaged words, folded, longest first within each list."""
    path = Path(__file__).with_name("words.yml")
    lists = yaml.safe_load(path.read_text(encoding="utf-8"))
    structure = {code: _folded(words) for code, words in lists.pop("structure").items()}
    return msgspec.convert({name: _folded(words) for name, words in lists.items()} | {"structure": structure}, Words)


def _folded(words: list[str]) -> list[str]:
    return sorted({fold(word) for word in words}, key=_longest_first)


def _longest_first(word: str) -> tuple[int, str]:
    return -len(word), word
