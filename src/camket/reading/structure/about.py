"""About: the unit under review, from how a document opens."""

import re
from collections import Counter
from collections.abc import Iterator

import msgspec

from camket.reading.lexing.sought import Sought
from camket.vocabulary.folding import fold

_UPPER = "A-ZĐÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬÈÉẺẼẸÊỀẾỂỄỆÌÍỈĨỊÒÓỎÕỌÔỒỐỔỖỘƠỜỚỞỠỢÙÚỦŨỤƯỪỨỬỮỰỲÝỶỸỴÐ"
_LEVEL_OF = {
    "tỉnh uỷ": "tỉnh", "huyện uỷ": "huyện", "thành uỷ": "thành phố", "thị uỷ": "thị xã", "quận uỷ": "quận", "tp.": "thành phố",
    "tp": "thành phố", "tx.": "thị xã", "h.": "huyện", "đảng uỷ xã": "xã", "đảng uỷ phường": "phường",
}  # fmt: skip
RANKS = {
    "tỉnh": 4.0,
    "huyện": 3.0,
    "thành phố": 3.0,
    "thị xã": 3.0,
    "quận": 3.0,
    "xã": 2.0,
    "phường": 2.0,
    "thị trấn": 2.0,
    "đặc khu": 2.0,
}
_LEVELS = (
    "tỉnh ủy", "tỉnh uỷ", "huyện ủy", "huyện uỷ", "thành ủy", "thành uỷ", "thị ủy", "thị uỷ", "quận ủy", "quận uỷ", "thành phố", "thị xã", "huyện",
    "tỉnh", "quận", "xã", "phường", "thị trấn", "đặc khu",
)  # fmt: skip
# Alternatives that begin with plain letters, so that the search skips to the next letter that can begin one.
_WRITTEN = "|".join(
    [
        *_LEVELS,
        *(level.capitalize() for level in _LEVELS),
        *(level.upper() for level in _LEVELS[-9:]),
        r"TP\.?",
        r"TX\.",
        r"H\.",
    ]
)
_UNIT = re.compile(
    rf"(?P<level>{_WRITTEN}) ?(?P<name>[{_UPPER}][^\W\d_]*(?: (?:[{_UPPER}][^\W\d_]*|\d{{1,2}}(?!\d|[./,]\d)|[IVX]+(?!\w))){{0,3}})"
)
_LEVEL = Sought("|".join(re.escape(one) for one in (*_LEVELS, "tp", "tx.", "h.")))
_REVIEWED = re.compile(
    r"(?:làm việc (?:với|tại)|về phía|kiểm tra(?: \w+){0,6} tại|làm việc tại|giám sát tại)\s(?:[^.;]{0,60}?)$"
)
_OPENING = 3000
_FURTHEST = 8000
"""Past this nothing new is learnt of whom a text speaks."""


class UnitName(msgspec.Struct, frozen=True, gc=False):
    """A unit's name in full, "huyện Điện Biên", and its rank on the ladder."""

    name: str
    rank: float


def unit_under_review(text: str, key: str) -> UnitName | None:
    """The unit that the document speaks of: the counterpart of the meeting, else the one most named; None if none is."""
    counts: Counter[UnitName] = Counter()
    for match in _units(text, key):
        if match["name"].lower().startswith("hội chủ nghĩa"):
            continue  # the country's name at the head of official documents is no commune
        unit = _named(match)
        if match.start() < _OPENING and _REVIEWED.search(key, max(0, match.start() - 90), match.start()):
            return unit
        counts[unit] += 3 if match.start() < 400 else 1
    return max(counts, key=lambda unit: (counts[unit], -unit.rank)) if counts else None


def _units(text: str, key: str) -> Iterator[re.Match[str]]:
    """The names of units, one after another, tried where a word for a level stands."""
    done = 0
    for place in _LEVEL.places(key):
        if place >= _FURTHEST:
            return
        if place >= done and (match := _UNIT.match(text, place, _FURTHEST)):
            done = match.end()
            yield match


def _named(match: re.Match[str]) -> UnitName:
    level = fold(match["level"])
    level = _LEVEL_OF.get(level, level)
    name = match["name"]
    if name.isupper() and len(name) > 2:
        name = name.title()
    return UnitName(f"{level} {name}", RANKS.get(level, 3.0))


def in_full(words: str, about: UnitName | None) -> str:
    """``words``, or the unit's full name where a bare level word means it ("huyện" under a review of huyện A)."""
    bare = fold(words)
    if about is not None and bare in RANKS and about.name.startswith(bare + " "):
        return about.name
    if about is not None and bare in ("địa phương", "đơn vị", "toàn huyện", "toàn xã", "toàn thành phố"):
        return about.name
    return words
