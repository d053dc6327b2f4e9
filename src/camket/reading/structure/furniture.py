"""What one line is by its own words: page chrome, dates and counters, captions, administrative form, or nothing certain.

Furniture is told only where the line itself leaves no doubt; a short real sentence is body. What the
place of a line among others adds is in :mod:`camket.reading.structure.blocks`.
"""

import re
from typing import Literal

from camket.reading.structure.captions import is_caption
from camket.vocabulary.furniture import furniture

LineKind = Literal[
    "title", "dateline", "body", "heading", "bullet", "caption", "byline", "related", "navigation", "header",
    "signature", "table", "debris",
]  # fmt: skip

LONG = 220
"""From this length on a line is text unless it is debris; chrome, captions and headings are shorter."""
_OPENING_LIMIT = 160

_WORDS = furniture()
_DECORATION = " »«›‹>•|[](){}:…-*#_=.,;/\\►▶★☆◄◀▲▼"
_COUNT = re.compile(r"\s{0,3}[(:|]\s{0,3}\d{1,9}\s{0,3}\)?$")

_DATE = r"\d{1,4}\s?[/.-]\s?\d{1,2}\s?[/.-]\s?\d{2,4}"
_TIME = r"\d{1,2}\s?[:h]\s?\d{2}(?:\s?[:']\s?\d{2})?'?"
_WORD_OF_DATE = "|".join(re.escape(word) for word in sorted(_WORDS.dateline_words, key=len, reverse=True))
# Atomic and possessive, so that a line of digits is read once and never taken apart again.
_DATELINE = re.compile(rf"(?>(?>{_DATE}|{_TIME}|(?:{_WORD_OF_DATE})(?!\w)|\d++)[\s|,:;()\[\]+•·/.-]*+)++")
_DATED = re.compile(rf"{_DATE}|{_TIME}|\d{{1,2}} tháng \d{{1,2}} năm|(?:xem|đọc|lượt|truy cập)\s{{0,2}}:?\s{{0,2}}\d")
# A line that opens with the stamp of a page ("13:40 - thứ tư, 08/02/2023 ...") whatever chrome follows it.
_STAMP = re.compile(
    rf"(?:(?:{_TIME}[\s,|-]*+)?(?:thứ \w{{1,4}}|chủ nhật)\s?,?\s?(?:ngày )?{_DATE}|{_DATE}[\s,|-]*+{_TIME}|{_TIME}[\s,|-]*+{_DATE})"
)
_PLACE_AND_DATE = re.compile(r"[^,.;:\d]{2,40},? ngày\s{0,3}[\d….]{0,6}\s{0,3}tháng\s{0,3}[\d….]{0,6}\s{0,3}năm\s{0,3}[\d….]{0,8}")
_NUMBER_OF_ACT = re.compile(r"số\s{0,2}:?\s{0,3}[\d….]{0,10}\s{0,3}[-/][\w&./ -]{1,40}")
_ENUMERATOR = re.compile(
    r"(?:[-+*•●○▪■◦➢✓►·]+|\(?\d{1,2}(?:\.\d{1,2}){0,3}[.)/]|\d{1,2}(?:\.\d{1,2}){1,3}(?=\s)|\(?[a-zđ]\)|[a-zđ]\.(?=\s)|[ivx]{1,5}[.)-](?=\s)|điều \d{1,3}[.:])"
    r"\s*+(?=[^\d\s])"
)
_LETTERS_MISSING = re.compile(r"[\W\d_]*+")
_ENCODED = re.compile(r"[a-z0-9+/=_%-]{120}")
_GLUED_YEARS = re.compile(r"(?:(?:19|20)\d\d){3}")
_CODE = re.compile(r"function\s?\(|\{\{|\}\}|<[/!]?[a-z]{1,10}[ >/]|&nbsp;|var [a-z_]{1,20}\s?=|base64,")


def kind_of(key: str, text: str) -> LineKind | None:
    """Return what a line surely is, or None for an open case. ``key`` is the folded ``text``, both stripped."""
    return (
        _form_of(key)
        or _chrome_of(key)
        or _table_of(key)
        or _debris_of(key)
        or ("caption" if is_caption(key, text) else None)
        or ("bullet" if is_item(key, text) else None)
    )


