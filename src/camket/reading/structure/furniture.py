"""What one line is by its own words: page chrome, dates and counters, captions, administrative form, or nothing certain.

Furniture is told only where the line itself leaves no doubt; a short real sentence is body. What the
place of a line among others adds is in :mod:`camket.reading.structure.blocks`.
"""

import re
from typing import Literal

import msgspec
import re2

from camket.reading.structure.captions import is_caption
from camket.vocabulary.furniture import furniture

LineKind = Literal[
    "title", "dateline", "body", "heading", "bullet", "caption", "byline", "related", "navigation", "header",
    "signature", "table", "debris",
]  # fmt: skip

LONG = 220
"""From this length on a line is text unless it is debris; chrome, captions and headings are shorter."""
_OPENING_LIMIT = 160
_DASHES = ("- ", "+ ", "• ")
_WHOLE_LIMIT = 60
_OPENING = 2
"""So many letters are asked before the phrases that begin or end with them."""

_WORDS = furniture()
_DECORATION = " „“”»«›‹>•|[](){}:…-*#_=.,;/\\►▶★☆◄◀▲▼"
_APART = re.compile(r"\s{2,}|\s?\|\s?")
_COUNT = re.compile(r"\s{0,3}[(:|]\s{0,3}\d{1,9}\s{0,3}\)?$")

_DATE = r"\d{1,4}\s?[/.-]\s?\d{1,2}\s?[/.-]\s?\d{2,4}"
_TIME = r"\d{1,2}\s?[:h]\s?\d{2}(?:\s?[:']\s?\d{2})?'?"
_WORD_OF_DATE = "|".join(re.escape(word) for word in sorted(_WORDS.dateline_words, key=len, reverse=True))
# Atomic and possessive, so that a line of digits is read once and never taken apart again.
_DATELINE = re.compile(rf"[\s(\[|•·-]*+(?>(?>{_DATE}|{_TIME}|(?:{_WORD_OF_DATE})(?!\w)|\d++)[\s|,:;()\[\]+•·/.-]*+)++")
_DIGIT_OR_BLANK = re.compile(r"[\d….](?:(?<!\.)|\.\.)")
_DATED = re.compile(rf"{_DATE}|{_TIME}|\d{{1,2}} tháng \d{{1,2}} năm|(?:xem|đọc|lượt|truy cập)\s{{0,2}}:?\s{{0,2}}\d")
# A line that opens with the stamp of a page ("13:40 - thứ tư, 08/02/2023 ...") whatever chrome follows it.
_STAMP = re.compile(
    rf"(?:(?:{_TIME}[\s,|-]*+)?(?:thứ \w{{1,4}}|chủ nhật)\s?,?\s?(?:ngày )?{_DATE}|{_DATE}[\s,|-]*+{_TIME}|{_TIME}[\s,|-]*+{_DATE})"
)
_DAY = r"ngày\s{0,3}[\d….]{0,6}\s{0,3}tháng\s{0,3}[\d….]{0,6}\s{0,3}năm\s{0,3}[\d….]{0,8}"
_PLACE_AND_DATE = re.compile(rf"[^,.;:\d]{{2,40}},? {_DAY}")
_NUMBER_OF_ACT = re.compile(rf"số\s{{0,2}}:?\s{{0,3}}[\d….]{{0,10}}\s{{0,3}}[-/][\w&./ -]{{1,80}}(?:, {_DAY})?")
_ENUMERATOR = re.compile(
    r"(?:[-+*•●○▪■◦➢✓►·]+|\(?\d{1,2}(?:\.\d{1,2}){0,3}[.)/]|\d{1,2}(?:\.\d{1,2}){1,3}(?=\s)|\(?[a-zđ]\)|[a-zđ]\.(?=\s)|[ivx]{1,5}[.)-](?=\s)|điều \d{1,3}[.:])"
    r"\s*+(?=[^\d\s])"
)
_LETTERS_MISSING = re.compile(r"[\W\d_]*+")
_ENCODED = re.compile(r"[a-z0-9+/=_%-]{120}")
_GLUED = re2.compile(r"(?:(?:19|20)\d\d){3}|\S{120}")
_CODE = re2.compile(r"function\s?\(|\{\{|\}\}|<[/!]?[a-z]{1,10}[ >/]|&nbsp;|var [a-z_]{1,20}\s?=|base64,")
_FOREIGN = re2.compile(
    rf"[^\pL](?:{'|'.join(sorted(_WORDS.foreign_words))}) |[\p{{Cyrillic}}\p{{Han}}\p{{Thai}}\p{{Arabic}}]{{3}}"
)
_STRANGE = re2.compile("|".join(one.pattern for one in (_GLUED, _CODE, _FOREIGN)))
_VIETNAMESE_LETTER = re.compile(r"[ăđĩũơưạ-ỹ]")
_FOREIGN_SHARE = 0.12
_FOREIGN_WORDS = 6
_PHRASES = {
    **dict.fromkeys(_WORDS.related_box, "related"), **dict.fromkeys(_WORDS.related_end, "related"), **_WORDS.whole
}  # fmt: skip
# A longer phrase that holds a shorter one tells nothing more.
_HEADER_INSIDE = tuple(
    one for one in _WORDS.header_inside if not any(other in one for other in _WORDS.header_inside if other != one)
)
_LINKS = _WORDS.related_end | _WORDS.related_box
_PHRASE_OPENINGS = frozenset(one[:_OPENING].rstrip(_DECORATION) for one in _PHRASES)
_ENDING_LETTERS = frozenset(one[-_OPENING:] for phrases in _WORDS.endings.values() for one in phrases)


