"""What is asked: a written name taken apart into the unit, those above it, and its other names."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import chain, pairwise

from camket.units.kind import Kind
from camket.units.names.forms import Forms, KindWord, load_forms
from camket.units.names.reason import Reason
from camket.units.names.spelling import spelled
from camket.vocabulary.folding import fold

LONGEST = 400
"""No name of a unit, with those above it and its former ones, is longer."""

_ANY: frozenset[Kind] = frozenset()
_BRACKETS = re.compile(r"\s?[(\[]([^()\[\]]*)[)\]]")
_EDGES = " \t\n.,;:\"'“”«»"
_ROMAN = {numeral: str(number) for number, numeral in enumerate(
    "I II III IV V VI VII VIII IX X XI XII XIII XIV XV XVI".split(), 1)}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Wording:
    """One way to read a name: of which kinds the unit may be (empty: of any), and its name without their word."""

    name: str
    shape: str
    key: str
    kinds: frozenset[Kind] = _ANY
    reason: Reason | None = None
    """How the kind was written."""
    alias: bool = False
    unmarked: bool = False
    """The kind's word has no diacritics, so that the name may have lost its own."""


@dataclass(frozen=True, slots=True)
class Part:
    """One unit as written."""

    text: str
    wordings: tuple[Wording, ...] = ()
    old: bool = False
    new: bool = False
    below: bool = False
    """It begins like a village, a street or a number."""
    vague: frozenset[Kind] | None = None
    """A kind's word alone, which means the unit under review or the one above it; empty: whichever it is."""


@dataclass(frozen=True, slots=True)
class Asked:
    """The parts of a name, lowest unit first, and what else the place is said to be or have been called."""

    parts: tuple[Part, ...]
    now: "Asked | None" = None
    formerly: "Asked | None" = None
    of_body: bool = False


def strip_body(name: str) -> tuple[str, str]:
    """The unit in the name of a body, and what of the body's name stood before it (empty where it is no body's).

    >>> strip_body("UBND xã Hoa Mai"), strip_body("Huyện ủy Hoa Mai")
    (('xã Hoa Mai', 'UBND'), ('huyện Hoa Mai', 'Huyện ủy'))
    """
    forms = load_forms()
    match = forms.body.match(fold(name))
    if match is None:
        return name, ""
    rest = name[match.end() :]
    kind = f"{forms.kind_word_of_body(match['word'])}{rest}" if match["word"] else rest
    return kind, name[: match.end()].strip()


@lru_cache(maxsize=16384)
def read_name(name: str) -> Asked:
    """Take ``name`` apart."""
    return _read(tidy(name), load_forms())


def tidy(name: str) -> str:
    """The name in NFC, blanks single, without quotation marks or stops around it."""
    return " ".join(unicodedata.normalize("NFC", name).split()).strip(_EDGES)


def read_run_on(name: str) -> Iterator[Asked]:
    """``name`` with each further kind's word taken to begin the unit above: "xã A huyện B"; the likeliest reading first."""
    text = tidy(name)
    for pattern in load_forms().inner_kind_words:
        places = [match.start() for match in pattern.finditer(fold(text), 1)]
        pieces = [text[begin:end].strip(_EDGES) for begin, end in pairwise([0, *places, len(text)])]
        if places:
            yield read_name(", ".join(pieces))


def _read(text: str, forms: Forms) -> Asked:
    unit, body = strip_body(text)
    brackets = [content.strip() for content in _BRACKETS.findall(unit)] if "(" in unit or "[" in unit else []
    main = _BRACKETS.sub("", unit) if brackets else unit
    others: dict[str, Asked] = {}
    marks: set[str] = set()
    above: list[str] = []
    for content in brackets:
        key = fold(content)
        if mark := forms.mark.fullmatch(key):
            marks.add(mark.lastgroup or "")
        elif (lead := forms.other_name.match(key)) and lead.lastgroup:
            others[lead.lastgroup] = _read(tidy(content[lead.end() :]), forms)
        elif content:
            above.append(content)
    key = fold(main)
    if forms.leads_on(key) and (lead := forms.other_name.search(key)):
        others[lead.lastgroup or ""] = _read(tidy(main[lead.end() :]), forms)
        main = main[: lead.start()]
    parts = _parts(main, forms)
    if parts and (marks or above):
        first = _marked(parts[0], marks)
        parts = (first, *chain.from_iterable(_parts(one, forms) for one in above), *parts[1:])
    return Asked(parts, others.get("now"), others.get("formerly"), bool(body))


