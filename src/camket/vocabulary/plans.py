"""Plans: the words by which a text names planning documents, and what they tell of the plan's level."""

from functools import cache
from pathlib import Path
from typing import Literal

import msgspec

from camket.vocabulary.yaml_file import load_yaml

_FILE = Path(__file__).parent / "plans.yml"


class PlanKind(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words that begin the title of a plan; plans.yml says what its other properties are for."""

    words: tuple[str, ...]
    needs: Literal["nothing", "place", "name", "period", "span", "title"]
    level: str | None = None
    spatial: bool = False
    whole: bool = False


class PlanWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """All of plans.yml, which says of each list what it is for."""

    kinds: tuple[PlanKind, ...]
    openers: tuple[str, ...]
    not_after: tuple[str, ...]
    plurals: tuple[str, ...]
    not_before: tuple[str, ...]
    levels: dict[str, str]
    urban: tuple[str, ...]
    types: tuple[str, ...]


@cache
def load_plan_words() -> PlanWords:
    """The packaged lists, read once a process. Raise msgspec.ValidationError on a broken data file."""
    return load_yaml(_FILE, PlanWords)
