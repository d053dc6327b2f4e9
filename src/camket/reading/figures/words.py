"""The words of the grammar of figures, loaded once from ``words.yml`` and folded."""

from functools import cache
from pathlib import Path

import msgspec

from camket.vocabulary.folding import fold
from camket.vocabulary.yaml_file import load_yaml


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
    written = load_yaml(path, Words)
    lists = {name: _folded(words) for name, words in msgspec.structs.asdict(written).items() if name != "structure"}
    return Words(**lists, structure={code: _folded(words) for code, words in written.structure.items()})


def _folded(words: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(sorted({fold(word) for word in words}, key=_longest_first))


def _longest_first(word: str) -> tuple[int, str]:
    return -len(word), word