def _marked(part: Part, marks: set[str]) -> Part:
    return replace(part, old=part.old or "old" in marks, new=part.new or "new" in marks)


def _parts(text: str, forms: Forms) -> tuple[Part, ...]:
    # A comma inside the folded text is a comma of the text, for folding keeps the length.
    key, pieces, begin = fold(text), [], 0
    for joint in forms.joints.finditer(key):
        pieces.append(text[begin : joint.start()])
        begin = joint.end()
    pieces.append(text[begin:])
    return tuple(read_part(piece) for one in pieces if (piece := one.strip(_EDGES)))


@lru_cache(maxsize=32768)
def read_part(text: str) -> Part:
    """One part of a name, tidy."""
    forms, key = load_forms(), fold(text)
    if vague := forms.vague.fullmatch(key):
        return Part(text, vague=forms.kinds_of(vague["word"]) if vague["word"] else _ANY)
    return Part(text, _wordings(text, key, forms), below=forms.below.match(key) is not None)


def _wordings(text: str, key: str, forms: Forms) -> tuple[Wording, ...]:
    found = forms.kind_word(key)
    if found is None or found.end >= len(text):
        return _named(text, forms)
    named = _of_kind(text, found, forms)
    # "Xa Dung" is a name, though "xa" may be "xã" without its mark; "TT Huế" is short for a province's name.
    if found.doubtful:
        return (*named, *_named(text, forms))
    return (*named, *_aliased(spelled(text).key, forms)) if found.abbreviated else named


@lru_cache(maxsize=4096)
def fallbacks(part: Part) -> tuple[Part, ...]:
    """Other readings of a part, one after the other, for where none of its wordings names a unit."""
    forms, text, key = load_forms(), part.text, fold(part.text)
    found = forms.kind_word(key) or forms.glued_kind_word(text, key)
    end, kinds = (found.end, found.kinds) if found else (0, _ANY)
    wordings = (*_of_kind(text, found, forms), *_variants(text[end:], kinds, forms), *_named(text, forms))
    whole = Part(text, wordings, part.old, part.new, part.below)
    mark = forms.mark.search(key)
    if mark is None or not mark.start():
        return (whole,)
    bare = read_part(text[: mark.start()].rstrip(_EDGES))
    return _marked(bare, {mark.lastgroup or ""}), whole


def _of_kind(text: str, found: KindWord | None, forms: Forms) -> tuple[Wording, ...]:
    if found is None:
        return ()
    reason = Reason.KIND_ABBREVIATION if found.abbreviated else Reason.KIND_WORD
    unmarked = found.doubtful and not found.abbreviated
    return _named(text[found.end :], forms, found.kinds, reason, unmarked=unmarked)


def _named(
    name: str, forms: Forms, kinds: frozenset[Kind] = _ANY, reason: Reason | None = None, *, unmarked: bool = False
) -> tuple[Wording, ...]:
    found = spelled(name)
    own = Wording(name, found.shape, found.key, kinds, reason, unmarked=unmarked)
    return (own, *_aliased(found.key, forms, kinds, reason)) if found.key in forms.aliases else (own,)


def _aliased(
    key: str, forms: Forms, kinds: frozenset[Kind] = _ANY, reason: Reason | None = None
) -> tuple[Wording, ...]:
    full = forms.aliases.get(key)
    return (Wording(full, *spelled(full), kinds, reason, alias=True),) if full is not None else ()


def _variants(name: str, kinds: frozenset[Kind], forms: Forms) -> tuple[Wording, ...]:
    """Roman numbers in figures, "số 1" as "1", short words inside the name in full."""
    names = [_ROMAN[name]] if name in _ROMAN else []
    key = fold(name)
    if key.startswith(("số ", "so ")) and name[3:].isdecimal():
        names.append(name[3:])
    names += [found for pattern, word in forms.words_inside if (found := pattern.sub(f"{word} ", key)) != key]
    reason = Reason.KIND_WORD if kinds else None
    return tuple(wording for one in names for wording in _named(one, forms, kinds, reason))