class Traits(msgspec.Struct, frozen=True, gc=False):
    """What is anywhere in a text at all: each costly test of lines is made only where there is cause for it."""

    glued: bool
    code: bool
    foreign: bool


def traits_of(key: str) -> Traits:
    """Look once over a whole folded text; in most there is no such thing."""
    if _STRANGE.search(key) is None:
        return Traits(glued=False, code=False, foreign=False)
    return Traits(*(pattern.search(key) is not None for pattern in (_GLUED, _CODE, _FOREIGN)))


def kind_of(key: str, text: str, traits: Traits) -> LineKind | None:
    """Return what a line surely is, or None for an open case. ``key`` is the folded ``text``, both stripped."""
    celled = " | " in key
    # Most lines: no date line, chrome or form is long and ends as a sentence does, or opens as an item.
    if celled or len(key) <= _WHOLE_LIMIT or not (key[-1] in ".;" or key.startswith(_DASHES)):
        kind = _form_of(key) or _chrome_of(key) or (_table_of(key) if celled else None)
        if kind is not None:
            return kind
    return _debris_of(key, traits) or _caption_or_item(key, text)


def _caption_or_item(key: str, text: str) -> LineKind | None:
    if key.startswith(_DASHES):
        return "bullet"
    if key.endswith(_WORDS.endings["caption"]) or is_caption(key, text):
        return "caption"
    return "bullet" if is_item(key, text) else None


def kind_of_long(key: str, traits: Traits) -> LineKind:
    """Return the kind of a line longer than LONG: body, unless it is debris, an item, cells or a linked title."""
    if is_linked_title(key):
        return "related"
    if " " not in key[:LONG] or _debris_of(key, traits):
        return "debris"
    if " | " in key:
        return "table"
    return "bullet" if _ENUMERATOR.match(key) or key.startswith(_WORDS.item_openings) else "body"


def is_linked_title(key: str) -> bool:
    """Whether the line is a title with the empty cells of a list of links behind it: "... | |"."""
    words = key.rstrip(" |")
    return key[-1] == "|" and len(words) < LONG and "|" not in words and words[-1:] not in (".", ";", ":", "…")


def bare(key: str) -> str:
    """Return a line's words without decoration and counts around them: "» Bình luận (0)" is "bình luận"."""
    # Most lines end in a letter, and so in no count.
    return (_COUNT.sub("", key) if key[-1:] == ")" or key[-1:].isdigit() else key).strip(_DECORATION)


def phrases(key: str) -> tuple[str, ...]:
    """Return the phrases that stand apart on a line: "[Trở về]   Các tin khác:" has two."""
    return tuple(bare(piece) for piece in _APART.split(key) if piece)


def is_item(key: str, text: str) -> bool:
    """Whether the line opens with a bullet, number or letter of a list, or with "Một là," and the like."""
    if key.startswith(_WORDS.item_openings):
        return True
    mark = _ENUMERATOR.match(key)
    if mark is None:
        return False
    # "i. " and "1.1 " number a part only before a capital: "1.5 tỷ" is a figure.
    lettered = key[mark.start()].isalpha() or key[: mark.end()].rstrip()[-1:].isdigit()
    return not lettered or text[mark.end()].isupper() or text[mark.end()] in '"“(' or ")" in key[: mark.end()]


