"""Forms: the words of forms.yml, and the patterns made of them."""

import re
from collections.abc import Iterable
from functools import cache, cached_property
from pathlib import Path
from typing import NamedTuple

import msgspec

from camket.units.kind import Kind
from camket.units.names.spelling import plain, spelled
from camket.vocabulary.folding import fold
from camket.vocabulary.yaml_file import load_yaml

_FILE = Path(__file__).parent / "forms.yml"
_BLANKS = r"[ .]{0,3}"


class KindForms(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How some kinds are written before a name."""

    kinds: tuple[Kind, ...]
    words: tuple[str, ...]
    abbreviations: tuple[str, ...] = ()


class VagueForms(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What may stand before and after a kind's word without a name, and what alone means the unit under review."""

    before: tuple[str, ...]
    after: tuple[str, ...]
    alone: tuple[str, ...]


class BodyForms(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Bodies named for their unit."""

    before: tuple[str, ...]
    kind_words: dict[str, str]
    before_kind_words: tuple[str, ...]


class OtherNameForms(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What leads to another name of the same place, and the marks of old and new holders of a name."""

    now: tuple[str, ...]
    formerly: tuple[str, ...]
    old: tuple[str, ...]
    new: tuple[str, ...]


class _Data(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    kinds: tuple[KindForms, ...]
    vague: VagueForms
    bodies: BodyForms
    above: tuple[str, ...]
    above_before_kind: tuple[str, ...]
    other_names: OtherNameForms
    below: tuple[str, ...]
    aliases: dict[str, tuple[str, ...]]
    words_inside: dict[str, tuple[str, ...]]
    place_kinds: dict[str, tuple[str, ...]]


class KindWord(NamedTuple):
    """A kind's word as found before a name: what it can mean, where the name begins, and how it is written."""

    kinds: frozenset[Kind]
    end: int
    abbreviated: bool
    doubtful: bool
    """Written without its diacritics, or a bare letter: it may as well be part of the name."""


def alternatives(words: Iterable[str]) -> str:
    """A pattern of any of ``words``, longest first, blanks standing for any blanks."""
    ordered = sorted(set(words), key=len, reverse=True)
    return "|".join(re.escape(word).replace(r"\ ", r"\s{1,3}") for word in ordered)


def _both(words: Iterable[str]) -> set[str]:
    """The folded words, and those of several syllables without diacritics too."""
    folded = {fold(word) for word in words}
    return folded | {plain(word) for word in folded if " " in word}


class Forms:
    """The patterns, each made when first asked for; all read folded text."""

    def __init__(self, data: _Data) -> None:
        self._data = data
        self._words = {fold(word): frozenset(one.kinds) for one in data.kinds for word in one.words}
        self._plain_words = {plain(word): kinds for word, kinds in self._words.items()}
        self._short = {
            written: frozenset(one.kinds)
            for one in data.kinds
            for word in one.abbreviations
            for written in (fold(word), plain(fold(word)))
        }

    @cached_property
    def _head(self) -> re.Pattern[str]:
        words = alternatives({*self._words, *self._plain_words})
        return re.compile(rf"(?P<word>{words})(?=[\s.:]|$){_BLANKS}:? ?"
                          rf"|(?P<short>{alternatives(self._short)})(?:\.\s{{0,3}}|\s{{1,3}}(?![-–'])|(?=\d))")  # fmt: skip

    @cached_property
    def _glued(self) -> re.Pattern[str]:
        longer = [one for one in self._short if one.isalpha() and len(one) > 1]
        return re.compile(rf"(?P<short>{alternatives(longer)})(?=\w)")

    def kind_word(self, key: str) -> KindWord | None:
        """The kind's word at the beginning of a folded text; None where there is none."""
        match = self._head.match(key)
        if match is None:
            return None
        if short := match["short"]:
            bare = len(short) == 1 and "." not in match.group()
            return KindWord(self._short[short], match.end(), abbreviated=True, doubtful=bare)
        word = " ".join(match["word"].split())
        kinds = self._words.get(word)
        return KindWord(kinds or self._plain_words[word], match.end(), abbreviated=False, doubtful=kinds is None)

    def glued_kind_word(self, text: str, key: str) -> KindWord | None:
        """An abbreviation with the name's capital right behind it: "TPHuế"; None where there is none."""
        match = self._glued.match(key)
        if match is None or not text[: match.end() + 1].isupper():
            return None
        return KindWord(self._short[match["short"]], match.end(), abbreviated=True, doubtful=True)

    @cached_property
    def vague(self) -> re.Pattern[str]:
        """A whole text that names no unit: group ``word`` has the kind's word, none where any level is meant."""
        data = self._data.vague
        words = {fold(word) for one in self._data.kinds for word in one.words}
        alone = alternatives(fold(word) for word in data.alone)
        return re.compile(
            rf"(?:(?:{alternatives(map(fold, data.before))})\s{{1,3}})?(?P<word>{alternatives(words)})"
            rf"(?:\s{{1,3}}(?:{alternatives(map(fold, data.after))}))?|{alone}"
        )

    def kinds_of(self, word: str) -> frozenset[Kind]:
        """The kinds that a folded word stands for."""
        return self._words[" ".join(word.split())]

    @cached_property
    def body(self) -> re.Pattern[str]:
        """What of a body's name stands before its unit; group ``word``, where there, is to be read as a kind's word."""
        data = self._data.bodies
        kinds = alternatives(_both(word for one in self._data.kinds for word in one.words))
        short = alternatives(fold(word) for one in self._data.kinds for word in one.abbreviations)
        party = alternatives(_both(data.kind_words))
        return re.compile(
            rf"(?:(?:{alternatives(_both(data.before))})\s{{1,3}})(?=(?:{kinds})(?!\w)|(?:{short})[. ])"
            rf"|(?:(?:{alternatives(_both(data.before_kind_words))})\s{{1,3}})?(?P<word>{party})(?!\w)"
        )

    def kind_word_of_body(self, word: str) -> str:
        """The kind's word that a folded Party committee's word stands for: "huyện" for "huyện ủy"."""
        return self._party_words[plain(" ".join(word.split()))]

    @cached_property
    def _party_words(self) -> dict[str, str]:
        return {plain(fold(word)): kind for word, kind in self._data.bodies.kind_words.items()}

    @cached_property
    def joints(self) -> re.Pattern[str]:
        """Between a unit and the one above it."""
        ahead = self._kind_ahead({*self._words, *self._plain_words})
        return re.compile(
            rf"\s?[,;]\s?|\s(?:{alternatives(_both(self._data.above) | {'thuoc'})})\s(?!trung ương|trung uong|tw)"
            rf"|\s(?:-|{alternatives(map(fold, self._data.above_before_kind))})\s(?={ahead})"
        )

    def _kind_ahead(self, full: Iterable[str]) -> str:
        """A kind's word that cannot well be part of a name: in full, or short before a dot, a number or, of two letters, a blank."""
        words, longer = alternatives(full), [one for one in self._short if len(one) > 1]
        return rf"(?:{words})\s|(?:{alternatives(self._short)})(?:\.|\d)|(?:{alternatives(longer)})\s|tphcm"

    def leads_on(self, key: str) -> bool:
        """Whether a folded text holds the first word of what leads to another name; a look before the search."""
        return not self._leads.isdisjoint(key.replace(",", " ").split())

    @cached_property
    def _leads(self) -> frozenset[str]:
        data = self._data.other_names
        return frozenset(word.split()[0] for word in _both((*data.now, *data.formerly)))

    @cached_property
    def inner_kind_words(self) -> tuple[re.Pattern[str], re.Pattern[str]]:
        """A blank before a kind's word inside a text: where a unit without comma goes on to the one above.

        The second takes words without diacritics too, which may well be part of a name ("Quan Sơn", "quận Sơn").
        """
        sets = {*self._words}, {*self._words, *self._plain_words}
        first, second = (re.compile(rf"\s(?={self._kind_ahead(words)})(?:{alternatives(words)}|)") for words in sets)
        return first, second

    @cached_property
    def other_name(self) -> re.Pattern[str]:
        """What leads to another name: group ``now`` or ``formerly``."""
        data = self._data.other_names
        return re.compile(
            rf"(?:^|[\s,])[\s,]{{0,3}}(?:(?P<now>{alternatives(_both(data.now))})"
            rf"|(?P<formerly>{alternatives(_both(data.formerly))}))\s{{1,3}}"
        )

    @cached_property
    def mark(self) -> re.Pattern[str]:
        """A mark at the end of a text: group ``old`` or ``new``."""
        data = self._data.other_names
        return re.compile(
            rf"(?:^|\s)(?:(?P<old>{alternatives(_both(data.old))})|(?P<new>{alternatives(_both(data.new))}))$"
        )

    @cached_property
    def below(self) -> re.Pattern[str]:
        """How a part of an address below the lowest unit begins."""
        return re.compile(rf"(?:{alternatives(map(fold, self._data.below))})(?![\w-])|\d")

    @cached_property
    def aliases(self) -> dict[str, str]:
        """The full name of each short one, by the short one's key."""
        by_key = {spelled(short).key: name for name, shorts in self._data.aliases.items() for short in shorts}
        return {key: name for key, name in by_key.items() if key != spelled(name).key}

    def place_kinds(self, kind: str) -> tuple[str, ...]:
        """The word before a place's name and its short forms; none for a word not listed but itself."""
        return (kind, *self._data.place_kinds.get(kind, ()))

    @cached_property
    def words_inside(self) -> tuple[tuple[re.Pattern[str], str], ...]:
        """Short words inside names, each with what it stands for."""
        return tuple(
            (re.compile(rf"(?<!\w)(?:{alternatives(shorts)})(?:\.\s?|(?!\w))"), word)
            for word, shorts in self._data.words_inside.items()
        )


@cache
def load_forms() -> Forms:
    """The packaged forms, read once. Raises msgspec.ValidationError on a broken data file."""
    return Forms(load_yaml(_FILE, _Data))
