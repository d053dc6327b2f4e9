"""The words of page chrome and administrative form, as data: what tells a line of furniture from a line of text."""

from dataclasses import dataclass
from functools import cache
from importlib import resources

import yaml

from camket.vocabulary.folding import fold


@dataclass(frozen=True, slots=True)
class Opening:
    """A phrase that a line begins with, and the kind of line that it makes."""

    phrase: str
    kind: str


@dataclass(frozen=True, slots=True)
class Markup:
    """What tags, and words and parts of a class or id, say of an element of a web page: name to kind of line."""

    tags: dict[str, str]
    names: dict[str, str]
    parts: dict[str, str]


@dataclass(frozen=True, slots=True)
class Furniture:
    """All of ``furniture.yml``, folded. ``openings`` are grouped by their first two letters for quick look-up."""

    whole: dict[str, str]
    openings: dict[str, tuple[Opening, ...]]
    endings: dict[str, tuple[str, ...]]
    header_inside: tuple[str, ...]
    related_end: frozenset[str]
    related_box: frozenset[str]
    dateline_words: tuple[str, ...]
    caption: dict[str, tuple[str, ...]]
    heading_openings: tuple[str, ...]
    item_openings: tuple[str, ...]
    annex_openings: tuple[str, ...]
    document_types: frozenset[str]
    header_bodies: tuple[str, ...]
    signer_posts: tuple[str, ...]
    foreign_words: frozenset[str]
    markup: Markup
    publication_labels: tuple[tuple[str, ...], ...]
    source_tags: frozenset[str]
    no_source_tags: frozenset[str]


def _folded(words: list[str]) -> tuple[str, ...]:
    return tuple(fold(word) for word in words)


def _by_first_letters(groups: dict[str, list[str]]) -> dict[str, tuple[Opening, ...]]:
    grouped: dict[str, list[Opening]] = {}
    for kind, phrases in groups.items():
        for phrase in _folded(phrases):
            grouped.setdefault(phrase[:2], []).append(Opening(phrase, kind))
    # The longest phrase first: "tin, ảnh" before "tin".
    return {key: tuple(sorted(found, key=lambda one: -len(one.phrase))) for key, found in grouped.items()}


def _kinds(groups: dict[str, list[str]]) -> dict[str, str]:
    return {word: kind for kind, words in groups.items() for word in words}


@cache
def furniture() -> Furniture:
    """Load the packaged ``furniture.yml`` once."""
    text = resources.files("camket.vocabulary").joinpath("furniture.yml").read_text("utf-8")
    raw = yaml.load(text, Loader=yaml.BaseLoader)  # noqa: S506 -- makes strings, lists and dicts only
    return Furniture(
        whole={fold(phrase): kind for kind, phrases in raw["whole"].items() for phrase in phrases},
        openings=_by_first_letters(raw["openings"]),
        endings={kind: _folded(phrases) for kind, phrases in raw["endings"].items()},
        header_inside=_folded(raw["header_inside"]),
        related_end=frozenset(_folded(raw["related_end"])),
        related_box=frozenset(_folded(raw["related_box"])),
        dateline_words=_folded(raw["dateline_words"]),
        caption={name: _folded(words) for name, words in raw["caption"].items()},
        heading_openings=_folded(raw["heading_openings"]),
        item_openings=_folded(raw["item_openings"]),
        annex_openings=_folded(raw["annex_openings"]),
        document_types=frozenset(_folded(raw["document_types"])),
        header_bodies=_folded(raw["header_bodies"]),
        signer_posts=_folded(raw["signer_posts"]),
        foreign_words=frozenset(raw["foreign_words"]),
        markup=Markup(raw["markup"]["tags"], _kinds(raw["markup"]["names"]), _kinds(raw["markup"]["parts"])),
        publication_labels=tuple(_folded(group) for group in raw["publication_labels"]),
        source_tags=frozenset(_folded(raw["source_tags"])),
        no_source_tags=frozenset(_folded(raw["no_source_tags"])),
    )