def after_enumerator(key: str) -> int:
    """Return the offset at which the words after a bullet or number start (0 where there is none)."""
    mark = _ENUMERATOR.match(key)
    return mark.end() if mark else 0


def _form_of(key: str) -> LineKind | None:
    """Dates, counters and the fixed lines of an administrative document's head."""
    if _DIGIT_OR_BLANK.search(key) is None:
        return None
    if key.startswith("số") and _NUMBER_OF_ACT.fullmatch(key.rstrip(".")):
        return "header"
    if "tháng" in key and _PLACE_AND_DATE.fullmatch(key.rstrip(".")):
        return "dateline" if key.startswith(("thứ ", "chủ nhật", "ngày ", "cập nhật")) else "header"
    if _DATELINE.fullmatch(key):
        return "dateline" if _DATED.search(key) else None
    return "dateline" if key[-1] not in ".;:" and len(key) < _OPENING_LIMIT and _STAMP.match(key) else None


def _chrome_of(key: str) -> LineKind | None:
    """Lines that chrome, links, bylines and signatures are made of."""
    kind = _WORDS.whole.get(key)
    if kind is None and len(key) <= _OPENING_LIMIT:
        kind = _of_phrases(key)
    if kind is None and key[-1] not in ".;:" and any(words in key for words in _HEADER_INSIDE):
        kind = "header"
    if kind is None and is_linked_title(key):
        kind = "related"
    if kind is None and " | " not in key:
        kind = _opening_of(key)
    if kind is None and key[-_OPENING:] in _ENDING_LETTERS:
        kind = next((one for one, phrases in _WORDS.endings.items() if key.endswith(phrases)), None)
    return kind  # type: ignore[return-value]  # the test of furniture.yml holds its kinds to LineKind


def _of_phrases(key: str) -> str | None:
    if key.lstrip(_DECORATION)[:_OPENING].rstrip(_DECORATION) not in _PHRASE_OPENINGS:
        return None
    words = phrases(key)
    if not words or not all(one in _PHRASES for one in words):
        return None
    return _PHRASES[words[0]] if _LINKS.isdisjoint(words) else "related"


def _opening_of(key: str) -> LineKind | None:
    if len(key) > _OPENING_LIMIT or key.endswith((".", ";", "…")):
        return None
    for one in _WORDS.openings.get(key[:2], ()):
        if key.startswith(one.phrase):
            return one.kind  # type: ignore[return-value]  # the test of furniture.yml holds its kinds to LineKind
    return None


def _table_of(key: str) -> LineKind:
    cells = [cell.strip(_DECORATION) for cell in key.split(" | ")]
    kinds = [_of_cell(cell) for cell in cells]
    forms: tuple[LineKind, ...] = ("navigation", "header", "signature")
    return next((kind for kind in forms if kinds.count(kind) * 2 >= len(cells)), "table")


def _of_cell(cell: str) -> str | None:
    """The kind that a cell makes of its line, where it is one that a line of a table can be."""
    kind = _WORDS.whole.get(cell) or _opening_of(cell)
    if kind is None and not cell.startswith("số") and "tháng" not in cell:
        return None
    return _WORDS.whole.get(cell) or _form_of(cell) or kind


def _debris_of(key: str, traits: Traits) -> LineKind | None:
    found = (
        (not key[0].isalpha() and _LETTERS_MISSING.fullmatch(key) is not None)
        or (traits.code and _CODE.search(key) is not None)
        or (traits.glued and _is_glued(key))
        or (traits.foreign and _is_foreign(key))
    )
    return "debris" if found else None


def _is_glued(key: str) -> bool:
    """Whether a line holds encoded bytes, or a table whose cells ran together: "2007200820092010"."""
    match = _GLUED.search(key)
    return match is not None and (match.group()[:1].isdigit() or _ENCODED.search(key) is not None)


def _is_foreign(key: str) -> bool:
    words = key.split()
    if _FOREIGN.search(f" {key}") is None or len(words) < _FOREIGN_WORDS:
        return False
    foreign = sum(word in _WORDS.foreign_words or not _is_latin(word) for word in words)
    vietnamese = sum(_VIETNAMESE_LETTER.search(word) is not None for word in words)
    return foreign >= len(words) * _FOREIGN_SHARE and foreign >= vietnamese


def _is_latin(word: str) -> bool:
    return all(letter < "\u0370" or letter > "\u1dff" for letter in word)