def kind_of_long(key: str) -> LineKind:
    """Return the kind of a line longer than LONG: body, unless it is debris, an item, cells or a linked title."""
    if is_linked_title(key):
        return "related"
    if " " not in key[:LONG] or _ENCODED.search(key) or _is_glued(key):
        return "debris"
    if " | " in key:
        return "table"
    return "bullet" if _ENUMERATOR.match(key) or key.startswith(_WORDS.item_openings) else "body"


def is_linked_title(key: str) -> bool:
    """Whether the line is a title with the empty cells of a list of links behind it: "... | |"."""
    return key[-1] == "|" and "|" not in key.rstrip(" |")


def bare(key: str) -> str:
    """Return a line's words without decoration and counts around them: "» Bình luận (0)" is "bình luận"."""
    return _COUNT.sub("", key).strip(_DECORATION)


def is_item(key: str, text: str) -> bool:
    """Whether the line opens with a bullet, number or letter of a list, or with "Một là," and the like."""
    if key.startswith(_WORDS.item_openings):
        return True
    mark = _ENUMERATOR.match(key)
    if mark is None:
        return False
    # "i. " and "1.1 " number a part only before a capital: "1.5 tỷ" is a figure.
    lettered = key[mark.start()].isalpha() or key[: mark.end()].rstrip()[-1:].isdigit()
    return not lettered or text[mark.end()].isupper() or text[mark.end()] in "\"“(" or ")" in key[: mark.end()]


def after_enumerator(key: str) -> int:
    """Return the offset at which the words after a bullet or number start (0 where there is none)."""
    mark = _ENUMERATOR.match(key)
    return mark.end() if mark else 0


def _form_of(key: str) -> LineKind | None:
    """Dates, counters and the fixed lines of an administrative document's head."""
    if key.startswith("số") and _NUMBER_OF_ACT.fullmatch(key):
        return "header"
    if _PLACE_AND_DATE.fullmatch(key.rstrip(".")):
        return "dateline" if key.startswith(("thứ ", "chủ nhật", "ngày ", "cập nhật")) else "header"
    if _DATELINE.fullmatch(key):
        return "dateline" if _DATED.search(key) else _bare_number(key)
    return "dateline" if key[-1] not in ".;:" and len(key) < _OPENING_LIMIT and _STAMP.match(key) else None


def _bare_number(key: str) -> LineKind | None:
    return "debris" if not any(letter.isalpha() for letter in key) else None


def _chrome_of(key: str) -> LineKind | None:
    """Lines that chrome, links, bylines and signatures are made of."""
    words = bare(key)
    if words in _WORDS.related_end or words in _WORDS.related_box:
        return "related"
    kind = _WORDS.whole.get(key) or _WORDS.whole.get(words)
    if kind is None and is_linked_title(key):
        kind = "related"
    if kind is None and " | " not in key:
        kind = _opening_of(key)
    if kind is None:
        kind = next((one.kind for one in _WORDS.endings if key.endswith(one.phrase)), None)
    return kind  # type: ignore[return-value]  # the test of furniture.yml holds its kinds to LineKind


def _opening_of(key: str) -> LineKind | None:
    if len(key) > _OPENING_LIMIT or key.endswith((".", ";", "…")):
        return None
    for one in _WORDS.openings.get(key[:2], ()):
        if key.startswith(one.phrase):
            return one.kind  # type: ignore[return-value]  # the test of furniture.yml holds its kinds to LineKind
    return None


def _table_of(key: str) -> LineKind | None:
    if " | " not in key:
        return None
    cells = [cell.strip(_DECORATION) for cell in key.split(" | ")]
    kinds = [_WORDS.whole.get(cell) or (_form_of(cell) or _opening_of(cell) if cell else None) for cell in cells]
    forms: tuple[LineKind, ...] = ("navigation", "header", "signature")
    return next((kind for kind in forms if kinds.count(kind) * 2 >= len(cells)), "table")


def _debris_of(key: str) -> LineKind | None:
    if _LETTERS_MISSING.fullmatch(key) or _CODE.search(key) or _is_glued(key) or _ENCODED.search(key):
        return "debris"
    return None


def _is_glued(key: str) -> bool:
    """Whether the line is a table whose cells ran together: "2007200820092010"."""
    return _GLUED_YEARS.search(key) is not None
