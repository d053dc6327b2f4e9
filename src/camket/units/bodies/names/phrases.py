"""The words around the head of a body's name: posts, organs, groups, titles; read from ``phrases.yml``."""

from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

import msgspec

from camket.units.bodies.body_type import NATION, PARTY_WORDS
from camket.units.bodies.names.wordlist import Wordlist
from camket.units.kind import Kind, Level
from camket.vocabulary.vocabulary import load_vocabulary
from camket.vocabulary.wording import expand
from camket.vocabulary.yaml_file import load_yaml

_PHRASES = Path(__file__).with_name("phrases.yml")
_EVERY = frozenset(Kind)
LEVEL_KINDS: dict[str, frozenset[str]] = {
    "any": _EVERY,
    "nation": frozenset({NATION}),
    **{f"{level.name.lower()}_level": frozenset(kind for kind in Kind if kind.level is level) for level in Level},
}
"""Names of levels in the data files, and the kinds of units on them."""


class Organ(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """An organ that speaks for a body of one of the types ``of``."""

    code: str
    words: tuple[str, ...]
    of: tuple[str, ...]


class GroupType(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words that name many bodies at once; see ``phrases.yml``."""

    code: str
    words: tuple[str, ...]
    level: str
    branches: tuple[str, ...] = ()
    types: tuple[str, ...] = ()
    below: str = ""
    each: str = ""


class Phrases(msgspec.Struct, frozen=True):
    """All of them, each looked up by its words. ``kinds``: the word of a kind or of its Party committee."""

    organs: Wordlist[Organ]
    groups: Wordlist[GroupType]
    posts: Wordlist[str]
    post_types: dict[str, str]
    titles: Wordlist[None]
    fillers: Wordlist[None]
    owners: Wordlist[None]
    kinds: Wordlist[Kind]
    party_kinds: Wordlist[Kind]


class _File(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    organs: dict[str, dict[str, list[str]]]
    posts: dict[str, str]
    groups: dict[str, dict[str, str | list[str]]]
    titles: list[str]
    fillers: list[str]
    owners: list[str]


@cache
def load_phrases() -> Phrases:
    """The packaged phrases and the posts of the vocabulary, read once."""
    file = load_yaml(_PHRASES, _File)
    organs = [msgspec.convert({"code": code, **entry}, Organ) for code, entry in file.organs.items()]
    groups = [msgspec.convert({"code": code, **entry}, GroupType) for code, entry in file.groups.items()]
    posts = load_vocabulary().posts.values()
    return Phrases(
        organs=_list((word, organ) for organ in organs for word in organ.words),
        groups=_list((word, group) for group in groups for word in group.words),
        posts=_list((word, post.code) for post in posts for word in post.words),
        post_types=file.posts,
        titles=_list((word, None) for word in file.titles),
        fillers=_list((word, None) for word in file.fillers),
        owners=_list((word, None) for word in file.owners),
        kinds=_list(_kind_words()),
        party_kinds=_list((word, Kind(kind)) for kind, words in PARTY_WORDS.items() for word in words),
    )


def _list[T](meanings: Iterable[tuple[str, T]]) -> Wordlist[T]:
    return Wordlist((wording, meaning) for pattern, meaning in meanings for wording in expand(pattern, {}))


def _kind_words() -> Iterator[tuple[str, Kind]]:
    for kind in Kind:
        yield kind.word, kind
        if kind in _SHORT:
            yield _SHORT[kind], kind


_SHORT = {
    Kind.PROVINCE: "T", Kind.MUNICIPALITY: "TP", Kind.CITY: "TP", Kind.RURAL_DISTRICT: "H", Kind.URBAN_DISTRICT: "Q",
    Kind.TOWN: "TX", Kind.COMMUNE: "X", Kind.WARD: "P", Kind.TOWNSHIP: "TT",
}  # fmt: skip
