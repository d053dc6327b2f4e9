"""Works: the words by which a text names projects and public works, and says what they cost and how far they are."""

from functools import cache
from pathlib import Path

import msgspec

from camket.vocabulary.yaml_file import load_yaml

_FILE = Path(__file__).parent / "works.yml"


class WorkWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The lists of works.yml, which says of each what it is for."""

    projects: tuple[str, ...]
    works: tuple[str, ...]
    buildings: tuple[str, ...]
    masks: tuple[str, ...]
    building: tuple[str, ...]
    plurals: tuple[str, ...]
    owners: tuple[str, ...]
    not_projects: tuple[str, ...]
    list_openers: tuple[str, ...]
    budgets: tuple[str, ...]
    progress: tuple[str, ...]
    auxiliaries: tuple[str, ...]


@cache
def load_work_words() -> WorkWords:
    """The packaged lists, read once a process. Raise msgspec.ValidationError on a broken data file."""
    return load_yaml(_FILE, WorkWords)
